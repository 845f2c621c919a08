"""The events as a table in the timeline's place. Speaks only to the navigator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from viewer.index.ask.events import EventRow
from viewer.look.current import Look
from viewer.look.picking import ALL, CLEAR, STRETCH, by_click, by_key, picks
from viewer.panes.table.delegate import CellDelegate
from viewer.panes.table.model import ROW, TableModel
from viewer.panes.table.rows import Ask
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.session.picking import Picking
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

WIDTHS = (196, 340, 120, 176, 184, 74, 90)
"""Pixels of the columns at text size 1; the second takes what is left."""
_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TableView(QTableView):
    """Rows of one height; whole rows are chosen, Enter or a click opens them, Tab leaves."""

    opened = Signal(QModelIndex)
    pick_wished = Signal(str, QModelIndex)  # as of viewer.look.picking.Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.some_picked = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self.opened)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if wish := by_click(self, event):
            self.pick_wished.emit(*wish)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not picks(event):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if wish := by_key(self, event, self.some_picked):
            self.pick_wished.emit(*wish)
        elif event.key() in _ENTERING and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # In a table they are the ends of the line; in a list of events, its ends.
            row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))
        else:
            super().keyPressEvent(event)


class TablePane(QWidget):
    """Sorted by its headings; the event in focus is chosen and kept in view."""

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look = navigator, look
        self.model = TableModel(look, voice, self)
        self.view = TableView(self)
        self.view.setAccessibleName(self.tr("Events as a table"))
        self.setAccessibleName(self.tr("Events as a table"))
        self.view.setModel(self.model)
        self._delegate = CellDelegate(look, self.view)
        self.view.setItemDelegate(self._delegate)
        header = self.view.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self.setFocusProxy(self.view)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.view)
        self._picking = Picking(navigator, self.model.between)
        self._connect()
        self._show_look()
        self._show_sought(navigator.sought)
        self._show_picked(navigator.picked, 0)

    def show_events(self, ask: Ask) -> None:
        """Of a case and a query."""
        self.model.show_events(ask)
        self._show_focus(self._navigator.focus, None)

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.pick_wished.connect(self._pick)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._show_order)
        self._navigator.picked_changed.connect(self._show_picked)
        self._navigator.focus_moved.connect(self._show_focus)
        self._navigator.sought_changed.connect(self._show_sought)
        self._look.changed.connect(self._show_look)

    # What others tell us

    def _show_focus(self, focus: Focus, by: object) -> None:
        if by is not None and not self.isVisible():
            return  # the row is looked for when the table comes up
        row = self.model.find(focus.event or "")
        if row < 0:
            self.view.clearSelection()
            return
        index = self.model.index(row, max(0, self.view.currentIndex().column()))
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, select)
        if by is not self:
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _pick(self, wish: str, index: QModelIndex) -> None:
        row = index.data(ROW)
        if wish == CLEAR:
            self._navigator.pick(())
        elif wish == ALL:
            self._picking.all(*self.model.uids(0, self.model.rowCount() - 1))
        elif isinstance(row, EventRow):
            (self._picking.stretch if wish == STRETCH else self._picking.turn)(row.uid)

    def _show_picked(self, picked: tuple[str, ...], _more: int) -> None:
        self.model.picked = frozenset(picked)
        self.view.some_picked = bool(picked)
        self.view.viewport().update()

    def _show_sought(self, sought: SoughtWords | None) -> None:
        self.model.sought = sought
        self.view.viewport().update()

    def _show_order(self, _column: int, _order: Qt.SortOrder) -> None:
        self._show_focus(self._navigator.focus, None)

    def _show_look(self) -> None:
        space = self._look.space
        self._delegate.show_look()
        self.view.verticalHeader().setDefaultSectionSize(space.px(26))
        self.view.verticalHeader().setMinimumSectionSize(space.px(20))
        header = self.view.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            self.view.setColumnWidth(column, space.px(width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(space.px(60))
        colours = self.view.palette()
        colours.setColor(colours.ColorRole.Base, self._look.theme.panel)
        self.view.setPalette(colours)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, EventRow):
            self._navigator.go(Focus(event=row.uid), by=self)
