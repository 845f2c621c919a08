"""Sections that fold, their entries as links; a tree, so that keys and screen readers know their way."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.theme import faded
from viewer.look.wrapped import wrapped_height, write_wrapped
from viewer.panes.coverage.entries import Entry
from viewer.session.focus import Focus

ENTRY = Qt.ItemDataRole.UserRole
WIDEST = 860
"""Widest line in pixels at scale 1."""

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints a title over its lines, wrapped."""

    def __init__(self, look: Look, tree: QTreeView) -> None:
        super().__init__(tree)
        self._look = look
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width(index)
        tall = sum(wrapped_height(text, font, width) for text, font, _tone in self._lines(index))
        return QSize(width, tall + self._air(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box, width = self._look, QRectF(option.rect), self._width(index)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setClipRect(box)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.theme.tint)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, faded(look.theme.tint, 0.5))
        left = box.right() - look.space.small - width if rtl else box.left() + look.space.small
        top = box.top() + self._air(index) / 2
        for text, font, tone in self._lines(index):
            tall = wrapped_height(text, font, width)
            at = QRectF(left, top, width, tall)
            write_wrapped(painter, at, text, font, getattr(look.theme, tone), right=rtl)
            top += tall
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box.adjusted(0, 0, -1, -1), look.theme, look.space.radius_mark)
        painter.restore()

    def _air(self, index: Index) -> int:
        return self._look.space.px(12 if index.parent().isValid() else 16)

    def _lines(self, index: Index) -> Iterable[tuple[str, QFont, str]]:
        entry, type_ = entry_of(index), self._look.type
        if not index.parent().isValid():
            yield entry.title, type_.font(Role.STRONG), "text"
        else:
            yield entry.title, type_.font(Role.BODY, 500), "accent" if entry.focus else "muted"
        for line in entry.lines:
            yield line, type_.font(Role.LABEL), "text"

    def _width(self, index: Index) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        room = self._tree.viewport().width() - depth * self._tree.indentation() - self._look.space.large
        return max(self._look.space.px(80), min(room, self._look.space.px(WIDEST)))


class CoverageTree(QTreeView):
    """Enter or a click goes to an entry's spot; Left and Right fold; Ctrl+C copies."""

    spot_chosen = Signal(object)  # Focus
    copy_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(EntryDelegate(look, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Coverage"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        self.fit()

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show sections; those that were unfolded stay so, the first one is at the beginning."""
        model, unfolded = self._items(), self._unfolded()
        model.clear()
        for entry in entries:
            model.appendRow(_item(entry))
        for row in range(model.rowCount()):
            if row in unfolded:
                self.expand(model.index(row, 0))
        self.setCurrentIndex(model.index(0, 0))

    def fit(self) -> None:
        """Distances of the present look."""
        self.setIndentation(self._look.space.px(20))
        self.doItemsLayout()

    def chosen(self) -> list[Entry]:
        """The selected entries in order; none of them twice because its section is selected too."""
        indexes = self.selectedIndexes()
        return [entry_of(index) for index in indexes if not any(_lies_in(index, other) for other in indexes)]

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.doItemsLayout()

    # How it is done

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def _unfolded(self) -> set[int]:
        model = self._items()
        if not model.rowCount():
            return {1}  # the sums: short, and the headings of all sections stay in view
        return {row for row in range(model.rowCount()) if self.isExpanded(model.index(row, 0))}

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        focus: Focus | None = entry_of(index).focus
        if focus:
            self.spot_chosen.emit(focus)
        else:
            self.setExpanded(index, not self.isExpanded(index))


def entry_of(index: Index) -> Entry:
    """What stands there."""
    entry = index.data(ENTRY)
    assert isinstance(entry, Entry)
    return entry


def _item(entry: Entry) -> QStandardItem:
    item = QStandardItem(entry.title)
    item.setData(entry, ENTRY)
    item.setData("\n".join((entry.title, *entry.lines)), Qt.ItemDataRole.AccessibleTextRole)
    for inner in entry.within:
        item.appendRow(_item(inner))
    return item


def _lies_in(index: Index, other: Index) -> bool:
    above = index.parent()
    while above.isValid():
        if above == other:
            return True
        above = above.parent()
    return False
