"""Checks a case folder and builds a case of it: in the window what the command line does, with the same words."""

from __future__ import annotations

import csv
from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.builder.build import Checked, Wishes, can_be_built, check_in_steps, write
from viewer.builder.listing import write_problems
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.session.job import Job
from viewer.wording.health import count_standings
from viewer.wording.problems import line_of, say_count
from viewer.wording.voice import Voice


class FolderCheck(QDialog):
    """Choose, check, read what is wrong, build. A folder that was chosen is remembered nowhere."""

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check and build folder"))
        self._look = look
        self._voice = voice
        self._folder: Path | None = None
        self._checked: Checked | None = None
        self._job: Job | None = None
        self.said = Paragraph("strong")
        self.passages = Paragraph("label", "muted")
        self.progress = QProgressBar(self)
        self.problems = QListWidget(self)
        self.restricted = QCheckBox(self.tr("Keep entries marked restricted"), self)
        self.draft = QCheckBox(self.tr("Build in spite of errors, marked as a draft"), self)
        self.buttons = {name: QPushButton(text, self) for name, text in self._names().items()}
        self._lay_out()
        self._listen()
        self._rest(self.tr("Choose a folder that holds case.toml, tables and documents."))

    def check_folder(self, folder: Path) -> None:
        """Check this folder, in the background."""
        self._folder, self._checked = folder, None
        self.problems.clear()
        self.passages.setText("")
        wishes = Wishes(self.draft.isChecked(), self.restricted.isChecked())
        self._begin(Job(lambda: check_in_steps(folder, wishes), self), self.tr("Checking…"))
        assert self._job
        self._job.finished.connect(self._show_checked)
        self._job.start()

    def build_case(self, target: Path) -> None:
        """Write the case that was checked, in the background."""
        checked = self._checked
        if checked is None:
            return
        self._begin(Job(lambda: _writing(checked, target), self), self.tr("Writing…"))
        assert self._job
        self._job.finished.connect(self._show_written)
        self._job.start()

    # What Qt calls

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job:
            self._job.close()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc stops what is going on, else closes."""
        if self._job and self._job.running:
            self._job.cancel()
        else:
            super().reject()

    # What others tell us

    @Slot()
    def _choose(self) -> None:
        dialog = self._chooser(self.tr("Choose a case folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if dialog.exec():
            self.check_folder(Path(dialog.selectedFiles()[0]))

    @Slot()
    def _check_again(self) -> None:
        if self._folder:
            self.check_folder(self._folder)

    @Slot()
    def _build(self) -> None:
        dialog = self._chooser(self.tr("Build the case as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Cases (*.evcase)"))
        dialog.setDefaultSuffix("evcase")
        if dialog.exec():
            self.build_case(Path(dialog.selectedFiles()[0]))

    @Slot()
    def _copy(self) -> None:
        lines = [self.problems.item(row).text() for row in range(self.problems.count())]
        QGuiApplication.clipboard().setText("\n".join([self.said.text(), self.passages.text(), *lines]))

    @Slot()
    def _save(self) -> None:
        dialog = self._chooser(self.tr("Save the list of problems as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        if dialog.exec():
            self.save_problems(Path(dialog.selectedFiles()[0]))

    def save_problems(self, path: Path) -> None:
        """The list as a table, or a sentence about why not."""
        try:
            if self._checked:
                write_problems(self._checked, path, self._voice)
        except (OSError, csv.Error) as wrong:
            self._failed(wrong)

    @Slot(object)
    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        for problem in checked.problems:
            item = QListWidgetItem(line_of(self._voice, problem))
            item.setToolTip(item.text())
            self.problems.addItem(item)
        self.passages.setText(count_standings(self._voice, (state for _, state in checked.standings)))
        self._rest(say_count(self._voice, checked.problems))

    @Slot(object)
    def _show_written(self, target: Path) -> None:
        self._rest(self.tr("Written: %1").replace("%1", str(target)))

    @Slot(object)
    def _failed(self, reason: Exception) -> None:
        if isinstance(reason, FileExistsError):
            self._rest(self.tr("There is something of that name that is no case. Nothing was written."))
        elif isinstance(reason, OSError):
            said = self.tr("%1: %2").replace("%1", str(reason.filename or self._folder or ""))
            self._rest(said.replace("%2", reason.strerror or str(reason)))
        else:
            self._rest("")
            raise reason

    @Slot()
    def _stopped(self) -> None:
        self._rest(self.tr("Stopped. Nothing was written."))

    # How it is done

    def _begin(self, job: Job, said: str) -> None:
        self._job = job
        job.advanced.connect(lambda share: self.progress.setValue(round(100 * share)))
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)
        self.said.setText(said)
        self.progress.setValue(0)
        self.progress.show()
        self._enable(working=True)

    def _rest(self, said: str) -> None:
        self.said.setText(said)
        self.progress.hide()
        self._enable(working=False)

    def _enable(self, working: bool) -> None:
        checked = None if working else self._checked
        ready = checked is not None and can_be_built(checked, self.draft.isChecked())
        for name, on in (
            ("choose", not working),
            ("again", not working and self._folder is not None),
            ("build", ready),
            ("copy", checked is not None),
            ("save", checked is not None),
            ("stop", working),
        ):
            self.buttons[name].setEnabled(on)

    def _chooser(self, title: str) -> QFileDialog:
        """Our own: the desktop's keeps a list of folders that were opened."""
        dialog = QFileDialog(self, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        return dialog

    def _names(self) -> dict[str, str]:
        return {
            "choose": self.tr("Choose folder…"),
            "again": self.tr("Check again"),
            "build": self.tr("Build case…"),
            "copy": self.tr("Copy list"),
            "save": self.tr("Save list…"),
            "stop": self.tr("Stop"),
        }

    def _listen(self) -> None:
        does = {
            "choose": self._choose,
            "again": self._check_again,
            "build": self._build,
            "copy": self._copy,
            "save": self._save,
            "stop": self.reject,
        }
        for name, slot in does.items():
            self.buttons[name].clicked.connect(slot)
            self.buttons[name].setAutoDefault(False)
        for box in (self.restricted, self.draft):
            box.clicked.connect(self._check_again)

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.buttons["build"], role="primary")
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.setWordWrap(True)
        self.problems.setAlternatingRowColors(True)
        self.progress.setAccessibleName(self.tr("Share done"))
        first, last = QHBoxLayout(), QHBoxLayout()
        for name in ("choose", "again"):
            first.addWidget(self.buttons[name])
        first.addWidget(self.restricted)
        first.addWidget(self.draft)
        first.addStretch(1)
        for name in ("copy", "save"):
            last.addWidget(self.buttons[name])
        last.addStretch(1)
        for name in ("stop", "build"):
            last.addWidget(self.buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(space.large, space.large, space.large, space.large)
        column.setSpacing(space.small)
        column.addLayout(first)
        for widget in (self.said, self.passages, self.progress):
            column.addWidget(widget)
        column.addWidget(self.problems, 1)
        column.addLayout(last)
        self.resize(space.px(900), space.px(560))


def _writing(checked: Checked, target: Path) -> Generator[float, None, Path]:
    yield 0.0
    write(checked, target)
    return target
