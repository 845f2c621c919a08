"""A case on its way into the window: chosen or dropped, checked behind a small window that says how far it is."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.case.errors import CaseError
from viewer.intake.opened import Opened, Progress
from viewer.intake.opening import open_case
from viewer.locked.case_reader import Unwanted
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.session.job import Job
from viewer.shell.drop import meant
from viewer.wording.failures import say_failure
from viewer.wording.intake import say_step
from viewer.wording.voice import Voice


def choose(parent: QWidget | None) -> Path | None:
    """Asks for a case; None = none was chosen. Our own dialog: the desktop's keeps a list of what was opened."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Opening", "Open a case"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            QCoreApplication.translate("Opening", "Cases (*.evcase case.sqlite bagit.txt)"),
            QCoreApplication.translate("Opening", "All files (*)"),
        ]
    )
    dialog.setHistory([])
    if not dialog.exec():
        return None
    return meant(Path(dialog.selectedFiles()[0]))


class Opening(QDialog):
    """Not modal: other windows stay usable. It closes by itself, and says once how it has ended."""

    opened = Signal(object)  # Opened, which is the receiver's to close
    refused = Signal(str)  # a sentence
    stopped = Signal()
    _stepped = Signal(object)  # Progress, from the job's thread

    def __init__(self, path: Path, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Opening a case"))
        self._path = path
        self._voice = voice
        self._unwanted = Event()
        self.said = Paragraph("body")
        self.progress = QProgressBar(self)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self._lay_out(look)
        self._job = Job(self._steps, self)
        self._stepped.connect(self._show_step, Qt.ConnectionType.QueuedConnection)
        self._job.finished.connect(self._hand_over)
        self._job.failed.connect(self._say_why)
        self._job.cancelled.connect(self._put_away)
        self.stop.clicked.connect(self.reject)

    def begin(self) -> None:
        """Show, and start to work."""
        self.show()
        self._job.start()

    def end(self) -> None:
        """Stop and wait until it has: nothing is left behind."""
        self._unwanted.set()
        self._job.close()

    # What Qt calls

    def reject(self) -> None:
        """Cancel, Esc and the window's own close button."""
        self._unwanted.set()
        self._job.cancel()
        self.said.setText(self.tr("Stopping…"))
        if not self._job.running:
            self._put_away()

    # What others tell us

    @Slot(object)
    def _show_step(self, step: Progress) -> None:
        if not self._unwanted.is_set():
            self.said.setText(say_step(self._voice, step.step, step.what))
            self.progress.setValue(round(100 * step.share))

    @Slot(object)
    def _hand_over(self, case: Opened) -> None:
        if self._unwanted.is_set():
            case.close()
            self._put_away()
            return
        self.opened.emit(case)
        self.done(0)

    @Slot(object)
    def _say_why(self, reason: Exception) -> None:
        if isinstance(reason, Unwanted):
            self._put_away()
            return
        self.refused.emit(self._sentence(reason))
        self.done(0)

    @Slot()
    def _put_away(self) -> None:
        self.stopped.emit()
        self.done(0)

    # How it is done

    def _steps(self) -> Generator[float, None, Opened]:
        """On the job's thread."""
        steps = open_case(self._path, self._unwanted.is_set)
        try:
            while True:
                step = next(steps)
                self._stepped.emit(step)
                yield step.share
        except StopIteration as last:
            case: Opened = last.value
            return case
        finally:
            steps.close()

    def _sentence(self, reason: Exception) -> str:
        return sentence(self._voice, self._path, reason)

    def _lay_out(self, look: Look) -> None:
        self.progress.setAccessibleName(self.tr("Share done"))
        self.said.setText(say_step(self._voice, "list", ""))
        column = QVBoxLayout(self)
        edge = look.space.large
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.said, 1)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column.addLayout(row)
        self.resize(look.space.px(520), look.space.px(150))


def sentence(voice: Voice, path: Path, reason: Exception) -> str:
    """Why a case is not opened. Raises what is our own fault."""
    if isinstance(reason, CaseError):
        return say_failure(voice, reason)
    if isinstance(reason, OSError):
        said = voice.translate("Opening", "%1 cannot be read: %2. Nothing was opened.")
        return said.replace("%1", path.name).replace("%2", reason.strerror or str(reason))
    raise reason
