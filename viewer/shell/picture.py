"""A picture of the window without a screen: for documentation, for tests, for an attachment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

SETTLE = 120
"""Milliseconds in which layouts and late parts come to rest."""


def settle(milliseconds: int = SETTLE) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents()


PATIENCE = 20.0
"""Seconds after which a picture is taken although a question is still pending."""


def take(window: QWidget, file: Path, idle: Callable[[], bool] = lambda: True) -> bool:
    """Write the window as PNG once it is idle, beside and renamed; False when the file cannot be written."""
    settle()
    end = monotonic() + PATIENCE
    while not idle() and monotonic() < end:
        settle()
    beside = file.with_name(file.name + ".part")
    if not window.grab().save(str(beside), "PNG"):
        return False
    beside.replace(file)
    return True
