"""Our own bugs: shown in a window whose report can be copied, never as a traceback in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from viewer import __version__


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs: versions, system, the trace of calls."""
    import platform
    import traceback

    head = (
        f"Evidence Viewer {__version__}\nPython {platform.python_version()}, PySide6 {pyside_version}\n"
        f"{platform.platform()}\n\n"
    )
    return head + "".join(traceback.format_exception(kind, error, trace))


class FailureWatch(QObject):
    """The exception hook of the process. A second fault while one is shown is printed, not stacked on top."""

    failed = Signal(str)  # the report

    def __init__(self, qt_said: Callable[[], str] = str, parent: QObject | None = None) -> None:
        """qt_said: the last complaints of Qt, to go with a report."""
        super().__init__(parent)
        self._qt_said = qt_said
        self._showing = False
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        report = report_of(kind, error, trace)
        if said := self._qt_said():
            report += f"\nQt said before:\n{said}\n"
        application = QApplication.instance()
        if application is not None and application.thread().loopLevel() > 0:
            self.failed.emit(report)
        else:  # before the first window, or without one: there is nowhere to show it but here
            sys.stderr.write(report)

    @Slot(str)
    def _show(self, report: str) -> None:
        if self._showing:
            return
        from viewer.shell.failure_dialog import FailureDialog

        self._showing = True
        FailureDialog(report, QApplication.activeWindow()).exec()
        self._showing = False
