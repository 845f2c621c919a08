"""How rows of a list are picked, with Ctrl one by one, with Shift a stretch of them; and the mark they get."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from viewer.look.current import Look

TURN, STRETCH, ALL, CLEAR = "turn", "stretch", "all", "clear"
Wish = tuple[str, QModelIndex]
"""One of these, and the row it is about."""

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def picks(event: QMouseEvent) -> bool:
    """Whether a click is about picking, and opens nothing."""
    return event.button() == Qt.MouseButton.LeftButton and bool(event.modifiers() & (_CTRL | _SHIFT))


def by_click(view: QAbstractItemView, event: QMouseEvent) -> Wish | None:
    """What a press of the button asks for; the keyboard comes to that row. None: nothing about picking."""
    if not picks(event):
        return None
    index = view.indexAt(event.position().toPoint())
    _stand_on(view, index)
    return (STRETCH if event.modifiers() & _SHIFT else TURN), index


def by_key(view: QAbstractItemView, event: QKeyEvent, some_picked: bool) -> Wish | None:
    """What a key asks for; Esc only where something is picked. None: nothing about picking."""
    key, held = Qt.Key(event.key()), event.modifiers() & (_CTRL | _SHIFT)
    if held == _CTRL and key == Qt.Key.Key_Space:
        return TURN, view.currentIndex()
    if held == _CTRL and key == Qt.Key.Key_A:
        return ALL, QModelIndex()
    if not held and key == Qt.Key.Key_Escape and some_picked:
        return CLEAR, QModelIndex()
    if held == _SHIFT and key in _STEPS:
        index = _beside(view, view.currentIndex(), _STEPS[key])
        if not index.isValid():
            return STRETCH, view.currentIndex()
        _stand_on(view, index)
        return STRETCH, index
    return None


def _beside(view: QAbstractItemView, index: QModelIndex, step: int) -> QModelIndex:
    if isinstance(view, QTreeView):
        return view.indexBelow(index) if step > 0 else view.indexAbove(index)
    return view.model().index(index.row() + step, max(0, index.column()))


def _stand_on(view: QAbstractItemView, index: QModelIndex) -> None:
    """The keyboard comes there; what is chosen stays."""
    if index.isValid():
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        view.scrollTo(index)


def paint_picked(painter: QPainter, look: Look, disc: QRectF) -> None:
    """A tick on a disc: a shape, not only a colour."""
    painter.setPen(QPen(look.theme.surface, 1.5))
    painter.setBrush(look.theme.accent)
    painter.drawEllipse(disc)
    inner = disc.width() * 0.8
    left, top = disc.center().x() - inner / 2, disc.center().y() - inner / 2
    look.icons.paint(painter, "check", (left, top, inner), look.theme.on_accent)
