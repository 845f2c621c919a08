"""Questions of the timeline: what lies in a span, how far time reaches, what has no place on the axis."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from viewer.case.when import When
from viewer.index import doubt
from viewer.index.ask.event_rows import EventRow, all_event_rows, event_rows
from viewer.index.ask.fetch import fact, rows
from viewer.index.form import OPEN


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the time axis.

    start, end: seconds of the local wall clock since 1970, half open; None = that end is open or unknown.
    sure_start, sure_end: that end is known to the day or finer; a bar fades at an end that is not.
    """

    uid: str
    title: str
    kind: int
    start: int | None
    end: int | None
    sure_start: bool
    sure_end: bool
    approximate: bool
    uncertain: bool
    to_the_day: bool
    when: When
    row: EventRow


@dataclass(frozen=True, slots=True)
class Lane:
    """A kind and how many events it has on the axis."""

    number: int
    label: str
    events: int


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last sure second of the case, and how many events there are on the axis and beside it."""

    start: int
    end: int
    on_axis: int
    loose: int


# One range of the index for each class of duration in use; those with an open end are read whole.
_WITHIN = f"""
SELECT m.*, e.uid, e.title, d.doubt FROM (
  SELECT m.* FROM duration c CROSS JOIN moment m
  ON m.lc = c.lc AND m."start" > ?1 - c.longest AND m."start" < ?2
  WHERE c.lc <> {OPEN} AND m."end" > ?1
  UNION ALL
  SELECT * FROM moment WHERE lc = {OPEN} AND coalesce("start" < ?2, 1) AND coalesce("end" > ?1, 1)
  ORDER BY id LIMIT ?3) m
JOIN event e ON e.id = m.event_id
JOIN parsed_date d ON d.edtf = e.date_edtf
ORDER BY m.id
"""


def extent(connection: sqlite3.Connection) -> Extent | None:
    """None when no event has a date."""
    start, end = fact(connection, "extent_start"), fact(connection, "extent_end")
    if not start or not end:
        return None
    events, on_axis = int(fact(connection, "count_events")), int(fact(connection, "count_on_axis"))
    return Extent(int(start), int(end), on_axis, events - on_axis)


def lanes(connection: sqlite3.Connection) -> tuple[Lane, ...]:
    """Kinds that have events on the axis, in the case's order of kinds."""
    question = "SELECT number, label, on_axis FROM kind WHERE on_axis > 0 ORDER BY number"
    return tuple(Lane(row["number"], row["label"], row["on_axis"]) for row in rows(connection, question))


def within(connection: sqlite3.Connection, start: int, end: int, limit: int = 600) -> tuple[Mark, ...]:
    """Events that touch [start, end), in order of start, at most `limit`."""
    found = rows(connection, _WITHIN, start, end, limit)
    lines = event_rows(connection, (row["event_id"] for row in found))
    return tuple(
        Mark(
            uid=row["uid"],
            title=row["title"],
            kind=row["kind"],
            start=row["start"],
            end=row["end"],
            sure_start=bool(row["sure_start"]),
            sure_end=bool(row["sure_end"]),
            approximate=bool(row["approximate"]),
            uncertain=bool(row["uncertain"]),
            to_the_day=bool(row["to_the_day"]),
            when=doubt.unpack(row["doubt"]),
            row=lines[row["event_id"]],
        )
        for row in found
    )


def loose(connection: sqlite3.Connection) -> tuple[EventRow, ...]:
    """Events with no place on the axis: undated, known by order only, or totals over other events."""
    return tuple(all_event_rows(connection, "st.loose <> ''"))
