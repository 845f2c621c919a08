"""Items of a hearing list as rows; what a screen reader is told of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.case.frozen import replace
from viewer.notebook.items import Item
from viewer.panes.hearing.shown import NOTHING, Found, Shown
from viewer.wording.hearing import budget_words, row_words, standing_words
from viewer.wording.voice import Voice

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
UNCHANGED = Found("")


class ItemModel(QAbstractListModel):
    """The list as it is shown; it is changed by whoever keeps it, never here."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.shown: Shown = NOTHING

    def show_list(self, shown: Shown) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def show_found(self, found: dict[str, Found]) -> None:
        """How items stand to the case, learned after they were shown."""
        self.shown = replace(self.shown, found=found)
        self.renew()

    def renew(self, uid: str = "") -> None:
        """Paint one item again, "" = all: its thumbnail has come."""
        rows = [row for row, item in enumerate(self.shown.items) if uid in ("", item.uid)]
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def item(self, row: int) -> Item | None:
        return self.shown.items[row] if 0 <= row < len(self.shown.items) else None

    def row_of(self, uid: str) -> int:
        """-1 where it is not there."""
        return next((row for row, item in enumerate(self.shown.items) if item.uid == uid), -1)

    def found(self, item: Item) -> Found:
        return self.shown.found.get(item.uid, UNCHANGED)

    def below(self, item: Item) -> str:
        """The line under the title."""
        found = self.found(item)
        standing = standing_words(self._voice, found.standing, found.gone)
        return " · ".join(part for part in (row_words(self._voice, item.noted), standing) if part)

    # What Qt calls

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{item.step.exhibit} {item.step.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            budget = budget_words(self._voice, item.noted.seconds)
            return ", ".join(
                part for part in (item.step.exhibit, item.step.title, self.below(item), budget) if part
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not self.shown.own:
            return usual
        return usual | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
