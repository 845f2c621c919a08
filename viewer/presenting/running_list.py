"""The hearing list on the console: numbers in order, what was shown, what is in hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.look.fonts import Role
from viewer.look.style import dress
from viewer.look.wrapped import wrapped_height, write_wrapped
from viewer.presenting.attire import Attire
from viewer.session.show import Show, Stop

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_STOP = Qt.ItemDataRole.UserRole
_LINES = 4
"""Lines that a title may take."""


class RunningModel(QAbstractListModel):
    """The items of the show in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show: Show | None = None

    def take(self, show: Show) -> None:
        """The show as it is now."""
        old, self.show = self.show, show
        if old is None or len(old.stops) != len(show.stops):
            self.beginResetModel()
            self.endResetModel()
        elif show.stops:
            self.dataChanged.emit(self.index(0), self.index(len(show.stops) - 1))

    def stop(self, row: int) -> Stop | None:
        return self.show.stops[row] if self.show and row < len(self.show.stops) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self.show.stops) if self.show and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        stop = self.stop(index.row())
        if stop is None or self.show is None:
            return None
        if role == _STOP:
            return stop
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{stop.exhibit} {stop.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((stop.exhibit, stop.title, *self._states(index.row(), stop)))
        return None

    def _states(self, row: int, stop: Stop) -> list[str]:
        assert self.show is not None
        words = [self.tr("in hand")] if self.show.at.stop == row else []
        words += [self.tr("shown")] if row in self.show.shown else []
        return words + ([self.tr("graphic: begins covered")] if stop.graphic else [])


class _Row(QStyledItemDelegate):
    """A badge with the number, the title, a filled disc where it was shown, a bar where it is in hand."""

    def __init__(self, attire: Attire, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attire = attire
        self._badge = attire.type.font(Role.LABEL, 600)
        self._title = attire.type.font(Role.BODY)
        self._strong = attire.type.font(Role.BODY, 600)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        stop: Stop | None = index.data(_STOP)
        px = self._attire.space.px
        wide = option.rect.width() if option.rect.width() > 0 else px(260)
        tall = wrapped_height(stop.title if stop else "", self._strong, wide - px(100))
        most = _LINES * QFontMetricsF(self._strong).lineSpacing()
        return QSize(wide, round(max(px(40), min(tall, most) + px(16))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        stop: Stop | None = index.data(_STOP)
        if stop is None or not isinstance(model, RunningModel) or model.show is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        now = index.row() == model.show.at.stop
        self._ground(painter, box, now, right)
        self._number(painter, box, stop, (now, index.row() in model.show.shown), right)
        self._words(painter, box, stop, now, right)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, now: bool, right: bool) -> None:
        if now:
            px, theme = self._attire.space.px, self._attire.theme
            painter.fillRect(box, theme.tint)
            bar = px(4)
            left = box.right() - bar if right else box.left()
            painter.fillRect(QRectF(left, box.top(), bar, box.height()), theme.accent)

    def _number(self, painter: QPainter, box: QRectF, stop: Stop, state: tuple[bool, bool], right: bool) -> None:
        now, shown = state
        px, theme = self._attire.space.px, self._attire.theme
        badge = QRectF(0, box.center().y() - px(12), px(52), px(24))
        badge.moveLeft(box.right() - px(14) - badge.width() if right else box.left() + px(14))
        painter.setPen(QPen(theme.accent if shown or now else theme.control, 1.5))
        painter.setBrush(theme.accent if now else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge, px(4), px(4))
        painter.setFont(self._badge)
        painter.setPen(theme.on_accent if now else theme.text)
        fitting = QFontMetricsF(self._badge).elidedText(
            stop.exhibit, Qt.TextElideMode.ElideRight, badge.width() - 4
        )
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, fitting)
        if shown:
            dot = px(4)
            middle = badge.left() - px(7) if not right else badge.right() + px(7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.sound)
            painter.drawEllipse(QRectF(middle - dot / 2, box.center().y() - dot / 2, dot, dot))

    def _words(self, painter: QPainter, box: QRectF, stop: Stop, now: bool, right: bool) -> None:
        px, theme = self._attire.space.px, self._attire.theme
        edge = px(24) if stop.graphic else px(8)
        room = box.adjusted(edge if right else px(76), 0, -px(76) if right else -edge, 0)
        font = self._strong if now else self._title
        tall = wrapped_height(stop.title, font, room.width())
        most = _LINES * QFontMetricsF(font).lineSpacing() + 2
        room.setTop(room.center().y() - min(tall, most) / 2)
        room.setHeight(min(tall, most) + 2)
        painter.setClipRect(room)
        write_wrapped(painter, room, stop.title, font, theme.text if now else theme.muted, right=right)
        painter.setClipping(False)
        if stop.graphic:
            side = px(10)
            left = box.left() + px(8) if right else box.right() - px(8) - side
            painter.setPen(QPen(theme.highlight_mark, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, box.center().y() - side / 2, side, side))


class RunningList(QListView):
    """Takes no keyboard: a click puts an item on the public screen, as the jump box would."""

    chosen = Signal(int)

    def __init__(self, attire: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RunningModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(attire, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Hearing list"))
        dress(self, role="panel")
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def take(self, show: Show) -> None:
        """The show as it is now; what is in hand scrolls into view."""
        old = self._model.show
        told = (show.stops, show.at.stop, show.shown)
        if old is not None and told == (old.stops, old.at.stop, old.shown):
            return
        self._model.take(show)
        if show.stops:
            self.scrollTo(self._model.index(show.at.stop))
