"""The line from the chosen claim to the mark of its passage, drawn over both panes and touched by neither."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from viewer.binding.typed import Protocol
from viewer.look.current import Look


class ClaimEnd(Protocol):
    """What the detail pane offers."""

    anchor_moved: SignalInstance

    def connector_anchor(self) -> QPoint | None: ...

    def height(self) -> int: ...

    def isVisible(self) -> bool: ...  # noqa: N802

    def mapTo(self, parent: QWidget, pos: QPoint, /) -> QPoint: ...  # noqa: N802


class PassageEnd(Protocol):
    """What the source pane offers: 'here', 'above' or 'below' says where the mark lies."""

    anchor_moved: SignalInstance

    def connector_anchor(self) -> tuple[QPoint, str] | None: ...

    def isVisible(self) -> bool: ...  # noqa: N802

    def mapTo(self, parent: QWidget, pos: QPoint, /) -> QPoint: ...  # noqa: N802


class Connector(QWidget):
    """A transparent sheet as large as its parent. Mouse and keyboard pass through."""

    def __init__(self, claim_end: ClaimEnd, passage_end: PassageEnd, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._claim_end = claim_end
        self._passage_end = passage_end
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        claim_end.anchor_moved.connect(self.update)
        passage_end.anchor_moved.connect(self.update)

    def ends(self) -> tuple[QPoint, QPoint, str, bool] | None:
        """Both ends in this sheet's coordinates, where the mark lies, and whether the claim's card is in view.

        None where there is nothing to connect.
        """
        if not (self._claim_end.isVisible() and self._passage_end.isVisible()):
            return None
        claim, passage = self._claim_end.connector_anchor(), self._passage_end.connector_anchor()
        if claim is None or passage is None:
            return None
        over = self.parentWidget() or self
        near = QPoint(claim.x(), min(max(claim.y(), 0), self._claim_end.height()))
        start = self._claim_end.mapTo(over, near)
        return start, self._passage_end.mapTo(over, passage[0]), passage[1], near == claim

    def paintEvent(self, _event: QPaintEvent) -> None:
        ends = self.ends()
        if ends is None:
            return
        start, end, where, in_view = ends
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._look.theme.highlight_mark
        painter.setPen(QPen(ink, self._look.space.px(2) * 0.9))
        painter.drawPath(line_between(QPointF(start), QPointF(end)))
        painter.setBrush(ink)
        if in_view:
            painter.drawEllipse(QPointF(start), self._look.space.px(4), self._look.space.px(4))
        if where != "here":
            painter.drawPolygon(arrow_at(QPointF(end), -1 if where == "above" else 1, self._look.space.px(6)))
        painter.end()


def line_between(start: QPointF, end: QPointF) -> QPainterPath:
    """A calm S: leaves and arrives level."""
    path = QPainterPath(start)
    bend = (end.x() - start.x()) * 0.5
    path.cubicTo(start.x() + bend, start.y(), end.x() - bend, end.y(), end.x(), end.y())
    return path


def arrow_at(tip: QPointF, direction: int, size: float) -> QPolygonF:
    """A small triangle that says "further up" (-1) or "further down" (1)."""
    base = tip.y() - direction * size
    return QPolygonF([QPointF(tip.x(), tip.y()), QPointF(tip.x() - size, base), QPointF(tip.x() + size, base)])
