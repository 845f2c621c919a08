"""A picture of the window without a screen: for documentation, for tests, for an attachment."""

from __future__ import annotations

from pathlib import Path

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


def take(window: QWidget, file: Path) -> bool:
    """Write the window as PNG, beside and renamed; False when the file cannot be written."""
    settle()
    beside = file.with_name(file.name + ".part")
    if not window.grab().save(str(beside), "PNG"):
        return False
    beside.replace(file)
    return True
