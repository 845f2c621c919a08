"""The hearings that were held with this case: what the room was shown in each, as CSV or on paper."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.export.hearing_papers import log_paper
from viewer.export.prints import write_paper
from viewer.look.announce import announce
from viewer.look.paragraph import Paragraph
from viewer.notebook.log import Hearing, HearingLog, as_csv, hearings
from viewer.shell.chosen_file import say_trouble, write_whole
from viewer.shell.parts import Parts
from viewer.wording.hearing_papers import hearing_line, log_foot, log_head, page_words


class HearingLogs(QDialog):
    """The newest first."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Logs of hearings"))
        self._parts = parts
        self._notebook = parts.service.podium.notebook
        self.box = QListWidget(self)
        self.box.setAccessibleName(self.tr("Hearings"))
        self._said = Paragraph("label", "muted", self)
        self._buttons = self._make_buttons()
        space = parts.service.look.space
        lines = QVBoxLayout(self)
        lines.setContentsMargins(space.wide, space.wide, space.wide, space.large)
        lines.setSpacing(space.medium)
        for part in (self.box, self._said, self._buttons):
            lines.addWidget(part)
        self.resize(space.px(640), space.px(420))
        self.box.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._fill()

    @property
    def chosen(self) -> Hearing | None:
        entry = self.box.currentItem()
        held: Hearing | None = entry.data(Qt.ItemDataRole.UserRole) if entry else None
        return held

    def save_csv(self, path: Path) -> None:
        """With all hashes, for any spreadsheet."""
        self._write(path, lambda log: write_whole(path, as_csv(log.rows())))

    def save_paper(self, path: Path) -> None:
        """A4 as PDF, with the digest of the log on every page."""
        voice = self._parts.service.voice
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._write(
            path, lambda log: write_paper(log_paper(voice, log.hearing, log, rtl=rtl), path, page_words(voice))
        )

    # How it is done

    def _fill(self) -> None:
        voice = self._parts.service.voice
        try:
            for held in reversed(hearings(self._notebook, self._parts.session.case_uid)):
                rows = len(HearingLog(self._notebook, held).rows())
                began = held.began_at[:16].replace("T", " ")
                entry = QListWidgetItem(hearing_line(voice, began, held.list_title, rows), self.box)
                entry.setData(Qt.ItemDataRole.UserRole, held)
        except (OSError, sqlite3.Error) as wrong:
            self._say(str(wrong))
        self.box.setCurrentRow(0)
        if not self.box.count():
            self._say(self.tr("No hearing was held with this case on this computer, or none kept a log."))
            self._allow(False)

    def _show_chosen(self) -> None:
        if (held := self.chosen) is None:
            return
        from viewer.notebook.log import verified

        log, voice = HearingLog(self._notebook, held), self._parts.service.voice
        rows = log.rows()
        head = log_head(voice, held.list_title, held.began_at, len(rows), verified(held, rows))
        self._say("\n".join((*head, log_foot(voice, log.sha256))))

    def _write(self, path: Path, write: Callable[[HearingLog], object]) -> None:
        if (held := self.chosen) is None:
            return
        try:
            write(HearingLog(self._notebook, held))
        except OSError as wrong:
            self._say(say_trouble(self._parts.service.voice, wrong))
            return
        self._say(self.tr("Saved: %1").replace("%1", str(path)))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    def _allow(self, allowed: bool) -> None:
        for button in self._ways:
            button.setEnabled(allowed)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self._ways: list[QPushButton] = []
        for words, ending, save in (
            (self.tr("Save as CSV…"), "csv", self.save_csv),
            (self.tr("Save as PDF…"), "pdf", self.save_paper),
        ):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _checked=False, ending=ending, save=save: self._ask(ending, save))
            self._ways.append(button)
        return buttons

    def _ask(self, ending: str, save: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(f"*.{ending}")
        dialog.setHistory([])
        if dialog.exec():
            save(Path(dialog.selectedFiles()[0]))
