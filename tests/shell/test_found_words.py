"""Words found in a web page or PDF: Enter goes to the passage, or to the very page or place in the document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.index.ask.finding import Finding, found
from viewer.index.reader import open_index
from viewer.panes.finder.lines import focus_of
from viewer.panes.source.opening import OpeningSheet
from viewer.panes.source.page_sheet import PageSheet
from viewer.panes.source.text_sheet import TextSheet
from viewer.session.session import Session
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow


@pytest.fixture
def window(service: Service, built_resources: Path, qtbot: QtBot) -> Iterator[CaseWindow]:
    session = Session(paths.bundled_index("harbour"), case=paths.bundled_case("harbour"))
    made = CaseWindow(session, service)
    made.resize(1440, 900)
    made.show()
    made.open_at(None)
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close()
    QApplication.processEvents()


def hit(words: str, document: str, *, in_a_passage: bool) -> Finding:
    with closing(open_index(paths.bundled_index("harbour"))) as index:
        return next(
            one
            for one in found(index, words).findings
            if one.document == document and bool(one.uid) is in_a_passage
        )


def sheet_of(window: CaseWindow, qtbot: QtBot) -> PageSheet | TextSheet:
    """What the source pane shows, once it has been decoded."""

    def there() -> None:
        outer = window.panes.source.area.sheet
        assert isinstance(outer, OpeningSheet)
        assert isinstance(outer.sheet, PageSheet | TextSheet)

    qtbot.waitUntil(there, timeout=20_000)
    outer = window.panes.source.area.sheet
    assert isinstance(outer, OpeningSheet)
    assert isinstance(outer.sheet, PageSheet | TextSheet)
    return outer.sheet


def go(window: CaseWindow, finding: Finding) -> None:
    """As the field does when a line is chosen."""
    window.panes.finder._go_to(finding)


def test_a_word_in_no_passage_of_a_pdf_opens_its_page(window: CaseWindow, qtbot: QtBot) -> None:
    for words, page in (("clerk", 3), ("arrived", 2)):
        finding = hit(words, "D-LOG", in_a_passage=False)
        assert finding.page == page
        go(window, finding)
        sheet = sheet_of(window, qtbot)
        assert isinstance(sheet, PageSheet)
        qtbot.waitUntil(lambda sheet=sheet, page=page: sheet._view.page == page - 1, timeout=5000)  # type: ignore[misc]
        QTest.qWait(200)
        assert sheet._view.page == page - 1, "and it stays there"
        focus = window.session.navigator.focus
        assert (focus.document, focus.passage) == ("D-LOG", None)


def test_a_word_in_no_passage_of_a_web_page_is_selected_there(window: CaseWindow, qtbot: QtBot) -> None:
    finding = hit("known", "D-COURIER", in_a_passage=False)
    go(window, finding)
    sheet = sheet_of(window, qtbot)
    qtbot.waitUntil(lambda: sheet.selected_text() == "known", timeout=5000)


def test_enter_in_the_field_goes_there(window: CaseWindow, qtbot: QtBot) -> None:
    finder = window.panes.finder
    QTest.keyClicks(finder, "lamp only explanation")
    qtbot.waitUntil(lambda: finder.popup is not None and finder.popup.isVisible(), timeout=5000)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.navigator.focus.document == "D-COURIER", timeout=5000)
    assert window.session.navigator.focus.passage == "COURIER-4"


def test_a_passage_of_the_case_is_pointed_out_instead() -> None:
    finding = hit("guarded", "D-LOG", in_a_passage=True)
    focus = focus_of(finding)
    assert focus is not None
    assert focus.passage == "LOG-11"
