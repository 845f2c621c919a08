"""Writes the case as the folder that a build reads: in the window what `evidence-case export` does."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.intake.exporting import Exported, export
from viewer.locked.case_reader import Unwanted
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.accounts.controls import Flow
from viewer.session.job import Job
from viewer.shell.chosen_file import say_trouble
from viewer.wording.as_folder import differing, say_other, say_same
from viewer.wording.voice import Voice, fill


class FolderExport(QDialog):
    """Choose a name, write, build again, compare. Where the folder lies is remembered nowhere."""

    def __init__(self, case: Path, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export as folder"))
        self._case, self._look, self._voice = case, look, voice
        self._job: Job | None = None
        self._unwanted = Event()
        self.said, self.about = Paragraph("strong"), Paragraph("label", "muted")
        self.progress = QProgressBar(self)
        self.differences = QListWidget(self)
        self.buttons = {name: QPushButton(text, self) for name, text in self._names().items()}
        self._lay_out()
        self._listen()
        self._rest(self.tr("Choose a name for the folder."))

    def open_up(self) -> None:
        """In front, with the keyboard."""
        self.show()
        self.activateWindow()

    def export_to(self, folder: Path) -> None:
        """Write the folder, in the background."""
        self._unwanted.clear()
        self.differences.clear()
        self._job = job = Job(lambda: export(self._case, folder, self._unwanted.is_set), self)
        job.advanced.connect(lambda share: self.progress.setValue(round(100 * share)))
        job.finished.connect(self._show_written)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._show_stopped)
        self.destroyed.connect(job.close)
        self.progress.setValue(0)
        job.start()
        self._rest(self.tr("Writing the folder, and building it once to compare…"))

    # What Qt calls

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_up()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc stops what is going on, else closes."""
        if self._working:
            self._give_up()
        else:
            super().reject()

    # What others tell us

    @Slot(object)
    def _show_written(self, done: Exported) -> None:
        outcome = say_same(self._voice) if done.same else say_other(self._voice, done.is_draft)
        self.differences.addItems(differing(self._voice, done.problems, done.files))
        self._rest(fill(self.tr("Written: %1. %2", "folder, and how it compares"), str(done.folder), outcome))

    @Slot(object)
    def _fail(self, reason: Exception) -> None:
        if isinstance(reason, Unwanted):
            self._show_stopped()
        elif isinstance(reason, FileExistsError):
            self._rest(self.tr("There is something of that name already. Nothing was written."))
        else:
            self._rest(say_trouble(self._voice, reason))

    @Slot()
    def _show_stopped(self) -> None:
        self._rest(self.tr("Stopped. Nothing was written."))

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the case as the folder"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # the desktop's keeps a list of what was opened
        dialog.setHistory([])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Folders (*)"))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever replaced
        dialog.selectFile(self._case.stem)
        if dialog.exec():
            self.export_to(Path(dialog.selectedFiles()[0]))

    @Slot()
    def _copy(self) -> None:
        lines = [self.differences.item(row).text() for row in range(self.differences.count())]
        QGuiApplication.clipboard().setText("\n".join([self.said.text(), *lines]))

    # How it is done

    @property
    def _working(self) -> bool:
        return self._job is not None and self._job.running

    @Slot()
    def _give_up(self) -> None:
        self._unwanted.set()
        if self._job:
            self._job.cancel()

    def _rest(self, said: str) -> None:
        """Say where things stand; what can be done follows from it."""
        self.said.setText(said)
        if self.isVisible():
            announce(self, said)
        self.progress.setVisible(self._working)
        self.differences.setVisible(self.differences.count() > 0)
        self.buttons["choose"].setEnabled(not self._working)
        self.buttons["copy"].setEnabled(not self._working)
        self.buttons["stop"].setEnabled(self._working)

    def _names(self) -> dict[str, str]:
        return {"choose": self.tr("Choose name…"), "copy": self.tr("Copy"), "stop": self.tr("Stop")}

    def _listen(self) -> None:
        does = {"choose": self._choose, "copy": self._copy, "stop": self._give_up}
        for name, slot in does.items():
            self.buttons[name].clicked.connect(slot)
            self.buttons[name].setAutoDefault(False)

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.buttons["choose"], role="primary")
        self.about.setText(
            self.tr(
                "The folder holds the tables as CSV files, and the documents. A case can be built from it again. "
                "Signatures stay with the case that is open, which is not changed."
            )
        )
        self.progress.setAccessibleName(self.tr("Share done"))
        self.differences.setAccessibleName(self.tr("What does not come back as it was"))
        self.differences.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.large, space.large, space.large, space.large)
        column.setSpacing(space.small)
        for widget in (self.about, self.said, self.progress):
            column.addWidget(widget)
        column.addWidget(self.differences, 1)
        column.addWidget(Flow([self.buttons[name] for name in ("choose", "copy", "stop")], space.small, self))
        column.addStretch(0)
        self.resize(space.px(640), space.px(260))
