"""How large pages are shown, which way up, and where each stands in the window they show through."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from viewer.panes.source.leaves import Box, Leaves, Turn, rolled, turned, turned_back
from viewer.panes.source.paper import Paper

Fit = Literal["width", "page", "free"]
LEAST, MOST = 0.05, 12.0
"""Zoom."""


class Roll:
    """Pages at one zoom and turn; the window is `room` wide and high, less the lanes at its sides."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.fit: Fit = "width"
        self.zoom = 1.0
        self.turn: Turn = 0
        self.offset = QPointF(0, 0)
        self._room = (100.0, 100.0)
        self._lanes = (0.0, 0.0)
        self._gap = 10.0
        self.leaves: Leaves = rolled(paper.sizes, paper.natural, 0, self._gap)

    def set_room(self, width: float, height: float, lanes: tuple[float, float], gap: float) -> None:
        """Size of the window, what its left and right sides keep free, and the gap between pages, in pixels."""
        self._room, self._lanes, self._gap = (width, height), lanes, gap

    def lay(self, page: int = 0) -> None:
        """Place the pages anew; `page` is the one that fits where a page is to fit."""
        if self.fit != "free":
            self.zoom = self._fitting(page)
        self.zoom = min(max(self.zoom, LEAST), MOST)
        self.leaves = rolled(self._paper.sizes, self._paper.natural * self.zoom, self.turn, self._gap)

    def _fitting(self, page: int) -> float:
        sizes = self._paper.sizes if self.fit == "width" else (self._paper.sizes[page],)
        sideways = self.turn in (90, 270)
        wide = max(high if sideways else wide for wide, high in sizes)
        fitting = self.clear / max(wide * self._paper.natural, 1e-6)
        if self.fit == "page":
            high = sizes[0][0] if sideways else sizes[0][1]
            fitting = min(fitting, (self._room[1] - 2 * self._gap) / max(high * self._paper.natural, 1e-6))
        return fitting

    @property
    def clear(self) -> float:
        """The width between the lanes."""
        return max(self._room[0] - sum(self._lanes), 20.0)

    @property
    def reach(self) -> tuple[int, int]:
        """How far the pages can be scrolled across and down."""
        across = max(self.leaves.width - self.clear, 0.0)
        return round(across), round(max(self.leaves.height - self._room[1], 0.0))

    @property
    def middle(self) -> float:
        """The x of the middle of the pages in the window."""
        if self.leaves.width <= self.clear:
            return self._lanes[0] + self.clear / 2
        return self._lanes[0] + self.leaves.width / 2 - self.offset.x()

    def place(self, number: int) -> QRectF:
        """A page in pixels of the window."""
        leaf = self.leaves.leaf(number)
        return QRectF(self.middle + leaf.left, leaf.top - self.offset.y(), leaf.width, leaf.height)

    def rect(self, number: int, box: Box) -> QRectF:
        """A box of a page in pixels of the window."""
        page = self.place(number)
        left, top, right, bottom = turned(box, self.turn)
        return QRectF(
            page.left() + left * page.width(),
            page.top() + top * page.height(),
            (right - left) * page.width(),
            (bottom - top) * page.height(),
        )

    def spot(self, point: QPointF) -> tuple[int, float, float]:
        """The page at a point of the window, or the nearest, and where on it: shares of the page unturned."""
        number = self.leaves.at(point.y() + self.offset.y())
        page = self.place(number)
        x = min(max((point.x() - page.left()) / page.width(), 0.0), 1.0)
        y = min(max((point.y() - page.top()) / page.height(), 0.0), 1.0)
        left, top, _, _ = turned_back((x, y, x, y), self.turn)
        return number, left, top

    def showing(self) -> range:
        """Numbers of the pages of which something shows."""
        top = self.offset.y()
        return self.leaves.between(top, top + self._room[1] - 1)

    def shown(self, number: int) -> Box:
        """The part of a page that shows, as shares of it unturned."""
        page = self.place(number)
        seen = page.intersected(QRectF(0, 0, *self._room))
        box = (
            (seen.left() - page.left()) / page.width(),
            (seen.top() - page.top()) / page.height(),
            (seen.right() - page.left()) / page.width(),
            (seen.bottom() - page.top()) / page.height(),
        )
        left, top, right, bottom = turned_back(box, self.turn)
        return max(left, 0.0), max(top, 0.0), min(right, 1.0), min(bottom, 1.0)
