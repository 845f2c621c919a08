"""A widget that tells what hands do on it: wheel, pinch and drag become zooming, panning and pressing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NOTCH = 120
"""What one notch of a wheel counts."""
CLOSER = 1.25
"""How much closer one notch comes."""
FAR = 60
"""Pixels that one notch moves."""


class Surface(QWidget):
    """Knows nothing of time; positions are in its own pixels."""

    zoomed = Signal(float, QPointF)  # factor (> 1 = closer), where
    dragged = Signal(float, float)  # pixels to the right and down that what is shown shall move
    pressed = Signal(QPointF)  # a click without a drag
    pressed_with_ctrl = Signal(QPointF)
    pressed_twice = Signal(QPointF)
    pointed_at = Signal(QPointF)  # the pointer rests or moves; outside (-1, -1) when it left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        across, down = event.angleDelta().x(), event.angleDelta().y()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if sideways or abs(across) > abs(down):
            self.dragged.emit((across or down) * FAR / NOTCH, 0.0)
        elif down:
            self.zoomed.emit(CLOSER ** (down / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._last = event.position()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._from is None:
            self.pointed_at.emit(here)
            return
        far = (here - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            moved = here - self._last
            self.dragged.emit(moved.x(), moved.y())
            self._last = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._from is None:
            return
        pressed = not self._dragging
        self._from, self._dragging = None, False
        self.pointed_at.emit(event.position())
        if pressed:
            with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.pressed_with_ctrl if with_ctrl else self.pressed).emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mousePressEvent(event)  # two clicks, quickly
        else:
            self.pressed_twice.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed_at.emit(QPointF(-1, -1))

    # How it is done

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoomed.emit(1 + event.value(), event.position())
        elif kind == Qt.NativeGestureType.PanNativeGesture:
            self.dragged.emit(event.delta().x(), event.delta().y())
        else:
            return False
        return True
