"""Compare versions: what another version of the case says otherwise, entry by entry, each leading to its spot."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from pathlib import Path
from threading import Event

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer import paths
from viewer.case.errors import CaseError, UnknownFocus
from viewer.index.ask import about
from viewer.index.reader import open_index
from viewer.locked.case_reader import Unwanted
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.accounts.controls import Flow
from viewer.session.focus import Focus
from viewer.session.job import Job
from viewer.session.session import Session
from viewer.session.versions import Compared, differ
from viewer.shell.chosen_file import say_trouble, write_whole
from viewer.shell.differences_tree import DifferencesTree
from viewer.wording.differences import count_differences
from viewer.wording.differences_table import differences_text, write_rows
from viewer.wording.digests import digest_groups
from viewer.wording.failures import say_failure
from viewer.wording.voice import Voice, fill


def shipped_version(session: Session) -> Path | None:
    """The case of the same identifier that came with the program, where that is not the one in reading."""
    for case in sorted((paths.resources() / "cases").glob("*.evcase")):
        try:
            with closing(open_index(paths.bundled_index(case.stem))) as connection:
                same = about.heading(connection).case_uid == session.case_uid
        except CaseError:
            continue
        if same and case != session.case:
            return case
    return None


class VersionsPage(QDialog):
    """The other version is remembered as long as this window, and nowhere else."""

    def __init__(self, session: Session, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self._session, self._look, self._voice = session, look, voice
        self._other: Path | None = None
        self._shipped = shipped_version(session)
        self._compared: Compared | None = None
        self._job: Job | None = None
        self._unwanted = Event()
        self.said, self.pair = Paragraph("strong"), Paragraph("label", "muted")
        self.order = QComboBox(self)
        self.progress = QProgressBar(self)
        self.tree = DifferencesTree(look, voice, self)
        self.buttons = {name: QPushButton(text, self) for name, text in self._names().items()}
        self._lay_out()
        self._listen()
        self._rest(self.tr("Choose another version of this case: a case file, or a folder with its bagit.txt."))

    def open_up(self) -> None:
        """In front, with the keyboard."""
        self.show()
        self.activateWindow()

    def compare_with(self, other: Path) -> None:
        """Compare, in the background; the case that is open is the newer one unless the reader says otherwise."""
        mine = self._session.case
        if mine is None:
            self._rest(self.tr("Only the database of this case is at hand; open the case itself to compare it."))
            return
        self._other, self._compared = other, None
        self.tree.clear()
        pair = (mine, other) if self.order.currentIndex() else (other, mine)
        self._unwanted.clear()
        self._job = job = Job(lambda: differ(*pair, self._unwanted.is_set), self)
        job.advanced.connect(lambda share: self.progress.setValue(round(100 * share)))
        job.finished.connect(self._show_compared)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._show_stopped)
        self.destroyed.connect(job.close)
        self.progress.setValue(0)
        self.pair.setText(self._pair(pair[0].name, pair[1].name))
        job.start()
        self._rest(self.tr("Comparing…"))

    def save(self, path: Path) -> None:
        """As a table where the name ends in .csv, else as a text; a sentence says whether it was written."""
        if self._compared is None:
            return
        table = path.suffix.lower() == ".csv"
        try:
            write_whole(path, self._table() if table else self.text, "utf-8-sig" if table else "utf-8")
        except OSError as wrong:
            self._rest(say_trouble(self._voice, wrong))
        else:
            self._rest(fill(self.tr("Written: %1"), str(path)))

    @property
    def text(self) -> str:
        """The two versions with their digests, then every difference."""
        compared = self._compared
        if compared is None:
            return ""
        old, new = (digest_groups(digest) for digest in (compared.old, compared.new))
        head = [fill(self.tr("Older, digest %1"), old), fill(self.tr("Newer, digest %1"), new), ""]
        return "\n".join([*head, differences_text(self._voice, compared.differences)])

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
    def _show_compared(self, compared: Compared) -> None:
        self._compared = compared
        self.tree.show_differences(compared.differences)
        said = count_differences(self._voice, compared.differences)
        if compared.other_case:
            said = fill(self.tr("%1 These are not two versions of one case: their identifiers differ."), said)
        elif not compared.differences and compared.old != compared.new:
            said = fill(self.tr("%1 The files differ in some other way: their digests are not the same."), said)
        self._rest(said)
        self.tree.take_keyboard()

    @Slot(object)
    def _fail(self, reason: Exception) -> None:
        if isinstance(reason, Unwanted):
            self._show_stopped()
        else:
            self._rest(say_trouble(self._voice, reason))

    @Slot()
    def _show_stopped(self) -> None:
        self._rest(self.tr("Stopped."))

    @Slot(object)
    def _go(self, focus: Focus) -> None:
        """To the spot in the case that is open, where it has one."""
        try:
            self._session.navigator.go(self._session.complete(focus), self)
        except UnknownFocus as unknown:
            self._rest(say_failure(self._voice, unknown))

    @Slot()
    def _choose(self) -> None:
        dialog = self._chooser(self.tr("Choose another version of this case"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Cases (*.evcase bagit.txt)"))
        if dialog.exec():
            chosen = Path(dialog.selectedFiles()[0])
            self.compare_with(chosen.parent if chosen.name == "bagit.txt" else chosen)

    @Slot()
    def _compare_with_shipped(self) -> None:
        if self._shipped:
            self.compare_with(self._shipped)

    @Slot()
    def _compare_again(self) -> None:
        if self._other and not self._working:
            self.compare_with(self._other)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._rest(self.tr("Copied."))

    @Slot()
    def _choose_target(self) -> None:
        dialog = self._chooser(self.tr("Save the differences as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("txt" if "txt" in chosen else "csv"))
        if dialog.exec():
            self.save(Path(dialog.selectedFiles()[0]))

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
        working = self._working
        self.progress.setVisible(working)
        self.order.setEnabled(not working)
        for name in ("choose", "shipped"):
            self.buttons[name].setEnabled(not working)
        self.buttons["stop"].setVisible(working)
        for name in ("copy", "save"):
            self.buttons[name].setEnabled(self._compared is not None)
        self._row.settle()

    def _pair(self, old: str, new: str) -> str:
        return fill(self.tr("Older: %1. Newer: %2.", "names of files"), old, new)

    def _table(self) -> str:
        written = io.StringIO(newline="")
        assert self._compared
        write_rows(csv.writer(written), self._voice, self._compared.differences)
        return written.getvalue()

    def _chooser(self, title: str) -> QFileDialog:
        """Our own: the desktop's keeps a list of folders that were opened."""
        dialog = QFileDialog(self, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
        return dialog

    def _names(self) -> dict[str, str]:
        return {
            "choose": self.tr("Choose version…"),
            "shipped": self.tr("The one that came with the program"),
            "copy": self.tr("Copy"),
            "save": self.tr("Save…"),
            "stop": self.tr("Stop"),
        }

    def _listen(self) -> None:
        does = {
            "choose": self._choose,
            "shipped": self._compare_with_shipped,
            "copy": self._copy,
            "save": self._choose_target,
            "stop": self._give_up,
        }
        for name, slot in does.items():
            self.buttons[name].clicked.connect(slot)
            self.buttons[name].setAutoDefault(False)
        self.order.activated.connect(self._compare_again)
        self.tree.spot_chosen.connect(self._go)

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.buttons["choose"], role="primary")
        self.progress.setAccessibleName(self.tr("Share done"))
        self.order.addItems([self.tr("The other version is older"), self.tr("The other version is newer")])
        self.order.setAccessibleName(self.tr("Which of the two is the older one"))
        self.buttons["shipped"].setVisible(self._shipped is not None)
        first = Flow([self.buttons["choose"], self.buttons["shipped"], self.order], space.small, self)
        self._row = Flow([self.buttons[name] for name in ("copy", "save", "stop")], space.small, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.large, space.large, space.large, space.large)
        column.setSpacing(space.small)
        for widget in (first, self.said, self.pair, self.progress):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addWidget(self._row)
        self.resize(space.px(900), space.px(600))
