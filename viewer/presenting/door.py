"""The door of the room: starts a hearing, sends a spot to the room while one is on, ends it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from viewer.case.frozen import dataclass, replace
from viewer.case.hearing import Noted, Step
from viewer.index.ask.fetch import fact
from viewer.index.ask.storyboards import storyboards
from viewer.look.current import Look
from viewer.notebook.book import Notebook
from viewer.notebook.items import Item
from viewer.notebook.lists import Lists
from viewer.notebook.log import HearingLog
from viewer.presenting.attire import attire
from viewer.presenting.audience import Audience
from viewer.presenting.awake import Awake
from viewer.presenting.conductor import Conductor
from viewer.presenting.console import Console
from viewer.presenting.pictures import Pictures
from viewer.presenting.placing import Placing, show_alone
from viewer.presenting.recording import Recorder
from viewer.presenting.reel import Reel
from viewer.presenting.restock import in_use
from viewer.presenting.saved_views import CannotSave, save_view
from viewer.presenting.spots import step_of
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.session.show import go_live, go_to
from viewer.settings import Settings
from viewer.stage.asking import Asking
from viewer.stage.sizes import Room
from viewer.wording.voice import Voice


class Service(Protocol):
    """What all windows of the process share."""

    @property
    def look(self) -> Look: ...
    @property
    def voice(self) -> Voice: ...
    @property
    def settings(self) -> Settings: ...


@dataclass(frozen=True, slots=True)
class Way:
    """How a hearing is held. start_at: uid of an item, "" = the first."""

    rehearse: bool = False
    start_at: str = ""
    log: bool = True


def present(
    session: Session,
    service: Service,
    notebook: Notebook,
    list_uid: str,
    *,
    rehearse: bool = False,
    start_at: str = "",
    log: bool = True,
    parent: QObject | None = None,
) -> Hearing:
    """Begin, black, without asking anything. Raises KeyError for a list that is not there."""
    hearing = Hearing(session, service, notebook, list_uid, way=Way(rehearse, start_at, log), parent=parent)
    hearing.begin()
    return hearing


def digest_of(session: Session) -> str:
    """Of the case that is read; "" for a bare database."""
    return fact(session.connection, "case_digest")


def room_of(settings: Settings) -> Room:
    """The room that was told, or a usual one."""
    told = settings.choices.room
    fits = len(told) == 2 and all(10 <= size <= 10_000 for size in told)
    return Room(told[0] / 100, told[1] / 100) if fits else Room()


class Hearing(QObject):
    """One that is on, until `ended`. `end` it before the session is closed."""

    ended = Signal()
    list_changed = Signal()
    case_wanted = Signal()

    def __init__(
        self,
        session: Session,
        service: Service,
        notebook: Notebook,
        list_uid: str,
        *,
        way: Way,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.list_uid, self.rehearsal, self.is_on = list_uid, way.rehearse, True
        self._session, self._service = session, service
        self._lists = Lists(notebook, session.case_uid, digest_of(session))
        self._sent, self._late = list[Item](), set[str]()
        self._keeps = notebook.keeps
        self._swapped = False
        self._attire = attire(service.look, service.voice, service.settings.choices.stage_theme)
        self._conductor = self._conducted(notebook, way)
        self._console = Console(self._attire, self._conductor, self._is_of_the_case(), rehearsal=way.rehearse)
        self._audience = Audience(self._attire.stage, self._conductor.pictures)
        self._placing = Placing(self._audience, self._console, service.settings.choices.audience_screen, self)
        self._awake = Awake()
        self._connect()

    @property
    def conductor(self) -> Conductor:
        return self._conductor

    @property
    def windows(self) -> tuple[Console, Audience]:
        return self._console, self._audience

    def begin(self) -> None:
        """Show the windows. A rehearsal has the console only, and whoever sees that screen sees the notes."""
        if (parent := self.parent()) is not None:
            parent.installEventFilter(self)
        if self.rehearsal:
            show_alone(self._console, self._service.settings.choices.audience_screen)
            self._console.activateWindow()
            return
        self._placing.begin()
        QTimer.singleShot(0, self, self._stay_awake)

    def send(self, what: Noted | Step | Focus) -> bool:
        """At once to the public screen, as an item without a number at the end of the show.

        False where there is nothing that a stage could show.
        """
        noted = _noted(what)
        if noted is None or not self.is_on:
            return False
        item = next((sent for sent in self._sent if sent.step == noted.step), None)
        if item is None:
            item = Item(uuid.uuid4().hex, noted)
            self._sent.append(item)
            self._take_items()
        place = next(n for n, stop in enumerate(self._conductor.show.stops) if stop.uid == item.uid)
        self._conductor.apply(lambda show: go_live(go_to(show, place)))
        return True

    def renew(self) -> None:
        """The list was edited meanwhile; what is shown stays."""
        if self.is_on:
            self._take_items()

    def bring_up(self) -> None:
        if self._console.isVisible():
            self._console.raise_()
            self._console.activateWindow()

    def end(self) -> None:
        """Black first, then both windows go and the screensaver is let go."""
        if not self.is_on:
            return
        self.is_on = False
        self._conductor.close()
        self._placing.end()
        self._awake.end()
        for window in (self._audience, self._console):
            window.close()
            window.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The case's window closes, and with it what the stages are made from: the hearing ends before."""
        if event.type() == QEvent.Type.Close and watched is self.parent() and self.is_on:
            self.end()
        return False

    # How it is done

    def _conducted(self, notebook: Notebook, way: Way) -> Conductor:
        session, service = self._session, self._service
        hearing_list = self._lists.get(self.list_uid)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ask = Asking(session.connection, service.voice, room_of(service.settings).scale, rtl)
        uids = [item.uid for item in hearing_list.items]
        keeps = way.log and not way.rehearse
        digest = digest_of(session)
        log = HearingLog.begin(notebook, session.case_uid, digest, hearing_list.title) if keeps else None
        conductor = Conductor(
            Reel(ask, hearing_list.items),
            uids,
            Pictures(session, self),
            Recorder(log),
            theme=self._attire.stage,
            start_at=uids.index(way.start_at) if way.start_at in uids else 0,
            parent=self,
        )
        conductor.rehearses = way.rehearse
        return conductor

    def _is_of_the_case(self) -> Callable[[Noted], bool]:
        boards = storyboards(self._session.connection)
        known = {words for board in boards for one in board.steps for words in (one.note, one.caution)} - {""}
        return lambda noted: noted.note in known or noted.caution in known

    def _connect(self) -> None:
        conductor, console, placing = self._conductor, self._console, self._placing
        conductor.public_changed.connect(self._audience.show_seen)
        conductor.changed.connect(self._follow)
        conductor.save_asked.connect(self._save_view)
        conductor.end_asked.connect(self.end)
        self._audience.key_pressed.connect(conductor.press)
        console.case_asked.connect(self.case_wanted)
        placing.stood.connect(self._take_standing)
        placing.named.connect(self._audience.name_itself)
        placing.named.connect(console.name_itself)
        placing.remembered.connect(lambda key: self._service.settings.choose(audience_screen=key))
        self._session.alterations_found.connect(self._take_alterations)
        console.say_log(self._log_words())

    def _log_words(self) -> str:
        if self.rehearsal:
            return self.tr("Rehearsal: everyone who sees this screen sees the notes. Nothing is logged.")
        if self._conductor.recorder.is_on:
            if not self._keeps:
                return self.tr("What the room sees is logged until the program ends: nothing is kept.")
            return self.tr("What the room sees is logged.")
        return self.tr("This hearing keeps no log.")

    def _follow(self) -> None:
        """What the show asks of the windows, a log that could not be written, items that may be renewed now."""
        if self._late and not self._late & set(in_use(self._conductor.show)):
            self._take_items()
        if self._conductor.show.swapped != self._swapped:
            self._swapped = self._conductor.show.swapped
            if not self._placing.swap():
                self._console.say(self.tr("There is no second screen of your own to swap with."))
        if trouble := self._conductor.recorder.trouble:
            self._console.say(self.tr("The log could not be written: %1").replace("%1", trouble))

    def _take_standing(self, standing: str) -> None:
        self._conductor.set_screen(standing != "lost")
        if standing == "lost":
            lost = self.tr("Projector lost. Nothing is shown.")
            self._console.cover(lost + "\n\n" + self.tr("Press any key to see your notes."))
        else:
            self._console.uncover()

    def _take_alterations(self) -> None:
        """A file is no longer as the case lists it: stages say so, but for what is before the room or in hand."""
        if self.is_on:
            self._conductor.reel.forget(in_use(self._conductor.show))
            self._take_items()
            self._console.say(
                self.tr("A file of this case is not as it was listed. Stages opened from now on say so.")
            )

    def _stay_awake(self) -> None:
        if self.is_on and not self._awake.begin(self.tr("A hearing is on")):
            self._console.say(self.tr("The screensaver could not be kept off."))

    def _take_items(self) -> None:
        """The list as it is now, what was sent behind it, and what is in use wherever it was.

        What is in use is shown as it was until it is left: nothing changes before the room but by a key.
        """
        reel, used = self._conductor.reel, in_use(self._conductor.show)
        items = [*self._lists.get(self.list_uid).items, *self._sent]
        known = {item.uid for item in items}
        kept = [reel.item(uid) for uid in used if uid not in known]
        self._late = {item.uid for item in items if item.uid in used and item.step != reel.item(item.uid).step}
        for item in items:
            late = item.uid in self._late
            reel.hold(item.with_note(step=reel.item(item.uid).step) if late else item)
        self._conductor.restock([item.uid for item in (*items, *kept)])

    def _save_view(self) -> None:
        try:
            saved = save_view(self._lists, self.list_uid, self._conductor, self._sent)
        except CannotSave as why:
            self._console.say(self._unsaved_words(why.code))
            return
        self._take_items()
        self._console.say(self.tr("Saved as %1").replace("%1", saved.step.exhibit))
        self.list_changed.emit()

    def _unsaved_words(self, code: str) -> str:
        if code == "beside":
            return self.tr(
                "Only two quotations, passages or documents can be saved side by side; clear first (C)."
            )
        return self.tr("Nothing is marked on this page.")


def _noted(what: Noted | Step | Focus) -> Noted | None:
    if isinstance(what, Focus):
        step = step_of(what)
        return Noted(step) if step else None
    noted = Noted(what) if isinstance(what, Step) else what
    return replace(noted, step=replace(noted.step, exhibit=""))
