"""Draws the finished strip: bars, glyphs, labels, the chosen event; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass, replace
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import Ink
from viewer.look.theme import faded, kind_colour
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.backdrop import Backdrop
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.labels import Label
from viewer.panes.timeline.layers import Layers
from viewer.panes.timeline.layout import Placed, Strip
from viewer.panes.timeline.stamps import Stamps
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.panes.timeline.heaps import HeapPainter
    from viewer.panes.timeline.specks import SpeckPainter
    from viewer.panes.timeline.swarm import Swarm


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is under the pointer, and what the keyboard stands on ("" = nothing); span: seconds it stands on.

    picked: events that carry a tick.
    """

    hovered: str = ""
    cursor: str = ""
    span: tuple[int, int] | None = None
    picked: frozenset[str] = frozenset()


class StripPainter:
    """Paints a board with the look that is worn; made anew when that changes."""

    def __init__(self, look: Look, voice: Voice) -> None:
        self._look, self._theme, self._voice = look, look.theme, voice
        self.backdrop = Backdrop(look)
        self.plain = look.type.font(Role.SMALL, 500)
        self.strong = look.type.font(Role.SMALL, 600)
        self._stamps = Stamps(look)
        self._ink = Ink()
        self._layers = Layers(look.theme.panel)
        self._heaps: HeapPainter | None = None
        self._specks: SpeckPainter | None = None

    def paint(self, painter: QPainter, board: Board, areas: Areas, pointed: Pointed, tray: str) -> None:
        """The whole strip; `tray` is what the tray is called."""
        shown = self._layers.shown(board, (pointed, areas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        def draw_still(still: QPainter) -> None:
            self.backdrop.paint_names(still, shown, areas)
            if areas.tray.height() > 0:
                self.backdrop.paint_tray(still, board, areas, tray, pointed.cursor)
                if pointed.picked:
                    from viewer.panes.timeline.picks import paint_picks_in_tray

                    paint_picks_in_tray(still, self._look, board, areas, pointed.picked)

        places = tuple((place.number, place.top, place.height, place.label) for place in shown.strip.lanes)
        key = (places, areas, board.edition, pointed.cursor, pointed.picked, tray)
        self._layers.copy_still(painter, key, areas.whole.size(), draw_still)
        self.backdrop.paint_context(painter, shown, areas)
        if shown is board:
            painter.setClipRect(areas.axis.united(areas.time))
            self._paint_moving(painter, board, areas, pointed)
            painter.setClipping(False)
        else:
            draw = self._paint_moving
            self._layers.copy_stretch(
                painter, board, areas, lambda layer, wide, over: draw(layer, wide, over, pointed)
            )

    # How it is done

    def _paint_moving(self, painter: QPainter, board: Board, areas: Areas, pointed: Pointed) -> None:
        """All that moves with time, over the ground."""
        if board.eras:
            self.backdrop.paint_eras(painter, board, areas)
        self.backdrop.paint_axis(painter, board, areas)
        self._paint_marks(painter, board, areas, pointed)
        if chosen := board.strip.of(board.chosen):
            self._paint_handle(painter, chosen, areas, board.scale.mirrored)

    def _paint_marks(self, painter: QPainter, board: Board, areas: Areas, pointed: Pointed) -> None:
        painter.save()
        painter.setClipRect(areas.time)
        self.backdrop.paint_lane_lines(painter, board, areas)
        painter.translate(areas.time.left(), areas.time.top() - areas.scrolled)
        if chosen := board.strip.of(board.chosen):
            self._paint_band(painter, chosen, areas, board.scale.mirrored)
        if board.laid.heap or board.laid.across:
            self._paint_counts(painter, board, areas)
        if isinstance(board.strip, Strip):
            for mark in board.strip.marks:
                if mark.body.right >= -40 and mark.body.left <= areas.time.width() + 40:
                    self._paint_mark(painter, mark, board, pointed)
        else:
            self._paint_swarm(painter, board, board.strip, pointed)
        if pointed.picked:
            from viewer.panes.timeline.picks import paint_picks

            paint_picks(painter, self._look, board, areas, pointed.picked)
        if pointed.span:
            self._paint_span(painter, pointed.span, board, areas)
        painter.restore()

    def _paint_counts(self, painter: QPainter, board: Board, areas: Areas) -> None:
        if self._heaps is None:
            from viewer.panes.timeline.heaps import HeapPainter

            self._heaps = HeapPainter(self._look, self._voice)
        if board.laid.heap:
            self._heaps.paint(painter, board, areas)
        else:
            self._heaps.paint_across(painter, board, areas)

    def _paint_swarm(self, painter: QPainter, board: Board, swarm: Swarm, pointed: Pointed) -> None:
        if self._specks is None:
            from viewer.panes.timeline.specks import SpeckPainter

            self._specks = SpeckPainter(self._look)
        self._specks.paint(painter, swarm, board)
        special = {board.chosen, pointed.hovered, pointed.cursor} - {""}
        for uid in (uid for uid in swarm.labels if uid not in special):
            self._paint_label(painter, swarm.labels[uid], board, (swarm.ys[uid], swarm.row_height), lit=False)
        for uid in special:
            if placed := swarm.of(uid):
                self._paint_mark(painter, placed, board, pointed)

    def _paint_span(self, painter: QPainter, span: tuple[int, int], board: Board, areas: Areas) -> None:
        """What the keyboard stands on where events are counted."""
        left, right = sorted(board.scale.x(moment) for moment in span)
        left, right = max(left, -4.0), min(right, areas.time.width() + 4)
        ring = QRectF(left, areas.scrolled + 1, right - left, areas.time.height() - 2)
        painter.fillRect(ring, faded(self._theme.accent, 0.08))
        paint_focus(painter, ring, self._theme, 4)

    def _paint_band(self, painter: QPainter, mark: Placed, areas: Areas, mirrored: bool) -> None:
        """A wash over the chosen event's time, and the line at its beginning."""
        body, accent, side = mark.body, self._theme.accent, self._look.space.px(24)
        height = areas.time.height() + areas.scrolled
        if body.point:
            left, right = body.centre - side, body.centre + side
            wash = QLinearGradient(left, 0, right, 0)
            for place, strength in ((0.0, 0.0), (0.5, 0.2), (1.0, 0.0)):
                wash.setColorAt(place, faded(accent, strength))
            painter.fillRect(QRectF(left, 0, right - left, height), QBrush(wash))
        else:
            left, right = max(body.left, 0.0), min(body.right, areas.time.width())
            painter.fillRect(QRectF(left, 0, right - left, height), faded(accent, 0.08))
        x = _line_of(mark, mirrored)
        painter.setPen(QPen(accent, 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, height))

    def _paint_handle(self, painter: QPainter, mark: Placed, areas: Areas, mirrored: bool) -> None:
        x, half = areas.time.left() + _line_of(mark, mirrored), self._look.space.px(6)
        if not areas.time.left() <= x <= areas.time.right():
            return
        foot = areas.axis.bottom() + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent)
        top = foot - 1.4 * half
        painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, foot)]))

    def _paint_mark(self, painter: QPainter, mark: Placed, board: Board, pointed: Pointed) -> None:
        colour = kind_colour(self._theme, mark.kind)
        lit = board.chosen in mark.uids or pointed.hovered in mark.uids
        possible = mark.uids[0] in board.possible()
        painter.setOpacity(0.45 if possible else 1.0)
        if mark.body.point:
            hollow = replace(mark, body=replace(mark.body, hollow=True)) if possible else mark
            self._paint_point(painter, hollow, colour, board)
        else:
            self._paint_bar(painter, mark, colour, lit, board.scale.width)
        painter.setOpacity(1.0)
        if mark.label:
            self._paint_label(painter, mark.label, board, (mark.y, mark.height), lit=lit)
        if pointed.cursor in mark.uids:
            self._paint_cursor(painter, mark, board)

    def _paint_cursor(self, painter: QPainter, mark: Placed, board: Board) -> None:
        height = min(mark.height, board.frame.measures.glyph + 8)
        left, right = max(mark.body.left, -4.0), min(mark.body.right, board.scale.width + 4)
        ring = QRectF(left - 4, mark.y - height / 2, right - left + 8, height)
        paint_focus(painter, ring, self._theme, 4)

    def _paint_point(self, painter: QPainter, mark: Placed, colour: QColor, board: Board) -> None:
        """A glyph; where the time it may have happened in is wider than the glyph, that too."""
        body = mark.body
        if body.reach:
            left, right = max(body.reach[0], -10.0), min(body.reach[1], board.scale.width + 10)
            half = mark.height / 2 - 2
            painter.fillRect(QRectF(left, mark.y - half, right - left, 2 * half), faded(colour, 0.12))
        self._stamps.draw(painter, mark, board.mark(mark.uids[0]), QPointF(body.centre, mark.y))

    def _paint_bar(self, painter: QPainter, mark: Placed, colour: QColor, lit: bool, view: float) -> None:
        body = mark.body
        height = min(mark.height - 3, self._look.space.px(17))
        left, right = max(body.left, -60.0), min(body.right, view + 60.0)
        box = QRectF(left, mark.y - height / 2, right - left, height)
        painter.fillRect(box, _wash(box, mark, faded(colour, 0.42 if lit else 0.28)))
        edge = self._look.space.px(2)
        if body.first.sure:
            painter.fillRect(QRectF(body.left, box.top(), edge, height), colour)
        if body.last.sure:
            painter.fillRect(QRectF(body.right - edge, box.top(), edge, height), colour)
        if body.first.onward:
            self._paint_arrow(painter, max(body.left, 0.0) + 3, mark.y, -1, colour)
        if body.last.onward:
            self._paint_arrow(painter, min(body.right, view) - 3, mark.y, 1, colour)

    def _paint_arrow(self, painter: QPainter, x: float, y: float, way: int, colour: QColor) -> None:
        size = self._look.space.px(4)
        painter.setPen(QPen(colour, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        corner = x - way * size
        painter.drawPolyline(QPolygonF([QPointF(corner, y - size), QPointF(x, y), QPointF(corner, y + size)]))

    def _paint_label(
        self, painter: QPainter, label: Label, board: Board, line: tuple[float, float], *, lit: bool
    ) -> None:
        """The date next to its mark, then the title and the word on it; line: its middle and height."""
        y, height = line
        gap, theme = board.frame.measures.gap, self._theme
        from_right = board.frame.mirrored != (label.place == "before")
        x = label.right if from_right else label.left
        bright = lit or label.place == "inside"
        parts = (
            (label.date, self.strong, theme.text),
            (label.title, self.strong if label.strong else self.plain, theme.text if bright else theme.muted),
            (label.note, self.strong, theme.disputed),
        )
        if label.place == "before":
            parts = (parts[0], parts[2], parts[1])
        for words, font, colour in parts:
            if words:
                width = board.ruler.width(words, font is self.strong)
                left = x - width if from_right else x
                self._ink.write(painter, QRectF(left, y - height / 2, width + 1, height), words, font, colour)
                x += -(width + gap) if from_right else width + gap


def _line_of(mark: Placed, mirrored: bool) -> float:
    """Where the marker stands: in the middle of a point, at the beginning of a bar."""
    body = mark.body
    if body.point:
        return body.centre
    return body.right if mirrored else body.left


def _wash(box: QRectF, mark: Placed, colour: QColor) -> QBrush:
    """A bar's colour, losing its strength towards an end that is not sure."""
    body, width = mark.body, max(1.0, box.width())
    if not body.first.fade and not body.last.fade:
        return QBrush(colour)
    start = min(1.0, max(0.0, (body.left + body.first.fade - box.left()) / width))
    end = min(1.0, max(start, (body.right - body.last.fade - box.left()) / width))
    wash = QLinearGradient(box.left(), 0, box.right(), 0)
    wash.setColorAt(0, faded(colour, 0.0) if body.first.fade and start > 0 else colour)
    wash.setColorAt(start, colour)
    wash.setColorAt(end, colour)
    wash.setColorAt(1, faded(colour, 0.0) if body.last.fade and end < 1 else colour)
    return QBrush(wash)
