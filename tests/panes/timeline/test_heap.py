"""Counted events: columns, blocks, spans that are spoken."""

from __future__ import annotations

from viewer.index.ask.density import Coarse, Density
from viewer.index.ask.timeline import Lane
from viewer.index.grid import width
from viewer.panes.timeline.heap import Crowd, crowds, heap_up, share_height
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.spoken import spoken_span
from viewer.panes.timeline.ticks import DAY, Step, edges, second_of
from viewer.wording.voice import English

WEEKS = Density(
    start=0,
    width=7 * DAY,
    lanes=(0, 1),
    counts=((3, 0, 9, 1), (0, 0, 0, 2)),
    coarse=(Coarse(0, 28 * DAY, 1, 8),),
    running=((0, 2, 2, 0), (0, 0, 0, 0)),
)


def test_coarse_dates_are_spread_evenly_and_kept_apart_from_columns() -> None:
    heap = heap_up(WEEKS)
    assert heap.piles[1].begin == (0, 0, 0, 2)
    assert list(heap.piles[1].flat) == [2, 2, 2, 2]
    assert not heap.piles[0].flat
    assert heap.totals() == [5, 2, 11, 5]
    assert heap.begun(0, 28 * DAY - 1) == 23


def test_a_lane_tells_its_highest_column_within_the_view() -> None:
    heap = heap_up(WEEKS)
    assert heap.peak(0, 0, 28 * DAY) == (14 * DAY, 9)
    assert heap.peak(0, 0, 10 * DAY) == (0, 3)
    assert heap.peak(1, 0, 10 * DAY)[1] == 0
    assert heap.lasting(0, 8 * DAY, 20 * DAY) == (2, 2)
    assert heap.lasting(0, 0, 20 * DAY) == (0, 2)
    assert heap.most == 9


def test_an_empty_case_is_an_empty_heap() -> None:
    heap = heap_up(Density(0, width(0), (), (), (), ()))
    assert (heap.buckets, heap.most, heap.totals()) == (0, 0, [])
    assert heap.begun(0, 100) == 0


def test_lanes_share_the_height_and_are_never_too_low_to_be_read() -> None:
    lanes = [Lane(number, f"L{number}", 1) for number in range(12)]
    high, low = share_height(lanes[:3], 240, 1), share_height(lanes, 60, 1)
    assert [place.height for place in high] == [80, 80, 80]
    assert low[1].top == low[0].height >= 17
    assert share_height(lanes, 60, 2)[0].height == 2 * low[0].height


def test_spans_leave_out_what_is_known_only_to_a_longer_time() -> None:
    months = [second_of(2011, month) for month in (1, 2, 3, 4)]
    year = Coarse(second_of(2011, 1), second_of(2012, 1), 0, 5)
    month = Coarse(second_of(2011, 2), second_of(2011, 3), 0, 4)
    found = list(crowds(months, (7, 4, 0), [year, month]))
    assert found == [Crowd(months[0], months[1], 2), Crowd(months[1], months[2], 4)]


def test_a_span_is_spoken_with_its_count() -> None:
    crowd = Crowd(second_of(2011, 3), second_of(2011, 4), 2304)
    assert spoken_span(English(), crowd) == "March 2011, 2,304 events, Enter to zoom"


def test_edges_reach_one_step_beyond_the_view() -> None:
    view = Scale(second_of(2011, 2, 10), second_of(2011, 4, 10), 800)
    assert edges(view, Step("month")) == [second_of(2011, month) for month in (2, 3, 4, 5)]
