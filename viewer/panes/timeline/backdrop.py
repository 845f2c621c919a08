"""Draws what stands behind and beside the marks: axis, names of lanes, tray; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus, paint_glyph
from viewer.look.ink import Ink
from viewer.look.theme import Theme, faded, kind_colour
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.axis import Tick
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.ruler import FontRuler
from viewer.panes.timeline.tray import Item


class Backdrop:
    """Fonts of the look that is worn, and what is drawn with them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.axis_font = look.type.font(Role.LABEL, 600)
        self._plain = look.type.font(Role.SMALL, 500)
        self._strong = look.type.font(Role.SMALL, 600)
        self._name_font = look.type.font(Role.LABEL)
        self._ink = Ink()
        self._names = FontRuler(self._name_font, self._name_font, shortest=1)

    def name_width(self, name: str) -> float:
        """Pixels that the name of a lane takes."""
        return QFontMetricsF(self._name_font).horizontalAdvance(name) + 2

    def paint_axis(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """Lines down to the tray; words where they are not cut off; another calendar's in a line above them."""
        self._paint_lines(painter, board, areas)
        theme, row = self._look.theme, self._look.space.px(22)
        low = QRectF(areas.axis.left(), areas.axis.bottom() - row, areas.axis.width(), row - 1)
        self._paint_ticks(painter, board, board.axis.ticks, low, theme.text)
        if board.laid.beside:
            high = QRectF(low.left(), low.top() - self._look.space.px(15), low.width(), self._look.space.px(15))
            self._paint_ticks(painter, board, board.laid.beside, high, theme.muted)

    def paint_context(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """What the words of the axis leave unsaid, beside it."""
        if not board.axis.context:
            return
        gap, row = board.frame.measures.gap, self._look.space.px(22)
        box = QRectF(areas.names.left(), areas.axis.bottom() - row, areas.names.width(), row - 1)
        inner = box.adjusted(gap * 2, 0, -gap * 2, 0)
        right = not areas.names_at_right
        words = self._names.fit(board.axis.context, inner.width(), False)
        self._ink.write(painter, inner, words, self.axis_font, self._look.theme.text, right=right)

    def _paint_ticks(
        self, painter: QPainter, board: Board, ticks: Sequence[Tick], row: QRectF, strong: QColor
    ) -> None:
        """Beside their lines, later in time."""
        gap = board.frame.measures.gap
        for tick in ticks:
            width = board.axis_ruler.width(tick.words, True)
            left = tick.x - gap - width if board.scale.mirrored else tick.x + gap
            if left >= 0 and left + width <= row.width():
                colour = strong if tick.strong else self._look.theme.muted
                box = QRectF(row.left() + left, row.top(), width + 1, row.height())
                self._ink.write(painter, box, tick.words, self.axis_font, colour)

    def paint_eras(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """Named spans of time: a shade behind the lanes, every other one, and the name at its beginning."""
        axis, theme, gap = areas.axis, self._look.theme, board.frame.measures.gap
        for number, era in enumerate(board.eras):
            ends = [board.scale.x(each) if each is not None else None for each in (era.start, era.end)]
            start, end = (ends[0] or 0.0, axis.width() if ends[1] is None else ends[1])
            left, right = max(0.0, min(start, end)), min(axis.width(), max(start, end))
            if right <= left:
                continue
            high = areas.time.bottom() - axis.top()
            shade = faded(theme.muted, 0.13 if number % 2 else 0.07)
            painter.fillRect(QRectF(axis.left() + left, axis.top(), right - left, high), shade)
            words = self._names_fit(era.label, right - left - 2 * gap)
            box = QRectF(axis.left() + left + gap, axis.top() + 1, right - left - 2 * gap, self._look.space.px(13))
            self._ink.write(painter, box, words, self._plain, theme.muted, right=board.frame.mirrored)

    def paint_names(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """Glyphs and names of the lanes, and the lines between them."""
        by_kind = board.ask.by == "kind"
        line = self._look.theme.line
        self._draw_lines(painter, [QLineF(areas.names.topLeft(), areas.names.topRight())], line)
        painter.save()
        painter.setClipRect(areas.names)
        self.paint_lane_lines(painter, board, areas)
        for lane in board.strip.lanes:
            top = areas.time.top() - areas.scrolled + lane.top
            row = QRectF(areas.names.left(), top, areas.names.width(), lane.height / lane.rows)
            self._paint_name(painter, row, lane.label, lane.number if by_kind else -1, areas.names_at_right)
        painter.restore()

    def paint_lane_lines(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """A line above each lane but the first, as far as the painter may."""
        above = areas.time.top() - areas.scrolled
        left, right = min(areas.names.left(), areas.time.left()), max(areas.names.right(), areas.time.right())
        tops = [above + lane.top for lane in board.strip.lanes[1:]]
        lines = [QLineF(left, top, right, top) for top in tops]
        self._draw_lines(painter, lines, lane_line(self._look.theme))

    def paint_tray(self, painter: QPainter, board: Board, areas: Areas, name: str, cursor: str) -> None:
        """What has no place on the axis."""
        box = areas.tray
        painter.fillRect(box, self._look.theme.sunken)
        self._draw_lines(painter, [QLineF(box.topLeft(), box.topRight())], self._look.theme.line)
        row = QRectF(areas.names.left(), box.top(), areas.names.width(), box.height())
        self._paint_name(painter, row, name, -1, areas.names_at_right)
        for item in board.tray.items:
            self._paint_item(painter, item, board, areas, item.uid == cursor)
        if board.tray.more:
            left = areas.time.left() + board.tray.more_left
            spot = QRectF(left - (60 if board.frame.mirrored else 0), box.top(), 60, box.height())
            words = board.more_words(board.tray.more)
            theme = self._look.theme
            self._ink.write(painter, spot, words, self._strong, theme.muted, right=board.frame.mirrored)

    # How it is done

    def _names_fit(self, words: str, room: float) -> str:
        return self._names.fit(words, room, False)

    def _paint_lines(self, painter: QPainter, board: Board, areas: Areas) -> None:
        axis, left = areas.axis, areas.axis.left()
        foot, end = axis.bottom(), areas.time.bottom()
        top = foot - self._look.space.px(20)
        lines = [QLineF(left + x, foot - 5, left + x, foot) for x in board.axis.finer if 0 <= x <= axis.width()]
        ticks = [tick.x for tick in board.axis.ticks if 0 <= tick.x <= axis.width()]
        lines += [QLineF(left + x, top, left + x, foot) for x in ticks]
        above = top - self._look.space.px(15)
        lines += [
            QLineF(left + t.x, above, left + t.x, top - 4) for t in board.laid.beside if 0 <= t.x <= axis.width()
        ]
        lines.append(QLineF(left, foot, left + axis.width(), foot))
        theme = self._look.theme
        self._draw_lines(painter, lines, theme.line)
        # Behind text the strong lines of a high-contrast theme would be in the way.
        soft = faded(theme.line, 0.3 if theme.stroke > 1 else 1.0)
        self._draw_lines(painter, [QLineF(left + x, foot, left + x, end) for x in ticks], soft)

    def _draw_lines(self, painter: QPainter, lines: list[QLineF], colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(colour, 1))
        painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_name(self, painter: QPainter, row: QRectF, words: str, kind: int, at_right: bool) -> None:
        """A glyph at the outer edge and a name beside it; kind < 0: no glyph."""
        space, theme = self._look.space, self._look.theme
        side, pad, gap = space.px(12), space.px(14), space.px(8)
        room = row.width() - 2 * pad
        outer = row.right() - pad if at_right else row.left() + pad
        if kind >= 0:
            left = outer - side if at_right else outer
            glyph = QRectF(left, row.center().y() - side / 2, side, side)
            paint_glyph(painter, kind, glyph, kind_colour(theme, kind))
            outer += -(side + gap) if at_right else side + gap
            room -= side + gap
        box = QRectF(outer - room if at_right else outer, row.top(), room, row.height())
        short = self._names.fit(words, room, False)
        self._ink.write(painter, box, short, self._name_font, theme.text, right=at_right)

    def _paint_item(self, painter: QPainter, item: Item, board: Board, areas: Areas, cursor: bool) -> None:
        theme, box, side = self._look.theme, areas.tray, board.frame.measures.glyph
        left, chosen = areas.time.left(), item.uid == board.chosen
        glyph_left = item.right - side if board.frame.mirrored else item.left
        glyph = QRectF(left + glyph_left, box.center().y() - side / 2, side, side)
        paint_glyph(painter, item.kind, glyph, kind_colour(theme, item.kind), filled=False)
        text = QRectF(left + item.words_left, box.top(), item.right - item.left, box.height())
        font = self._strong if chosen else self._plain
        self._ink.write(painter, text, item.words, font, theme.text if chosen else theme.muted)
        if cursor:
            ring = QRectF(left + item.left - 4, box.top() + 2, item.right - item.left + 8, box.height() - 3)
            paint_focus(painter, ring, theme, 4)


def lane_line(theme: Theme) -> QColor:
    """Of the lines between lanes: behind text the strong lines of a high-contrast theme would be in the way."""
    return faded(theme.line, 0.3 if theme.stroke > 1 else 0.6)
