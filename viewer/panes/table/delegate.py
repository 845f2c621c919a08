"""Draws a cell: words in their own direction, shortened at their own end, whichever way the table runs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.found import seen_marks, write_found
from viewer.look.glyphs import paint_focus
from viewer.look.theme import faded
from viewer.panes.table.model import FOUND


class CellDelegate(QStyledItemDelegate):
    """One for the whole table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._plain = look.type.font(Role.LABEL)

    def show_look(self) -> None:
        """The look has changed."""
        self._plain = self._look.type.font(Role.LABEL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = self._look, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.theme.tint if chosen else faded(look.theme.tint, 0.5))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), faded(look.theme.line, 0.6))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        pad = look.space.px(8)
        inner = box.adjusted(pad, 0, -pad, 0)
        glyph = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(glyph, QPixmap):
            inner = self._paint_glyph(painter, glyph, inner, rtl)
        self._paint_words(painter, index, inner, rtl)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box.adjusted(1, 1, -1, -2), look.theme, 3)

    def _paint_glyph(self, painter: QPainter, glyph: QPixmap, inner: QRectF, rtl: bool) -> QRectF:
        """Answers the room that is left for words."""
        side, gap = glyph.width() / glyph.devicePixelRatio(), self._look.space.px(7)
        left = inner.right() - side if rtl else inner.left()
        painter.drawPixmap(QRectF(left, inner.center().y() - side / 2, side, side).toRect(), glyph)
        return inner.adjusted(0, 0, -side - gap, 0) if rtl else inner.adjusted(side + gap, 0, 0, 0)

    def _paint_words(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, inner: QRectF, rtl: bool
    ) -> None:
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not words:
            return
        own, ink = index.data(Qt.ItemDataRole.FontRole), index.data(Qt.ItemDataRole.ForegroundRole)
        font = own if isinstance(own, QFont) else self._plain
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        if index.data(Qt.ItemDataRole.TextAlignmentRole) == Qt.AlignmentFlag.AlignCenter:
            spare = (inner.width() - metrics.horizontalAdvance(shown)) / 2
            inner = inner.adjusted(spare, 0, -spare, 0)
        colour = ink if isinstance(ink, QColor) else self._look.theme.text
        marks = seen_marks(index.data(FOUND) or (), words, shown)
        box = inner.adjusted(-1, 0, 1, 0)
        write_found(painter, box, shown, marks, font, colour=colour, theme=self._look.theme, right=rtl)
