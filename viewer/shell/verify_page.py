"""The verification page: the whole verdict, a lasting record of it, and whose key the reader says it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer import __version__
from viewer.case.errors import CaseError
from viewer.case.seal import Verdict
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.panes.accounts.controls import Flow
from viewer.session.inside_custody import Inside
from viewer.session.verification import Judgement, Verification
from viewer.shell.chosen_file import say_trouble, write_whole
from viewer.shell.verdict_sheet import VerdictSheet
from viewer.wording.verdicts import Occasion, record_text, say_short
from viewer.wording.voice import Voice, fill


class VerifyPage(QDialog):
    """Stays open while one reads. What it is asked to keep is kept where the reader says, and nowhere else."""

    def __init__(
        self, verification: Verification, look: Look, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Verify"))
        self._verification, self._look, self._voice = verification, look, voice
        self.sheet: VerdictSheet | None = None
        self.said = Paragraph("label")
        self.progress = QProgressBar(self)
        self.name = QLineEdit(self)
        self.pinning = QWidget(self)
        self.buttons = {name: QPushButton(text, self) for name, text in self._names().items()}
        row = ("save", "paper", "copy", "pin", "unpin", "root", "again", "stop")
        self._row = Flow([self.buttons[name] for name in row], look.space.small, self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._listen()
        self._show_all()

    def open_up(self) -> None:
        """In front, with the keyboard; checks what has not been checked, and reads the custody table."""
        self.show()
        self.activateWindow()
        if self._verification.judgement is None:
            self._verification.begin()
        self._verification.read_custody()

    @property
    def record(self) -> str:
        """The lasting record of what is shown; "" where there is no verdict."""
        judgement, case = self._verification.judgement, self._verification.case
        if judgement is None or case is None:
            return ""
        occasion = Occasion(case.name, judgement.at, __version__)
        return record_text(self._voice, judgement.verdict, occasion, judgement.names)

    def save_record(self, path: Path) -> None:
        """Beside, then renamed; a sentence says whether it was written."""
        self._write(path, lambda: write_whole(path, self.record))

    def save_paper(self, path: Path) -> None:
        """The same as A4 pages, to be printed or handed over."""
        from viewer.export.prints import write_paper
        from viewer.export.verification_paper import verification_paper
        from viewer.wording.hearing_papers import page_words

        judgement, case, voice = self._verification.judgement, self._verification.case, self._voice
        assert judgement and case
        occasion = Occasion(case.name, judgement.at, __version__)
        paper = verification_paper(voice, judgement.verdict, occasion, judgement.names, rtl=self.isRightToLeft())
        self._write(path, lambda: write_paper(paper, path, page_words(voice)))

    def pin_as(self, name: str) -> None:
        """Hold the signer's key under this name."""
        try:
            written = self._verification.pin(name)
        except (CaseError, OSError) as wrong:
            self._say(say_trouble(self._voice, wrong))
            return
        kept = self.tr("Pinned. From now on you are told when this key has signed.")
        self._say(kept if written else self.tr("Pinned until this case is closed: nothing is kept."))

    # What Qt calls

    def reject(self) -> None:
        """Esc stops what is going on, else closes."""
        if self._verification.running:
            self._verification.stop()
        else:
            super().reject()

    # What others tell us

    @Slot(float)
    def _show_share(self, share: float) -> None:
        self.progress.setValue(round(100 * share))
        if self.progress.isHidden():
            self._say(self.tr("Checking every file…"))
            self._enable()

    @Slot(object)
    def _show_judgement(self, judgement: Judgement) -> None:
        self._show_all()
        self._say(say_short(self._voice, judgement.verdict))

    @Slot(object)
    def _show_trouble(self, _reason: Exception) -> None:
        self._show_all()

    @Slot()
    def _show_stopped(self) -> None:
        self._enable()
        self._say(self.tr("Stopped. Nothing can be said about the files that were not read."))

    @Slot(object)
    def _show_inside(self, _inside: Inside | Exception) -> None:
        if self.sheet and self._verification.judgement:
            self._add_inside(self.sheet)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.record)
        self._say(self.tr("Record copied."))

    @Slot()
    def _save(self) -> None:
        self._choose("txt", self.tr("Text (*.txt)"), self.save_record)

    @Slot()
    def _print(self) -> None:
        self._choose("pdf", self.tr("PDF (*.pdf)"), self.save_paper)

    @Slot()
    def _choose_root(self) -> None:
        dialog = QFileDialog(self, self.tr("Root certificate of the time stamp authority"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")])
        if dialog.exec():
            self.check_stamp(Path(dialog.selectedFiles()[0]))

    def check_stamp(self, path: Path) -> None:
        """Check everything again, the time stamp under this certificate."""
        try:
            self._verification.take_roots(path)
        except (CaseError, OSError) as wrong:
            self._say(say_trouble(self._voice, wrong))

    @Slot()
    def _offer_pinning(self) -> None:
        self.pinning.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _pin(self) -> None:
        self.pin_as(self.name.text())

    @Slot()
    def _unpin(self) -> None:
        try:
            self._verification.unpin()
        except (CaseError, OSError) as wrong:
            self._say(say_trouble(self._voice, wrong))
        else:
            self._say(self.tr("You hold this key no longer."))

    # How it is done

    def _choose(self, ending: str, names: str, save: Callable[[Path], None]) -> None:
        """Our own chooser: the desktop's keeps a list of folders that were opened."""
        dialog = QFileDialog(self, self.tr("Save the record of this verification"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setHistory([])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(names)
        dialog.setDefaultSuffix(ending)
        if dialog.exec():
            save(Path(dialog.selectedFiles()[0]))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as wrong:
            self._say(say_trouble(self._voice, wrong))
        else:
            self._say(fill(self.tr("Record written: %1"), str(path)))

    def _show_all(self) -> None:
        """A new sheet for what is known now."""
        sheet, verification = VerdictSheet(self._look, self._voice, self), self._verification
        if verification.case is None:
            sheet.title(self.tr("Verification"))
            sheet.say(self.tr("Only the database is at hand, not the case: nothing says what it should be."))
        elif verification.judgement:
            sheet.show_judgement(verification.judgement, verification.case.name)
            self._add_inside(sheet)
        elif verification.trouble:
            sheet.say(say_trouble(self._voice, verification.trouble))
        if self.sheet:
            self._column.replaceWidget(self.sheet, sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
        else:
            self._column.insertWidget(0, sheet, 1)
        self._column.setStretchFactor(sheet, 1)
        self.sheet = sheet
        self._enable()

    def _add_inside(self, sheet: VerdictSheet) -> None:
        inside = self._verification.inside
        if isinstance(inside, Inside):
            sheet.show_inside(inside)
        elif inside is not None:
            sheet.say(say_trouble(self._voice, inside))

    def _enable(self) -> None:
        running, judgement = self._verification.running and self._verification.share is not None, None
        if not running:
            judgement = self._verification.judgement
        verdict: Verdict | None = judgement.verdict if judgement else None
        signed = verdict is not None and verdict.signed
        trusted = verdict is not None and verdict.trusted
        self.progress.setVisible(running)
        for name in ("again", "stop"):
            self.buttons[name].setVisible(running == (name == "stop"))
        self.buttons["again"].setEnabled(self._verification.case is not None)
        for name in ("save", "paper", "copy"):
            self.buttons[name].setEnabled(judgement is not None)
        self.buttons["pin"].setVisible(signed and not trusted)
        self.buttons["unpin"].setVisible(trusted)
        self.buttons["root"].setVisible(verdict is not None and verdict.stamp.state in ("unchecked", "bad"))
        if trusted or not signed:
            self.pinning.hide()
        self._row.settle()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence and self.isVisible():
            announce(self, sentence)

    def _names(self) -> dict[str, str]:
        return {
            "save": self.tr("Save record…"),
            "paper": self.tr("Save as PDF to print…"),
            "copy": self.tr("Copy"),
            "pin": self.tr("Pin this signer…"),
            "unpin": self.tr("Unpin this signer"),
            "root": self.tr("Check the time stamp…"),
            "again": self.tr("Verify again"),
            "stop": self.tr("Stop"),
            "hold": self.tr("Pin"),
        }

    def _listen(self) -> None:
        does = {
            "save": self._save,
            "paper": self._print,
            "copy": self._copy,
            "pin": self._offer_pinning,
            "unpin": self._unpin,
            "root": self._choose_root,
            "again": self._verification.begin,
            "stop": self._verification.stop,
            "hold": self._pin,
        }
        for name, slot in does.items():
            self.buttons[name].clicked.connect(slot)
            self.buttons[name].setAutoDefault(False)
        self.name.returnPressed.connect(self._pin)
        self._verification.advanced.connect(self._show_share)
        self._verification.judged.connect(self._show_judgement)
        self._verification.failed.connect(self._show_trouble)
        self._verification.stopped.connect(self._show_stopped)
        self._verification.custody_read.connect(self._show_inside)
        self._look.changed.connect(self._show_all)

    def _lay_out(self) -> None:
        space = self._look.space
        self.progress.setAccessibleName(self.tr("Share done"))
        self.progress.hide()
        self.said.hide()
        self._column.setContentsMargins(0, 0, 0, space.medium)
        self._column.setSpacing(space.small)
        foot = QVBoxLayout()
        foot.setContentsMargins(space.large, 0, space.large, 0)
        foot.setSpacing(space.small)
        self._lay_out_pinning()
        for widget in (self.progress, self.said, self.pinning, self._row):
            foot.addWidget(widget)
        self._column.addLayout(foot)
        self.resize(space.px(760), space.px(680))

    def _lay_out_pinning(self) -> None:
        words = Paragraph("label", "muted")
        words.setText(
            self.tr(
                "Pin a key only after you have compared its fingerprint with one you were given on paper or in "
                "person. Whose key is it?"
            )
        )
        self.name.setAccessibleName(self.tr("Name of the signer"))
        self.name.setMaxLength(200)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.buttons["hold"])
        column = QVBoxLayout(self.pinning)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        column.addLayout(row)
        self.pinning.hide()
