"""A key press as the table of hearing keys knows it."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.session.hearing_keys import Key, Machine

_NAMES = {
    Qt.Key.Key_PageDown.value: "PageDown",
    Qt.Key.Key_PageUp.value: "PageUp",
    Qt.Key.Key_Right.value: "Right",
    Qt.Key.Key_Left.value: "Left",
    Qt.Key.Key_Up.value: "Up",
    Qt.Key.Key_Down.value: "Down",
    Qt.Key.Key_Space.value: "Space",
    Qt.Key.Key_Return.value: "Return",
    Qt.Key.Key_Enter.value: "Enter",
    Qt.Key.Key_Backspace.value: "Backspace",
    Qt.Key.Key_Home.value: "Home",
    Qt.Key.Key_End.value: "End",
    Qt.Key.Key_Escape.value: "Escape",
    Qt.Key.Key_F5.value: "F5",
    Qt.Key.Key_Tab.value: "Tab",
    Qt.Key.Key_Backtab.value: "Tab",
}


def key_of(event: QKeyEvent) -> Key:
    """Its name or what it types, where it lies, and what is held with it."""
    held = event.modifiers()
    text = event.text()
    if held & Qt.KeyboardModifier.ControlModifier and 0x20 < event.key() < 0x7F:
        text = chr(event.key())  # with Ctrl a letter types a control character
    return Key(
        _NAMES.get(event.key(), ""),
        text,
        event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode(),
        ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
    )


def machine() -> Machine:
    """Whose codes of keys the window system gives."""
    if sys.platform == "darwin":
        return "macos"
    return "windows" if sys.platform == "win32" else "linux"
