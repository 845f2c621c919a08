"""What the commands about hearings do: begin one, send to the room what is in focus, and keep the lists."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from viewer.shell.parts import Parts

if TYPE_CHECKING:
    from viewer.case.hearing import Step
    from viewer.export.choosing import Listed
    from viewer.presenting.door import Hearing
    from viewer.presenting.preparing import Preparing
    from viewer.shell.hearing_desk import HearingDesk

MOST = 200
"""Events of a span that become one item."""


class Hearings(QObject):
    """Nothing about hearings is imported before one of these is used."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._desk: HearingDesk | None = None
        self._preparing: Preparing | None = None
        self._last = ""  # uid of the list that was shown last

    # Commands

    def present(self) -> None:
        """The console of a hearing that is on; else begin one."""
        self._choose(self.begin)

    def rehearse(self) -> None:
        self._choose(lambda uid: self.begin(uid, rehearse=True))

    def send_to_room(self) -> None:
        """What is in focus, at once, to the public screen of the hearing that is on."""
        hearing = self._parts.service.podium.hearing
        if hearing is None:
            self._parts.say(self.tr("No hearing is on. F5 begins one."))
        elif hearing.parent() is not self._parts.window:
            self._parts.say(self.tr("The hearing that is on shows the case of another window."))
        elif hearing.send(self._parts.session.navigator.focus):
            self._parts.say(self.tr("Sent to the public screen."))
        else:
            self._parts.say(self.tr("What is in focus cannot be shown: choose an event, a claim or a document."))

    def add_to_list(self) -> None:
        """The narrowest thing in focus, to the list at hand."""
        from viewer.presenting.spots import step_of

        step = step_of(self._parts.session.navigator.focus)
        if step is None:
            self._parts.say(self.tr("There is nothing to add yet: choose an event, a claim or a document."))
        else:
            self.desk.add(step)

    def add_to_list_as(self) -> None:
        """A menu of all that can be made of what is in focus, and of the events that are shown."""
        from viewer.wording.hearing import kind_words

        menu = QMenu(self._parts.window)
        for step in self._ways():
            made = menu.addAction(kind_words(self._parts.service.voice, step.kind))
            made.triggered.connect(lambda _checked, step=step: self.desk.add(step))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def hearing_lists(self) -> None:
        """The window in which lists are made."""
        self.desk.open_up()

    # For the desk

    @property
    def desk(self) -> HearingDesk:
        if self._desk is None:
            from viewer.shell.hearing_desk import HearingDesk

            self._desk = HearingDesk(self._parts)
            self._desk.hearing_asked.connect(self._begin_from_desk)
        return self._desk

    def begin(self, uid: str, *, rehearse: bool = False, start_at: str = "") -> None:
        """Ask what must be asked before a hearing, and begin it."""
        from viewer.presenting.preparing import prepare

        podium, parts = self._parts.service.podium, self._parts
        if self._is_busy():
            return
        self._last = uid
        self._preparing = prepare(
            parts.session,
            parts.service,
            podium.notebook,
            uid,
            rehearse=rehearse,
            start_at=start_at,
            parent=parts.window,
        )
        self._preparing.begun.connect(self._take)
        self._preparing.destroyed.connect(self._forget)

    # How it is done

    def _choose(self, then: Callable[[str], None]) -> None:
        """The only list there is, or the one that the reader chooses; without any, the place to make one."""
        if self._is_busy():
            return
        try:
            listed = self._offered()
        except (OSError, sqlite3.Error) as wrong:
            self._parts.say(self.desk.trouble(wrong))
            return
        if not listed:
            self.desk.open_up()
        elif len(listed) == 1:
            self._with_own(listed[0], then)
        else:
            self._ask(listed, then)

    def _is_busy(self) -> bool:
        """One hearing at a time: the one that is on, or being prepared, comes to the front."""
        hearing = self._parts.service.podium.hearing
        if hearing is not None:
            hearing.bring_up()
        elif self._preparing is not None and self._preparing.isVisible():
            self._preparing.raise_()
            self._preparing.activateWindow()
        else:
            return self._preparing is not None
        return True

    def _offered(self) -> tuple[Listed, ...]:
        """The reader's own lists, and those of the case of which there is no copy."""
        from viewer.export.choosing import all_lists

        lists = self._parts.service.podium.lists(self._parts.session)
        copied = {one.origin for one in lists.all()}
        offered = all_lists(self._parts.session.connection, lists)
        return tuple(one for one in offered if one.noted and (one.own or one.uid not in copied))

    def _ask(self, listed: tuple[Listed, ...], then: Callable[[str], None]) -> None:
        from viewer.shell.list_choice import ListChoice
        from viewer.wording.hearing import choice_words

        known = {one.uid: one for one in listed}
        said = [(one.uid, choice_words(self._parts.service.voice, one.title, len(one.noted))) for one in listed]
        asking = ListChoice(said, self._last, self._parts.service.look, self._parts.window)
        asking.chosen.connect(lambda uid: self._with_own(known[uid], then))
        asking.open()

    def _with_own(self, one: Listed, then: Callable[[str], None]) -> None:
        """A list of the case is copied first: numbers are given, and kept with what the room was shown."""
        uid = one.uid if one.own else self.desk.copy_of_case(one.uid)
        if uid:
            then(uid)

    def _begin_from_desk(self, uid: str, start_at: str, rehearse: bool) -> None:
        self.begin(uid, rehearse=rehearse, start_at=start_at)

    def _take(self, hearing: Hearing) -> None:
        self._parts.service.podium.take(hearing)
        hearing.case_wanted.connect(self._come_up)
        hearing.list_changed.connect(self._renew_desk)

    def _come_up(self) -> None:
        self._parts.window.raise_()
        self._parts.window.activateWindow()

    def _renew_desk(self) -> None:
        if self._desk is not None:
            self._desk.renew()

    def _forget(self) -> None:
        self._preparing = None

    def _ways(self) -> tuple[Step, ...]:
        from viewer.case.hearing import Step, Target
        from viewer.index.ask import events, table
        from viewer.presenting.spots import steps_of

        session = self._parts.session
        focus, connection = session.navigator.focus, session.connection
        has_figures = focus.event is not None and bool(events.event(connection, focus.event).charts)
        found = [step for step in steps_of(focus) if step.kind != "figures" or has_figures]
        rows = table.page(connection, session.navigator.query, limit=MOST)
        span = tuple(Target("event", row.uid) for row in rows)
        return (*found, Step("span", "", span)) if len(span) > 1 else tuple(found)
