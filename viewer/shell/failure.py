"""Our own bugs: shown in a window whose report can be copied, never as a traceback in a terminal."""

from __future__ import annotations

import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer import __version__


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs: versions, system, the trace of calls."""
    head = (
        f"Evidence Viewer {__version__}\nPython {platform.python_version()}, PySide6 {pyside_version}\n"
        f"{platform.platform()}\n\n"
    )
    return head + "".join(traceback.format_exception(kind, error, trace))


class FailureDialog(QDialog):
    """Says that it is our fault, what was kept, and lets the reader copy the report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        said = QLabel(
            self.tr(
                "This is a fault of the program, not of the case and not yours. The case file was not changed. "
                "You can go on reading; if the window behaves oddly, close it and start again. "
                "The report below may contain words of the case: read it before you pass it on."
            )
        )
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(text)
        layout.addWidget(self._buttons())
        self.resize(640, 420)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = box.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class FailureWatch(QObject):
    """The exception hook of the process. A second fault while one is shown is printed, not stacked on top."""

    failed = Signal(str)  # the report

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        report = report_of(kind, error, trace)
        application = QApplication.instance()
        if application is not None and application.thread().loopLevel() > 0:
            self.failed.emit(report)
        else:  # before the first window, or without one: there is nowhere to show it but here
            sys.stderr.write(report)

    @Slot(str)
    def _show(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        FailureDialog(report, QApplication.activeWindow()).exec()
        self._showing = False
