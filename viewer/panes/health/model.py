"""Citations as rows of a table, sorted and sifted by state and by words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from viewer.builder.examining import Examined
from viewer.index.ask.health import STANDINGS
from viewer.wording import health as words
from viewer.wording.voice import Voice

Index = QModelIndex | QPersistentModelIndex
ORDER = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
APART, AT_AN_END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""A cell's words run in their own direction, whatever the table's."""


class CitationModel(QAbstractTableModel):
    """One row a citation: its state, its words, its document, its place, what rests on it."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.found: tuple[Examined, ...] = ()

    def show_found(self, found: tuple[Examined, ...]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def line(self, row: int) -> tuple[str, ...]:
        """The cells of a row."""
        citation, stand = self.found[row].citation, self.found[row].stand
        place = words.place_words(self._voice, citation.anchor)
        now = words.found_words(self._voice, stand.state, stand.start, stand.page)
        return (
            words.say_standing(self._voice, stand.state),
            words.words_of(self._voice, citation),
            citation.document_title,
            "; ".join(part for part in (now, place) if part),
            words.resting_words(self._voice, citation),
        )

    # What Qt calls

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("State"),
                self.tr("Passage"),
                self.tr("Document"),
                self.tr("Place"),
                self.tr("Rests on it"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        examined = self.found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{APART}{self.line(index.row())[index.column()]}{AT_AN_END}"
            case Qt.ItemDataRole.ToolTipRole:
                return words.explain_standing(self._voice, examined.stand.state)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in self.line(index.row()) if part)
        if role == STATE:
            return examined.stand.state
        if role == ORDER:
            return self._order(index)
        return None

    def _order(self, index: Index) -> int | str:
        citation = self.found[index.row()].citation
        match index.column():
            case 0:
                return STANDINGS.index(self.found[index.row()].stand.state)
            case 3:
                return index.row()
            case 4:
                return -citation.claims - citation.quotes
            case _:
                return self.line(index.row())[index.column()].casefold()


class Sifted(QSortFilterProxyModel):
    """Those of one state, '' = of any, whose passage or document holds the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ""
        self._words = ""
        self.setSortRole(ORDER)

    def sift(self, state: str, typed: str) -> None:
        self.beginFilterChange()
        self._state, self._words = state, typed.casefold().strip()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: N802
        model = self.sourceModel()
        assert isinstance(model, CitationModel)
        if self._state and model.found[row].stand.state != self._state:
            return False
        return not self._words or self._words in " ".join(model.line(row)).casefold()
