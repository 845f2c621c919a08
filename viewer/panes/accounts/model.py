"""The table as Qt asks for it: a column an account, a row a point; every cell can be read aloud."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.index.ask.comparing import Accounts, Cell, Row
from viewer.look.ink import tooltip
from viewer.panes.accounts.arranged import Column, columns_of, events_of
from viewer.wording.accounts import (
    NOTHING,
    Others,
    account_spoken,
    account_told,
    cell_spoken,
    excluded_words,
    others_of,
    point_words,
    said_words,
)
from viewer.wording.figures import as_heading
from viewer.wording.voice import Voice

Index = QModelIndex | QPersistentModelIndex


class AccountsModel(QAbstractTableModel):
    """Reads one Accounts record; `row` and `cell` hand its parts to the painters."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.table = Accounts((), ())
        self.columns: tuple[Column, ...] = ()
        self.others: Others = {}
        self.several = False

    def show_table(self, table: Accounts) -> None:
        self.beginResetModel()
        self.table = table
        self.columns = columns_of(self._voice, table)
        self.others = others_of(table)
        self.several = len(events_of(table)) > 1
        self.endResetModel()

    def row(self, at: int) -> Row:
        return self.table.rows[at]

    def cell(self, row: int, column: int) -> Cell:
        return self.table.rows[row].cells[column]

    # What Qt calls

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.accounts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return " / ".join(said_words(self._voice, claim) for claim in cell.claims) or NOTHING
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_spoken(self._voice, self.table.accounts[index.column()], self.row(index.row()), cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            against = excluded_words(self._voice, cell, self.others)
            return tooltip([against]) if against else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self._point(section, role)
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.account.origin
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return account_spoken(self._voice, column.account, column.claims)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(account_told(self._voice, column.account, column.claims))
        return None

    # How it is done

    def _point(self, section: int, role: int) -> object:
        row = self.row(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return as_heading(row.label)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = point_words(self._voice, row, self.several)
            return words if role == Qt.ItemDataRole.AccessibleTextRole else tooltip([words])
        return None
