"""Pages of real documents on their sheet: where passages stand, what is picked, found, zoomed and turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from tests.locked.specimens import drawn_by_qt, line, pages_of
from tests.panes.source.held import WAIT, Case, Making, at_rest, page_sheet, passage, shown
from viewer.index.ask.sources import PassageView
from viewer.panes.source.mark import PassageMark
from viewer.panes.source.page_sheet import PageSheet
from viewer.panes.source.page_view import PageView
from viewer.panes.source.pane import SourcePane
from viewer.panes.source.search_bar import SearchBar
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

PERSIAN = "سازمان ملل چهار نفر را نام برد"
PAGES = pages_of([line(f"Number {n} of the harbour") for n in range(1, 30)])


def opened(
    qtbot: QtBot, pane: SourcePane, make_case: Making, content: bytes, *passages: PassageView
) -> tuple[Case, PageSheet, PageView]:
    case = make_case({"a": content})
    area = shown(qtbot, pane, case, case.document("a", "application/pdf", *passages))
    sheet = page_sheet(area)
    view = sheet.findChild(PageView)
    assert isinstance(view, PageView)
    return case, sheet, view


def middle(view: PageView, page: int, x: float, y: float) -> QPoint:
    return view.roll.rect(page, (x, y, x, y)).topLeft().toPoint()


def test_exact_words_are_found_on_their_page_and_brought_into_view(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    case, sheet, view = opened(qtbot, pane, make_case, PAGES, passage("p1", "Number 17 of", page=17))
    assert sheet.state(0) == ("exact", 1)
    navigator.go(Focus(source="s1", document="a", passage="p1"))
    at_rest(qtbot, case)
    assert 16 in view.roll.showing()
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[1] == "here"
    view.go_to_page(0)
    assert (pane.connector_anchor() or ("", ""))[1] == "below"


def test_words_that_stand_elsewhere_are_shown_as_moved_and_missing_ones_are_not_shown(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    _, sheet, _ = opened(
        qtbot, pane, make_case, PAGES,
        passage("p1", "Number 17 of", page=3), passage("p2", "never said", page=3),
        passage("p3", "the harbour"), passage("p4", "Number 4 of", page=4, rects=((0.0, 0.0, 0.2, 0.1),)),
    )  # fmt: skip
    assert [sheet.state(index)[0] for index in range(4)] == ["moved", "missing", "ambiguous", "moved"]
    marks = pane.findChildren(PassageMark)
    assert "found elsewhere" in marks[0].accessibleName()
    navigator.go(Focus(source="s1", document="a", passage="p2"))
    said = " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())
    assert "do not stand in this document" in said and "found in the source" not in said


@pytest.mark.parametrize("words", [PERSIAN, "الشاهد إن", "A plain sentence."])
def test_the_marks_of_a_passage_fall_on_its_ink(
    qtbot: QtBot, pane: SourcePane, make_case: Making, tmp_path: Path, words: str
) -> None:
    content = drawn_by_qt(tmp_path / "drawn.pdf", ["Heading", words, "After it"])
    _, sheet, view = opened(qtbot, pane, make_case, content, passage("p1", words, page=1))
    assert sheet.state(0)[0] == "exact"
    image = view.viewport().grab().toImage()
    for _, box in view.pinned.where(0):
        rect = view.roll.rect(0, box).toAlignedRect()
        assert dark(image, rect.left(), rect.right(), rect.top(), rect.bottom()) > 20
        assert dark(image, rect.right() + 6, rect.right() + 40, rect.top(), rect.bottom()) == 0


def test_words_on_a_page_whose_letters_are_not_all_known_are_not_called_missing(
    qtbot: QtBot, pane: SourcePane, make_case: Making, tmp_path: Path
) -> None:
    words = "قالت المفوضية إن ٣٤ شخصا قتلوا"  # one glyph has no letter in the file that Qt writes
    content = drawn_by_qt(tmp_path / "drawn.pdf", [words])
    _, sheet, _ = opened(qtbot, pane, make_case, content, passage("p1", words, page=1))
    assert sheet.state(0)[0] == "unchecked"


def dark(image: QImage, left: int, right: int, top: int, bottom: int) -> int:
    """Pixels of ink in a part of a picture."""
    seen = ((x, y) for x in range(left, min(right, image.width() - 12)) for y in range(top, bottom))
    return sum(QColor(image.pixel(x, y)).lightness() < 90 for x, y in seen)


def test_dragging_over_words_picks_them_and_they_become_a_row(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    case, sheet, view = opened(qtbot, pane, make_case, PAGES)
    at_rest(qtbot, case)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(view, 0, 0.09, 0.47))
    QTest.mouseMove(port, middle(view, 0, 0.99, 0.47))
    view.picking.go_on(0, 0.99, 0.47)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(view, 0, 0.99, 0.47))
    assert sheet.selected_text() == "Number 1 of the harbour"
    picked = sheet.picked()
    assert picked is not None and picked.exact == sheet.selected_text() and picked.page == 1
    assert pane.citation_selection().startswith("“Number 1 of the harbour”\nSource: OHCHR")


def test_a_box_drawn_on_a_page_becomes_a_row(qtbot: QtBot, pane: SourcePane, make_case: Making) -> None:
    _, sheet, view = opened(qtbot, pane, make_case, PAGES)
    view.set_boxing(True)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(view, 0, 0.2, 0.2))
    view.picking.go_on(0, 0.6, 0.7)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(view, 0, 0.6, 0.7))
    picked = sheet.picked()
    assert picked is not None and picked.box is not None and picked.page == 1 and not picked.exact
    assert picked.box == pytest.approx((0.2, 0.2, 0.6, 0.7), abs=0.01)


def test_the_point_under_the_pointer_stays_while_zooming(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    _, _, view = opened(qtbot, pane, make_case, PAGES)
    view.go_to_page(9)
    at = QPointF(150, 120)
    before = view.roll.spot(at)
    for factor in (1.3, 1.3, 1 / 1.2, 2.0):
        view.zoom_by(factor, at)
    after = view.roll.spot(at)
    assert after[0] == before[0] and after[1:] == pytest.approx(before[1:], abs=0.02)


def test_a_page_that_fits_is_no_wider_than_its_room_and_turning_keeps_the_page(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    case, _, view = opened(qtbot, pane, make_case, PAGES)
    view.go_to_page(12)
    for degrees in (90, 90, -90):
        view.rotate(degrees)
        assert view.page == 12
        assert view.roll.place(12).width() <= view.viewport().width()
    view.fit_to("page")
    at_rest(qtbot, case)
    assert view.roll.place(12).height() <= view.viewport().height()
    assert view.shots.has(12)


def test_a_large_page_comes_in_tiles_and_only_those_that_show(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    case, _, view = opened(qtbot, pane, make_case, PAGES)
    view.zoom_by(40.0)
    at_rest(qtbot, case)
    assert view.roll.place(0).width() * view.roll.place(0).height() > 4_000_000
    assert case.lens.weight < 40 << 20


def test_words_are_found_whatever_their_case_with_page_and_line(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    _, sheet, view = opened(qtbot, pane, make_case, PAGES)
    sheet.open_search()
    bar = sheet.findChild(SearchBar)
    assert bar is not None
    field, places = bar.findChild(QLineEdit), bar.findChild(QListWidget)
    assert field is not None and places is not None
    QTest.keyClicks(field, "HARBOUR")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: places.count() == 29, timeout=WAIT)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert places.currentRow() == 28 and "Page 29 of 29" in places.item(28).text()
    assert 28 in view.roll.showing()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not bar.isVisible() and places.count() == 0


def test_small_pages_and_the_outline_lead_to_pages(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path]
) -> None:
    content = (shared_data("pdf_samples_pypdf") / "006-pdflatex-outline" / "pdflatex-outline.pdf").read_bytes()
    case, sheet, view = opened(qtbot, pane, make_case, content)
    sheet._show_side(True)
    at_rest(qtbot, case)
    from viewer.panes.source.outline import OutlineTree
    from viewer.panes.source.thumbs import ThumbStrip

    tree, strip = sheet.findChild(OutlineTree), sheet.findChild(ThumbStrip)
    assert tree is not None and strip is not None and tree.topLevelItemCount() > 1
    last = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert last is not None
    with qtbot.waitSignal(tree.page_chosen):
        tree.itemActivated.emit(last, 0)
    assert view.page > 0
    QTest.keyClick(strip, Qt.Key.Key_Up)
    assert strip.accessibleDescription()


@pytest.mark.usefixtures("right_to_left")
def test_mirrored_the_marks_stand_at_the_right(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    opened(qtbot, pane, make_case, PAGES, passage("p1", "Number 1 of", page=1))
    navigator.go(Focus(source="s1", document="a", passage="p1"))
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[0].x() > pane.width() - 60


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_and_its_part_is_framed(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path], orientation: int
) -> None:
    content = (shared_data("exif_orientation") / f"Landscape_{orientation}.jpg").read_bytes()
    case = make_case({"a": content})
    part = passage("p1", xywh=(0.3, 0.5, 0.6, 0.8))
    sheet = page_sheet(shown(qtbot, pane, case, case.document("a", "image/jpeg", part)))
    view = sheet.findChild(PageView)
    assert isinstance(view, PageView)
    place = view.roll.place(0)
    assert place.width() > place.height() and sheet.state(0) == ("exact", 0)
    assert view.pinned.where(0) == ((0, (0.3, 0.5, 0.6, 0.8)),)
    picture = view.viewport().grab(place.toAlignedRect()).toImage()
    assert QColor(picture.pixel(8, 8)).blue() > QColor(picture.pixel(8, picture.height() - 8)).blue()  # sky above


def test_words_of_a_search_are_marked_on_the_pages_in_view(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    case, _sheet, view = opened(qtbot, pane, make_case, PAGES)
    plain = view.viewport().grab().toImage()
    navigator.search("harbours")
    at_rest(qtbot, case)
    assert view.found.boxes(0) == []
    navigator.search("harb")
    at_rest(qtbot, case)
    (box,) = view.found.boxes(0)
    assert view.viewport().grab().toImage() != plain
    ink = view.roll.rect(0, box)
    glyphs = view.picking.known(0)
    assert glyphs and glyphs.text[glyphs.text.index("harbour") :].startswith("harbour")
    assert view.roll.place(0).contains(ink) and ink.width() > 2 * ink.height()
    view.go_to_page(20)
    at_rest(qtbot, case)
    assert view.found.boxes(20)
    navigator.search("")
    assert view.found.boxes(20) == []
