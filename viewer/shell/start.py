"""From arguments to the first window: the application, its look, its language, and what is shown first."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from viewer import paths
from viewer.arguments import Told
from viewer.case.errors import CaseError
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.settings import Settings
from viewer.shell import probe
from viewer.shell.drop import meant
from viewer.shell.failure import FailureWatch
from viewer.shell.house import House
from viewer.shell.parts import Service
from viewer.shell.qt_log import QtLog
from viewer.shell.window import CaseWindow

SOON = 100
"""Milliseconds after which the first window has been painted."""
NOWHERE = f"{os.devnull}/nowhere"


class Start:
    """Holds the application and all that lives as long as it."""

    def __init__(self, told: Told, size: tuple[int, int] | None) -> None:
        self._told = told
        self._size = size
        # Qt's own file dialog keeps the folders it has seen in its settings: let it keep them nowhere.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, NOWHERE)
        # Said here, for to name a style later PySide has to make all of QStyle's six hundred names.
        self._app = QApplication([*sys.argv[:1], "-style", "fusion"])
        self._app.setApplicationName(paths.NAME)
        self._app.setApplicationDisplayName("Evidence Viewer")
        self._settings = Settings()
        self._settings.adopt()
        self._voice = QtVoice(QLocale("en"))
        self._turn()

    def run(self) -> int:
        """Answers the exit status."""
        if self._told.selfcheck:
            return _selfcheck()
        log = QtLog()
        log.listen()
        watch = FailureWatch(log.text, self._app)
        watch.install()
        trouble = self._look()
        if trouble:
            return _complain(trouble)
        service = Service(self._worn, self._voice, self._settings)
        if self._told.stages is not None:
            return self._stages(service)
        house = House(service)
        window = self._first_window(house)
        if window is None:
            return 1
        if self._told.screenshot:
            return self._picture(window)
        QTimer.singleShot(SOON, lambda: self._listen_for_the_key(house))
        self._app.aboutToQuit.connect(_hand_over_clipboard)
        self._app.aboutToQuit.connect(service.podium.close_notebook)
        _collect_again()
        return self._app.exec()

    def _listen_for_the_key(self, house: House) -> None:
        from viewer.shell.quitting import QuitNow

        QuitNow(house.children_at_work, self._app)

    def _turn(self) -> None:
        layout = self._told.layout or self._settings.choices.layout
        if layout in ("ltr", "rtl"):
            right = Qt.LayoutDirection.RightToLeft
            self._app.setLayoutDirection(right if layout == "rtl" else Qt.LayoutDirection.LeftToRight)

    def _look(self) -> str:
        """Dress the application; answers why it could not be ('' = it is)."""
        choices = self._settings.choices
        theme = self._told.theme or ("" if choices.theme == "system" else choices.theme)
        percent = self._told.text or choices.text_percent
        try:
            self._worn = Look(paths.resources(), theme, percent / 100)
        except (OSError, ValueError) as error:
            return f"The theme “{theme}” cannot be read: {error}. Themes: light, dark, contrast, contrast-dark."
        return ""

    def _first_window(self, house: House) -> QWidget | None:
        told = self._told
        name = told.case or _case_named_by(told.focus)
        if told.file:
            return self._opened(house, Path(told.file))
        if not name:
            return self._shown(house.show_start_page(self._missing_fonts()))
        try:
            window = house.open_case(name, told.focus, self._size)
        except CaseError as error:
            from viewer.wording.failures import say_failure

            sentence = say_failure(self._voice, error)
            if told.screenshot:
                _complain(sentence)
                return None
            return self._shown(house.show_start_page(sentence))
        self._watch(window)
        if self._worn.missing_fonts:
            window.say(self._missing_fonts())
        return window

    def _opened(self, house: House, path: Path) -> QWidget | None:
        """A case that was sent: on its way, or, for a picture, there."""
        told = self._told
        if not told.screenshot:
            return house.open_file(meant(path), told.focus, self._size)
        from viewer.intake.opening import opened
        from viewer.shell.opening import sentence

        try:
            return house.show_opened(opened(meant(path)), told.focus, self._size)
        except (CaseError, OSError) as refused:
            _complain(sentence(self._voice, path, refused))
            return None

    def _stages(self, service: Service) -> int:
        from viewer.intake.opening import opened
        from viewer.session.session import Session
        from viewer.shell.house import session_of
        from viewer.shell.opening import sentence
        from viewer.shell.staging import Wish, write

        told = self._told
        path = meant(Path(told.file)) if told.file else Path(told.case)
        try:
            if told.file:
                case = opened(path)
                session = Session(case.index, case=case.case, sent=case)
            else:
                session = session_of(told.case)
        except (CaseError, OSError) as refused:
            return _complain(sentence(self._voice, path, refused))
        return write(session, service, Wish(told.stages, told.output, told.theme or ""))

    def _shown(self, window: QWidget) -> QWidget:
        if self._size:
            window.resize(*self._size)
        window.show()
        return window

    def _missing_fonts(self) -> str:
        missing = self._worn.missing_fonts
        if not missing:
            return ""
        sentence = self._app.translate(
            "Start", "These fonts are missing and others stand in: %1. Install the program again to get them back."
        )
        return sentence.replace("%1", ", ".join(missing))

    def _watch(self, window: CaseWindow) -> None:
        where = os.environ.get(probe.VARIABLE)
        if where:
            session = window.session
            probe.Probe(
                where,
                [window.panes.timeline, window.panes.detail, window.panes.source],
                lambda: session.idle,
                window,
            )

    def _picture(self, window: QWidget) -> int:
        from viewer.shell.picture import take

        if isinstance(window, CaseWindow):
            window.panes.detail.show_whole()
            window.carrier.complete_list()
            taken = take(window, self._told.screenshot, window.acts.verifying.at_rest)
        else:
            taken = take(window, self._told.screenshot)
        if taken:
            return 0
        return _complain(f"{self._told.screenshot} cannot be written. Name a file in a folder you may write to.")


def _hand_over_clipboard() -> None:
    """Copied words stay, but as Qt's own: data made in Python cannot be deleted after Python has ended."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() and clipboard.text():
        clipboard.setText(clipboard.text())


def _collect_again() -> None:
    """What the start has made stays; from now on only what comes later is looked through."""
    gc.freeze()
    gc.enable()


def _case_named_by(uri: str | None) -> str | None:
    """An address names its case; bundled cases are looked up by their identifier."""
    if not uri:
        return None
    from viewer.shell.house import bundled_names, session_of

    named = uri.removeprefix("case:").partition("/")[0]
    for name in bundled_names():
        session = session_of(name)
        found = session.case_uid == named
        session.close()
        if found:
            return name
    return None


def _selfcheck() -> int:
    from viewer.shell.selfcheck import check

    whole = True
    for line in check():
        whole = whole and line.whole
        sys.stdout.write(("ok     " if line.whole else "FAILED ") + line.what + "\n")
    sys.stdout.write("The program is whole.\n" if whole else "The program is not whole.\n")
    return 0 if whole else 1


def _complain(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1
