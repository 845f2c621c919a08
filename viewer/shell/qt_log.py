"""What Qt complains about: the last lines of it in memory, never on the disk, and without words of a case."""

from __future__ import annotations

import re
import sys
from collections import deque

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LINES = 100
_LONGEST = 200
# What may name a file or quote a text: between quotation marks, with a slash in it, or not plain ASCII.
_TELLING = r"\"[^\"]*\"?|'[^']*'?|“[^”]*”?|\S*[/\\]\S*|[^\x00-\x7f]+"


class QtLog:
    """Listens from `listen` on; a terminal, where there is one, is told as well."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=LINES)

    def listen(self) -> None:
        """Take the place of Qt's own handler, which may write to the system's journal."""
        qInstallMessageHandler(self.hear)

    def hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """One message of Qt, on whatever thread."""
        line = f"{kind.name.removeprefix('Qt').removesuffix('Msg')} {context.category}: {without_telling(message)}"
        self._lines.append(line)
        if sys.stderr and sys.stderr.isatty():
            sys.stderr.write(line + "\n")

    def text(self) -> str:
        """The lines, oldest first; '' when Qt was content."""
        return "\n".join(self._lines)


def without_telling(message: str) -> str:
    """The message with … for whatever may come from a case or from the reader's disk."""
    return re.sub(_TELLING, "…", message)[:_LONGEST]
