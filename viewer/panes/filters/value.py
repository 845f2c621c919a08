"""One value that can be asked for: a box to tick, its name, and how many events it would leave."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from viewer.index.ask.facets import FacetValue
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import write
from viewer.wording.filters import value_label, value_spoken
from viewer.wording.voice import Voice

DEEPEST = 4
"""Steps of a hierarchy that are drawn inward; deeper ones stand under the last."""


class ValueBox(QCheckBox):
    """The whole row can be pressed; the count stands at its trailing edge."""

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self.value = ""
        self._label, self._count, self._level, self._events = "", "", 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_value(self, value: FacetValue, meaning: str = "") -> None:
        """`meaning`: a sentence for the tooltip; without one the whole name stands there."""
        self.value = value.value
        self._label, self._level = value_label(self._voice, value), min(value.level, DEEPEST)
        self._events = value.events
        self._count = self._voice.number(value.events)
        self.setChecked(value.chosen)
        self.setAccessibleName(value_spoken(self._voice, self._label, value.events))
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning or self._label)
        self.update()

    # What Qt calls

    def sizeHint(self) -> QSize:
        height = QFontMetricsF(self._look.type.font(Role.BODY)).height()
        return QSize(self._look.space.px(160), round(height) + self._look.space.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(90), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, space = self._look.theme, self._look.space
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.sunken)
            painter.drawRoundedRect(QRectF(self.rect()), space.radius_mark, space.radius_mark)
        left = space.px(12) + self._level * space.px(14)
        side = space.px(15)
        self._paint_box(painter, self._seen(QRect(left, (self.height() - side) // 2, side, side)))
        self._paint_words(painter, left + side + space.px(8))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), theme, space.radius_mark)

    # How it is done

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = box
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme, space = self._look.theme, self._look.space
        figures = self._look.type.font(Role.LABEL)
        wide = round(QFontMetricsF(figures).horizontalAdvance(self._count)) + 2
        end = self.width() - space.px(16) - wide
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        count = QRectF(self._seen(QRect(end, 0, wide, self.height())))
        write(painter, count, self._count, figures, theme.muted, right=not rtl)
        font = self._look.type.font(Role.BODY, 600 if self.isChecked() else 400)
        room = max(1, end - left - space.px(8))
        words = QFontMetricsF(font).elidedText(self._label, Qt.TextElideMode.ElideRight, room)
        box = QRectF(self._seen(QRect(left, 0, room, self.height())))
        tone = theme.text if self._events or self.isChecked() else theme.muted
        write(painter, box, words, font, tone, right=rtl)

    def _seen(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)
