"""The help that travels with the program: pages of `resources/help`, read without leaving the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from viewer.look.current import Look
from viewer.look.style import dress


class HelpWindow(QDialog):
    """A list of pages and the page. Links lead to other pages of the help and nowhere else."""

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self._pages = {path.stem: path for path in sorted(folder.glob("*.md"))}
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setMaximumWidth(look.space.px(210))
        self._text = QTextBrowser(self)
        self._text.setAccessibleName(self.tr("Page"))
        self._text.setOpenLinks(False)
        dress(self._text, role="panel")
        self._text.document().setDocumentMargin(look.space.wide)
        self._text.anchorClicked.connect(self._follow)
        for stem, path in self._ordered():
            item = QListWidgetItem(_title(path))
            item.setData(0x100, stem)
            self._list.addItem(item)
        self._list.currentItemChanged.connect(self._show_item)
        self._lay_out(look)

    def show_page(self, stem: str) -> None:
        """Open a page by its file name without ending; an unknown one opens the first."""
        stems = [stem for stem, _path in self._ordered()]
        self._list.setCurrentRow(stems.index(stem) if stem in stems else 0)

    def _ordered(self) -> list[tuple[str, Path]]:
        """How to read comes first."""
        return sorted(self._pages.items(), key=lambda page: (page[0] != "reading", page[0]))

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        text = self._pages[item.data(0x100)].read_text("utf-8")
        self._text.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)

    def _follow(self, link: QUrl) -> None:
        self.show_page(Path(link.path()).stem)

    def _lay_out(self, look: Look) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(self._text)
        self.resize(look.space.px(860), look.space.px(640))


def _title(path: Path) -> str:
    """The page's first heading, else its name."""
    first = path.read_text("utf-8").split("\n", 1)[0]
    return first.removeprefix("# ").strip() or path.stem
