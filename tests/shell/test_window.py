"""The window on the bundled case: one click from any claim to the passage that carries it, by mouse and by key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from viewer.case.errors import UnknownFocus
from viewer.panes.source import mark
from viewer.panes.source.mark import PassageMark
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.settings import Settings
from viewer.shell.arrangement import Room
from viewer.shell.commands import CHAPTERS, COMMANDS
from viewer.shell.parts import Service
from viewer.shell.steps import holds_keyboard
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]


def test_it_opens_at_the_first_event_with_a_claim_and_its_passage(open_window: Opener) -> None:
    window = open_window()
    focus = window.session.navigator.focus
    assert focus.event == "E01"
    assert focus.claim
    assert focus.passage
    assert window.carrier.event_view is not None
    assert window.carrier.document_view is not None


def test_every_claim_of_an_event_leads_to_words_that_stand_in_the_document_shown(open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(event="E16"))
    claims = window.panes.detail.claim_order()
    assert len(claims) == 24
    for claim in claims:
        window.session.navigator.go(Focus(event="E16", claim=claim))
        focus, document = window.session.navigator.focus, window.carrier.document_view
        assert document is not None
        assert document.head.uid == focus.document
        passage = next(p for p in document.passages if p.uid == focus.passage)
        assert claim in [carried.uid for carried in passage.claims]
        assert passage.exact
        assert any(passage.exact in block.text for block in document.blocks)


def test_a_connector_runs_from_the_claim_to_its_passage(open_window: Opener) -> None:
    window = open_window()
    ends = window.connector.ends()
    assert ends is not None
    start, end, where, in_view = ends
    assert in_view
    assert where == "here"
    assert start.x() < end.x()


def test_back_returns_to_the_claim_that_was_left(open_window: Opener) -> None:
    window = open_window()
    before = window.session.navigator.focus
    window.session.navigator.go(Focus(event="E31"))
    window.parts.actions["back"].trigger()
    assert window.session.navigator.focus == before
    assert not window.parts.actions["back"].isEnabled() or window.session.navigator.can_go_back
    window.parts.actions["forward"].trigger()
    assert window.session.navigator.focus.event == "E31"


def test_steps_in_time_visit_every_event_once(open_window: Opener) -> None:
    window = open_window()
    seen = [window.session.navigator.focus.event]
    for _ in range(60):
        window.parts.actions["next_event"].trigger()
        if window.session.navigator.focus.event != seen[-1]:
            seen.append(window.session.navigator.focus.event)
    assert len(seen) == len(set(seen)) == 40


def test_the_keyboard_goes_to_the_passage_and_back(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    window.activateWindow()
    window.parts.actions["claim_or_passage"].trigger()
    QApplication.processEvents()
    assert holds_keyboard(window.panes.source)
    window.parts.actions["claim_or_passage"].trigger()
    QApplication.processEvents()
    assert holds_keyboard(window.panes.detail)


def test_f6_visits_every_pane(open_window: Opener) -> None:
    window = open_window()
    window.activateWindow()
    visited = set()
    for _ in range(4):
        window.parts.actions["next_pane"].trigger()
        QApplication.processEvents()
        visited |= {type(pane).__name__ for pane in window.panes.in_turn() if holds_keyboard(pane)}
    assert visited == {"ListingPane", "TimelinePane", "DetailPane", "SourcePane"}


def test_a_citation_names_claimant_publisher_note_and_address(open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(claim="E16-C04"))
    window.parts.actions["copy_citation"].trigger()
    copied = QGuiApplication.clipboard().text()
    for part in ("Ali Ghaidan", "Reuters", "araphrase", "case:ashraf-2003-2016/focus?", "claim=E16-C04"):
        assert part in copied, part
    assert "“" not in copied


def test_an_address_that_was_copied_leads_back(open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(claim="E31-C03"))
    there = window.session.navigator.focus
    window.parts.actions["copy_address"].trigger()
    window.session.navigator.go(Focus(event="E01"))
    window.acts.go_to(QGuiApplication.clipboard().text())
    assert window.session.navigator.focus == there


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("case:other/focus?event=E16", "belongs to the case “other”"),
        ("case:ashraf-2003-2016/focus?event=E99", "no event “E99”"),
        ("nonsense", "not an address"),
    ],
)
def test_an_address_that_leads_nowhere_is_answered_with_a_sentence(
    open_window: Opener, uri: str, said: str
) -> None:
    window = open_window()
    before = window.session.navigator.focus
    window.acts.go_to(uri)
    assert window.session.navigator.focus == before
    notice = window.findChild(QWidget, "notice")
    assert notice is not None
    assert said in notice.text()  # type: ignore[attr-defined]


def test_a_focus_that_does_not_exist_is_refused_by_the_navigator(open_window: Opener) -> None:
    with pytest.raises(UnknownFocus):
        open_window().session.navigator.go(Focus(claim="E16-C99"))


@pytest.mark.parametrize(
    ("width", "height", "percent", "room"),
    [
        (1440, 900, 100, Room.ALL),
        (1093, 574, 100, Room.LIST_AND_TABS),
        (1024, 640, 100, Room.LIST_AND_TABS),
        (1024, 640, 200, Room.TABS),
        (1440, 900, 150, Room.LIST_AND_TABS),
        (700, 500, 100, Room.TABS),
    ],
)
def test_panes_stand_as_tabs_where_they_would_be_squeezed(
    open_window: Opener, service: Service, width: int, height: int, percent: int, room: Room
) -> None:
    service.look.scale_text(percent / 100)
    window = open_window(width, height)
    assert window.parts.arrangement.room is room
    assert window.connector.isVisible() == (room is Room.ALL)


def test_in_tabs_a_claim_brings_up_its_passage(open_window: Opener) -> None:
    window = open_window(700, 500)
    tabs = window.parts.arrangement.tabs
    assert tabs.count() == 4
    window.session.navigator.go(Focus(claim="E16-C06"), window.panes.detail)
    assert tabs.currentWidget() is window.panes.source
    window.session.navigator.go(Focus(event="E11"), window.panes.listing)
    assert tabs.currentWidget() is window.panes.detail


def test_the_window_grows_and_shrinks_without_losing_a_pane(open_window: Opener) -> None:
    window = open_window()
    for width, height in ((700, 500), (1000, 640), (1500, 950), (1000, 640), (1440, 900)):
        window.resize(width, height)
        QApplication.processEvents()
    assert all(pane.isVisible() for pane in window.panes.in_turn())
    assert window.connector.isVisible()


def test_every_focusable_control_has_an_accessible_name(open_window: Opener) -> None:
    window = open_window()
    window.session.navigator.go(Focus(claim="E16-C06"))
    QApplication.processEvents()
    nameless = [
        f"{type(part).__name__} in {type(part.parentWidget()).__name__}"
        for part in window.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible() and not _spoken(part)
    ]
    assert nameless == []


def _spoken(part: QWidget) -> str:
    from PySide6.QtGui import QAccessible

    face = QAccessible.queryAccessibleInterface(part)
    return face.text(QAccessible.Text.Name) if face else ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # windows beside, and menus
def test_every_usable_command_does_something_without_falling(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    asking = {
        "go_to_address",
        "save_picture",
        "about_program",
        "quit",
        "quit_now",  # ends the process
        "close_window",
        "timeline_choices",
        "present",
        "rehearse",  # both take the whole screen
    }  # these wait for the reader
    for name in COMMANDS:
        if name not in asking:
            window.parts.actions[name].trigger()
            QApplication.processEvents()
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_choice_of_text_size_and_theme_is_kept(open_window: Opener, service: Service) -> None:
    window = open_window()
    window.parts.actions["text_larger"].trigger()
    window.parts.actions["theme_dark"].trigger()
    assert service.look.theme.name == "dark"
    again = type(service.settings)(service.settings.path)
    assert again.choices.text_percent == 110
    assert again.choices.theme == "dark"


def test_the_window_remembers_its_place_but_names_no_case(open_window: Opener, service: Service) -> None:
    window = open_window(1300, 850)
    assert "Ashraf" not in window.windowTitle()
    window.close()
    kept = service.settings.path.read_text("utf-8")
    assert "1300" in kept
    assert "ashraf" not in kept.lower()


def test_the_next_window_stands_as_the_last_one_did(
    open_window: Opener, service: Service, ashraf_index: Path
) -> None:
    window = open_window(1300, 850)
    window.move(60, 40)
    window.panes.listing.collapse_kinds(["statement"])
    window.parts.arrangement.restore([300, 520, 480], [310, 480])
    QApplication.processEvents()
    sizes, place = window.parts.arrangement.sizes(), window.geometry()
    window.close()
    kept = Settings(service.settings.path)
    following = CaseWindow(Session(ashraf_index), Service(service.look, service.voice, kept))
    following.show()
    following.restore_panes()
    following.open_at(None)
    QApplication.processEvents()
    assert following.geometry() == place
    assert following.parts.arrangement.sizes() == sizes
    assert following.panes.listing.collapsed_kinds() == ["statement"]
    following.close()


def test_finding_goes_where_the_words_stand(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    finder = window.panes.finder
    window.parts.actions["find"].trigger()
    QTest.keyClicks(finder, "loudspeak")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.navigator.focus.event == "E14", timeout=3000)
    assert finder.popup is None


def test_finding_nothing_is_said(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    finder = window.panes.finder
    QTest.keyClicks(finder, "zzzzqqq")
    qtbot.waitUntil(lambda: finder.popup is not None, timeout=3000)
    assert finder.popup is not None
    assert "Nothing found" in finder.popup.said.text()
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert not finder.hasFocus()


def test_nothing_is_asked_of_a_case_that_was_closed_while_the_view_moved(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # so that what is late would still come
    timeline = window.panes.timeline
    timeline.dragged.emit(-40.0, 0.0)
    assert timeline._settle.isActive()
    window.close()
    qtbot.wait(timeline._settle.interval() + 50)
    timeline.repaint()
    assert not timeline._settle.isActive()


def test_nothing_is_asked_of_a_case_that_was_closed_before_all_of_it_was_there(
    qtbot: QtBot, open_window: Opener
) -> None:
    window = open_window()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # so that what is late would still come
    marks = window.panes.source.findChildren(PassageMark)
    assert marks and not any(one.accessibleDescription() for one in marks)
    window.close()
    qtbot.wait(2 * mark.SOON)
    assert window.panes.source.document is None


@pytest.mark.parametrize("width", [1280, 1440, 1900])
def test_a_window_of_another_size_than_expected_shares_its_room_alike(open_window: Opener, width: int) -> None:
    arrangement = open_window(width, 900).parts.arrangement
    (left, detail, source), _rows = arrangement.sizes()
    assert left == 268 and source == pytest.approx(470, abs=2)
    assert detail == pytest.approx(arrangement.width() - 268 - 470, abs=4)


def test_the_menu_holds_every_command_of_the_table_when_it_is_opened(open_window: Opener) -> None:
    window = open_window()
    menu = window.parts.topbar._menu.menu()
    assert menu is not None
    for _time in range(2):
        menu.aboutToShow.emit()
    listed = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    assert all(window.parts.actions[name] in listed for name in COMMANDS)
    assert len(menu.actions()) == len(CHAPTERS) + 1  # and the saved views
