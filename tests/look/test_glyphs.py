"""Marks of equal weight, rings that say what the numbers say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import cos, radians, sin
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from viewer.look.fonts import Role, Type
from viewer.look.glyphs import (
    SHAPES,
    glyph_path,
    paint_card,
    paint_chip,
    paint_focus,
    paint_glyph,
    paint_number,
    paint_pill,
    paint_ring,
    pill_size,
)
from viewer.look.theme import Theme, load_theme

pytestmark = pytest.mark.usefixtures("qapp")

BOX = QRectF(0, 0, 100, 100)
THEMES = Path(__file__).resolve().parents[2] / "resources" / "theme"


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(THEMES, request.param)


def painted(paint: Callable[[QPainter], None], side: int = 100, ratio: int = 1) -> QImage:
    image = QImage(side * ratio, side * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def ink(image: QImage, colour: QColor | None = None) -> int:
    """How many pixels carry ink; of `colour` only, when it is given."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel.alpha() > 128 and (colour is None or pixel == colour) for pixel in pixels)


def ring(segments: Sequence[bool], theme: Theme, disputed: bool = False) -> QImage:
    return painted(lambda painter: paint_ring(painter, BOX, segments, theme, disputed=disputed))


def area(path: QPainterPath) -> float:
    return float(ink(painted(lambda painter: painter.fillPath(path, QColor("black")))))


def test_all_shapes_cover_about_the_same_area() -> None:
    areas = [area(glyph_path(shape, BOX)) for shape in range(SHAPES)]
    assert max(areas) / min(areas) < 1.2


def test_all_shapes_stay_inside_their_rectangle() -> None:
    assert all(BOX.contains(glyph_path(shape, BOX).boundingRect()) for shape in range(SHAPES))


def test_no_two_shapes_are_alike() -> None:
    paths = [glyph_path(shape, BOX) for shape in range(SHAPES)]
    assert all(area(one.subtracted(two).united(two.subtracted(one))) > 600 for one, two in combinations(paths, 2))


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("shape", range(SHAPES))
def test_a_hollow_glyph_has_less_ink_than_a_full_one(shape: int, ratio: int) -> None:
    def glyph(filled: bool) -> QImage:
        return painted(lambda painter: paint_glyph(painter, shape, BOX, QColor("black"), filled), ratio=ratio)

    assert 0 < ink(glyph(filled=False)) < 0.85 * ink(glyph(filled=True))


@pytest.mark.parametrize("count", [1, 2, 3, 8, 20, 100])
def test_a_ring_where_all_agree_is_all_full(count: int, theme: Theme) -> None:
    image = ring([True] * count, theme)
    assert ink(image, theme.claim) > 300
    assert ink(image, theme.control) == 0


@pytest.mark.parametrize("count", [2, 8, 20, 100])
def test_the_full_part_of_a_ring_grows_with_those_that_agree(count: int, theme: Theme) -> None:
    inks = [ink(ring([n < agreeing for n in range(count)], theme), theme.claim) for agreeing in (0, 1, count)]
    assert inks[0] == 0
    assert inks == sorted(inks)


def test_a_ring_of_no_origin_is_empty(theme: Theme) -> None:
    image = ring([], theme)
    assert ink(image, theme.claim) == 0 < ink(image)


def test_three_origins_make_three_segments(theme: Theme) -> None:
    image = ring([True, True, True], theme)
    middle, radius = 50, 36.4
    seen = [on_circle(image, middle, radius, degree) for degree in range(360)]
    assert sum(not seen[n - 1] and seen[n] for n in range(360)) == 3


def on_circle(image: QImage, middle: int, radius: float, degree: int) -> bool:
    x, y = middle + radius * sin(radians(degree)), middle - radius * cos(radians(degree))
    return image.pixelColor(int(x), int(y)).alpha() > 128


def test_a_disputed_ring_has_dashes_around_it(theme: Theme) -> None:
    assert ink(ring([True], theme), theme.disputed) == 0
    assert ink(ring([True], theme, disputed=True), theme.disputed) > 50


def test_the_number_stands_inside_the_ring(theme: Theme) -> None:
    def paint(painter: QPainter) -> None:
        font = Type(2).font(Role.STRONG)
        paint_ring(painter, BOX, [True], theme, number="3", font=font)

    inner = painted(paint).copy(30, 30, 40, 40)
    assert ink(inner) > 50


def test_a_chip_whose_end_is_cut_off_is_cut_at_its_end_in_a_mirrored_window_too(theme: Theme) -> None:
    def chip(towards: Qt.LayoutDirection) -> QImage:
        def paint(painter: QPainter) -> None:
            painter.setLayoutDirection(towards)
            paint_chip(painter, BOX, "OHCHR, 15…", theme, Type(1).font(Role.SMALL, 600))

        return painted(paint)

    assert chip(Qt.LayoutDirection.RightToLeft) == chip(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("word", ["disputed", "مورد اختلاف", "S01"])
def test_pills_and_chips_hold_their_word(word: str, theme: Theme) -> None:
    font = Type().font(Role.SMALL, 600)
    width, height = pill_size(word, font)
    frame = QRectF(0, 0, width, height)

    pill = painted(lambda painter: paint_pill(painter, frame, word, theme.disputed, font))
    chip = painted(lambda painter: paint_chip(painter, frame, word, theme, font))
    assert ink(pill) > 0 < ink(chip)
    assert ink(chip.copy(int(width) + 1, 0, 100, 100)) == 0


def test_painters_leave_the_pen_and_brush_they_found(theme: Theme) -> None:
    font = Type().font(Role.SMALL)

    def paint(painter: QPainter) -> None:
        before = (painter.pen(), painter.brush(), painter.font(), painter.renderHints())
        paint_glyph(painter, 0, BOX, theme.claim)
        paint_ring(painter, BOX, [True, False], theme, disputed=True)
        paint_pill(painter, BOX, "a", theme.claim, font)
        paint_chip(painter, BOX, "a", theme, font)
        paint_card(painter, BOX, theme, chosen=True)
        paint_focus(painter, BOX, theme)
        paint_number(painter, BOX, "1", theme, font)
        assert (painter.pen(), painter.brush(), painter.font(), painter.renderHints()) == before

    painted(paint)
