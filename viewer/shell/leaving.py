"""Leave no trace: shows what of ours lies on this computer, erases it when told to, and says what it cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer import paths
from viewer.guard import traces
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.shell.sheetview import ReadingPage


class LeaveNoTrace(QDialog):
    """First the list and a question, then the report. From then on this run keeps nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Leave no trace"))
        self._page = QWidget()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, look.space.medium)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._buttons.setContentsMargins(look.space.wide, 0, look.space.wide, 0)
        self._erase = self._buttons.addButton(self.tr("Erase"), QDialogButtonBox.ButtonRole.ActionRole)
        self._erase.clicked.connect(self._do_erase)
        for button in self._buttons.buttons():
            button.setProperty("autoDefault", False)
        self._lines.addWidget(self._buttons)
        self._show_question()
        self.resize(look.space.px(620), look.space.px(520))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _show_question(self) -> None:
        page = self._fresh_page()
        found = traces.kept()
        folder = str(paths.own_folder())
        if found:
            page.paragraph(self.tr("These will be erased from your own folder, for good:"))
            for path in found:
                page.mono(path.name)
            page.paragraph(folder, "muted")
        else:
            page.paragraph(self.tr("Nothing of this program lies in your own folder."))
            page.paragraph(folder, "muted")
            self._erase.setEnabled(False)
        self._say_limits(page)

    def _do_erase(self) -> None:
        done = traces.erase()
        paths.keep("nothing")  # else the closing window would write its size again
        self._erase.setEnabled(False)
        page = self._fresh_page()
        said = self._outcome(done)
        page.paragraph(said)
        for name in done.removed:
            page.mono(name)
        for name, why in done.failed:
            page.paragraph(self.tr("%1 could not be erased: %2").replace("%2", why).replace("%1", name))
        if done.left:
            page.paragraph(self.tr("Not ours, and left where it is: %1").replace("%1", ", ".join(done.left)))
        page.paragraph(self.tr("Until the program ends, nothing more is written there."))
        self._say_limits(page)
        announce(self, said)

    def _outcome(self, done: traces.Erased) -> str:
        if done.failed:
            return self.tr("Not everything could be erased. Erased:")
        return self.tr("Erased:") if done.removed else self.tr("There was nothing to erase.")

    def _say_limits(self, page: ReadingPage) -> None:
        page.heading(self.tr("What this cannot erase"))
        for line in (
            self.tr("Cases, pictures, lists and copies that you saved elsewhere."),
            self.tr("What the system has noted: recent files, searches, backups, memory moved to the disk."),
            self.tr("What a clipboard manager or another program has copied."),
            self.tr("Blocks of a flash disk that held an erased file: only an encrypted disk protects those."),
        ):
            page.paragraph(f"– {line}")

    def _fresh_page(self) -> ReadingPage:
        self._page.deleteLater()
        page = ReadingPage(self._look, self.tr("Leave no trace"), self)
        page.title(self.tr("Leave no trace"))
        dress(page, role="panel")
        self._page = page
        self._lines.insertWidget(0, page)
        return page
