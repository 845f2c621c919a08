"""Where the keyboard stands in the strip, an event or a span of many, and what each key does from there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from viewer.binding.typed import Protocol
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.heap import Crowd
from viewer.panes.timeline.steps import Course

CLOSER = 1.5
"""How much closer one press of a key comes."""


class Stage(Protocol):
    """What keys act on: the pane."""

    board: Board
    areas: Areas
    course: Course

    def stand_on(self, uid: str) -> None:
        """Bring the keyboard to this event, and the event into view."""
        ...

    def stand_in(self, crowd: Crowd) -> None:
        """Bring the keyboard to this span."""
        ...

    def zoom(self, factor: float, where: QPointF) -> None: ...

    def show_all(self) -> None: ...

    def open_event(self, uid: str) -> None: ...

    def open_span(self, crowd: Crowd) -> None: ...


class Cursor:
    """uid: the event the keyboard stands on; crowd: the span, where events are counted."""

    def __init__(self) -> None:
        self.uid = ""
        self.crowd: Crowd | None = None

    def act(self, key: Qt.Key, stage: Stage) -> bool:
        """Do what the key means; False if it means nothing here."""
        board = stage.board
        forward = -1 if board.scale.mirrored else 1
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        lanes = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        zooms = {Qt.Key.Key_Plus: CLOSER, Qt.Key.Key_Equal: CLOSER, Qt.Key.Key_Minus: 1 / CLOSER}
        pages = {Qt.Key.Key_PageDown: 0.8, Qt.Key.Key_PageUp: -0.8}
        if key in zooms:
            stage.zoom(zooms[key], QPointF(self._held_x(stage), stage.areas.time.top()))
        elif key in pages:
            board.pan(pages[key] * board.scale.width * forward)
            stage.zoom(1.0, QPointF(stage.areas.time.center().x(), stage.areas.time.top()))
        elif key == Qt.Key.Key_0:
            stage.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return self._enter(stage)
        elif board.crowded and key in steps:
            self._step_span(steps[key], stage)
        elif key in steps:
            stage.stand_on(self._step(self._here(board), steps[key], stage))
        elif key in lanes and not board.crowded:
            stage.stand_on(stage.course.across(self._here(board), lanes[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(key == Qt.Key.Key_Home, stage)
        else:
            return False
        return True

    def _here(self, board: Board) -> str:
        return self.uid or board.chosen

    def _enter(self, stage: Stage) -> bool:
        if stage.board.crowded and self.crowd:
            stage.open_span(self.crowd)
        elif here := self._here(stage.board):
            stage.open_event(here)
        else:
            return False
        return True

    def _go_to_end(self, first: bool, stage: Stage) -> None:
        if not stage.board.crowded:
            stage.stand_on(stage.course.first() if first else stage.course.last())
            return
        board, whole = stage.board, stage.board.whole()
        start = whole.start if first else whole.end - board.scale.span
        board.show_exactly(start, start + board.scale.span)
        spans = _crowds_in_view(board)
        if spans:
            stage.stand_in(spans[0] if first else spans[-1])

    def _step(self, here: str, by: int, stage: Stage) -> str:
        """The next event in time that is not in the same place."""
        placed = stage.board.strip.of(here)
        there = stage.course.along(here, by)
        while placed and there in placed.uids and there != here:
            here, there = there, stage.course.along(there, by)
        return there

    def _step_span(self, by: int, stage: Stage) -> None:
        """The next span in time; at the edge of the view, the view moves."""
        spans = self._spans_from(stage)
        at = next((i for i, span in enumerate(spans) if self.crowd and span.start == self.crowd.start), None)
        if at is None:
            middle = (stage.board.scale.start + stage.board.scale.end) / 2
            nearest = min(spans, key=lambda span: abs((span.start + span.end) / 2 - middle), default=None)
            if nearest:
                stage.stand_in(nearest)
        elif 0 <= at + by < len(spans):
            stage.stand_in(spans[at + by])

    def _spans_from(self, stage: Stage) -> tuple[Crowd, ...]:
        """Spans in view, with the one the keyboard stands in not at an edge."""
        board = stage.board
        if self.crowd:
            length = self.crowd.end - self.crowd.start
            scale = board.scale.showing(self.crowd.start - length, self.crowd.end + length, 0)
            if scale != board.scale:
                board.show_exactly(scale.start, scale.end)
        return _crowds_in_view(board)

    def _held_x(self, stage: Stage) -> float:
        """Where in the widget a key zooms: at what it stands on, else in the middle."""
        board, time = stage.board, stage.areas.time
        if board.crowded and self.crowd:
            x = board.scale.x((self.crowd.start + self.crowd.end) / 2)
        else:
            placed = board.strip.of(self._here(board))
            x = placed.body.centre if placed else -1.0
        return time.left() + (x if 0 <= x <= time.width() else time.width() / 2)


def _crowds_in_view(board: Board) -> tuple[Crowd, ...]:
    from viewer.panes.timeline.places import crowds_in_view

    return crowds_in_view(board)
