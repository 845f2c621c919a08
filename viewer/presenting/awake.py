"""Keeps the screens awake during a hearing and lets go of them at its end; no setting of the system is changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

_NAME = "evidence-viewer"
_BUS = "evidence-viewer-hearing"
_WITHIN = 500
"""Milliseconds the desktop is given to answer."""


class Awake:
    """`begin` and `end`, once each. Where the system does not listen, screens do as they always do."""

    def __init__(self) -> None:
        self._let_go: Callable[[], None] | None = None
        self.trouble = ""

    @property
    def holds(self) -> bool:
        return self._let_go is not None

    def begin(self, why: str) -> bool:
        """Whether the system agreed. why: a sentence that a desktop may show."""
        ask = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform, _on_the_bus)
        try:
            self._let_go = ask(why)
        except (OSError, AttributeError, ImportError) as error:
            self.trouble = str(error)
        return self.holds

    def end(self) -> None:
        if self._let_go is not None:
            self._let_go()
            self._let_go = None


def _on_the_bus(why: str) -> Callable[[], None]:
    """By a connection of its own: the desktop lets go when it is dropped, by us or with us. Raises OSError."""
    if not _has_bus():  # else a library would start one, and with it a process
        raise OSError("no session bus")
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
    if not bus.isConnected():
        raise OSError(bus.lastError().message())
    service, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
    call = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
    call.setArguments([_NAME, why])
    answer = bus.call(call, QDBus.CallMode.Block, _WITHIN)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage:
        QDBusConnection.disconnectFromBus(_BUS)
        raise OSError(answer.errorMessage())
    return lambda: QDBusConnection.disconnectFromBus(_BUS)


def _has_bus() -> bool:
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return bool(told) or Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus").exists()


def _on_windows(_why: str) -> Callable[[], None]:
    """Raises OSError."""
    import ctypes

    keep = ctypes.windll.kernel32.SetThreadExecutionState  # type: ignore[attr-defined,unused-ignore]
    if not keep(0x80000003):  # continuous, system and display required
        raise OSError("SetThreadExecutionState")
    return lambda: keep(0x80000000)


def _on_macos(why: str) -> Callable[[], None]:
    """Raises OSError."""
    import ctypes

    frameworks = "/System/Library/Frameworks"
    power = ctypes.CDLL(f"{frameworks}/IOKit.framework/IOKit")
    core = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    power.IOPMAssertionCreateWithName.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_uint32),
    ]
    kind, reason = (
        core.CFStringCreateWithCString(None, words.encode(), 0x08000100)  # UTF-8
        for words in ("PreventUserIdleDisplaySleep", why)
    )
    number = ctypes.c_uint32()
    if power.IOPMAssertionCreateWithName(kind, 255, reason, ctypes.byref(number)):
        raise OSError("IOPMAssertionCreateWithName")
    return lambda: power.IOPMAssertionRelease(number)
