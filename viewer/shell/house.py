"""All windows of the process: opens cases and the start page, and says in a sentence what could not be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer import paths
from viewer.case.errors import CaseError, NotACase, UnknownFocus
from viewer.session.address import parse
from viewer.session.session import Session
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow
from viewer.wording.failures import say_failure

if TYPE_CHECKING:
    from viewer.shell.start_page import CaseCard, StartPage


def bundled_names() -> list[str]:
    """Names of the cases that came with the program, whole or not."""
    folder = paths.resources() / "cases"
    return sorted({path.name.split(".")[0] for path in folder.glob("*.evcase")})


def session_of(name: str) -> Session:
    """A session on a bundled case. Raises CaseError."""
    names = bundled_names()
    index = paths.bundled_index(name)
    if name not in names and not index.is_file():
        raise NotACase("unknown-case", ", ".join(names), name)
    if not index.is_file():
        raise NotACase("index-missing", index.name)
    return Session(index, case=paths.bundled_case(name))


class House(QObject):
    """Keeps windows alive while they are open; the program ends with the last one."""

    def __init__(self, service: Service, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._cases: list[CaseWindow] = []
        self._start: StartPage | None = None

    def open_case(self, name: str, uri: str | None = None, size: tuple[int, int] | None = None) -> CaseWindow:
        """A window on a bundled case, shown. Raises CaseError; an unknown focus is said in the window."""
        session = session_of(name)
        window = CaseWindow(session, self._service)
        window.acts.start_page_asked.connect(self.show_start_page)
        window.acts.workshop.tour_asked.connect(self.start_tour)
        window.destroyed.connect(self._forget)
        self._cases.append(window)
        if size:
            window.resize(*size)
        window.show()  # first: panes that know their size bring the right spot into view
        window.restore_panes()
        try:
            focus, query = parse(uri, session.case_uid) if uri else (None, None)
            window.open_at(focus)
            if query:
                session.navigator.ask(query)
        except UnknownFocus as unknown:
            window.open_at(None)
            window.say(say_failure(self._service.voice, unknown))
        return window

    def show_start_page(self, said: str = "") -> StartPage:
        """The start page, with a sentence about what could not be opened."""
        if self._start is None:
            from viewer.shell.start_page import StartPage

            self._start = StartPage(self._cards(), self._service.look)
            self._start.case_chosen.connect(self._chosen)
            self._start.help_asked.connect(self._show_help)
            self._start.keys_asked.connect(self._show_keys)
            self._start.tour_asked.connect(self.start_tour)
            self._ask_about_keeping(self._start)
            self._start.resize(960, 640)
        self._start.say(said)
        self._start.show()
        self._start.raise_()
        return self._start

    def children_at_work(self) -> list[int]:
        """Process ids of the locked children that run now."""
        return [pid for window in self._cases if (pid := window.session.child_pid)]

    def start_tour(self) -> None:
        """In the window on the tour's case, which is opened if need be."""
        from viewer.shell.tour import read_route

        route = read_route()
        if not any(window.session.case_uid == route.case_uid for window in self._cases):
            self._chosen(route.case)
        for window in self._cases:
            if window.session.case_uid == route.case_uid:
                window.raise_()
                window.activateWindow()
                window.acts.workshop.begin_tour()
                return

    def _ask_about_keeping(self, page: StartPage) -> None:
        """Only a reader who has never said; on no other page, for a hearing is not the place."""
        from viewer.shell.keeping import KeepingNotice, must_ask

        if must_ask(self._service.settings):
            notice = KeepingNotice(self._service.look, page)
            page.offer(notice)
            notice.answered.connect(lambda keeps: self._service.settings.keep("choices" if keeps else "nothing"))
            notice.answered.connect(notice.hide)

    def _chosen(self, name: str) -> None:
        try:
            self.open_case(name)
        except CaseError as error:
            self.show_start_page(say_failure(self._service.voice, error))
            return
        if self._start:
            self._start.hide()

    def _cards(self) -> tuple[CaseCard, ...]:
        return tuple(self._card(name) for name in bundled_names())

    def _card(self, name: str) -> CaseCard:
        from viewer.shell.start_page import CaseCard

        try:
            session = session_of(name)
        except CaseError as error:
            return CaseCard(name, name, "", say_failure(self._service.voice, error))
        heading = session.heading
        session.close()
        counts = self.tr("%1 events, %2 sources").replace("%1", self._service.voice.number(heading.events))
        return CaseCard(name, heading.title, counts.replace("%2", self._service.voice.number(heading.sources)))

    def _show_help(self) -> None:
        from viewer.shell.help_window import HelpWindow

        helped = HelpWindow(self._help_folder(), self._service.look, self._start)
        helped.show_page("reading")
        helped.show()

    def _show_keys(self) -> None:
        from viewer.shell.keys_page import KeysPage

        KeysPage(self._service.look, self._start).show()

    def _help_folder(self) -> Path:
        return paths.resources() / "help"

    def _forget(self, window: QObject) -> None:
        self._cases = [kept for kept in self._cases if kept is not window]
