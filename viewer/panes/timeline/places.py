"""What is where in the strip's widget: for the pointer, for its tooltip, for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QPointF, QRectF

from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.board import Board, lane_at
from viewer.panes.timeline.heap import Crowd, crowds
from viewer.panes.timeline.layout import Placed
from viewer.panes.timeline.proxies import MOST, Spot
from viewer.panes.timeline.spoken import across_words, beside, spoken_crowd, spoken_span, told_column, told_crowd
from viewer.panes.timeline.steps import Course
from viewer.panes.timeline.ticks import edges
from viewer.wording.calendars import say_beside
from viewer.wording.events import spoken_event, spoken_picked, told_event
from viewer.wording.voice import Voice

IsPicked = Callable[[str], bool]
"""Whether the event with this uid is picked."""


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
    if uid := uid_at(board, areas, where):
        return _told(voice, board, course, uid)
    if areas.tray.contains(where):
        return (beside(voice, board.loose),)
    lane = lane_at(board.strip.lanes, where.y() - areas.time.top() + areas.scrolled)
    if areas.names.contains(where) and lane:
        across = board.laid.across.get(lane.number)
        return (lane.label, across_words(voice, [across])) if across else (lane.label,)
    if board.laid.heap and lane and areas.time.contains(where):
        return told_column(voice, board.laid.heap, lane, board.scale.moment(where.x() - areas.time.left()))
    return told_era(voice, board, areas, where)


def _told(voice: Voice, board: Board, course: Course, uid: str) -> tuple[str, ...]:
    row = course.row(uid)
    if row is None:
        return ()
    lines = list(told_event(voice, row))
    if row.when and (other := say_beside(voice, row.when, board.told.calendar)):
        lines.insert(2, other)
    if uid in board.possible():
        lines.append(voice.translate("Timeline", "only possibly in the span that is asked for"))
    return tuple(lines)


def told_era(voice: Voice, board: Board, areas: Areas, where: QPointF) -> tuple[str, ...]:
    """What is meant by the named span here."""
    if not (areas.axis.contains(where) or areas.time.contains(where)):
        return ()
    moment = board.scale.moment(where.x() - areas.time.left())
    here = (era for era in board.eras if (era.start or moment) <= moment < (era.end or moment + 1))
    return tuple(line for era in here for line in (era.label, era.definition) if line)


def spots(voice: Voice, board: Board, areas: Areas, course: Course, is_picked: IsPicked) -> Iterator[Spot]:
    """What is in view with its box and its name: on the axis, then in the tray."""
    time, tray = areas.time, areas.tray
    name = partial(_name, voice, course, is_picked)
    yield from _crowd_spots(voice, board, areas) if board.crowded else _mark_spots(board, areas, course, name)
    for item in board.tray.items:
        box = QRectF(time.left() + item.left, tray.top(), item.right - item.left, tray.height())
        yield Spot((item.uid,), box.toAlignedRect(), partial(name, (item.uid,)))


def _mark_spots(
    board: Board, areas: Areas, course: Course, name: Callable[[tuple[str, ...]], str]
) -> Iterator[Spot]:
    time, room = areas.time, MOST - len(board.tray.items)
    seen = (placed for placed in board.strip.marks if placed.body.right > 0 and placed.body.left < time.width())
    shown = list(islice(seen, room))
    course.marks(tuple(placed.uids[0] for placed in shown))
    for placed in shown:
        left, right = max(0.0, placed.body.left), min(time.width(), placed.body.right)
        top = time.top() - areas.scrolled + placed.y - placed.height / 2
        box = QRectF(time.left() + left, top, max(1.0, right - left), placed.height)
        yield Spot(placed.uids, box.toAlignedRect(), partial(name, placed.uids))


def _crowd_spots(voice: Voice, board: Board, areas: Areas) -> Iterator[Spot]:
    time = areas.time
    for crowd in crowds_in_view(board):
        xs = sorted(board.scale.x(moment) for moment in (crowd.start, crowd.end))
        left, right = max(0.0, xs[0]), min(time.width(), xs[1])
        box = QRectF(time.left() + left, time.top(), max(1.0, right - left), time.height())
        yield Spot(
            (f"{crowd.start}/{crowd.end}",),
            box.toAlignedRect(),
            lambda crowd=crowd: spoken_span(voice, crowd),  # type: ignore[misc]
            crowd,
        )


def crowds_in_view(board: Board) -> tuple[Crowd, ...]:
    """The steps of the axis in view in which events begin."""
    heap = board.laid.heap
    if heap is None:
        return ()
    marked = edges(board.scale, board.axis.step)
    return tuple(crowds(marked, board.ask.begun(marked), heap.coarse))


def _name(voice: Voice, course: Course, is_picked: IsPicked, uids: tuple[str, ...]) -> str:
    if len(uids) > 1:
        said = spoken_crowd(voice, course.marks(uids))
    else:
        row = course.row(uids[0])
        said = spoken_event(voice, row) if row else ""
    return spoken_picked(voice, said, any(map(is_picked, uids)))
