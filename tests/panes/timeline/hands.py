"""What hands and a screen reader find and do in the strip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from viewer.panes.timeline.pane import TimelinePane
from viewer.panes.timeline.proxies import Proxy


def settled(pane: TimelinePane) -> dict[str, QAbstractButton]:
    """The buttons by name, once the view rests."""
    QTest.qWait(200)
    return {
        button.accessibleName(): button
        for button in pane.findChildren(QAbstractButton)
        if button.isVisible() and isinstance(button, Proxy)
    }


def standing(pane: TimelinePane) -> str:
    """Name of the button that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget and pane.isAncestorOf(widget) else ""


def press(key: Qt.Key) -> None:
    """A key to whatever has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget
    QTest.keyClick(widget, key)


def where(pane: TimelinePane, uid: str) -> QPoint:
    placed = pane.board.strip.of(uid)
    assert placed
    time = pane.areas.time
    return QPointF(time.left() + placed.body.centre, time.top() + placed.y).toPoint()


def wheel(
    pane: TimelinePane,
    at: QPoint,
    across: int = 0,
    down: int = 0,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    event = QWheelEvent(
        QPointF(at), pane.mapToGlobal(QPointF(at)), QPoint(), QPoint(across, down), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane, event)
