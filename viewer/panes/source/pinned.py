"""Passages pinned to pages: their boxes, the state of each, and their numbers in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from viewer.look.current import Look
from viewer.panes.source.layout import stacked
from viewer.panes.source.leaves import Box
from viewer.panes.source.mark import PassageMark, disc
from viewer.panes.source.page_paint import Boxes, paint_bracket, paint_part, paint_text_passage
from viewer.panes.source.roll import Roll

Where = tuple[tuple[int, Box], ...]
"""Page and box, in reading order; empty = nowhere."""
DOUBTFUL = ("moved", "ambiguous", "missing", "unchecked")


class Pinned(QObject):
    """Marks are children of `port`, the widget the pages show in; the roll says where everything stands."""

    pressed = Signal(int)
    stepped = Signal(int)  # to this passage, by the keyboard

    def __init__(self, look: Look, roll: Roll, port: QWidget, parts: bool) -> None:
        """`parts`: passages are parts of pictures, not runs of text."""
        super().__init__(port)
        self._look = look
        self._roll = roll
        self._port = port
        self._parts = parts
        self._where: list[Where] = []
        self._states: list[str] = []
        self._marks: list[PassageMark] = []
        self._centres: list[float] = []
        self.selected: int | None = None

    def set_marks(self, names: Sequence[str], tips: Sequence[Callable[[], str]]) -> None:
        """As many passages as there are names; they show once `put` says where they stand."""
        for number, (name, tip) in enumerate(zip(names, tips, strict=True)):
            mark = PassageMark(self._look, number + 1, name, tip, self._port)
            mark.clicked.connect(lambda _=False, number=number: self.pressed.emit(number))
            mark.stepped.connect(lambda step, number=number: self._step(number, step))
            mark.reached.connect(lambda number=number: self.stepped.emit(number))
            mark.hide()
            self._marks.append(mark)
        self._where = [()] * len(self._marks)
        self._states = ["exact"] * len(self._marks)
        self._centres = [0.0] * len(self._marks)

    def put(self, index: int, where: Where, state: str, word: str) -> None:
        """Where a passage stands; `word` says what is doubtful about it ("" = nothing)."""
        self._where[index], self._states[index] = where, state
        self._marks[index].set_doubt(word)

    def where(self, index: int) -> Where:
        return self._where[index]

    def pages(self) -> dict[int, list[int]]:
        """Which passages begin on which page."""
        found: dict[int, list[int]] = {}
        for index, where in enumerate(self._where):
            if where:
                found.setdefault(where[0][0], []).append(index)
        return found

    def mark(self, index: int) -> PassageMark:
        return self._marks[index]

    def centre(self, index: int) -> float:
        """The middle of a mark, in pixels from the beginning of the roll."""
        return self._centres[index]

    def lane(self) -> float:
        """The x of the marks in the window."""
        inset = disc(self._look) / 2 + self._look.space.px(7)
        half = self._roll.leaves.width / 2
        if self._port.isRightToLeft():
            return min(self._roll.middle + half + inset, self._port.width() - inset)
        return max(self._roll.middle - half - inset, inset)

    def settle(self) -> None:
        """Place the marks where their passages stand now."""
        showing = sorted((n for n, where in enumerate(self._where) if where), key=self._wanted)
        step = disc(self._look) + self._look.space.px(3)
        fixed = showing.index(self.selected) if self.selected in showing else None
        for index, centre in zip(showing, stacked([self._wanted(n) for n in showing], step, fixed), strict=True):
            self._centres[index] = centre
        stop = self.selected if self.selected in showing else next(iter(showing), None)
        for index, mark in enumerate(self._marks):
            mark.setVisible(bool(self._where[index]))
            mark.set_selected(index == self.selected)
            mark.set_stop(index == stop)
        self.move()

    def move(self) -> None:
        """After scrolling."""
        x, offset = self.lane(), self._roll.offset.y()
        for mark, centre in zip(self._marks, self._centres, strict=True):
            half = mark.width() / 2
            mark.move(round(x - half), round(centre - half - offset))

    def under(self, page: int, x: float, y: float) -> int | None:
        """The smallest passage at a point of a page."""
        hit = [
            (sum((box[2] - box[0]) * (box[3] - box[1]) for _, box in where), index)
            for index, where in enumerate(self._where)
            if any(number == page and box[0] <= x <= box[2] and box[1] <= y <= box[3] for number, box in where)
        ]
        return min(hit)[1] if hit else None

    def paint(self, painter: QPainter, showing: range) -> None:
        for index in range(len(self._where)):
            rects = tuple(self._rects(index, showing))
            if not rects:
                continue
            chosen = index == self.selected
            boxes = Boxes(rects, self._states[index] in DOUBTFUL)
            if self._parts:
                paint_part(painter, boxes, self._look, chosen=chosen)
            else:
                paint_text_passage(painter, boxes, self._look, chosen=chosen, depth=0)
        self._paint_bracket(painter, showing)

    # How it is done

    def _rects(self, index: int, showing: range) -> Iterator[QRectF]:
        for page, box in self._where[index]:
            if page in showing and box[3] > box[1]:
                yield self._roll.rect(page, box)

    def _wanted(self, index: int) -> float:
        page, box = self._where[index][0]
        rect = self._roll.rect(page, box)
        height = min(rect.height(), 3.0 * disc(self._look))
        return rect.top() + height / 2 + self._roll.offset.y()

    def _paint_bracket(self, painter: QPainter, showing: range) -> None:
        if self.selected is None:
            return
        rects = list(self._rects(self.selected, showing))
        if rects:
            centre = self._centres[self.selected] - self._roll.offset.y()
            top, bottom = min(rects[0].top(), centre), max(rects[-1].bottom(), centre)
            paint_bracket(painter, self.lane(), top, bottom, self._look)

    def _step(self, index: int, step: int) -> None:
        index += step
        while 0 <= index < len(self._marks) and not self._where[index]:
            index += step
        if 0 <= index < len(self._marks):
            self._marks[index].setFocus(Qt.FocusReason.OtherFocusReason)
