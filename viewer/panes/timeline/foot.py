"""What stands at the foot of the strip: the overview and the corner; and what is said when the view rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.asking import Ask
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.corner import Corner
from viewer.panes.timeline.heap import heap_up
from viewer.panes.timeline.overview import COLUMN, Overview
from viewer.panes.timeline.reach import Reach
from viewer.panes.timeline.spoken import spoken_view
from viewer.wording.voice import Voice


class Foot(QObject):
    """Two small widgets of the pane, and its voice."""

    span_asked = Signal(float, float)  # seconds since 1970
    all_asked = Signal()
    choice_made = Signal(str, str)  # as of `Corner.chosen`

    def __init__(self, board: Board, look: Look, voice: Voice, pane: QWidget) -> None:
        super().__init__(pane)
        self._board, self._voice, self._pane = board, voice, pane
        self._said = ""
        self._columns = 0
        self.overview = Overview(look, pane)
        self.corner = Corner(look, voice, pane)
        self.overview.span_asked.connect(self.span_asked)
        self.overview.all_asked.connect(self.all_asked)
        self.corner.chosen.connect(self.choice_made)

    def show_case(self, ask: Ask) -> None:
        """The histogram of all of time: made for the size there is when it is fitted next."""
        self._columns = 0
        self.corner.show_choice("lanes", ask.by)

    def show_choices(self, **choices: str) -> None:
        for what, value in choices.items():
            self.corner.show_choice(what, value)

    def fit(self, areas: Areas) -> None:
        self.overview.setGeometry(areas.overview.toRect())
        self.corner.setGeometry(areas.corner.toRect())
        shown = areas.overview.height() > 0
        self.overview.setVisible(shown)
        self.corner.setVisible(shown)
        self._count()

    def show_view(self) -> None:
        """The range on the overview follows."""
        scale = self._board.scale
        self.overview.show_reach(Reach(self._board.whole(), scale.start, scale.end))

    def announce(self) -> None:
        """The span in view, and how many events begin in it, if that is new; also what the overview shows."""
        board = self._board
        heap = board.heap
        events = heap.begun(board.scale.start, board.scale.end) if heap else self._seen()
        said = spoken_view(self._voice, board.scale, board.axis.step, events)
        if said == self._said:
            return
        first, self._said = not self._said, said
        self.overview.setAccessibleDescription(said)
        if not first:
            announce(self._pane, said)

    # How it is done

    def _seen(self) -> int:
        width = self._board.scale.width
        inside = (mark for mark in self._board.strip.marks if mark.body.right > 0 and mark.body.left < width)
        return sum(len(mark.uids) for mark in inside) + sum(one.events for one in self._board.laid.across.values())

    def _count(self) -> None:
        """Once for each width there is."""
        board = self._board
        columns = int(board.frame.width / COLUMN)
        if not board.extent or columns == self._columns or columns < 4:
            return
        self._columns = columns
        extent, shown = board.extent, board.heap
        if shown and shown.covers(extent.start, extent.end):
            heap = shown
        else:
            whole = board.whole()
            heap = heap_up(board.ask.density(int(whole.start), int(whole.end), columns))
        counted = enumerate(heap.totals())
        filled = [(heap.start + at * heap.width, round(count)) for at, count in counted if count >= 0.5]
        self.overview.show_counts(heap.width, filled)
