"""The custody of one document: the steps that name it, those of the whole case, and those after sealing."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.case.plain import shown
from viewer.look.current import Look
from viewer.session.inside_custody import Inside
from viewer.session.verification import Verification
from viewer.shell.chosen_file import say_trouble
from viewer.shell.verdict_sheet import VerdictSheet
from viewer.wording.voice import Voice, fill


class CustodyPage(QDialog):
    """Filled anew when more is known."""

    def __init__(
        self, verification: Verification, look: Look, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custody"))
        self._verification, self._look, self._voice = verification, look, voice
        self._document = ("", "")
        self.sheet: VerdictSheet | None = None
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, look.space.medium)
        self._column.addWidget(buttons)
        self.resize(look.space.px(720), look.space.px(520))
        for change in (verification.judged, verification.custody_read, look.changed):
            change.connect(self._fill)

    def show_document(self, uid: str, title: str) -> None:
        """Open with this document."""
        self._document = (uid, title)
        self._fill()
        self.show()
        self.activateWindow()
        self._verification.read_custody()

    @Slot()
    def _fill(self) -> None:
        sheet = VerdictSheet(self._look, self._voice, self)
        uid, title = self._document
        sheet.title(self.tr("Custody"))
        sheet.paragraph(fill(self.tr("Document %1: %2", "id, title"), shown(uid), shown(title)), "muted")
        inside = self._verification.inside
        if isinstance(inside, Inside):
            sheet.show_inside(inside, uid)
        elif inside is not None:
            sheet.say(say_trouble(self._voice, inside))
        else:
            sheet.say(self.tr("Only the database is at hand.") if self._verification.case is None else "…")
        if self._verification.judgement:
            sheet.show_links(self._verification.judgement)
        if self.sheet:
            self.sheet.hide()
            self.sheet.deleteLater()
        self._column.insertWidget(0, sheet, 1)
        self.sheet = sheet
