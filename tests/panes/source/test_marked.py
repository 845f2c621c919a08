"""Words that are looked for are marked in documents; the selected passage keeps its ground."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.panes.ground import grounds
from tests.panes.source.conftest import Show
from tests.panes.source.made import claim_of, document_of
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.panes.source.large_text import LargeTextSheet, LargeTextView
from viewer.panes.source.pane import SourcePane
from viewer.panes.source.reading_view import ReadingView
from viewer.panes.source.text_view import TextView
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

TEXT = (
    "Two 𐎠𐎡 people were **killed** there.\n\nقُتِلَ ۳۴ شخصا في المخيم.\n\nNobody was hurt. *Killed* again, unkilled."
)


def view_of(pane: SourcePane) -> TextView:
    view = pane.findChild(TextView)
    assert isinstance(view, TextView)
    return view


def words_at(view: TextView, look: Look) -> list[str]:
    """What the pieces of ground lie under, read where they begin and where they end."""
    read = []
    for box in grounds(view.viewport(), look.theme.highlight):
        edges = (box.center() - (box.center() - box.bottomLeft()) * end for end in (0.7, -0.7))
        caret = view.cursorForPosition(box.center())
        caret.select(QTextCursor.SelectionType.WordUnderCursor)
        read.append(caret.selectedText())
        assert all(view.cursorForPosition(edge).block() == caret.block() for edge in edges)
    return read


@pytest.mark.parametrize("words", ["killed", "killed OR المخيم OR 34"])
def test_words_of_a_text_are_marked_in_every_script(
    show: Show, navigator: Navigator, look: Look, words: str
) -> None:
    view = view_of(show(document_of(TEXT, {})))
    plain = view.toPlainText()
    assert not words_at(view, look)
    navigator.ask(Query(words=words))
    found = words_at(view, look)
    assert found.count("killed") == 1 and found.count("Killed") == 1
    assert len(found) == (2 if words == "killed" else 4)
    assert view.toPlainText() == plain and not view.textCursor().hasSelection()
    navigator.ask(Query())
    assert not words_at(view, look)


def test_a_document_that_comes_later_is_marked(show: Show, navigator: Navigator, look: Look) -> None:
    navigator.search("nobod")
    assert words_at(view_of(show(document_of(TEXT, {}))), look) == ["Nobody"]


def test_marks_follow_the_lines_and_scrolling(show: Show, navigator: Navigator, look: Look) -> None:
    navigator.ask(Query(words="needle"))
    pane = show(document_of("\n\n".join(["A line of straw."] * 80 + ["The needle."] + ["More straw."] * 80), {}))
    view = view_of(pane)
    assert not words_at(view, look)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert words_at(view, look) == ["needle"]
    pane.resize(360, 700)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert words_at(view, look) == ["needle"]


def test_the_selected_passage_keeps_its_ground_and_its_connector(
    show: Show, navigator: Navigator, look: Look
) -> None:
    pane = show(document_of(TEXT, {"Two 𐎠𐎡 people were **killed** there": (claim_of(),)}))
    pane._select(0)
    QApplication.processEvents()
    view, anchor = view_of(pane), pane.connector_anchor()
    before = grounds(view.viewport(), look.theme.highlight)[0]
    navigator.ask(Query(words="people"))
    assert grounds(view.viewport(), look.theme.highlight)[0].width() == before.width()
    assert pane.connector_anchor() == anchor


def test_a_screen_reader_reads_what_it_read(show: Show, navigator: Navigator) -> None:
    view = view_of(show(document_of(TEXT, {})))
    found = QAccessible.queryAccessibleInterface(view)
    assert found
    before = found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Value)
    navigator.ask(Query(words="killed"))
    assert (found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Value)) == before


def marked(view: QPlainTextEdit, look: Look) -> list[str]:
    """Underlined as found words are, not as passages."""
    return [
        selection.cursor.selectedText()
        for selection in view.extraSelections()
        if selection.format.underlineStyle() == selection.format.UnderlineStyle.SingleUnderline
        and selection.format.background().color() == look.theme.highlight
    ]


def test_a_large_text_is_marked_as_far_as_it_shows(look: Look, qtbot: QtBot) -> None:
    from viewer.index.sought import sought_words

    text = "\n\n".join(f"A camp 🕊, line {number}" for number in range(3_000))
    sheet = LargeTextSheet(look, English(), document_of(text, {"line 7": (claim_of(),)}))
    qtbot.addWidget(sheet)
    sheet.resize(460, 400)
    sheet.show()
    view = sheet.findChild(LargeTextView)
    assert isinstance(view, LargeTextView)
    sheet.show_sought(sought_words("line"))
    qtbot.waitUntil(lambda: 5 < len(marked(view, look)) < 60)
    view.verticalScrollBar().setValue(2_000)
    qtbot.waitUntil(lambda: last_block(view) > 2_000)
    assert set(marked(view, look)) == {"line"}
    sheet.show_sought(None)
    assert not marked(view, look) and len(view.extraSelections()) == 1


def last_block(view: QPlainTextEdit) -> int:
    selection = view.extraSelections()[-1]
    return selection.cursor.blockNumber()


def test_the_reading_view_is_marked(show: Show, navigator: Navigator, look: Look, qtbot: QtBot) -> None:
    pane = show(document_of(TEXT, {}))
    pane.area.set_reading(True)
    view = pane.findChild(ReadingView)
    assert isinstance(view, ReadingView)
    qtbot.waitUntil(lambda: view.complete)
    navigator.ask(Query(words="killed"))
    assert [word.lower() for word in marked(view, look)] == ["killed", "killed"]
    navigator.ask(Query())
    assert not marked(view, look)
