"""Quit now: one key, in every window and dialog, that ends the program at once and empties our clipboard."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from viewer.guard.private import erase_private
from viewer.shell.commands import COMMANDS


def empty_clipboard() -> None:
    """Only where what lies in it was put there by this process."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def quit_now(children: Iterable[int] = ()) -> None:
    """Does not come back. No window is asked, nothing is kept; what is being written beside its place stays there.

    children: process ids that would otherwise end a moment later, when they find that nobody listens.
    """
    empty_clipboard()
    erase_private()
    for pid in children:
        with suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    os._exit(0)


class QuitNow(QObject):
    """Its key goes along to whatever window has the keyboard: a dialog blocks the keys of all others."""

    def __init__(self, children: Callable[[], Iterable[int]], application: QApplication) -> None:
        super().__init__(application)
        self._children = children
        self._key: QShortcut | None = None
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        shown = QWidget.find(window.winId()) if window else None
        if shown is None:
            return
        if self._key is not None and isValid(self._key):
            if self._key.parent() is shown:
                return
            self._key.setEnabled(False)
            self._key.deleteLater()
        self._key = QShortcut(QKeySequence(COMMANDS["quit_now"].keys[0]), shown)
        self._key.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._key.activated.connect(self._quit)

    def _quit(self) -> None:
        quit_now(self._children())
