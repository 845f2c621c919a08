"""Draws counted events: columns and flat blocks by lane, kept as a picture of one pixel a bucket.

Where nothing lies behind the lanes the picture has their ground and lines in it: to stretch what can be seen
through takes four times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, islice, pairwise
from math import sqrt
from operator import ne

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.ink import Ink
from viewer.look.theme import faded, kind_colour
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.backdrop import lane_line
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.heap import Heap, Pile
from viewer.panes.timeline.layout import LanePlace
from viewer.panes.timeline.spoken import across_words
from viewer.wording.voice import Voice, fill

WORDY = 34
"""Pixels, at text size 1, of a lane that is high enough for words above its columns."""
BAND = 4
"""Pixels, at text size 1, of the band that says how many events last."""


class HeapPainter:
    """Holds the picture of one heap; a frame stretches and copies it."""

    def __init__(self, look: Look, voice: Voice) -> None:
        self._look, self._voice = look, voice
        self._small = look.type.font(Role.SMALL, 500)
        self._ink = Ink()
        self._picture = QPixmap()
        self._of: tuple[Heap | None, tuple[object, ...]] = (None, ())

    def paint(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """Into the lanes of `areas`; the painter's origin is the first lane's corner over time."""
        heap = board.laid.heap
        if heap is None or not heap.buckets:
            return
        picture = self._drawn(heap, board, painter.device().devicePixelRatioF())
        scale = board.scale
        first, last = heap.clipped(scale.start, scale.end)
        ends = scale.x(heap.start + first * heap.width), scale.x(heap.start + last * heap.width)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        begins = heap.buckets - last if scale.mirrored else first
        source = QRectF(begins, 0, last - first, picture.height())
        box = QRectF(min(ends), 0, abs(ends[1] - ends[0]), board.strip.height)
        painter.drawPixmap(box, picture, source)
        if not board.eras:
            self._paint_lines(painter, board, box)
        for place in board.strip.lanes:
            self._paint_words(painter, heap, place, board)

    def paint_across(self, painter: QPainter, board: Board, areas: Areas) -> None:
        """Where marks are drawn one by one: one band above them for all that run across the whole view."""
        theme, band = self._look.theme, board.frame.measures.band
        box = QRectF(0, 2, areas.time.width(), band - 4)
        painter.fillRect(box, faded(theme.muted, 0.16))
        words = across_words(self._voice, board.laid.across.values())
        gap = board.frame.measures.gap
        inner = box.adjusted(gap, 0, -gap, 0)
        self._ink.write(painter, inner, words, self._small, theme.text, right=board.frame.mirrored)

    # How it is done

    def _drawn(self, heap: Heap, board: Board, ratio: float) -> QPixmap:
        mirrored = board.scale.mirrored
        ground = not board.eras
        shape = (mirrored, board.strip.height, len(board.strip.lanes), ratio, self._look.theme.name, ground)
        if self._of[0] is not heap or self._of[1] != shape:
            self._of = (heap, shape)
            self._picture = self._draw(heap, board, ratio)
        return self._picture

    def _draw(self, heap: Heap, board: Board, ratio: float) -> QPixmap:
        picture = QPixmap(heap.buckets, max(1, round(board.strip.height * ratio)))
        picture.fill(Qt.GlobalColor.transparent if board.eras else self._look.theme.panel)
        painter = QPainter(picture)
        if not board.eras:
            line = lane_line(self._look.theme)
            painter.fillRect(0, 0, heap.buckets, max(1, round(ratio)), self._look.theme.line)  # the axis' own
            for place in board.strip.lanes[1:]:
                painter.fillRect(0, int(place.top * ratio), heap.buckets, max(1, round(ratio)), line)
        if board.scale.mirrored:
            painter.translate(heap.buckets, 0)
            painter.scale(-1, 1)
        for place in board.strip.lanes:
            pile = heap.piles.get(place.number)
            if pile:
                space = self._look.space
                words = space.px(13) if place.height >= space.px(WORDY) else 0
                self._draw_pile(painter, pile, _Lane(place, heap.most, ratio, (space.px(BAND), words)), board)
        painter.end()
        return picture

    def _draw_pile(self, painter: QPainter, pile: Pile, lane: _Lane, board: Board) -> None:
        colour = self._colour(lane.place.number, board)
        painter.setPen(Qt.PenStyle.NoPen)
        parts: tuple[tuple[Sequence[float], QColor], ...] = (
            (pile.flat, faded(colour, 0.26)),
            (pile.begin, faded(colour, 0.82)),
        )
        for counts, paint in parts:
            if rects := lane.columns(counts):
                painter.setBrush(paint)
                painter.drawRects(rects)
        if rects := lane.band(pile.lasting):
            painter.setBrush(faded(colour, 0.3))
            painter.drawRects(rects)

    def _paint_lines(self, painter: QPainter, board: Board, box: QRectF) -> None:
        """Those of the axis, over the columns; beside the picture they stand already."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        theme = self._look.theme
        painter.setPen(QPen(faded(theme.line, 0.2 if theme.stroke > 1 else 0.5), 1))
        inside = (tick.x for tick in board.axis.ticks if box.left() <= tick.x <= box.right())
        painter.drawLines([QLineF(x, box.top(), x, box.bottom()) for x in inside])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_words(self, painter: QPainter, heap: Heap, place: LanePlace, board: Board) -> None:
        """The count of the highest column beside it, and how many last."""
        if place.height < self._look.space.px(WORDY):
            return
        scale = board.scale
        least, most = heap.lasting(place.number, scale.start, scale.end)
        if most:
            words = self._voice.translate("Timeline", "%n run across", n=most)
            if least != most:
                words = fill(self._voice.translate("Timeline", "up to %1"), words)
            self._write(painter, words, place.top + self._look.space.px(BAND), board)
        moment, count = heap.peak(place.number, scale.start, scale.end)
        if count:
            self._paint_peak(painter, heap, place, board, (moment, count))

    def _paint_peak(
        self, painter: QPainter, heap: Heap, place: LanePlace, board: Board, peak: tuple[int, int]
    ) -> None:
        words = self._voice.number(peak[1])
        width = board.ruler.width(words, False)
        x = sorted((board.scale.x(peak[0]), board.scale.x(peak[0] + heap.width)))
        left = min(max(0.0, (x[0] + x[1] - width) / 2), board.scale.width - width)
        high = self._look.space.px(13)
        least = self._look.space.px(BAND) + 1
        tall = (place.height - least - high - 1) * (peak[1] / max(1, heap.most)) ** 0.5
        top = max(place.top + least, place.top + place.height - tall - high)
        box = QRectF(left, top, width + 1, high)
        self._ink.write(painter, box, words, self._small, self._look.theme.muted)

    def _write(self, painter: QPainter, words: str, top: float, board: Board) -> None:
        """At the leading edge, in a box of the panel's colour so that columns do not run through it."""
        width, high, gap = board.ruler.width(words, False), self._look.space.px(13), board.frame.measures.gap
        left = board.scale.width - gap - width if board.frame.mirrored else gap
        box = QRectF(left, top + 1, width + 1, high)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), faded(self._look.theme.panel, 0.8))
        self._ink.write(painter, box, words, self._small, self._look.theme.muted)

    def _colour(self, lane: int, board: Board) -> QColor:
        """A kind's own; lanes of anything else are mixed, and have none."""
        return kind_colour(self._look.theme, lane) if board.ask.by == "kind" else self._look.theme.muted


