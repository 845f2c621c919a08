"""The items as a list: several may be chosen, moved by drag or keys, copied, deleted; Enter goes to the place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.notebook.items import Item
from viewer.panes.hearing.model import ItemModel
from viewer.panes.hearing.rows import RowPainter
from viewer.panes.hearing.shown import Thumbnail
from viewer.wording.voice import Voice

_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


class ItemList(QListView):
    """Asks for what shall be changed, and changes nothing itself."""

    order_asked = Signal(object)  # uids of all items, in another order
    removal_asked = Signal(object)  # uids
    copies_asked = Signal(object)  # uids
    place_asked = Signal(object)  # Item, whose place in the case shall be gone to
    chosen = Signal()  # another item is the current one, or others are chosen

    def __init__(self, look: Look, voice: Voice, thumbnail: Thumbnail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemModel(voice, self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(look, voice, thumbnail, self))
        self.setAccessibleName(self.tr("Items"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        dress(self, role="panel")
        self.selectionModel().selectionChanged.connect(lambda *_changed: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_changed: self.chosen.emit())
        self.doubleClicked.connect(self._go)

    @property
    def current(self) -> Item | None:
        """The item the keyboard is on."""
        return self.rows.item(self.currentIndex().row())

    @property
    def picked(self) -> tuple[Item, ...]:
        """The chosen items, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(item for item in map(self.rows.item, rows) if item)

    def choose(self, uids: tuple[str, ...]) -> None:
        """Choose these, and stand on the first of them; where none is there, on the first item."""
        rows = [row for uid in uids if (row := self.rows.row_of(uid)) >= 0] or [0]
        if not self.rows.shown.items:
            return
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(rows[0]), flags.ClearAndSelect)
        for row in rows[1:]:
            self.selectionModel().select(self.rows.index(row), flags.Select)
        self.scrollTo(self.rows.index(rows[0]))

    def shift(self, step: int) -> None:
        """The chosen items one place up (-1) or down (1), together."""
        order = [item.uid for item in self.rows.shown.items]
        chosen = {item.uid for item in self.picked}
        rows = [row for row, uid in enumerate(order) if uid in chosen]
        for row in rows if step < 0 else reversed(rows):
            there = row + step
            if not 0 <= there < len(order) or order[there] in chosen:
                return  # at the end already
            order[row], order[there] = order[there], order[row]
        if rows:
            self._ask_order(order)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        own = self.rows.shown.own
        if event.key() in (_UP, _DOWN) and alone == Qt.KeyboardModifier.AltModifier:
            if own:
                self.shift(-1 if event.key() == _UP else 1)
        elif event.key() == Qt.Key.Key_Delete and own:
            self.removal_asked.emit(tuple(item.uid for item in self.picked))
        elif event.key() == Qt.Key.Key_D and alone == Qt.KeyboardModifier.ControlModifier and own:
            self.copies_asked.emit(tuple(item.uid for item in self.picked))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not alone:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Our own items only; the model is changed by whoever keeps the list, so Qt must take nothing out."""
        if event.source() is self and self.rows.shown.own:
            self._drop_at(self._row_under(event))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    # How it is done

    def _row_under(self, event: QDropEvent) -> int:
        """Before which row a drop is meant."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return len(self.rows.shown.items)
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _drop_at(self, row: int) -> None:
        order = [item.uid for item in self.rows.shown.items]
        moved = [item.uid for item in self.picked]
        before = [uid for uid in order[:row] if uid not in moved]
        after = [uid for uid in order[row:] if uid not in moved]
        self._ask_order([*before, *moved, *after])

    def _ask_order(self, order: list[str]) -> None:
        if order != [item.uid for item in self.rows.shown.items]:
            self.order_asked.emit(tuple(order))

    def _go(self, index: QModelIndex) -> None:
        if item := self.rows.item(index.row()):
            self.place_asked.emit(item)
