"""Commands about documents in a window: reading view, a second source beside, covers; nothing at the start."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.shell.conftest import Opener
from viewer.panes.source.beside import Beside
from viewer.panes.source.pane import SourcePane
from viewer.panes.source.reading_view import ReadingView
from viewer.session.focus import Focus
from viewer.shell.window import CaseWindow


def disputed_focus(window: CaseWindow) -> Focus:
    """A claim that one other claim or more cannot be true together with."""
    from viewer.index.ask import events

    connection = window.session.connection
    for row in (row for group in events.by_kind(connection) for row in group.events):
        view, uid = events.event(connection, row.uid), row.uid
        for claim in view.claims:
            if len(claim.disputed_by) == 1:
                return Focus(event=uid, claim=claim.uid)
    raise AssertionError("the bundled case has no such claim")


def seconds(window: CaseWindow) -> list[SourcePane]:
    return window.panes.source.findChildren(SourcePane)


def test_what_contradicts_a_claim_stands_beside_it_and_the_focus_stays(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.session.navigator.go(disputed_focus(window))
    focus = window.session.navigator.focus
    assert window.panes.source._foot._compare.isVisible()
    window.parts.actions["compare_passages"].trigger()
    QApplication.processEvents()
    (second,) = seconds(window)
    assert second.isVisible() and second.document is not None and second.selected is not None
    assert window.session.navigator.focus == focus
    claims = [claim.uid for claim in second.document.passages[second.selected].claims]
    view = window.carrier.event_view
    assert view is not None
    mine = next(claim for claim in view.claims if claim.uid == focus.claim)
    assert set(mine.disputed_by) & set(claims)
    second.next_passage()
    assert window.session.navigator.focus == focus


def test_the_second_source_can_be_turned_closed_and_opened_again(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.session.navigator.go(disputed_focus(window))
    for _ in range(2):
        window.parts.actions["compare_passages"].trigger()
        QApplication.processEvents()
        beside = window.panes.source.findChild(Beside)
        assert beside is not None and len(seconds(window)) == 1
        before = beside.orientation()
        beside.turn()
        assert beside.orientation() != before
        beside.closed.emit()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
        QApplication.processEvents()
        assert seconds(window) == []
        assert window.panes.source.connector_anchor() is not None


def test_the_reading_view_is_one_key_away_and_keeps_the_focus(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.parts.actions["next_passage"].trigger()
    focus = window.session.navigator.focus
    window.parts.actions["reading_view"].trigger()
    qtbot.wait(20)
    view = window.panes.source.findChild(ReadingView)
    assert view is not None and view.isVisible() and "Passage" in view.toPlainText()
    assert window.session.navigator.focus == focus
    window.parts.actions["reading_view"].trigger()
    QApplication.processEvents()
    assert window.panes.source.area.sheet is not None and window.panes.source.area.sheet.isVisible()


def test_whether_graphic_documents_are_covered_is_remembered(open_window: Opener) -> None:
    window = open_window()
    seen = []
    for _ in range(2):
        seen.append((window.panes.source.area.covers, window._service.settings.choices.cover_graphic))
        window.parts.actions["cover_graphic"].trigger()
    assert seen == [(True, True), (False, False)]


def test_the_bundled_case_opens_without_what_reads_documents() -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QLocale\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from viewer import paths\n"
        "from viewer.look.current import Look\n"
        "from viewer.look.voice import QtVoice\n"
        "from viewer.settings import Settings\n"
        "from viewer.shell.house import session_of\n"
        "from viewer.shell.parts import Service\n"
        "from viewer.shell.window import CaseWindow\n"
        "service = Service(Look(paths.resources(), 'light'), QtVoice(QLocale('en')), Settings())\n"
        "window = CaseWindow(session_of('ashraf'), service)\n"
        "window.show(); window.open_at(None); app.processEvents()\n"
        "late = ('viewer.session.lens', 'viewer.locked.child', 'viewer.panes.source.page_view', 'msgspec')\n"
        "sys.exit(', '.join(name for name in late if name in sys.modules) or 0)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
