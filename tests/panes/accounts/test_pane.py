"""The table as a reader works it: keys, clicks, marks, copies, and what a screen reader says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.panes.accounts.conftest import REFERENCE
from tests.panes.accounts.made import BOTH, ONE
from viewer.look.current import Look
from viewer.panes.accounts.controls import Foot
from viewer.panes.accounts.pane import AccountsPane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.digests import digest_groups


def spoken(pane: AccountsPane, row: int, column: int) -> str:
    index = pane.table.accounts.index(row, column)
    return str(pane.table.accounts.data(index, Qt.ItemDataRole.AccessibleTextRole))


def head(pane: AccountsPane, section: int, way: Qt.Orientation = Qt.Orientation.Horizontal) -> str:
    return str(pane.table.accounts.headerData(section, way, Qt.ItemDataRole.AccessibleTextRole))


def stand(pane: AccountsPane, row: int, column: int) -> None:
    pane.table.setCurrentIndex(pane.table.accounts.index(row, column))


def told(pane: AccountsPane) -> str:
    foot = pane.findChild(Foot)
    assert foot is not None
    return foot.text()


def test_a_cell_is_spoken_with_account_point_figure_date_and_what_differs(pane: AccountsPane) -> None:
    assert spoken(pane, 0, 1) == "OHCHR, killed: at least 34, as of 15 April 2011, differs from 1 other"
    assert spoken(pane, 0, 0) == (
        "Government, killed: 0, as of 8 April 2011, 3, as of 9 April 2011, differs from 2 others"
    )


def test_a_screen_reader_finds_heads_and_cells_in_the_table(pane: AccountsPane) -> None:
    interface = QAccessible.queryAccessibleInterface(pane.table)
    assert interface.role() == QAccessible.Role.Table
    children = [interface.child(at) for at in range(interface.childCount())]
    heard = {child.text(QAccessible.Text.Name) for child in children if child}
    assert spoken(pane, 0, 1) in heard
    assert {head(pane, 1), head(pane, 0, Qt.Orientation.Vertical)} <= heard


def test_an_account_that_says_nothing_says_so_aloud_and_shows_a_dash(pane: AccountsPane) -> None:
    assert spoken(pane, 1, 1) == "OHCHR, means used: says nothing on this"
    assert pane.table.accounts.data(pane.table.accounts.index(1, 1)) == "–"


def test_heads_name_claimant_side_and_publications_apart(pane: AccountsPane) -> None:
    assert head(pane, 0) == ("Government (a side in the dispute), in Reuters, 8 Apr 2011, in Reuters, 9 Apr 2011")
    assert head(pane, 1) == "OHCHR (an institution with a role), own publication, 15 Apr 2011"
    assert head(pane, 2) == "Residents (a group the events happened to), in The site, undated"
    assert head(pane, 0, Qt.Orientation.Vertical) == "Killed"


def test_what_excludes_each_other_is_marked_on_both_sides_and_framed(pane: AccountsPane) -> None:
    cells = pane.table.accounts.table.rows[0].cells
    assert all(cell.differs for cell in cells)
    stand(pane, 0, 1)
    assert pane.table.cells.against == {"C1"}
    assert "Cannot be true together with: Government: 0" in told(pane)
    stand(pane, 0, 0)
    assert pane.table.cells.against == {"C3", "C4"}
    assert "Cannot be true together with: OHCHR: at least 34; Residents: 36" in told(pane)


def test_the_foot_tells_both_sides_and_how_the_passage_is_held(pane: AccountsPane) -> None:
    stand(pane, 0, 1)
    assert "Claimant: Office of the High Commissioner (OHCHR) (an institution with a role)" in told(pane)
    assert "Publisher: OHCHR (not a side)" in told(pane)
    assert "stated by our note" in told(pane)
    stand(pane, 1, 1)
    assert told(pane) == "This account says nothing on this point."


def test_enter_goes_to_the_passage_and_then_to_the_next_claim_of_the_cell(
    pane: AccountsPane, navigator: Navigator
) -> None:
    asked_by: list[object] = []
    navigator.focus_moved.connect(lambda _focus, by: asked_by.append(by))
    stand(pane, 0, 0)
    for uid in ("C1", "C2", "C1"):
        QTest.keyClick(pane.table, Qt.Key.Key_Return)
        assert navigator.focus == Focus(claim=uid)
        assert pane.table.cells.chosen == uid
    assert asked_by == [pane] * 3


def test_enter_on_a_dash_goes_nowhere(pane: AccountsPane, navigator: Navigator) -> None:
    stand(pane, 1, 1)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert not navigator.focus


def test_a_click_goes_to_the_claim_below_the_pointer(pane: AccountsPane, navigator: Navigator) -> None:
    box = pane.table.visualRect(pane.table.accounts.index(0, 0))
    for point, uid in ((box.topLeft(), "C1"), (box.bottomLeft(), "C2")):
        near = point + (box.center() - point) / 8
        QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=near)
        assert navigator.focus == Focus(claim=uid)


def test_every_claim_of_a_cell_stands_in_its_menu(pane: AccountsPane, navigator: Navigator) -> None:
    menu = pane.table.menu_of(pane.table.accounts.index(0, 0))
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Show the passage: 0", "Show the passage: 3", "Copy as a table"]
    menu.actions()[1].trigger()
    assert navigator.focus == Focus(claim="C2")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_arrows_follow_the_reading_direction(pane: AccountsPane, direction: Qt.LayoutDirection) -> None:
    pane.setLayoutDirection(direction)
    QApplication.processEvents()
    stand(pane, 0, 0)
    ltr = direction == Qt.LayoutDirection.LeftToRight
    QTest.keyClick(pane.table, Qt.Key.Key_Right if ltr else Qt.Key.Key_Left)
    assert pane.table.currentIndex().column() == 1
    QTest.keyClick(pane.table, Qt.Key.Key_End)
    assert pane.table.currentIndex().column() == 2


def test_tab_leaves_the_table(pane: AccountsPane) -> None:
    assert not pane.table.tabKeyNavigation()


def test_the_whole_table_is_copied_with_its_case(pane: AccountsPane) -> None:
    stand(pane, 0, 0)
    QTest.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [len(line.split("\t")) for line in lines[:3]] == [4, 4, 4]
    assert lines[0].split("\t")[0] == "Point"
    assert lines[2].split("\t")[2:] == ["–", "–"]
    assert "Paraphrases by the compilers, not quotations." in lines
    assert lines[-2:] == [REFERENCE.address, f"Digest of the case (SHA-256): {digest_groups(REFERENCE.digest)}"]


def test_selected_cells_are_copied_with_their_heads(pane: AccountsPane) -> None:
    select = QItemSelectionModel.SelectionFlag.Select
    for column in (1, 2):
        pane.table.selectionModel().select(pane.table.accounts.index(0, column), select)
    pane.table.selectionModel().select(pane.table.accounts.index(0, 0), QItemSelectionModel.SelectionFlag.Deselect)
    lines = pane.text_of_selection().splitlines()
    assert lines[0].startswith("Point\tOHCHR (OHCHR, 15 April 2011)\tResidents")
    assert lines[1].startswith("Killed\tat least 34, as of 15 April 2011: What C3 says.\t36: What C4 says.")
    assert lines[2] == ""


def test_points_on_which_one_speaks_are_hidden_and_counted(pane: AccountsPane) -> None:
    shared = next(box for box in pane.findChildren(QCheckBox) if "several" in box.text())
    shared.setChecked(True)
    assert pane.table.accounts.rowCount() == 1
    assert "1 point on which one account alone speaks: not shown." in pane._counts.text()
    shared.setChecked(False)
    assert pane.table.accounts.rowCount() == 2


def test_without_paraphrases_rows_are_lower_and_statements_remain(pane: AccountsPane) -> None:
    tall = pane.table.rowHeight(0)
    pane.table.show_paraphrases(False)
    assert pane.table.rowHeight(0) < tall
    assert "What C5 says." in str(pane.table.accounts.data(pane.table.accounts.index(1, 0)))


def test_the_claim_in_focus_is_where_the_keyboard_stands(pane: AccountsPane, navigator: Navigator) -> None:
    navigator.go(Focus(event="E1", claim="C4"))
    pane.show_accounts(ONE, REFERENCE)
    assert pane.table.currentIndex().column() == 2
    assert pane.table.cells.chosen == "C4"


def test_several_events_are_named_on_their_rows(pane: AccountsPane) -> None:
    pane.show_accounts(BOTH, REFERENCE, scope="shown")
    assert "1 Sep 2013: Another operation" in head(pane, 2, Qt.Orientation.Vertical)
    assert pane._title.text() == "Accounts of 2 events"
    assert not pane._counts.text().startswith("These are")
    pane.show_accounts(BOTH, REFERENCE, scope="shown", shown=7)
    assert pane._counts.text().startswith("These are the first 2 of the 7 events shown.")


def test_the_scope_can_be_changed_and_is_not_asked_for_when_it_is_shown(qtbot: QtBot, pane: AccountsPane) -> None:
    scope = next(box for box in pane.findChildren(QComboBox) if "events" in box.accessibleName())
    with qtbot.assertNotEmitted(pane.scope_asked):
        pane.show_accounts(BOTH, REFERENCE, scope="shown")
    with qtbot.waitSignal(pane.scope_asked) as asked:
        scope.setCurrentIndex(0)
    assert asked.args == ["focus"]


def test_every_control_has_a_name(pane: AccountsPane) -> None:
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.parent() is not None:
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text or widget.parent() is pane.table, widget


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_cell_has_the_height_its_text_takes(pane: AccountsPane, look: Look, scale: float) -> None:
    look.scale_text(scale)
    table = pane.table
    for row in range(table.accounts.rowCount()):
        for column in range(table.accounts.columnCount()):
            assert table.rowHeight(row) >= table.cells.height(row, column, table.columnWidth(column))


def test_an_empty_table_stands_without_trouble(pane: AccountsPane) -> None:
    from viewer.index.ask.comparing import Accounts

    pane.show_accounts(Accounts((), ()), REFERENCE)
    assert pane.table.accounts.rowCount() == 0
    assert "0 origins on 0 points" in pane._counts.text()
    assert pane.grab().width() == 900
