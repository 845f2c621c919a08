"""The number of a passage in the margin, a real button: full for the selected passage, hollow for the others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus, paint_number
from viewer.panes.source.lines import explain

SOON = 120
"""Milliseconds after which a mark can say what rests on its passage: when the sheet has been painted."""


def disc(look: Look) -> int:
    """Diameter of a mark in pixels."""
    return look.space.px(18)


class PassageMark(QAbstractButton):
    """Enter, space or a click presses it; arrows go to the next mark."""

    stepped = Signal(int)  # -1: to the mark before, 1: to the one after
    reached = Signal()  # the keyboard has come here

    def __init__(self, look: Look, number: int, name: str, tip: Callable[[], str], parent: QWidget) -> None:
        """`tip` finds what rests on the passage."""
        super().__init__(parent)
        self._look = look
        self._number = number
        self.setCheckable(False)
        self._name = name
        self._doubt = ""
        self.setAccessibleName(name)
        self._tip: Callable[[], str] | None = tip
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_selected(False)
        self.resize(self.sizeHint())

    def tip(self) -> str:
        """What rests on the passage, for the eye and the ear; found when it is first asked for."""
        find, self._tip = self._tip, None
        if find:
            explain(self, find())
        return self.accessibleDescription()

    def set_selected(self, selected: bool) -> None:
        self._selected = selected
        self.update()

    def set_doubt(self, word: str) -> None:
        """What is doubtful about the passage's place, in a word: the mark is dashed then."""
        self._doubt = word
        self.setAccessibleName(f"{self._name}, {word}" if word else self._name)
        self.update()

    def set_stop(self, stop: bool) -> None:
        """Whether Tab stops here: one mark of a sheet does."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        side = disc(self._look) + 2 * self._look.space.px(3)
        return QSize(side, side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._tip:
            QTimer.singleShot(SOON, self, self.tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = Qt.Key
        steps = {by.Key_Up: -1, by.Key_Left: -1, by.Key_Down: 1, by.Key_Right: 1}
        if event.key() in (by.Key_Return, by.Key_Enter):
            self.click()
        elif step := steps.get(by(event.key()), 0):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.tip()
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        around = QRectF(self.rect())
        edge = self._look.space.px(3)
        font = self._look.type.font(Role.SMALL, 600)
        if self._number > 99:
            font.setPixelSize(self._look.type.px(9))
        number = str(self._number)
        circle = around.adjusted(edge, edge, -edge, -edge)
        paint_number(painter, circle, number, self._look.theme, font, filled=self._selected)
        if self._doubt:
            pen = QPen(self._look.theme.highlight_mark, 1.6)
            pen.setDashPattern([1.6, 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(circle.adjusted(-edge + 1, -edge + 1, edge - 1, edge - 1))
        if self.hasFocus():
            paint_focus(painter, around, self._look.theme, around.width() / 2)
        painter.end()
