"""Documents on their way: passwords, damage, facts, covers, attached originals, reading views."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.locked.specimens import line, pages_of, png_header
from tests.panes.source.held import WAIT, Making, at_rest, page_sheet, passage, shown
from tests.panes.source.made import source_of
from viewer.case.frozen import replace
from viewer.index.ask.sources import DocumentView
from viewer.panes.source.attached import AttachedSheet
from viewer.panes.source.cover import CoverSheet
from viewer.panes.source.doing import acts_of, copy_row, write_copy
from viewer.panes.source.facts_sheet import FactsSheet
from viewer.panes.source.large_text import LargeTextSheet
from viewer.panes.source.opening import OpeningSheet
from viewer.panes.source.page_sheet import PageSheet
from viewer.panes.source.pane import SourcePane
from viewer.panes.source.reading_view import ReadingView
from viewer.panes.source.text_sheet import TextSheet
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

PAGES = pages_of([line("Number 1 of it"), b"", line("Number 3 of it")])


def words_in(pane: SourcePane) -> str:
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def button(pane: SourcePane, words: str) -> QPushButton:
    return next(one for one in pane.findChildren(QPushButton) if one.text() == words and one.isVisible())


def inner(pane: SourcePane) -> object:
    sheet = pane.area.sheet
    return sheet.sheet if isinstance(sheet, OpeningSheet) else sheet


def test_a_locked_document_asks_for_its_password_until_it_is_right(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path]
) -> None:
    name = "005-libreoffice-writer-password/libreoffice-writer-password.pdf"
    case = make_case({"a": (shared_data("pdf_samples_pypdf") / name).read_bytes()})
    shown(qtbot, pane, case, case.document("a", "application/pdf"))
    assert "locked with a password" in words_in(pane)
    for typed, said in (("wrong", "does not open"), ("openpassword", "")):
        field = pane.area.findChildren(QLineEdit)[-1]
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        at_rest(qtbot, case)
        assert said in words_in(pane)
    assert isinstance(inner(pane), PageSheet)


@pytest.mark.parametrize(
    ("content", "media_type", "said"),
    [
        (b"%PDF-1.7 and no more", "application/pdf", "damaged"),
        (png_header(100_000, 100_000), "image/png", "larger than can be shown"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav", "cannot be shown here yet"),
    ],
)
def test_what_cannot_be_shown_says_why_and_has_its_facts(
    qtbot: QtBot, pane: SourcePane, make_case: Making, content: bytes, media_type: str, said: str
) -> None:
    case = make_case({"a": content})
    shown(qtbot, pane, case, case.document("a", media_type))
    at_rest(qtbot, case)
    sheet = inner(pane)
    if isinstance(sheet, PageSheet):
        view = page_sheet(pane.area)._view
        assert view.shots.refusal(0) == "too-large"
        return
    assert isinstance(sheet, FactsSheet) and said in words_in(pane)


def test_a_moment_of_a_recording_is_named_by_its_time(qtbot: QtBot, pane: SourcePane, make_case: Making) -> None:
    case = make_case({"a": b"OggS and so on"})
    shown(qtbot, pane, case, case.document("a", "audio/ogg", passage("p1", t_start=72.4)))
    sheet = inner(pane)
    assert isinstance(sheet, FactsSheet)
    assert "1:12" in sheet._links[0].accessibleName()


def test_a_text_is_read_and_its_passages_are_found_where_they_have_moved(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    case = make_case({"a": b"# Title\n\nHe said *this* and left.\n"})
    document = case.document("a", "text/markdown", passage("p1", "and left", start=0, end=8))
    shown(qtbot, pane, case, document)
    navigator.go(Focus(source="s1", document="a", passage="p1"))
    sheet = inner(pane)
    assert isinstance(sheet, TextSheet) and sheet.state(0) == ("moved", 1)
    assert "another place than stated" in words_in(pane)


def test_a_web_page_loads_nothing_and_shows_its_words(qtbot: QtBot, pane: SourcePane, make_case: Making) -> None:
    page = b"<html><body><h1>Port</h1><img src='file:///etc/passwd'><script>x</script><p>Nine boats.</p>"
    case = make_case({"a": page})
    shown(qtbot, pane, case, case.document("a", "text/html"))
    read: list[str] = []
    assert isinstance(pane.area.sheet, OpeningSheet)
    pane.area.sheet.read_part(0, read.append)
    assert read == ["Port\n\nNine boats."]


def test_a_large_text_goes_to_its_passage_and_finds_words(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    text = "".join(f"Line {number} of the log, and nothing else.\n\n" for number in range(12_000))
    start = text.index("Line 9000 ")
    case = make_case({"a": text.encode()})
    document = case.document("a", "text/plain", passage("p1", "Line 9000", start=start, end=start + 9))
    shown(qtbot, pane, case, document)
    sheet = inner(pane)
    assert isinstance(sheet, LargeTextSheet) and sheet.state(0) == ("exact", 1)
    navigator.go(Focus(source="s1", document="a", passage="p1"))
    qtbot.wait(20)
    assert (sheet.anchor() or ("", ""))[1] == "here"
    caret = sheet._view.textCursor()
    caret.setPosition(sheet._ranges[0][0])
    caret.setPosition(sheet._ranges[0][1], caret.MoveMode.KeepAnchor)
    sheet._view.setTextCursor(caret)
    picked = sheet.picked()
    assert picked is not None and (picked.exact, picked.start, picked.end) == ("Line 9000", start, start + 9)
    sheet._seek("LINE 42")
    assert len(sheet._hits) == 1 + 10 + 100


def test_a_graphic_document_is_covered_until_the_reader_uncovers_it(
    qtbot: QtBot, pane: SourcePane, make_case: Making, shared_data: Callable[[str], Path]
) -> None:
    case = make_case({"a": (shared_data("exif_orientation") / "Landscape_1.jpg").read_bytes()})
    document = case.document("a", "image/jpeg", graphic=True)
    shown(qtbot, pane, case, document)
    assert isinstance(inner(pane), CoverSheet) and "A harbour at dawn." in words_in(pane)
    button(pane, "Show this document").click()
    at_rest(qtbot, case)
    assert isinstance(inner(pane), PageSheet)
    pane.show_document(document)
    at_rest(qtbot, case)
    assert isinstance(inner(pane), PageSheet)


def test_where_the_reader_wants_no_covers_there_are_none(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    case = make_case({"a": PAGES})
    pane.area.covers = False
    shown(qtbot, pane, case, case.document("a", "application/pdf", graphic=True))
    assert isinstance(inner(pane), PageSheet)


@pytest.mark.parametrize("known", [True, False])
def test_an_original_the_reader_holds_is_compared_shown_and_detached(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator, tmp_path: Path, known: bool
) -> None:
    case = make_case({"x": b"x"})
    case.miss("o", hashlib.sha256(PAGES).hexdigest() if known else None)
    document = case.document("o", "application/pdf", passage("p1", "Number 3", page=3), hold="not-held")
    shown(qtbot, pane, case, document)
    facts = inner(pane)
    assert isinstance(facts, FactsSheet) and button(pane, "Attach original…").isEnabled()
    (tmp_path / "mine.pdf").write_bytes(PAGES)
    facts.attach_file(tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: isinstance(pane.area.sheet, AttachedSheet), timeout=WAIT)
    at_rest(qtbot, case)
    assert ("the same, byte for byte" in words_in(pane)) == known
    assert page_sheet(pane.area).state(0) == ("exact", 1)
    navigator.go(Focus(source="s1", document="o", passage="p1"))
    assert pane._foot._held.accessibleName() == "found in the file you attached"
    button(pane, "Detach").click()
    qtbot.waitUntil(lambda: isinstance(pane.area.sheet, FactsSheet), timeout=WAIT)


def reading(pane: SourcePane) -> ReadingView:
    view = pane.findChild(ReadingView)
    assert isinstance(view, ReadingView)
    return view


def opened(qtbot: QtBot, pane: SourcePane, make_case: Making) -> DocumentView:
    case = make_case({"a": PAGES})
    document = case.document(
        "a", "application/pdf", passage("p1", "Number 1", page=1), passage("p2", "Number 3", page=3)
    )
    shown(qtbot, pane, case, document)
    return document


def test_the_reading_view_has_the_text_page_by_page_and_passages_as_stops(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    opened(qtbot, pane, make_case)
    navigator.go(Focus(source="s1", document="a", passage="p2"))
    pane.area.set_reading(True)
    view = reading(pane)
    qtbot.waitUntil(lambda: view.complete, timeout=WAIT)
    text = view.toPlainText()
    assert "Page 2 of 3\nThis page has no text." in text
    assert "Passage 2 of 2, cited by OHCHR: Number 3\nNumber 3 of it" in text
    assert text[view.textCursor().position() :].startswith("Passage 2 of 2")
    assert view.hasFocus() or QApplication.focusWidget() is view
    pane.previous_passage()
    assert text[view.textCursor().position() :].startswith("Passage 1 of 2")
    assert (pane.connector_anchor() or ("", ""))[1] == "here"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert navigator.focus.claim == "P1"


def test_leaving_the_reading_view_shows_the_document_again(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    opened(qtbot, pane, make_case)
    for reads in (True, False):
        pane.area.set_reading(reads)
        assert pane.area.sheet is not None and pane.area.sheet.isVisible() is not reads


def test_what_is_picked_goes_to_the_clipboard_as_a_row(qtbot: QtBot, pane: SourcePane, make_case: Making) -> None:
    opened(qtbot, pane, make_case)
    assert not copy_row(pane, English())
    page_sheet(pane.area)._view.picking.pick_page(0)
    with qtbot.waitSignal(pane.said):
        assert copy_row(pane, English())
    assert ",a,Number 1 of it," in QApplication.clipboard().text()


def test_a_verified_copy_says_its_hash(qtbot: QtBot, pane: SourcePane, make_case: Making, tmp_path: Path) -> None:
    opened(qtbot, pane, make_case)
    said: list[str] = []
    seat = pane.area.seat()
    assert seat is not None
    write_copy(English(), seat, tmp_path / "copy.pdf", said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert hashlib.sha256(PAGES).hexdigest() in said[0] and "copy.pdf" in said[0]


def test_a_translation_says_its_status_and_offers_the_same_passage_of_its_original(
    qtbot: QtBot, pane: SourcePane, make_case: Making, navigator: Navigator
) -> None:
    case = make_case({"o": b"Neuf bateaux.", "t": b"Nine boats."})
    there = passage("p1", "Nine boats", start=0, end=10)
    plain = case.document("t", "text/plain", replace(there, original="q1", original_document="o"))
    head = replace(plain.head, derivation="translation", derived_from="o", translation="draft", translator="A. N.")
    document = replace(plain, head=head)
    pane.area.lend(case.seat)
    pane.show_source(source_of(head, case.document("o", "text/plain").head))
    pane.show_document(document)
    at_rest(qtbot, case)
    assert "draft translation that no native reader has checked (A. N.)" in words_in(pane)
    navigator.go(Focus(source="s1", document="t", passage="p1"))
    acts = {words: act for words, act, usable in acts_of(pane, English()) if usable}
    with qtbot.waitSignal(pane.beside_asked) as asked:
        acts["Show beside it: Made from, The file o"]()
    assert asked.args == [Focus(source="s1", document="o", passage="q1")]


def test_leaving_a_document_while_it_is_read_loses_nothing_and_raises_nothing(
    qtbot: QtBot, pane: SourcePane, make_case: Making
) -> None:
    case = make_case({"a": PAGES, "b": b"Some words."})
    pane.area.lend(case.seat)
    for number in range(6):
        name, kind = (("a", "application/pdf"), ("b", "text/plain"))[number % 2]
        document = case.document(name, kind, passage("p1", "Number 1", page=1))
        pane.show_source(source_of(document.head))
        pane.show_document(document)
        pane.area.set_reading(number % 3 == 0)
        qtbot.wait(15 * number)
    at_rest(qtbot, case)
    assert isinstance(inner(pane), TextSheet)
