"""One painter: the same stage at every size, legible words, mirrored when it reads from the right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.case.frozen import replace
from viewer.case.hearing import Step, Target
from viewer.index.ask.storyboards import storyboards
from viewer.look.theme import Theme, load_theme
from viewer.stage import canvas as ground
from viewer.stage.asking import Asking
from viewer.stage.building import scenes
from viewer.stage.painter import NOTHING, paint, paint_beside, prepared_callouts, stage_point
from viewer.stage.rendering import picture
from viewer.stage.scene import Card, Overlay, PageRef, Pages, Panel, Panels, Scene

BLACK = QColor(0, 0, 0).rgb()


@pytest.fixture
def theme(built_resources: Path, qapp: QApplication) -> Theme:
    return load_theme(built_resources / "theme", "dark")


@pytest.fixture
def event_scene(ask: Asking) -> Scene:
    return scenes(ask, Step("event", "", (Target("event", "E31"),), "A-8"))[0]


def _painted(scene: Scene | None, theme: Theme, wide: int, tall: int, overlay: Overlay = NOTHING) -> QImage:
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint(painter, scene, QRectF(image.rect()), theme, overlay=overlay)
    painter.end()
    return image


@pytest.mark.parametrize(("wide", "tall"), [(1024, 768), (1280, 720), (3840, 2160), (300, 900)])
def test_a_stage_stands_in_the_middle_and_all_around_it_is_black(
    event_scene: Scene, theme: Theme, wide: int, tall: int
) -> None:
    image = _painted(event_scene, theme, wide, tall)
    ground_colour = theme.window.rgb()
    share = min(wide / 1920, tall / 1080)
    top, left = (tall - 1080 * share) / 2, (wide - 1920 * share) / 2
    assert image.pixel(int(left) + 4, int(top) + 4) == ground_colour
    if top > 4:
        assert {image.pixel(x, y) for x in (0, wide // 2, wide - 1) for y in (0, tall - 1)} == {BLACK}
    assert stage_point(QPointF(wide / 2, tall / 2), QRectF(0, 0, wide, tall)) == QPointF(960, 540)


def test_no_scene_is_a_black_screen(theme: Theme) -> None:
    image = _painted(None, theme, 64, 36)
    assert {image.pixel(x, y) for x in range(64) for y in range(36)} == {BLACK}


def _ink(image: QImage, colour: int) -> tuple[int, int]:
    """Pixels that are not the ground in the left and in the right half."""
    half = image.width() // 2
    counts = [0, 0]
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            if image.pixel(x, y) != colour:
                counts[x >= half] += 1
    return counts[0], counts[1]


def test_a_stage_that_reads_from_the_right_is_the_mirror(event_scene: Scene, theme: Theme) -> None:
    plain = _ink(picture(event_scene, theme, width=960), theme.window.rgb())
    turned = _ink(picture(replace(event_scene, rtl=True), theme, width=960), theme.window.rgb())
    assert plain[0] > plain[1]
    assert turned[1] > turned[0]


def test_mark_up_and_pointer_are_seen(event_scene: Scene, theme: Theme) -> None:
    bare = _painted(event_scene, theme, 960, 540)
    for overlay in (
        Overlay(boxes=((1200, 700, 1500, 900),)),
        Overlay(pointer=(1350, 800)),
        Overlay(callout=(100, 200, 700, 500)),
    ):
        assert _painted(event_scene, theme, 960, 540, overlay=overlay) != bare


def test_a_page_is_painted_from_its_pixels_and_its_absence_is_said(ask: Asking, theme: Theme) -> None:
    page = PageRef("D1", 2, ((0.1, 0.4, 0.9, 0.5),))
    scene = ask.scene("B-1", "Report", "page 2", Pages(((page, "page 2"),), "Not held here."), "OHCHR")
    sheet = QImage(600, 800, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    held = picture(scene, theme, lambda wanted: sheet if wanted == page else None)
    missing = picture(scene, theme)
    assert held.pixel(960, 400) == QColor("white").rgb()
    assert missing.pixel(960, 400) == theme.window.rgb()
    assert held.pixel(960, 565) != held.pixel(960, 400), "the passage is marked"


def test_a_held_passage_is_a_strip_of_paper_and_a_note_is_not(ask: Asking, theme: Theme) -> None:
    strip = Panel("strip", "no fewer than 34", "", "", "", before="It says that", after="were killed")
    note = replace(strip, style="note", before="", after="", warning="Our paraphrase. Original not held.")
    paper = QColor(253, 252, 248).rgb()
    pictures = [
        picture(ask.scene("B-1", "OHCHR", "", Panels((panel,)), ""), theme, width=960) for panel in (strip, note)
    ]
    seen = [
        any(image.pixel(x, y) == paper for x in range(0, 960, 8) for y in range(0, 540, 8)) for image in pictures
    ]
    assert seen == [True, False]


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_no_word_of_the_bundled_list_is_smaller_than_forty_eight_pixels(
    ask: Asking, theme: Theme, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    smallest: list[tuple[int, str]] = []
    fitting = ground.fitting

    def watched(words: str, font: object, width: float, height: float) -> object:
        fit = fitting(words, font, width, height)  # type: ignore[arg-type]
        smallest.append((fit.pixelSize(), words))
        return fit

    for place in ("viewer.stage.canvas", "viewer.stage.paint_panels"):
        monkeypatch.setattr(f"{place}.fitting", watched)
    (board,) = storyboards(ask.connection)
    roomy = replace(ask, scale=scale)
    for number, one in enumerate(board.steps, start=1):
        for scene in scenes(roomy, replace(one.step, exhibit=f"A-{number}")):
            picture(scene, theme, width=320)
    assert len(smallest) > 200
    assert [some for some in smallest if some[0] < 48] == []


def test_what_is_called_out_is_where_the_passage_stands(ask: Asking, theme: Theme) -> None:
    page = PageRef("D1", 2, ((0.1, 0.4, 0.9, 0.5), (0.1, 0.8, 0.5, 0.85)))
    scene = ask.scene("B-1", "Report", "page 2", Pages(((page, "page 2"),), "Not held here."), "OHCHR")
    sheet = QImage(600, 800, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    for side in (scene, replace(scene, rtl=True)):
        boxes = prepared_callouts(side, theme, lambda _page: sheet)
        image = picture(side, theme, lambda _page: sheet)
        assert len(boxes) == 2
        for left, top, right, bottom in boxes:
            assert image.pixel(int(left + right) // 2, int(top + bottom) // 2) != QColor("white").rgb()
            assert image.pixel(int(left + right) // 2, int(top) + 4) == QColor("white").rgb()
    assert prepared_callouts(scene, theme, lambda _page: None) == ()


def test_two_stages_beside_each_other_keep_their_order_of_reading(
    event_scene: Scene, ask: Asking, theme: Theme
) -> None:
    empty = ask.scene("", "", "", Card(""))
    for rtl in (False, True):
        image = QImage(960, 270, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        first, second = replace(event_scene, rtl=rtl), replace(empty, rtl=rtl)
        paint_beside(painter, (first, second), QRectF(image.rect()), theme)
        painter.end()
        left, right = _ink(image, theme.window.rgb())
        assert (left > right) is not rtl