class _Lane:
    """Counts of one lane into rectangles of whole pixels.

    Heights grow with the square root of the count, else a lane with one great burst would show nothing besides.
    """

    def __init__(self, place: LanePlace, most: float, ratio: float, above: tuple[int, int]) -> None:
        """above: pixels for the band, and for words below it."""
        self.place = place
        self._foot = round((place.top + place.height) * ratio)
        self._band = round(above[0] * ratio)
        self._top = round((place.top + 1) * ratio)
        self._factor = (self._foot - self._top - self._band - ratio * (above[1] + 1)) / max(1.0, most) ** 0.5

    def columns(self, counts: Sequence[float]) -> list[QRect]:
        foot, factor = self._foot, self._factor
        if sqrt(max(counts, default=0)) * factor < 1.5:  # of coarse dates there are few in any bucket
            heights = [1 if n else 0 for n in counts]
        else:
            heights = [round(sqrt(n) * factor) or 1 if n else 0 for n in counts]
        return [QRect(begin, foot - tall, wide, tall) for begin, wide, tall in _joined(heights)]

    def band(self, counts: Sequence[int]) -> list[QRect]:
        """As high as the share of the most that last at one time."""
        most, top = max(counts, default=0), self._top
        heights = [round(self._band * n / most) or 1 if n else 0 for n in counts]
        return [QRect(begin, top, wide, tall) for begin, wide, tall in _joined(heights)]


def _joined(heights: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Columns a pixel wide as (begin, width, height): neighbours of equal height are one, and 0 is none."""
    framed = [0, *heights, 0]
    # In steps that each take all columns at once: a picture has ten thousand.
    ends = compress(range(len(framed)), map(ne, framed, islice(framed, 1, None)))
    for begin, end in pairwise(ends):
        if framed[end]:
            yield begin, end - begin, framed[end]
