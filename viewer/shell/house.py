"""All windows of the process: opens cases and the start page, and says in a sentence what could not be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from viewer import paths
from viewer.binding.typed import TYPE_CHECKING
from viewer.case.errors import CaseError, NotACase, UnknownFocus
from viewer.session.session import Session
from viewer.shell.drop import Drop
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow
from viewer.wording.events import counted

if TYPE_CHECKING:
    from viewer.intake.opened import Opened
    from viewer.shell.opening import Opening
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
        self._openings: list[Opening] = []  # nothing else holds one once its job has ended, and says so
        self._start: StartPage | None = None
        self._asked_about: set[str] = set()  # digests of cases

    def open_case(self, name: str, uri: str | None = None, size: tuple[int, int] | None = None) -> CaseWindow:
        """A window on a bundled case, shown. Raises CaseError; an unknown focus is said in the window."""
        return self._open(session_of(name), uri, size)

    def ask_for_case(self) -> None:
        """Let the reader choose a case, and open it."""
        from viewer.shell.opening import choose

        path = choose(QApplication.activeWindow())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, uri: str | None = None, size: tuple[int, int] | None = None) -> Opening:
        """Open a case that was sent, behind a window that says how far it is; a refusal is a sentence.

        Several may be on their way at once.
        """
        from viewer.shell.opening import Opening

        asked_from = QApplication.activeWindow()
        opening = Opening(path, self._service.look, self._service.voice)
        opening.opened.connect(lambda case: self.show_opened(case, uri, size))
        opening.refused.connect(lambda said: self._refuse(said, asked_from))
        opening.stopped.connect(self._stay_open)
        opening.destroyed.connect(self._forget)
        self._openings.append(opening)
        QApplication.instance().aboutToQuit.connect(opening.end)  # type: ignore[union-attr]
        opening.begin()
        return opening

    def show_opened(self, case: Opened, uri: str | None = None, size: tuple[int, int] | None = None) -> CaseWindow:
        """A window on a case that was sent, shown; it closes the case."""
        from viewer.wording.intake import say_count_altered, say_not_verified

        try:
            session = Session(case.index, case=case.case, sent=case)
        except BaseException:
            case.close()
            raise
        window = self._open(session, uri, size)
        if case.altered:
            window.say(say_count_altered(self._service.voice, len(case.altered)))
        elif not case.verified:
            window.say(say_not_verified(self._service.voice))
        self._ask_about_index(window, case)
        if self._start:
            self._start.hide()
        return window

    def _ask_about_index(self, window: CaseWindow, case: Opened) -> None:
        """Once about each case; a program that keeps nothing does not ask."""
        if case.may_be_kept and case.digests.case_digest not in self._asked_about and not paths.keeps_nothing():
            from viewer.shell.index_keeping import IndexKeeping

            self._asked_about.add(case.digests.case_digest)
            IndexKeeping(window, case, self._service).begin()

    def _open(self, session: Session, uri: str | None, size: tuple[int, int] | None) -> CaseWindow:
        window = CaseWindow(session, self._service)
        window.acts.start_page_asked.connect(self.show_start_page)
        window.acts.case_asked.connect(self.ask_for_case)
        self._watch_drops(window)
        window.acts.tour_asked.connect(self.start_tour)
        window.acts.privacy.title_changed.connect(self._name_windows)
        window.destroyed.connect(self._forget)
        self._cases.append(window)
        if size:
            window.resize(*size)
        window.show()  # first: panes that know their size bring the right spot into view
        window.restore_panes()
        try:
            focus, query, picked = session.read_address(uri) if uri else (None, None, ())
            session.check_events(picked)
            window.open_at(focus)
            if query:
                session.navigator.ask(query)
            session.navigator.pick(picked)
        except UnknownFocus as unknown:
            window.open_at(None)
            window.say(self._why(unknown))
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
            self._start.opening_asked.connect(self.ask_for_case)
            self._start.settings_asked.connect(self._choose_settings)
            self._watch_drops(self._start)
            self._ask_about_keeping(self._start)
            self._start.resize(960, 640)
        self._start.say(said)
        self._remark()
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

    def _kept_words(self) -> str:
        if not paths.keeps_nothing():
            return ""
        if paths.is_portable():
            return self.tr("Portable, and Keep nothing is on: nothing is written, not even beside the program.")
        return self.tr("Keep nothing is on: nothing is written into your folder. Settings turns it off.")

    def _ask_about_keeping(self, page: StartPage) -> None:
        """Only a reader who has never said; on no other page, for a hearing is not the place."""
        from viewer.shell.keeping import KeepingNotice, must_ask

        if must_ask(self._service.settings):
            notice = KeepingNotice(self._service.look, page)
            page.offer(notice)
            notice.answered.connect(lambda keeps: self._service.settings.keep("choices" if keeps else "nothing"))
            notice.answered.connect(notice.hide)
            notice.answered.connect(self._remark)

    def _chosen(self, name: str) -> None:
        try:
            self.open_case(name)
        except CaseError as error:
            self.show_start_page(self._why(error))
            return
        if self._start:
            self._start.hide()

    def _why(self, error: CaseError) -> str:
        from viewer.wording.failures import say_failure

        return say_failure(self._service.voice, error)

    def _cards(self) -> tuple[CaseCard, ...]:
        return tuple(self._card(name) for name in bundled_names())

    def _card(self, name: str) -> CaseCard:
        from viewer.shell.start_page import CaseCard

        try:
            session = session_of(name)
        except CaseError as error:
            return CaseCard(name, name, "", self._why(error))
        heading = session.heading
        session.close()
        return CaseCard(name, heading.title, counted(self._service.voice, heading.events, heading.sources))

    def _show_help(self) -> None:
        from viewer.shell.help_window import HelpWindow

        helped = HelpWindow(self._help_folder(), self._service.look, self._start)
        helped.show_page("reading")
        helped.show()

    def _show_keys(self) -> None:
        from viewer.shell.keys_page import KeysPage

        KeysPage(self._service.look, self._start).show()

    def _choose_settings(self) -> None:
        """From the start page: what is chosen holds in every window."""
        from viewer.shell.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._service, self._start)
        dialog.title_changed.connect(self._name_windows)
        dialog.cover_changed.connect(self._cover)
        dialog.time_chosen.connect(self._tell_time)
        dialog.erasing_asked.connect(self._leave_no_trace)
        dialog.finished.connect(self._remark)
        dialog.show()

    def _remark(self) -> None:
        if self._start:
            self._start.remark(self._kept_words())

    def _name_windows(self) -> None:
        for window in self._cases:
            window.acts.privacy.name_window()

    def _cover(self, on: bool) -> None:
        for window in self._cases:
            window.panes.source.area.covers = on

    def _tell_time(self, what: str, value: str) -> None:
        self._service.settings.choose(**{what: value})
        for window in self._cases:
            window.panes.timeline.choice_made.emit(what, value)

    def _leave_no_trace(self) -> None:
        from viewer.shell.leaving import LeaveNoTrace

        self._service.podium.close_notebook()
        LeaveNoTrace(self._service.look, self._start).open()

    def _help_folder(self) -> Path:
        return paths.resources() / "help"

    def _watch_drops(self, window: QWidget) -> None:
        Drop(window).dropped.connect(self.open_file)

    def _refuse(self, said: str, asked_from: QWidget | None) -> None:
        """In the window it was asked from, else on the start page."""
        window = next((window for window in self._cases if window is asked_from), None)
        if window:
            window.say(said)
        else:
            self.show_start_page(said)

    def _stay_open(self) -> None:
        """A reader who has cancelled the only thing on the screen is not left without a window."""
        if not self._cases and not (self._start and self._start.isVisible()):
            self.show_start_page()

    def _forget(self) -> None:
        """What Qt has destroyed; `destroyed` hands over another wrapper than the one that is kept."""
        self._cases = [kept for kept in self._cases if isValid(kept)]
        self._openings = [kept for kept in self._openings if isValid(kept)]
