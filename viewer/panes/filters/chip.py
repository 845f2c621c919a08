"""One filter that is on: pressed, it is taken away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import write

WIDEST = 236
"""Pixels at scale 1 beyond which a chip is shortened."""


class Chip(QAbstractButton):
    """Words and a cross; without a cross it only leads somewhere. Delete and Backspace press it too."""

    taken = Signal()  # pressed, by mouse or key

    def __init__(
        self, look: Look, words: str, spoken: str, cross: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._cross = look, cross
        self._font = look.type.font(Role.SMALL, 600)
        self.setText(words)
        self.setToolTip(spoken)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.taken)

    # What Qt calls

    def sizeHint(self) -> QSize:
        metrics, px = QFontMetricsF(self._font), self._look.space.px
        cross = px(4) + px(10) if self._cross else 0
        width = metrics.horizontalAdvance(self.text()) + 2 * px(8) + cross
        return QSize(min(round(width + 1), px(WIDEST)), round(metrics.height()) + px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, space = self._look.theme, self._look.space
        edge = theme.accent if self.underMouse() or theme.stroke > 1 else theme.tint
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.tint)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, space.radius_mark, space.radius_mark)
        self._paint_words(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, space.radius_mark)

    # How it is done

    def _paint_words(self, painter: QPainter) -> None:
        theme, px = self._look.theme, self._look.space.px
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inside = QRectF(self.rect()).adjusted(px(8), 0, -px(8), 0)
        if self._cross:
            side, air = px(10), px(4)
            left = inside.left() if rtl else inside.right() - side
            self._look.icons.paint(painter, "close", (left, inside.center().y() - side / 2, side), theme.accent)
            inside.adjust(side + air if rtl else 0, 0, 0 if rtl else -side - air, 0)
        words = QFontMetricsF(self._font).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width() + 1)
        write(painter, inside, words, self._font, theme.accent, right=rtl)
