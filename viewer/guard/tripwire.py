"""The tripwire on every system: Python code that reaches for the network or a program is stopped and seen.

No wall: what is not Python passes it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

STARTED = "subprocess.Popen"
REFUSED = frozenset(
    {
        "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
        "socket.getnameinfo", "socket.sendto", "socket.sendmsg", "urllib.Request", "http.client.connect",
        "ftplib.connect", "smtplib.connect", "imaplib.open", "poplib.connect", "webbrowser.open", "os.system",
        "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.forkpty", "os.startfile", "os.startfile/2",
        "pty.spawn",
    }
)  # fmt: skip


class Tripped(PermissionError):
    """The program reached for what it must not; args[0] is the name of the audit event."""


def stretch(child: Callable[[], Sequence[str]]) -> None:
    """From now on, until the process ends. `child` answers the one command that may be started."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in REFUSED or (event == STARTED and not _is(arguments[1], child())):
            raise Tripped(event)

    sys.addaudithook(watch)


def is_stretched() -> bool:
    """Whether the wire is there: stepped on now, without opening anything."""
    try:
        sys.audit("webbrowser.open", "")
    except Tripped:
        return True
    return False


def _is(started: object, allowed: Sequence[str]) -> bool:
    """Windows is told its command as one line, put together by the module that is about to start it."""
    if isinstance(started, str):
        return bool(started == sys.modules["subprocess"].list2cmdline(allowed))
    return isinstance(started, list | tuple) and list(started) == list(allowed)
