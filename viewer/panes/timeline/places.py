"""What is where in the strip's widget: for the pointer, for its tooltip, for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF

from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.layout import Placed
from viewer.panes.timeline.proxies import Spot
from viewer.panes.timeline.spoken import beside, spoken_crowd, told_crowd
from viewer.panes.timeline.steps import Course
from viewer.wording.events import spoken_event, told_event
from viewer.wording.voice import Voice


def placed_at(board: Board, areas: Areas, where: QPointF) -> Placed | None:
    """The mark here, if any."""
    if not areas.time.contains(where):
        return None
    return board.strip.at(where.x() - areas.time.left(), where.y() - areas.time.top() + areas.scrolled)


def uid_at(board: Board, areas: Areas, where: QPointF) -> str:
    """The event here, on the axis or in the tray; "" if none."""
    if areas.tray.contains(where):
        return board.tray.at(where.x() - areas.time.left())
    placed = placed_at(board, areas, where)
    return placed.uids[0] if placed else ""


def told_at(voice: Voice, board: Board, areas: Areas, course: Course, where: QPointF) -> tuple[str, ...]:
    """Lines of the tooltip here."""
    placed = placed_at(board, areas, where)
    if placed and placed.crowd:
        return told_crowd(voice, course.marks(placed.uids))
    if row := course.row(uid_at(board, areas, where)):
        return told_event(voice, row)
    if areas.tray.contains(where):
        return (beside(voice, board.loose),)
    if not areas.names.contains(where):
        return ()
    y = where.y() - areas.time.top() + areas.scrolled
    return tuple(lane.label for lane in board.strip.lanes if lane.top <= y < lane.top + lane.height)


def spots(voice: Voice, board: Board, areas: Areas, course: Course) -> Iterator[Spot]:
    """Every event in view with its box and its name: on the axis, then in the tray."""
    time, tray = areas.time, areas.tray
    for placed in board.strip.marks:
        left, right = max(0.0, placed.body.left), min(time.width(), placed.body.right)
        if right > left:
            top = time.top() - areas.scrolled + placed.y - placed.height / 2
            box = QRectF(time.left() + left, top, right - left, placed.height)
            yield Spot(placed.uids, box.toAlignedRect(), _name(voice, course, placed.uids))
    for item in board.tray.items:
        box = QRectF(time.left() + item.left, tray.top(), item.right - item.left, tray.height())
        yield Spot((item.uid,), box.toAlignedRect(), _name(voice, course, (item.uid,)))


def _name(voice: Voice, course: Course, uids: tuple[str, ...]) -> Callable[[], str]:
    def name() -> str:
        if len(uids) > 1:
            return spoken_crowd(voice, course.marks(uids))
        row = course.row(uids[0])
        return spoken_event(voice, row) if row else ""

    return name
