"""Where the words that are looked for stand on pages whose text is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from viewer.locked.messages import Box
from viewer.look.current import Look
from viewer.panes.source.page_paint import paint_found
from viewer.panes.source.picking import Picking
from viewer.panes.source.roll import Roll

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords
    from viewer.panes.source.glyphs import Glyphs


class FoundOnPages:
    """Pages come to be known as they come into view; each is looked through once for the same words."""

    def __init__(self, picking: Picking) -> None:
        self._picking = picking
        self._sought: SoughtWords | None = None
        self._boxes: dict[int, tuple[Glyphs, list[Box]]] = {}

    def show(self, sought: SoughtWords | None) -> None:
        self._sought = sought
        self._boxes.clear()

    def paint(self, painter: QPainter, roll: Roll, page: int, look: Look) -> None:
        paint_found(painter, [roll.rect(page, box) for box in self.boxes(page)], look)

    def boxes(self, page: int) -> list[Box]:
        """Shares of the page."""
        glyphs = self._picking.known(page)
        if self._sought is None or glyphs is None:
            return []
        if page not in self._boxes or self._boxes[page][0] is not glyphs:
            marks = self._sought.marks(glyphs.text)
            self._boxes[page] = glyphs, [box for start, end in marks for box in glyphs.rects(start, end)]
        return self._boxes[page][1]
