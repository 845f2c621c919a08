"""Every event of the axis lies in one lane, whatever the lanes are made of."""

from __future__ import annotations

import sqlite3

import pytest

from viewer.index.ask import timeline
from viewer.index.ask.lanes import BY, MOST, events_of, lanes
from viewer.index.query import Query


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("query", [None, Query(words="market")])
def test_each_event_lies_in_one_lane(drawn: sqlite3.Connection, by: str, query: Query | None) -> None:
    extent = timeline.extent(drawn)
    assert extent is not None
    found = lanes(drawn, by, query)
    marks = timeline.within(drawn, extent.start, extent.end + 1, 5000, by=by, query=query)
    counts = {lane.number: sum(mark.lane == lane.number for mark in marks) for lane in found}
    assert counts == {lane.number: lane.events for lane in found}
    assert sum(counts.values()) == len(marks)
    assert len(found) <= MOST + 1


@pytest.mark.parametrize("by", ["place", "person", "source"])
def test_a_lane_holds_events_of_its_value_and_the_rest_stand_last(drawn: sqlite3.Connection, by: str) -> None:
    found = lanes(drawn, by)
    assert [lane.value == "" for lane in found] == [False] * (len(found) - 1) + [True]
    assert lanes(drawn, by, Query(words="zzz")) == tuple(
        timeline.Lane(lane.number, lane.label, 0, lane.value) for lane in found
    )
    held = events_of(drawn, by, None)
    assert sum(len(events) for events in held.values()) == len(set().union(*held.values()))


def test_lanes_by_place_are_of_one_level(drawn: sqlite3.Connection) -> None:
    assert {lane.value for lane in lanes(drawn, "place")} == {"P001", "P002", "P003", "P004", ""}


def test_there_are_no_other_lanes(drawn: sqlite3.Connection) -> None:
    with pytest.raises(ValueError):
        lanes(drawn, "colour")


def test_keys_go_along_the_events_that_are_asked_for(drawn: sqlite3.Connection) -> None:
    query = Query(words="market", kind=("shelling",))
    here = timeline.first(drawn, query)
    seen: list[str] = []
    while here is not None and len(seen) < 1000:
        seen.append(here)
        here = timeline.neighbour(drawn, here, 1, query)
    question = """SELECT e.uid FROM event_words w JOIN moment m ON m.id = w.rowid JOIN event e ON e.id = m.event_id
        WHERE event_words MATCH 'market' AND e.kind = 'shelling' ORDER BY m.id"""
    assert seen == [uid for (uid,) in drawn.execute(question)]
    assert timeline.neighbour(drawn, seen[-1], -1, query) == seen[-2]
    assert timeline.neighbour(drawn, seen[0], -1, query) is None
    assert timeline.first(drawn, Query(words="zzz")) is timeline.last(drawn, Query(words="zzz")) is None


def test_a_crowd_counts_what_touches(drawn: sqlite3.Connection) -> None:
    start, end = 1_000_000_000, 1_030_000_000
    crowd = timeline.crowd(drawn, start, end)
    marks = timeline.within(drawn, start, end, 5000)
    assert crowd.events == len(marks)
    assert crowd.beginning == sum(mark.start is not None and mark.start >= start for mark in marks)
    few = timeline.within(drawn, start, end, crowd.beginning)
    assert all(mark.start is not None and mark.start >= start for mark in few)
