"""The window a case is read in: top bar, event list, timeline, detail, source, and the connecting line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.panes.detail.pane import DetailPane
from viewer.panes.finder.field import FinderField
from viewer.panes.listing.pane import ListingPane
from viewer.panes.source.pane import SourcePane
from viewer.panes.timeline.pane import TimelinePane
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.shell.acts import Acts
from viewer.shell.arrangement import Arrangement, Room
from viewer.shell.carrier import Carrier
from viewer.shell.citing import Citing
from viewer.shell.commands import connect_actions, make_actions
from viewer.shell.connector import Connector
from viewer.shell.notice import Notice
from viewer.shell.parts import Panes, Parts, Service
from viewer.shell.side import Side
from viewer.shell.statusline import StatusLine
from viewer.shell.timeplace import TimePlace
from viewer.shell.topbar import TopBar
from viewer.wording.events import counted

if TYPE_CHECKING:
    from viewer.index.ask.finding import Finding

FIRST_SIZE = (1440, 900)
SMALLEST = (480, 360)


class CaseWindow(QMainWindow):
    """One case, one window. Owns its session and closes it."""

    def __init__(self, session: Session, service: Service, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        session.setParent(self)
        self.session = session
        self._service = service
        self._middle = QWidget(self)
        self.status = StatusLine(service.look, service.voice)
        self._arrangement = Arrangement(service.look, self._middle)
        self.panes = self._make_panes()
        self._notice = Notice(service.look, self._middle)
        self.parts = self._make_parts()
        self.acts = Acts(self.parts)
        connect_actions(self.parts.actions, self.acts.handlers())
        self.connector = Connector(self.panes.detail, self.panes.source, service.look, self._middle)
        self._stack()
        self._listen()
        self._show_heading()  # before the first layout, which gives what it says its room
        self._restore()

    def open_at(self, focus: Focus | None) -> None:
        """Fill the panes and go to a focus; without one to the first event in time and its first claim.

        Raises UnknownFocus; the window then stands at the first event.
        """
        try:
            if focus := focus or self.carrier.first_focus():
                self.session.navigator.go(focus)
            else:
                self.panes.detail.show_nothing()
        finally:  # last, so that list and timeline are laid out once, for the event in focus
            self.carrier.fill(self.panes.listing, self.panes.timeline)
            self.acts.timekeeping.show_choices()
            self.acts.verifying.begin_behind()

    def say(self, sentence: str) -> None:
        """A sentence under the bar, until the next move or a click."""
        self._notice.say(sentence)

    def offer(self, question: QWidget) -> None:
        """Something to be answered at leisure, between the bar and the panes."""
        layout = self._middle.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, question)
        question.show()

    def restore_panes(self) -> None:
        """Once the window has its size: the widths it had last time."""
        choices = self._service.settings.choices
        self.parts.arrangement.restore(choices.columns, choices.rows)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember()
        self.panes.timeline.forget_case()
        self.panes.source.forget_case()
        self.session.close()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._middle and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._cover()
        return super().eventFilter(watched, event)

    # What others tell us

    def _focus_moved(self, focus: Focus, by: QObject | None) -> None:
        self.say("")
        panes, arrangement = self.panes, self.parts.arrangement
        if focus.passage and by in (panes.detail, panes.finder):
            arrangement.bring_up(panes.source)
        elif focus.event and by in (panes.listing, panes.time.currentWidget(), panes.source, panes.finder):
            arrangement.bring_up(panes.detail)

    def _show_found(self, finding: Finding) -> None:
        """Words of a document that stand in no passage of the case: the place itself comes into view."""
        if finding.entity == "passage" and not finding.uid and finding.document:
            from viewer.panes.source.sheet import Sought

            self.parts.arrangement.bring_up(self.panes.source)
            sought = Sought(finding.document, finding.start, finding.end, finding.page)
            self.panes.source.area.look_at(sought)

    def _show_rest(self, kind: str) -> None:
        """Too many events of a kind to list: the filters come up, with the kind chosen."""
        query = self.session.navigator.query
        if kind not in query.kind:
            self.session.navigator.ask(query.turned("kind", kind), self.panes.listing)
        if not self.panes.side.shows_filters:
            self.parts.actions["filters"].trigger()

    def _rearranged(self, room: Room) -> None:
        self.connector.setVisible(room is Room.ALL)
        self.parts.topbar.make_narrow(room is not Room.ALL)

    # How it is done

    def _make_panes(self) -> Panes:
        navigator, look, voice = self.session.navigator, self._service.look, self._service.voice
        room = self._arrangement
        side = Side(self.session, look, voice, room.columns)
        listing = ListingPane(navigator, look, voice, side)
        side.hold(listing, self.status)
        time = TimePlace(room.rows)
        timeline = TimelinePane(navigator, look, voice, time)
        time.hold(timeline)
        detail = DetailPane(navigator, look, voice, room.below)
        source = SourcePane(navigator, look, voice, room.below)
        finder = FinderField(navigator, self.session.desk, look, voice, self._middle)
        room.hold((side, time, detail, source))
        return Panes(listing, timeline, detail, source, finder, side, time)

    def _make_parts(self) -> Parts:
        panes, service = self.panes, self._service
        self.carrier = Carrier(self.session, panes.detail, panes.source, self)
        actions = make_actions(self)
        return Parts(
            window=self,
            session=self.session,
            service=service,
            panes=panes,
            topbar=TopBar(service.look, actions, panes.finder, self._middle),
            arrangement=self._arrangement,
            citing=Citing(self.session, self.carrier, panes.detail, panes.source),
            actions=actions,
            say=self.say,
        )

    def _stack(self) -> None:
        layout = QVBoxLayout(self._middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.parts.topbar, self._notice):
            layout.addWidget(widget)
        layout.addWidget(self.parts.arrangement, 1)
        self.setCentralWidget(self._middle)
        self.setMinimumSize(*SMALLEST)
        self._middle.installEventFilter(self)

    def _listen(self) -> None:
        navigator, steps = self.session.navigator, self.acts.steps
        navigator.focus_moved.connect(self._focus_moved)
        navigator.history_changed.connect(steps.show_history)
        self.session.alterations_found.connect(self.carrier.renew)
        self.panes.listing.rest_opened.connect(self._show_rest)
        self.panes.finder.left.connect(steps.leave_finder)
        self.panes.finder.went.connect(self._show_found)
        self.panes.detail.citation_asked.connect(self.acts.copy_citation_of)
        self.panes.detail.address_asked.connect(self.acts.copy_address_of)
        self.panes.detail.comparison_asked.connect(self.parts.actions["compare_accounts"].trigger)
        self.parts.arrangement.rearranged.connect(self._rearranged)
        self._service.look.changed.connect(self._cover)
        self.status.pressed.connect(self.acts.verifying.verify_case)
        steps.show_history()

    def _show_heading(self) -> None:
        heading = self.session.heading
        self.parts.topbar.show_case(heading.title, counted(self._service.voice, heading.events, heading.sources))
        self.status.show_case(heading.case_digest, self.session.verification)
        self.acts.privacy.name_window()

    def _cover(self) -> None:
        self.connector.setGeometry(self._middle.rect())
        self.connector.raise_()

    def _restore(self) -> None:
        choices = self._service.settings.choices
        self.resize(*FIRST_SIZE)
        if len(choices.geometry) == 4 and _on_a_screen(wished := QRect(*choices.geometry)):
            self.setGeometry(wished)
        if choices.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.parts.arrangement.expect(self.width(), self.height() - self.parts.topbar.height())
        self.panes.listing.collapse_kinds(choices.folded_kinds)

    def _remember(self) -> None:
        columns, rows = self.parts.arrangement.sizes()
        kept = {"columns": columns, "rows": rows} if columns else {}
        place = self.normalGeometry()
        self._service.settings.choose(
            geometry=[place.x(), place.y(), place.width(), place.height()],
            maximised=self.isMaximized(),
            folded_kinds=self.panes.listing.collapsed_kinds(),
            **kept,
        )


def _on_a_screen(wished: QRect) -> bool:
    """A window that would stand where no screen is any more is put back to the middle."""
    screens = QApplication.screens()
    return any(screen.availableGeometry().intersected(wished).width() > 100 for screen in screens)
