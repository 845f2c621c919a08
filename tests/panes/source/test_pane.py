"""The source pane follows the focus and tells it; a claim is one step from its words and back."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from tests.panes.source.conftest import Show
from tests.panes.source.made import claim_of, document_of, long_document, marks_of, source_of, stops, view_of
from viewer.index.ask import sources
from viewer.look.current import Look
from viewer.panes.source.lines import HashButton, Link
from viewer.panes.source.mark import PassageMark
from viewer.panes.source.pane import SourcePane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference

# Menus and tooltips of the "offscreen" platform complain that there is no screen.
without_a_screen = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def open_more(pane: SourcePane) -> None:
    buttons = pane.findChildren(QToolButton)
    next(button for button in buttons if button.accessibleName() == "More about this source").click()
    QApplication.processEvents()


def words_in(pane: SourcePane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_it_says_what_to_do_while_nothing_is_chosen(pane: SourcePane) -> None:
    assert "Choose a claim to see the passage that carries it." in words_in(pane)
    assert pane.connector_anchor() is None


def test_a_claim_in_focus_brings_its_passage_into_view(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(event="E1", claim="C2", source="s1", document="n1"))
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[1] == "here"
    assert "Passage 2 of 3" in words_in(pane)


def test_the_passage_is_in_view_also_when_the_focus_came_before_the_document(
    show: Show, navigator: Navigator
) -> None:
    navigator.go(Focus(claim="C2", source="s1", document="n1", passage="p2"))
    anchor = show(long_document()).connector_anchor()
    assert anchor is not None and anchor[1] == "here"


def test_the_anchor_says_where_the_mark_has_gone_when_it_is_scrolled_away(
    qtbot: QtBot, show: Show, navigator: Navigator
) -> None:
    pane = show(long_document())
    navigator.go(Focus(claim="C2", source="s1", document="n1", passage="p2"))
    bar = view_of(pane).verticalScrollBar()
    found = {}
    for value in (0, bar.maximum()):
        with qtbot.waitSignal(pane.anchor_moved):
            bar.setValue(value)
        point, state = pane.connector_anchor() or pytest.fail("no anchor")
        found[state] = point
        assert pane.rect().contains(point)
    assert set(found) == {"below", "above"}
    assert found["above"].y() < found["below"].y()


def test_the_anchor_stands_at_the_side_the_claims_are_on(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[0].x() < 40


@pytest.mark.usefixtures("right_to_left")
def test_mirrored_the_anchor_and_the_marks_stand_at_the_right(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[0].x() > pane.width() - 40
    mark = marks_of(pane)[0]
    assert mark.mapTo(pane, mark.rect().center()).x() > pane.width() - 60


def test_a_mark_with_one_claim_leads_to_it(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    QTest.mouseClick(marks_of(pane)[0], Qt.MouseButton.LeftButton)
    assert navigator.focus == Focus(event="E1", claim="C1", source="s1", document="n1", passage="p1")


@without_a_screen
def test_a_mark_with_several_claims_offers_them(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    marks_of(pane)[1].click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Killed: at least 34, by OHCHR · An event"] * 2
    menu.actions()[1].trigger()
    menu.close()
    assert navigator.focus.claim == "C3" and navigator.focus.event == "E2" and navigator.focus.passage == "p2"


def test_a_mark_without_claim_still_selects_its_passage(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    marks_of(pane)[2].click()
    assert navigator.focus == Focus(source="s1", document="n1", passage="p3")
    assert "Passage 3 of 3" in words_in(pane)


def test_next_and_previous_go_through_the_passages_and_stop_at_the_ends(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    seen = []
    for step in (
        pane.next_passage,
        pane.next_passage,
        pane.next_passage,
        pane.next_passage,
        pane.previous_passage,
    ):
        step()
        seen.append(navigator.focus.passage)
    assert seen == ["p1", "p2", "p3", "p3", "p2"]


def test_the_next_passage_keeps_to_the_event_in_focus_where_it_can(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(event="E2", source="s1", document="n1", passage="p1"))
    pane.next_passage()
    assert navigator.focus.claim == "C3"


def test_a_focus_on_another_source_leaves_the_pane_as_it_is(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p2"))
    navigator.go(Focus(source="s2", document="n9", passage="p77"))
    assert "Passage 2 of 3" in words_in(pane)


def test_the_list_under_the_document_leads_to_its_claims(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p2"))
    links = [link for link in pane.findChildren(Link) if link.isVisible()]
    links[1].click()
    assert navigator.focus.claim == "C3"


def test_what_is_selected_is_cited_as_our_paraphrase(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    assert pane.citation_selection() == ""
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    pane.take_keyboard()
    for _ in range(6):
        QTest.keyClick(view_of(pane), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_text() == "At the"
    cited = pane.citation_selection(Reference("A case", "case:x/focus?passage=p1"))
    assert "not a quotation: At the\n" in cited
    assert "Our paraphrase. Original not held." in cited
    assert cited.endswith("Case: A case\ncase:x/focus?passage=p1")
    assert pane.citation_selection() == cited.rpartition("\nCase:")[0]


def test_the_keyboard_goes_to_the_passage_and_enter_goes_back_to_its_claim(
    show: Show, navigator: Navigator
) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    pane.take_keyboard()
    view = view_of(pane)
    assert view.hasFocus()
    assert view.toPlainText()[view.textCursor().position() :].startswith("At the start")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert navigator.focus.claim == "C1"


def test_one_mark_is_a_stop_of_tab_and_arrows_go_on_to_the_others(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    marks = marks_of(pane)
    assert [mark in stops(pane) for mark in marks] == [True, False, False]
    marks[0].setFocus()
    QTest.keyClick(marks[0], Qt.Key.Key_Down)
    assert marks[1].hasFocus()
    assert view_of(pane).viewport().rect().intersects(marks[1].geometry())
    QTest.keyClick(marks[1], Qt.Key.Key_Down)
    QTest.keyClick(marks[2], Qt.Key.Key_Return)
    assert navigator.focus.passage == "p3"


def test_a_screen_reader_hears_which_passage_it_is(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p1"))
    spoken = QAccessible.queryAccessibleInterface(view_of(pane)).text(QAccessible.Text.Description)
    assert spoken == "Passage 1 of 3, stated by our note: At the start. Carries 1 claim."


def test_everything_the_keyboard_reaches_has_a_name(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p2"))
    open_more(pane)
    unnamed = [
        widget
        for widget in stops(pane)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert len(stops(pane)) > 8
    assert unnamed == []


@without_a_screen
def test_a_notes_hash_is_never_called_the_originals(show: Show) -> None:
    pane = show(long_document())
    button = pane.findChild(HashButton)
    assert isinstance(button, HashButton)
    assert button.accessibleName() == "Copy the hash of this note (SHA-256)"
    button.click()
    assert QApplication.clipboard().text().startswith("9c41")
    assert "Extract note · Our paraphrase. Original not held." in words_in(pane)


@without_a_screen
def test_a_link_is_shown_whole_and_copied(show: Show) -> None:
    pane = show(long_document())
    open_more(pane)
    assert "https://example.org/a?b=1&c=2" in words_in(pane)
    button = next(b for b in stops(pane) if getattr(b, "text", str)() == "Copy link")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "https://example.org/a?b=1&c=2"
    assert "never opens links" in button.accessibleDescription()


def test_grading_is_folded_until_asked_for(show: Show) -> None:
    pane = show(long_document())
    open_more(pane)
    assert "usually reliable" not in words_in(pane)
    fold = next(b for b in stops(pane) if getattr(b, "text", str)() == "Grading, proposed by the compilers")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert "B: usually reliable\nBecause." in words_in(pane)


def test_an_event_of_the_source_leads_there(show: Show, navigator: Navigator) -> None:
    pane = show(long_document())
    open_more(pane)
    link = next(link for link in pane.findChildren(Link) if link.accessibleName() == "First event · 2 claims")
    link.click()
    assert navigator.focus == Focus(event="E1", source="s1")


def test_signs_of_the_data_are_never_markup(show: Show, navigator: Navigator) -> None:
    claim = claim_of(text='<img src="/etc/passwd"> & more')
    pane = show(document_of("Some words.", {"Some words": (claim, claim)}))
    for label in pane.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for mark in marks_of(pane):
        assert "<img" not in mark.toolTip()


def test_a_source_without_document_says_so(pane: SourcePane) -> None:
    pane.show_source(source_of())
    assert "No document of this source is in this case." in words_in(pane)
    pane.take_keyboard()
    pane.next_passage()


def test_another_document_of_the_source_is_asked_for_through_the_navigator(
    pane: SourcePane, navigator: Navigator, case: sqlite3.Connection
) -> None:
    navigator.go(Focus(event="E03", source="article-000", document="N-article-000"))
    pane.show_source(sources.source(case, "article-000"))
    pane.show_document(sources.document(case, "N-article-000"))
    tabs = pane.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Our note", "Original, not held"]
    tabs.setCurrentIndex(1)
    assert navigator.focus == Focus(event="E03", source="article-000", document="D-article-000")


def test_an_original_that_is_not_held_names_its_places(
    pane: SourcePane, navigator: Navigator, case: sqlite3.Connection
) -> None:
    document = sources.document(case, "D-article-000")
    pane.show_source(sources.source(case, "article-000"))
    pane.show_document(document)
    navigator.go(Focus(source="article-000", document="D-article-000", passage=document.passages[-1].uid))
    QApplication.processEvents()
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[1] == "here"
    assert "hash of the original" in words_in(pane)


@pytest.mark.parametrize("width", [320, 486])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_nothing_is_cut_off_at_any_width_and_size(
    show: Show, look: Look, navigator: Navigator, width: int, scale: float
) -> None:
    pane = show(long_document())
    look.scale_text(scale)
    pane.resize(width, 640)
    navigator.go(Focus(source="s1", document="n1", passage="p2"))
    QApplication.processEvents()
    assert pane.minimumSizeHint().width() <= width
    assert view_of(pane).height() >= 150
    for widget in stops(pane):
        if not isinstance(widget, PassageMark):
            assert pane.rect().contains(widget.mapTo(pane, widget.rect().center()))


def test_a_change_of_theme_keeps_the_passage(show: Show, look: Look, navigator: Navigator) -> None:
    pane = show(long_document())
    navigator.go(Focus(source="s1", document="n1", passage="p2"))
    look.wear("dark")
    QApplication.processEvents()
    anchor = pane.connector_anchor()
    assert anchor is not None and anchor[1] == "here"
    assert "Passage 2 of 3" in words_in(pane)


def test_a_key_the_sheet_does_not_know_is_left_to_the_window(show: Show) -> None:
    view = view_of(show(long_document()))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


def test_a_passage_with_many_claims_lists_all_of_them_a_moment_later(
    show: Show, navigator: Navigator, qtbot: QtBot
) -> None:
    many = tuple(claim_of(f"C{number}") for number in range(1, 101))
    pane = show(document_of("All of it.", {"All of it": many}))
    navigator.go(Focus(event="E1", claim="C1", source="s1", document="n1", passage="p1"))
    claims = pane._foot._claims

    def listed() -> list[Link]:
        return claims.findChildren(Link)

    high = claims.height()
    assert 0 < len(listed()) < 20
    qtbot.waitUntil(lambda: len(listed()) == 100)
    assert claims.height() == high
    with qtbot.waitSignal(pane._foot.claim_chosen) as chosen:
        listed()[-1].click()
    assert chosen.args[0].uid == "C100"
