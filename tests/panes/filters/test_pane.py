"""The filter panel and the line of chips on the bundled case: one query, live counts, nothing hidden uncounted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from viewer.index.query import Query
from viewer.panes.filters.chip import Chip
from viewer.panes.filters.line import QueryLine
from viewer.panes.filters.pane import FiltersPane
from viewer.panes.filters.saved import SavedViews
from viewer.panes.filters.value import ValueBox
from viewer.session.session import Session

Opener = Callable[..., tuple[FiltersPane, QueryLine]]


def box(pane: FiltersPane, facet: str, value: str) -> ValueBox:
    return next(box for box in pane.sections[facet].boxes() if box.value == value)


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.desk.idle)


def test_choosing_a_kind_asks_for_it_and_all_counts_follow(
    open_filters: Opener, session: Session, qtbot: QtBot
) -> None:
    pane, line = open_filters()
    assert line.count.text() == "40 of 40 shown"
    before = box(pane, "kind", "use-of-force").accessibleName()
    box(pane, "kind", "use-of-force").click()
    assert session.navigator.query == Query(kind=("use-of-force",))
    settle(session, qtbot)
    shown = int(line.count.text().split()[0])
    assert before == f"Use of force, {shown} events"
    assert 0 < shown < 40
    assert [chip.text() for chip in line.chips()] == ["Use of force"]
    # A facet counts with the others, not with itself: a second kind can still be added.
    assert "events" in box(pane, "kind", "statement").accessibleName()


def test_a_place_counts_what_lies_within_it(open_filters: Opener, session: Session, qtbot: QtBot) -> None:
    pane, line = open_filters()
    boxes = pane.sections["place"].boxes()
    assert len(boxes) > 3
    boxes[0].click()
    settle(session, qtbot)
    shown = line.count.text().split()[0]
    assert boxes[0].accessibleName().endswith(f", {shown} events")


def test_a_flag_and_a_span_are_parts_of_the_same_query(
    open_filters: Opener, session: Session, qtbot: QtBot
) -> None:
    pane, line = open_filters()
    box(pane, "flags", "disputed").click()
    pane.span.since.setText("2009")
    QTest.keyClick(pane.span.since, Qt.Key.Key_Return)
    assert session.navigator.query == Query(disputed=True, since="2009")
    settle(session, qtbot)
    assert [chip.text() for chip in line.chips()] == ["possibly since 2009", "Disputed"]


def test_a_chip_takes_its_filter_away_by_mouse_and_by_key(
    open_filters: Opener, session: Session, qtbot: QtBot
) -> None:
    _pane, line = open_filters()
    session.navigator.ask(Query(kind=("statement",), disputed=True, words="camp"))
    settle(session, qtbot)
    chips = {chip.text(): chip for chip in line.chips()}
    QTest.mouseClick(chips["Words: camp"], Qt.MouseButton.LeftButton)
    assert session.navigator.query == Query(kind=("statement",), disputed=True)
    chips = {chip.text(): chip for chip in line.chips()}
    assert chips["Disputed"].accessibleName() == "Take away the filter: Disputed"
    QTest.keyClick(chips["Disputed"], Qt.Key.Key_Delete)
    assert session.navigator.query == Query(kind=("statement",))
    line.clear.click()
    assert session.navigator.query == Query()
    assert line.chips() == []
    settle(session, qtbot)
    assert line.count.text() == "40 of 40 shown"


def test_many_chips_are_not_all_listed(open_filters: Opener, session: Session, qtbot: QtBot) -> None:
    _pane, line = open_filters()
    kinds = ("agreement", "casualty-report", "legal-policy", "relocation", "restriction", "statement")
    session.navigator.ask(Query(kind=kinds, disputed=True, since="2009"))
    settle(session, qtbot)
    assert len(line.chips()) == 6
    assert line.chips()[-1].text() == "+3 more"
    with qtbot.waitSignal(line.all_asked):
        line.chips()[-1].click()


def test_history_brings_a_query_back(open_filters: Opener, session: Session, qtbot: QtBot) -> None:
    pane, _line = open_filters()
    box(pane, "kind", "statement").click()
    box(pane, "flags", "disputed").click()
    session.navigator.back()
    settle(session, qtbot)
    assert session.navigator.query == Query(kind=("statement",))
    assert not box(pane, "flags", "disputed").isChecked()
    assert box(pane, "kind", "statement").isChecked()


def test_the_keyboard_stays_in_the_box_that_was_turned(
    open_filters: Opener, session: Session, qtbot: QtBot
) -> None:
    pane, _line = open_filters()
    pane.activateWindow()
    turned = box(pane, "kind", "statement")
    turned.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(turned, Qt.Key.Key_Space)
    settle(session, qtbot)
    assert box(pane, "kind", "statement") is turned
    assert turned.hasFocus()
    assert turned.isChecked()


def test_a_value_among_many_is_found_by_the_beginning_of_a_word(
    open_filters: Opener, session: Session, qtbot: QtBot
) -> None:
    pane, _line = open_filters()
    section = pane.sections["source"]
    section.heading.click()
    (field,) = section.findChildren(QLineEdit)
    assert len(section.boxes()) <= 20
    QTest.keyClicks(field, "reut")
    qtbot.waitUntil(lambda: session.desk.idle and "Reuters" in section.boxes()[0].accessibleName())
    assert all("reut" in box.accessibleName().lower() for box in section.boxes())


def test_views_are_saved_asked_for_renamed_and_deleted_with_a_way_back(
    open_filters: Opener, session: Session, tmp_path: Path
) -> None:
    pane, _line = open_filters()
    saved = pane.saved
    assert not saved.save.isEnabled()
    session.navigator.ask(Query(kind=("statement",)))
    assert saved.save.isEnabled()
    saved.save.click()
    assert not (tmp_path / "views.toml").exists()
    saved.name.setText("Statements")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    assert (tmp_path / "views.toml").is_file()
    session.navigator.ask(Query())
    button(saved, "Statements").click()
    assert session.navigator.query == Query(kind=("statement",))
    saved.ask_name("Statements", "Statements")
    saved.name.setText("What was said")
    QTest.keyClick(saved.name, Qt.Key.Key_Return)
    button(saved, "What was said")
    saved._delete("What was said")
    assert names(saved) == []
    saved.undo.click()
    assert names(saved) == ["What was said"]


def names(saved: SavedViews) -> list[str]:
    """Of the views that are listed."""
    QApplication.processEvents()
    return [chip.text() for chip in saved.findChildren(Chip) if chip.isVisible()]


def button(widget: QWidget, text: str) -> Chip:
    QApplication.processEvents()  # a new row shows itself then
    return next(b for b in widget.findChildren(Chip) if b.text() == text and b.isVisible())


@pytest.mark.parametrize("rtl", [False, True])
def test_every_control_has_a_name_and_stands_within_the_panel(
    open_filters: Opener, session: Session, qtbot: QtBot, rtl: bool
) -> None:
    pane, line = open_filters(rtl)
    session.navigator.ask(
        Query(kind=("statement",), words="a question of many words that is longer than the panel is")
    )
    pane.saved.ask_name("A name that is much longer than the panel is wide, and then some more of it")
    QTest.keyClick(pane.saved.name, Qt.Key.Key_Return)
    settle(session, qtbot)
    for section in pane.sections.values():
        section.heading.setChecked(True)
    QTest.qWait(20)
    for root in (pane, line):
        for part in root.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                face = QAccessible.queryAccessibleInterface(part)
                assert face.text(QAccessible.Text.Name), part
                left = part.mapTo(root, part.rect().topLeft()).x()
                assert left >= 0
                assert left + part.width() <= root.width(), part


def test_esc_leaves_the_panel(open_filters: Opener, qtbot: QtBot) -> None:
    pane, _line = open_filters()
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
