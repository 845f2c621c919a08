"""Words that were found, in the text of a sheet: looked for block by block, as far as the text shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from viewer.look.current import Look
from viewer.look.found import paint_found_ground, paint_found_line
from viewer.panes.source.boxes import Box, boxes

FoundIn = Callable[[int], Sequence[tuple[int, int]]]
"""Positions of what was found in a block, by its number."""


class FoundWords:
    """On the ground of a marked passage, underlined. What a passage has below its words hangs lower."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document, self._look = document, look
        self._found_in: FoundIn | None = None
        self._boxes: dict[int, list[Box]] = {}

    def seek(self, found_in: FoundIn | None) -> None:
        """None = nothing is looked for."""
        self._found_in = found_in
        self._boxes.clear()

    def settle(self) -> None:
        """The lines stand elsewhere now."""
        self._boxes.clear()

    def paint_grounds(self, painter: QPainter, top: float, bottom: float) -> None:
        for box in self._between(top, bottom):
            paint_found_ground(painter, box.rect.adjusted(-1, 3, 1, -2), self._look.theme)

    def paint_lines(self, painter: QPainter, top: float, bottom: float) -> None:
        for box in self._between(top, bottom):
            y = box.baseline + self._look.space.px(2)
            paint_found_line(painter, box.rect.left(), box.rect.right(), y, self._look.theme)

    def _between(self, top: float, bottom: float) -> Iterator[Box]:
        """In pixels of the document."""
        if self._found_in is None:
            return
        layout = self._document.documentLayout()
        block = self._document.findBlock(max(layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit), 0))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            number = block.blockNumber()
            if number not in self._boxes:
                places = self._found_in(number)
                self._boxes[number] = [box for place in places for box in boxes(self._document, *place)]
            yield from self._boxes[number]
            block = block.next()


def found_selections(
    view: QPlainTextEdit, found_in: FoundIn, form: QTextCharFormat
) -> list[QTextEdit.ExtraSelection]:
    """What was found in the lines that show."""
    selections = []
    block = view.firstVisibleBlock()
    last = view.cursorForPosition(QPoint(view.viewport().width() - 1, view.viewport().height() - 1)).block()
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        for start, end in found_in(block.blockNumber()):
            selection = QTextEdit.ExtraSelection()
            caret = QTextCursor(view.document())
            caret.setPosition(start)
            caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = caret, form
            selections.append(selection)
        block = block.next()
    return selections
