"""The timeline has every event that has a date, and names those that have none."""

from __future__ import annotations

import sqlite3

from viewer.case import when
from viewer.index.ask import timeline
from viewer.index.ask.timeline import Mark

DAY = 86_400


def second(edtf: str) -> int:
    start = when.parse(edtf).earliest_jd
    assert start is not None
    return when.seconds(start)


def marks(index: sqlite3.Connection, start: str, end: str, limit: int = 600) -> dict[str, Mark]:
    return {mark.uid: mark for mark in timeline.within(index, second(start), second(end), limit)}


def test_the_extent_reaches_from_the_first_to_the_last_sure_second(index: sqlite3.Connection) -> None:
    extent = timeline.extent(index)
    assert extent == timeline.Extent(second("2010-02"), second("2013-09-01"), on_axis=6, loose=3)


def test_lanes_are_kinds_with_events_on_the_axis(index: sqlite3.Connection) -> None:
    assert [(lane.number, lane.label, lane.events) for lane in timeline.lanes(index)] == [
        (0, "Visit", 1),
        (1, "Use of force", 4),
        (2, "report", 1),
    ]


def test_events_that_touch_a_span_come_in_order_of_start(index: sqlite3.Connection) -> None:
    assert list(marks(index, "2011-04-08", "2011-05-02")) == ["E01", "E02", "E03"]
    assert list(marks(index, "2011-04-09", "2011-04-20")) == []
    assert list(marks(index, "1900", "2100")) == ["E09", "E01", "E02", "E03", "E04", "E08"]
    assert list(marks(index, "1900", "2100", limit=2)) == ["E09", "E01"]


def test_an_open_end_reaches_for_ever(index: sqlite3.Connection) -> None:
    mark = marks(index, "2050", "2051")["E08"]
    assert (mark.start, mark.end, mark.sure_start, mark.sure_end) == (second("2013-09-01"), None, True, False)
    assert "E08" not in marks(index, "2013-01", "2013-09-01")


def test_a_mark_carries_its_doubt(index: sqlite3.Connection) -> None:
    found = marks(index, "2010", "2012")
    about, sure = found["E09"], found["E01"]
    assert (about.approximate, about.to_the_day, about.sure_start) == (True, False, False)
    assert (sure.approximate, sure.to_the_day, sure.sure_start) == (False, True, True)
    assert sure.start == second("2011-04-07")
    assert sure.end == second("2011-04-08") + DAY
    assert sure.row.headline is not None


def test_events_without_a_place_on_the_axis_say_why(index: sqlite3.Connection) -> None:
    assert {row.uid: row.loose for row in timeline.loose(index)} == {
        "E05": "undated",
        "E06": "order",
        "E07": "total",
    }
