"""The rectangles a range of text covers on its sheet, line by line, in text that may run both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from viewer.case.frozen import dataclass
from viewer.panes.source.layout import joined


@dataclass(frozen=True, slots=True)
class Box:
    """A part of one line in pixels of the document: as high as the line's step, with the letters' baseline."""

    rect: QRectF
    baseline: float


class Stands:
    """Where ranges of a document stand, each by its boxes: none for one that does not show, or not yet.

    Qt lays a long text out bit by bit: what is further down has no place until it has come so far.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.ranges: Sequence[tuple[int, int]] = ()
        self.boxes: list[list[Box]] = []
        self._ahead: set[int] = set()

    def take(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Half-open ranges of positions; an empty one does not show."""
        self.ranges = tuple(ranges)
        self._begin_anew()

    def find(self, first: int | None) -> None:
        """All anew; of this range at any rate."""
        self._begin_anew()
        if first is not None:
            # To ask where a block stands has the text laid out as far as that.
            block = self._document.findBlock(self.ranges[first][1])
            self._document.documentLayout().blockBoundingRect(block)
        self.find_more()

    def find_more(self) -> None:
        """Those that had no place until now, or only the beginning of one."""
        for index in sorted(self._ahead):
            start, end = self.ranges[index]
            self.boxes[index] = boxes(self._document, start, end)
            if self._document.findBlock(end - 1).layout().lineCount():
                self._ahead.remove(index)

    def is_ahead(self, index: int) -> bool:
        """Whether a range shows, but has not its whole place yet."""
        return index in self._ahead

    def any_ahead(self) -> bool:
        return bool(self._ahead)

    def _begin_anew(self) -> None:
        self.boxes = [[] for _ in self.ranges]
        self._ahead = {index for index, (start, end) in enumerate(self.ranges) if start < end}


def boxes(document: QTextDocument, start: int, end: int) -> list[Box]:
    """The boxes of a half-open range of document positions."""
    found: list[Box] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        first = block.position()
        found.extend(_of_block(block, max(start - first, 0), min(end - first, block.length() - 1)))
        block = block.next()
    return found


def _of_block(block: QTextBlock, start: int, end: int) -> Iterator[Box]:
    layout = block.layout()
    origin = layout.position()
    step = block.blockFormat().lineHeight()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        baseline = origin.y() + line.y() + line.ascent()
        for left, right in _intervals(line, first, last):
            yield Box(QRectF(origin.x() + left, baseline - 0.72 * step, right - left, step), baseline)


def _intervals(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Where the letters stand: in text that runs both ways a range is not one piece.

    `cursorToX` will not do: beside a number in Arabic text it answers the edge of the run.
    """
    if first >= last:
        return
    inked = line.naturalTextRect()
    runs = (run.boundingRect() for run in line.glyphRuns(first, last - first))
    for left, right in joined((run.left(), run.right()) for run in runs):
        if min(right, inked.right()) > max(left, inked.left()):
            yield max(left, inked.left()), min(right, inked.right())
