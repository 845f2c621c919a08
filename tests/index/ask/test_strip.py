"""Light marks, counts between edges, neighbours: the same events as the other questions know."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer.index.ask import strip, timeline
from viewer.index.query import Query
from viewer.index.reader import open_index


@pytest.fixture
def connection(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    opened = open_index(ashraf_index)
    yield opened
    opened.close()


def everything(connection: sqlite3.Connection) -> tuple[int, int]:
    extent = timeline.extent(connection)
    assert extent
    return extent.start - 1, extent.end + 1


def test_dots_are_the_marks_of_the_span(connection: sqlite3.Connection) -> None:
    start, end = everything(connection)
    marks = timeline.within(connection, start, end)
    near = strip.near(connection, start, end, 600)
    assert near and not near.across
    assert [(dot.uid, dot.start, dot.end, dot.kind) for dot in near.dots] == [
        (mark.uid, mark.start, mark.end, mark.kind) for mark in marks
    ]
    assert [bool(dot.hollow) for dot in near.dots] == [not mark.to_the_day for mark in marks]


def test_too_many_are_none(connection: sqlite3.Connection) -> None:
    assert strip.near(connection, *everything(connection), 10) is None


@pytest.mark.parametrize("query", [None, Query(kind=("statement", "agreement"))])
def test_it_is_none_exactly_where_there_are_more_than_the_limit(
    connection: sqlite3.Connection, query: Query | None
) -> None:
    first, last = everything(connection)
    for start in range(first, last, (last - first) // 9):
        for long in (86_400, 31_556_952, 5 * 31_556_952):
            ords, before = timeline.touching(connection, start, start + long, query)
            over = sum(covers for _, covers in before)
            there = len(ords) + len(before) - (over if over > strip.COUNTED else 0)
            for limit in {0, max(0, there - 1), there, there + 1}:
                near = strip.near(connection, start, start + long, limit, query=query)
                assert (near is None) is (there > limit)


def test_marks_of_uids_leave_out_what_is_not_on_the_axis(connection: sqlite3.Connection) -> None:
    loose = timeline.loose(connection)[0].uid
    first = timeline.first(connection)
    assert first
    assert [mark.uid for mark in strip.marks_of(connection, [loose, first, "nobody"])] == [first]


def test_counts_between_edges_are_those_that_begin_there(connection: sqlite3.Connection) -> None:
    start, end = everything(connection)
    edges = range(start, end + 31_556_952, 31_556_952)
    marks = timeline.within(connection, start, end)
    expected = [
        sum(edge <= (mark.start or 0) < edge + 31_556_952 for mark in marks if mark.start) for edge in edges
    ]
    assert list(strip.begun(connection, edges)) == expected[:-1]
    assert sum(strip.begun(connection, edges, Query(kind=("statement",)))) < sum(expected)


def test_across_goes_to_the_nearest_in_the_next_lane_and_out_of_the_tray(connection: sqlite3.Connection) -> None:
    start, end = everything(connection)
    marks = {mark.uid: mark for mark in timeline.within(connection, start, end)}
    lanes = sorted({mark.kind for mark in marks.values()})
    here = next(mark for mark in marks.values() if mark.kind == lanes[0] and mark.start)
    there = strip.across(connection, here.uid, 1)
    assert there and marks[there].kind == lanes[1]
    assert strip.across(connection, here.uid, -1) is None
    from_tray = strip.across(connection, timeline.loose(connection)[0].uid, -1)
    assert from_tray and marks[from_tray].kind == lanes[-1]
    assert strip.across(connection, "nobody", 1) is None


def test_under_a_query_with_dates_some_are_only_possible(connection: sqlite3.Connection) -> None:
    near = strip.near(connection, *everything(connection), 600, query=Query(since="2012", until="2013"))
    assert near
    certain = strip.near(
        connection, *everything(connection), 600, query=Query(since="2012", until="2013", certain=True)
    )
    assert certain
    assert {dot.uid for dot in near.dots if not dot.possible} == {dot.uid for dot in certain.dots}
    assert any(dot.possible for dot in near.dots)


@pytest.mark.parametrize("by", ["place", "person", "source", "none"])
def test_every_dot_lies_in_a_lane(connection: sqlite3.Connection, by: str) -> None:
    near = strip.near(connection, *everything(connection), 600, by=by)
    assert near
    counts = {lane.number: lane.events for lane in timeline.lanes(connection, by) if lane.events}
    assert {lane: sum(dot.lane == lane for dot in near.dots) for lane in counts} == counts


def test_eras_are_terms_whose_code_is_a_span(tmp_path: Path) -> None:
    opened = sqlite3.connect(tmp_path / "terms.sqlite")
    opened.row_factory = None
    opened.execute("CREATE TABLE term(id INTEGER PRIMARY KEY, scheme, code, label, definition)")
    rows = [
        ("era", "2003/2009-01-01", "First", None),
        ("era", "not a date", "Bad", None),
        ("kind", "2003", "No", None),
    ]
    opened.executemany("INSERT INTO term(scheme, code, label, definition) VALUES (?, ?, ?, ?)", rows)
    (era,) = strip.eras(opened)
    assert era.label == "First"
    assert era.start is not None and era.end is not None and era.start < era.end
    opened.close()


def test_kinds_have_labels(connection: sqlite3.Connection) -> None:
    assert "Statement" in strip.kinds(connection).values()
