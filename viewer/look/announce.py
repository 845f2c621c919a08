"""Says something to a screen reader that no widget's own words say."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

AFTER = 100
"""Milliseconds: what is painted comes first, and what a screen reader says of the keyboard's new place."""


def announce(widget: QWidget, words: str) -> None:
    """`words`, in the name of `widget`; in a moment, and never after it is gone."""
    QTimer.singleShot(AFTER, widget, lambda: _say(widget, words))


def _say(widget: QWidget, words: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # a start does without

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
