"""Hundreds of marks: rows, what joins, words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from tests.panes.timeline.made import dot_of
from viewer.index.ask.timeline import Lane, Mark
from viewer.panes.timeline.labels import Label
from viewer.panes.timeline.layout import Measures
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.swarm import Ground, Speck, Swarm, swarm
from viewer.panes.timeline.ticks import second_of

Make = Callable[..., Mark]
VIEW = Scale(second_of(2011, 4), second_of(2011, 5), 1000)


def none(_specks: Sequence[Speck]) -> Mapping[str, Label]:
    return {}


def made(marks: Sequence[Mark], lanes: Sequence[Lane], height: float = 200, scale: Scale = VIEW) -> Swarm:
    return swarm([dot_of(mark) for mark in marks], Ground(scale, height, Measures(), lanes), {}, none)


def test_nothing_in_view_is_lost(mark: Make, lanes: Sequence[Lane]) -> None:
    marks = [mark(f"E{n}", f"2011-04-{1 + n % 30:02d}", n % 3) for n in range(300)]
    placed = made(marks, lanes)
    assert sorted(uid for speck in placed.specks for uid in speck.uids) == sorted(one.uid for one in marks)
    assert placed.height <= 200


def test_those_known_only_to_the_same_month_are_one_block(mark: Make, lanes: Sequence[Lane]) -> None:
    swarmed = made([mark("E1", "2011-04"), mark("E2", "2011-04"), mark("E3", "2011-04-10")], lanes)
    block = swarmed.of("E2")
    assert block and block.uids == ("E1", "E2") and not block.body.point
    point = swarmed.of("E3")
    assert point and point.body.point


def test_a_point_stands_on_a_bar_where_no_row_is_free(mark: Make, lanes: Sequence[Lane]) -> None:
    marks = [mark("E1", "2011-03/2011-06"), mark("E2", "2011-04-10"), mark("E3", "2011-04-20")]
    swarmed = made(marks, lanes[:1], height=16)
    assert {speck.uids for speck in swarmed.specks} == {("E1",), ("E2",), ("E3",)}
    middle = swarmed.of("E2")
    assert middle and swarmed.at(middle.body.centre, middle.y) == middle


@pytest.mark.parametrize("mirrored", [False, True])
def test_room_for_words_ends_at_the_next_mark(mark: Make, lanes: Sequence[Lane], mirrored: bool) -> None:
    marks = [mark("E1", "2011-04-10"), mark("E2", "2011-04-14")]
    scale = Scale(VIEW.start, VIEW.end, VIEW.width, mirrored)
    first, second = sorted(made(marks, lanes[:1], 16, scale).specks, key=lambda speck: speck.dot.uid)
    apart = second.left - first.right if not mirrored else first.left - second.right
    assert first.room == pytest.approx(apart)
    assert second.room > first.room


def test_a_row_is_kept_while_the_zoom_stays(mark: Make, lanes: Sequence[Lane]) -> None:
    marks = [mark(f"E{n}", f"2011-04-{n:02d}/2011-04-{n + 6:02d}") for n in range(1, 20)]
    ground = Ground(VIEW, 200, Measures(), lanes[:1])
    dots = [dot_of(one) for one in marks]
    before = swarm(dots, ground, {}, none).rows
    after = swarm(dots[5:], ground, before, none).rows
    assert all(before[uid] == row for uid, row in after.items())


@pytest.mark.parametrize("hours", range(1, 13))
def test_no_mark_stands_in_the_room_of_another_however_close_they_are(
    mark: Make, lanes: Sequence[Lane], hours: int
) -> None:
    marks = [
        mark(f"E{n}", f"2011-04-{1 + n * hours // 24 % 28:02d}T{n * hours % 24:02d}:00", 0)
        for n in range(320 // hours)
    ]
    placed = made(marks, lanes[:1], height=48)
    points = sorted((speck for speck in placed.specks if speck.point), key=lambda speck: speck.left)
    for one in points:
        inside = [
            other
            for other in points
            if other.y == one.y and other.left > one.left and other.left < one.right + one.room - 0.1
        ]
        assert not inside, (one, inside)
