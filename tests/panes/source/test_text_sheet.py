"""The sheet for text: passages fall on their words, whatever the script; selections give the document's words."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.source.made import claim_of, document_of
from viewer.index.ask import sources
from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.panes.source.facts_sheet import FactsSheet
from viewer.panes.source.given import Given
from viewer.panes.source.kinds import sheet_for
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.text_sheet import TextSheet
from viewer.panes.source.text_view import TextView
from viewer.session.lens import Seat
from viewer.wording.voice import English

ARABIC = "قالت المفوضية إن 34 شخصا قتلوا (OHCHR, 15 April 2011) بينهم سبع نساء."


def sheet_of(qtbot: QtBot, look: Look, document: DocumentView) -> tuple[TextSheet, TextView]:
    sheet = TextSheet(look, English(), document)
    qtbot.addWidget(sheet)
    sheet.resize(460, 500)
    sheet.show()
    QApplication.processEvents()
    view = sheet.findChild(TextView)
    assert isinstance(view, TextView)
    return sheet, view


def select(view: TextView, words: str) -> None:
    start = view.toPlainText().encode("utf-16-le").index(words.encode("utf-16-le")) // 2
    caret = view.textCursor()
    caret.setPosition(start)
    caret.setPosition(start + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(caret)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two signs 𐎠𐎡 before. At least **34** people were killed.", "At least **34** people"),
        (ARABIC, "34 شخصا قتلوا (OHCHR, 15"),
        ("# Heading\n\nOne. *Two* three.\n\n- an item 🕊 here", "item 🕊 here"),
    ],
)
def test_a_passage_stands_on_its_words(qtbot: QtBot, look: Look, text: str, words: str) -> None:
    sheet, view = sheet_of(qtbot, look, document_of(text, {words: (claim_of(),)}))
    select(view, words.replace("*", ""))
    assert sheet.selected_text() == words.replace("*", "")
    assert sheet.selected_passages() == (0,)
    caret = view.textCursor()
    caret.setPosition(caret.selectionStart())
    view.setTextCursor(caret)
    assert sheet.selected_passages() == ()


def test_every_letter_of_a_passage_that_runs_both_ways_is_highlighted(qtbot: QtBot, look: Look) -> None:
    document = document_of(ARABIC, {"34 شخصا": ()}, lang="ar")
    sheet, view = sheet_of(qtbot, look, document)
    sheet.point_out(0)
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    caret = view.textCursor()
    caret.setPosition(ARABIC.index("34") + 1)  # between the two digits
    place = view.cursorRect(caret)
    ground = look.theme.highlight.rgb()
    column = [picture.pixel(round(place.x() * ratio), y) for y in range(picture.height())]
    assert ground in column


def test_every_passage_of_the_bundled_notes_reads_as_it_is_cited(
    qtbot: QtBot, look: Look, case: sqlite3.Connection
) -> None:
    shown = 0
    for chip in sources.listing(case)[::5]:
        for head in sources.source(case, chip.uid).documents:
            document = sources.document(case, head.uid)
            sheet = sheet_for(look, English(), document, Given())
            qtbot.addWidget(sheet)
            if not isinstance(sheet, TextSheet):
                continue
            for index, passage in enumerate(document.passages):
                start, end = sheet._ranges[index]
                assert sheet._words(start, end) == passage.exact
                shown += 1
    assert shown > 20


def test_no_name_in_the_text_is_opened(qtbot: QtBot, look: Look) -> None:
    hostile = 'Names: `<img src="/etc/passwd">` and <img src="file:///etc/passwd"> ![x](file:///etc/passwd)'
    _sheet, view = sheet_of(qtbot, look, document_of(hostile, {}))
    assert '<img src="file:///etc/passwd">' in view.toPlainText()
    for kind in (2, 3, 1):  # picture, style sheet, page
        answer = view.document().resource(kind, QUrl("file:///etc/passwd"))
        assert isinstance(answer, QImage) and not answer.isNull()


def test_what_is_copied_is_what_stands_in_the_document(qtbot: QtBot, look: Look) -> None:
    sheet, view = sheet_of(qtbot, look, document_of("One \u202etwo.\n\nThree.", {}))
    view.selectAll()
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "One \u202etwo.\n\nThree." == sheet.selected_text()
    assert not data.hasHtml()
    assert "\u202e" not in view.toPlainText()


def test_the_wheel_does_not_change_the_size_of_one_sheet(qtbot: QtBot, look: Look) -> None:
    _sheet, view = sheet_of(qtbot, look, document_of("One.\n\n" * 60, {}))
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.font()
    QApplication.sendEvent(view.viewport(), event)
    assert view.font() == before
    assert not event.isAccepted()  # the window may make use of it


def test_a_long_line_is_kept_to_a_measure_one_can_read(qtbot: QtBot, look: Look) -> None:
    sheet, view = sheet_of(qtbot, look, document_of("word " * 400, {}))
    sheet.resize(1200, 500)
    QApplication.processEvents()
    layout = view.document().firstBlock().layout()
    longest = max(layout.lineAt(n).textLength() for n in range(layout.lineCount()))
    assert 55 <= longest <= 80


@pytest.mark.parametrize(("uid", "kind"), [("D-article-000", FactsSheet), ("N-article-000", TextSheet)])
def test_a_document_that_is_not_held_is_shown_by_its_facts(
    qtbot: QtBot, look: Look, case: sqlite3.Connection, uid: str, kind: type[Sheet]
) -> None:
    sheet = sheet_for(look, English(), sources.document(case, uid), Given())
    qtbot.addWidget(sheet)
    assert type(sheet) is kind


def test_no_note_of_the_bundled_case_needs_the_locked_process(
    qtbot: QtBot, look: Look, case: sqlite3.Connection
) -> None:
    def never(_uid: str) -> Seat:
        pytest.fail("a document was asked for")

    for chip in sources.listing(case):
        for head in sources.source(case, chip.uid).documents:
            if head.hold == "note":
                sheet = sheet_for(look, English(), sources.document(case, head.uid), Given(never))
                qtbot.addWidget(sheet)
                assert isinstance(sheet, TextSheet)
                assert all(sheet.state(n)[0] in ("exact", "") for n in range(len(sheet._ranges)))
