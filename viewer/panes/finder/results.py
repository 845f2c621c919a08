"""The list of findings: headed groups with their counts, the found words marked in the original text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.panes.finder.delegate import ROW, LineDelegate
from viewer.panes.finder.lines import Line

Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractListModel):
    """Headings and what stands below them in one column; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def nearest(self, row: int, step: int) -> int:
        """The first row from `row` on, in the direction of `step`, that can be chosen; -1 if there is none."""
        while 0 <= row < len(self._lines):
            if self._lines[row].chosen:
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class ResultList(QListView):
    """It never takes the keyboard: the field hands keys on. What is chosen is announced."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(look, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """New lines, the first that can be chosen is."""
        self.lines.show_lines(lines)
        self._choose(self.lines.nearest(0, 1), spoken=False)
        self.scrollToTop()

    def move_by(self, step: int) -> None:
        """Choose another line so many rows away, or the last one in that direction."""
        now = self.currentIndex().row()
        wished = min(max(now + step, 0), self.lines.rowCount() - 1)
        way = 1 if step > 0 else -1
        row = self.lines.nearest(wished, way)
        self._choose(row if row >= 0 else self.lines.nearest(wished, -way))

    def move_to_end(self, last: bool) -> None:
        """Choose the first or the last line."""
        self._choose(self.lines.nearest(self.lines.rowCount() - 1, -1) if last else self.lines.nearest(0, 1))

    def page(self) -> int:
        """How many rows fit."""
        row = max(1, self.sizeHintForRow(self.currentIndex().row()))
        return max(1, self.viewport().height() // row - 1)

    def chosen(self) -> Line | None:
        return self.lines.line(self.currentIndex().row())

    def height_of_all(self) -> int:
        return sum(self.sizeHintForRow(row) for row in range(self.lines.rowCount()))

    def _choose(self, row: int, spoken: bool = True) -> None:
        if row < 0:
            return
        index = self.lines.index(row)
        self.setCurrentIndex(index)
        if self.lines.nearest(0, 1) == row:
            self.scrollToTop()  # with its heading
        line = self.lines.line(row)
        if spoken and line:
            announce(self, line.spoken)
