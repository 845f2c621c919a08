"""The outline of a PDF as a tree; a line leads to its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from viewer.locked.messages import Outlined
from viewer.panes.source.lines import rich_tip
from viewer.panes.source.setting import as_shown

_PAGE = Qt.ItemDataRole.UserRole


class OutlineTree(QTreeWidget):
    """Pages count from 0."""

    page_chosen = Signal(int)

    def __init__(self, outline: Sequence[Outlined], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Outline"))
        self.setUniformRowHeights(True)
        stack: list[tuple[int, QTreeWidgetItem]] = []
        for line in outline:
            while stack and stack[-1][0] >= line.level:
                stack.pop()
            item = QTreeWidgetItem([" ".join(as_shown(line.title).split()) or "…"])
            item.setToolTip(0, rich_tip(line.title))
            item.setData(0, _PAGE, line.page)
            if stack:
                stack[-1][1].addChild(item)
            else:
                self.addTopLevelItem(item)
            stack.append((line.level, item))
        self.expandToDepth(0)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def _choose(self, item: QTreeWidgetItem, _column: int) -> None:
        page = item.data(0, _PAGE)
        if page is not None:
            self.page_chosen.emit(page)
