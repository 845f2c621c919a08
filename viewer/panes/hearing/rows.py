"""Paints a row of the list: number, thumbnail of the first stage, title, what the item is, its time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.ink import reads_from_right
from viewer.look.space import Space
from viewer.notebook.items import Item
from viewer.panes.hearing.model import ITEM, Index, ItemModel
from viewer.panes.hearing.shown import Thumbnail
from viewer.wording.hearing import budget_words
from viewer.wording.voice import Voice

WIDE, TALL = 96, 54
"""Pixels of a thumbnail at scale 1."""
_HEIGHT = 74
_NARROW = 330
"""Pixels below which the thumbnail is left out."""


class RowPainter(QStyledItemDelegate):
    """Laid out from the reading side; the words keep their own direction."""

    def __init__(self, look: Look, voice: Voice, thumbnail: Thumbnail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice, self._thumbnail = look, voice, thumbnail

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.space.px(200), self._look.space.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item | None = index.data(ITEM)
        model = index.model()
        if item is None or not isinstance(model, ItemModel):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = option.rect
        self._ground(painter, box, option.state)
        row = _Row(box, option.direction == Qt.LayoutDirection.RightToLeft, self._look.space)
        self._number(painter, row.take(56, 24), item.step.exhibit)
        if box.width() >= self._look.space.px(_NARROW):
            self._picture(painter, row.take(WIDE, TALL), item)
        self._words(painter, row.rest(), item, model)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = self._look.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.tint)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), theme.line)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -2))

    def _number(self, painter: QPainter, box: QRectF, exhibit: str) -> None:
        if not exhibit:
            return
        look, font = self._look, self._look.type.font(Role.LABEL, 600)
        painter.setPen(QPen(look.theme.accent, max(1.0, look.theme.stroke)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.space.radius_mark, look.space.radius_mark)
        painter.setFont(font)
        fitting = QFontMetricsF(font).elidedText(exhibit, Qt.TextElideMode.ElideRight, box.width() - 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fitting)

    def _picture(self, painter: QPainter, box: QRectF, item: Item) -> None:
        picture = self._thumbnail(item)
        if picture is None:
            painter.fillRect(box, self._look.theme.sunken)
        else:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.setPen(QPen(self._look.theme.control, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _words(self, painter: QPainter, room: QRectF, item: Item, model: ItemModel) -> None:
        """Title on up to two lines, below it what the item is, at the end of that line its time."""
        look, theme = self._look, self._look.theme
        strong, small = look.type.font(Role.BODY, 600), look.type.font(Role.LABEL)
        line, low = QFontMetricsF(strong).lineSpacing(), QFontMetricsF(small).lineSpacing()
        title = self._title(item)
        lines = _broken(title, QFontMetricsF(strong), room.width())
        top = room.center().y() - (len(lines) * line + low) / 2
        for words in lines:
            _write(
                painter,
                QRectF(room.left(), top, room.width(), line),
                words,
                (strong, theme.text),
                right=self._right,
            )
            top += line
        standing = model.found(item).standing
        budget = budget_words(self._voice, item.noted.seconds)
        wide = QFontMetricsF(small).horizontalAdvance(budget) + look.space.small if budget else 0
        below = QRectF(room.left() + (wide if self._right else 0), top, room.width() - wide, low)
        colour = theme.disputed if standing else theme.muted
        shown = QFontMetricsF(small).elidedText(model.below(item), Qt.TextElideMode.ElideRight, below.width())
        _write(painter, below, shown, (small, colour), right=self._right)
        _write(
            painter,
            QRectF(room.left(), top, room.width(), low),
            budget,
            (small, theme.text),
            right=not self._right,
        )

    @property
    def _right(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.isRightToLeft()

    def _title(self, item: Item) -> str:
        return item.step.title or item.step.body or self.tr("Without a title")


class _Row:
    """Takes boxes from the reading side of a row, one after the other."""

    def __init__(self, box: QRect, right: bool, space: Space) -> None:
        self._space = space
        self._box, self._right = QRectF(box), right
        self._taken = space.medium

    def take(self, width: float, height: float) -> QRectF:
        wide, tall = self._space.px(width), self._space.px(height)
        top = self._box.center().y() - tall / 2
        left = self._box.right() - self._taken - wide if self._right else self._box.left() + self._taken
        self._taken += wide + self._space.medium
        return QRectF(left, top, wide, tall)

    def rest(self) -> QRectF:
        end = self._space.medium
        width = max(1.0, self._box.width() - self._taken - end)
        left = self._box.left() + (end if self._right else self._taken)
        return QRectF(left, self._box.top(), width, self._box.height())


def _broken(title: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """One line, or two of which the second is shortened where it must be."""
    words, first = title.split(), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = " ".join(words)
    if not first or not rest:
        return [metrics.elidedText(first or rest, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _write(painter: QPainter, box: QRectF, words: str, ink: tuple[QFont, QColor], *, right: bool) -> None:
    """One line in its own direction, at the left edge of `box` or at the right one."""
    if not words:
        return
    font, colour = ink
    own = Qt.LayoutDirection.RightToLeft if reads_from_right(words) else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(own)
    painter.setFont(font)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)
