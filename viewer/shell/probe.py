"""Tells a benchmark when the window lives and when it has wholly painted; silent unless it is asked for.

EVIDENCE_VIEWER_PROBE: a file descriptor or a file to append to. Lines: "alive", then "painted KB" where KB is the
peak memory of the process. See tests/bench/pairs.py.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

VARIABLE = "EVIDENCE_VIEWER_PROBE"


class Probe(QObject):
    """Watches some panes; when each has painted and nothing is pending, tells so and ends the program."""

    def __init__(self, where: str, panes: list[QWidget], idle: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._where = where
        self._waiting = set(panes)
        self._idle = idle
        self._alive = False
        for pane in panes:  # not their parts: to watch those would be a part of what is measured
            pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._painted(watched)
        return False

    def _painted(self, pane: QWidget) -> None:
        if not self._alive:
            self._alive = True
            self._tell("alive")
        if pane in self._waiting:
            self._waiting.remove(pane)
            if not self._waiting:
                QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        if not self._idle():
            QTimer.singleShot(0, self._finish)
            return
        status = Path("/proc/self/status").read_text("ascii")
        self._tell("painted " + status.split("VmHWM:")[1].split()[0])
        QApplication.exit(0)

    def _tell(self, line: str) -> None:
        data = f"{line}\n".encode("ascii")
        if self._where.isdigit():
            os.write(int(self._where), data)
        else:
            with Path(self._where).open("ab") as file:
                file.write(data)
