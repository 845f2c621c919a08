"""The table of accounts, worked like a spreadsheet: arrows move, Enter goes to the passage, Ctrl+C copies."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from viewer.index.ask.comparing import Accounts
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.wrapped import write_wrapped
from viewer.panes.accounts.cell import CellDelegate
from viewer.panes.accounts.heads import AccountHead, PointHead
from viewer.panes.accounts.model import AccountsModel, Index
from viewer.wording.accounts import excluded, said_words
from viewer.wording.voice import Voice

NARROWEST, WIDEST = 176, 340
"""A column's width in pixels at scale 1, as long as the reader has not pulled it."""
BARE = 118
"""The same without paraphrases."""


class AccountsTable(QTableView):
    """Shows an Accounts record as it is ordered."""

    claim_chosen = Signal(str)  # uid
    cell_reached = Signal(object, object)  # Row and Cell the keyboard stands on
    copy_asked = Signal()

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self.accounts = AccountsModel(voice, self)
        self.cells = CellDelegate(look, voice, self.accounts, self)
        self.setHorizontalHeader(AccountHead(Qt.Orientation.Horizontal, look, voice, self.accounts, self))
        self.setVerticalHeader(PointHead(Qt.Orientation.Vertical, look, voice, self.accounts, self))
        self.setModel(self.accounts)
        self.setItemDelegate(self.cells)
        self._corner = Corner(look, self)
        self._behave()
        self.clicked.connect(self._clicked)
        self.horizontalHeader().sectionResized.connect(self._column_pulled)
        self._last_click = 0.0

    def show_table(self, table: Accounts) -> None:
        """Show it from its beginning, with the keyboard on the first cell that says something."""
        self.cells.against = frozenset()
        self.accounts.show_table(table)
        self.fit()
        if first := self._where():
            self.setCurrentIndex(first)

    def show_paraphrases(self, shown: bool) -> None:
        self.cells.paraphrases = shown
        self.fit()

    def mark_claim(self, uid: str) -> None:
        """Mark the cell whose passage is shown."""
        self.cells.chosen = uid
        self.viewport().update()

    def stand_on(self, uid: str) -> None:
        """Mark that claim and bring the keyboard to its cell, if it is in the table."""
        self.mark_claim(uid)
        if found := self._where(uid):
            self.setCurrentIndex(found)

    def fit(self) -> None:
        """Share the width among the columns, and give every row the height of its fullest cell."""
        count = self.accounts.columnCount()
        if not count:
            return
        px = self._look.space.px
        room = self.viewport().width() - 1
        least = px(NARROWEST if self.cells.paraphrases else BARE)
        width = min(max(room // count, least), px(WIDEST))
        head = self.horizontalHeader()
        head.blockSignals(True)
        for column in range(count):
            head.resizeSection(column, width)
        head.blockSignals(False)
        self._fit_rows()

    def selected_part(self) -> tuple[list[int], list[int]]:
        """Rows and columns that the selected cells span; all of them where at most one cell is selected."""
        chosen = self.selectedIndexes()
        if len(chosen) < 2:
            return list(range(self.accounts.rowCount())), list(range(self.accounts.columnCount()))
        return sorted({index.row() for index in chosen}), sorted({index.column() for index in chosen})

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next_claim(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last_click = event.position().y()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            menu = self.menu_of(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if not current.isValid():
            return
        cell = self.accounts.cell(current.row(), current.column())
        self.cells.against = frozenset(excluded(cell))
        self.viewport().update()
        self.cell_reached.emit(self.accounts.row(current.row()), cell)

    def updateGeometries(self) -> None:  # noqa: N802
        super().updateGeometries()
        side, top = self.verticalHeader(), self.horizontalHeader()
        left = self.width() - side.width() if self.isRightToLeft() else 0
        self._corner.setGeometry(left, 0, side.width(), top.height())
        self._corner.raise_()

    # How it is done

    def menu_of(self, index: Index) -> QMenu:
        """A way to the passage of every claim of the cell, and to copy."""
        menu = QMenu(self)
        for claim in self.accounts.cell(index.row(), index.column()).claims:
            shown = self.tr("Show the passage: %1").replace("%1", _short(said_words(self._voice, claim)))
            action = menu.addAction(shown)
            action.setData(claim.uid)
        menu.addSeparator()
        menu.addAction(self.tr("Copy as a table"), self.copy_asked.emit)
        menu.triggered.connect(self._chosen)
        return menu

    def _chosen(self, action: QAction) -> None:
        if uid := action.data():
            self.claim_chosen.emit(uid)

    def _behave(self) -> None:
        self.setAccessibleName(self.tr("Accounts by point"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setMinimumSectionSize(self._look.space.px(72))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit_rows(self) -> None:
        side, top = self.verticalHeader(), self.horizontalHeader()
        assert isinstance(side, PointHead)
        widths = [self.columnWidth(column) for column in range(self.accounts.columnCount())]
        beside = side.sizeHint().width()
        for row, point in enumerate(self.accounts.table.rows):
            said = (at for at, cell in enumerate(point.cells) if cell.claims)  # a dash is lower than any head
            tall = (self.cells.height(row, at, widths[at]) for at in said)
            self.setRowHeight(row, max([*tall, side.height_of(row, beside)]))
        top.setFixedHeight(top.sizeHint().height())
        self.updateGeometries()

    def _column_pulled(self) -> None:
        self._fit_rows()

    def _where(self, uid: str = "") -> QModelIndex | None:
        """The cell of a claim; the first that says something where none is named."""
        for row in range(self.accounts.rowCount()):
            for column in range(self.accounts.columnCount()):
                claims = self.accounts.cell(row, column).claims
                if any(claim.uid == uid for claim in claims) or (claims and not uid):
                    return self.accounts.index(row, column)
        return None

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) > 1:  # a selection is being made
            return
        claims = self.accounts.cell(index.row(), index.column()).claims
        if claims:
            box = self.visualRect(index)
            self.claim_chosen.emit(
                claims[self.cells.claim_at(index, self._last_click - box.top(), box.width())].uid
            )

    def _next_claim(self, index: QModelIndex) -> None:
        """The cell's first claim; each further Enter the next one."""
        if not index.isValid():
            return
        uids = [claim.uid for claim in self.accounts.cell(index.row(), index.column()).claims]
        if uids:
            shown = uids.index(self.cells.chosen) if self.cells.chosen in uids else -1
            self.claim_chosen.emit(uids[(shown + 1) % len(uids)])


class Corner(QWidget):
    """What the mark means, where the two heads meet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(self.rect(), look.theme.panel)
        painter.setPen(look.theme.control if look.theme.stroke > 1 else look.theme.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        air = look.space.small
        words, font = self.tr("≠ cannot be true together with a number of others"), look.type.font(Role.SMALL)
        box = QRectF(self.rect()).adjusted(air, air, -air, 0)
        write_wrapped(painter, box, words, font, look.theme.muted, right=self.isRightToLeft())


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
