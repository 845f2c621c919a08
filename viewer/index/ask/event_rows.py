"""Events as lines of a list: the record, and many of them at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from viewer.binding.typed import Final
from viewer.case.frozen import dataclass
from viewer.case.when import When
from viewer.index.ask.chips import Headline
from viewer.index.ask.fetch import among, rows, when_of


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the event list.

    origins: one entry a claimant that speaks to the event, True where another claimant agrees with it on a point.
    loose: '' on the time axis, else why not: 'undated', 'order' (only its place in an order is known), 'total'.
    """

    uid: str
    title: str
    when: When | None
    place: str | None
    kind: int
    headline: Headline | None
    disputed: bool
    origins: tuple[bool, ...]
    loose: str


# Columns of `headline_of`, of the standing st and the measure hm of its headline.
HEADLINE_COLUMNS: Final = "hm.code AS measure, hm.label, st.low, st.high, st.figures, st.open_high"
_ROWS = f"""
SELECT e.id, e.uid, e.title, d.doubt, coalesce(p.short_name, p.name) AS place, st.kind, st.disputed, st.origins,
  st.loose, {HEADLINE_COLUMNS}
FROM standing st
JOIN event e ON e.id = st.event_id
LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
LEFT JOIN place p ON p.id = e.place_id
LEFT JOIN measure hm ON hm.id = st.headline_id
"""
# By start; what has no date follows in the authors' order.
_IN_ORDER = " ORDER BY d.earliest IS NULL AND d.latest IS NULL, d.earliest, d.latest, e.sequence, e.id"


def event_rows(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, EventRow]:
    """Lines of these events by id, in order of time."""
    question = _ROWS + "WHERE e.id IN (SELECT value FROM json_each(?))" + _IN_ORDER
    return {row["id"]: _row(row) for row in rows(connection, question, among(ids))}


def rows_of(connection: sqlite3.Connection, ords: Sequence[int]) -> list[EventRow]:
    """Lines of the events with these ords, in the order of the ords."""
    question = "SELECT id, event_id FROM moment WHERE id IN (SELECT value FROM json_each(?))"
    events = dict(connection.execute(question, (among(ords),)))
    lines = event_rows(connection, events.values())
    return [lines[events[ord_]] for ord_ in ords]


def all_event_rows(connection: sqlite3.Connection, condition: str = "1") -> list[EventRow]:
    """Lines of all events (or those that meet a condition on `standing` st), in order of time."""
    return [_row(row) for row in rows(connection, _ROWS + "WHERE " + condition + _IN_ORDER)]


def _row(row: sqlite3.Row) -> EventRow:
    return EventRow(
        row["uid"], row["title"], when_of(row["doubt"]), row["place"], row["kind"], headline_of(row),
        bool(row["disputed"]), origins_of(row["origins"]), row["loose"],
    )  # fmt: skip


def headline_of(row: sqlite3.Row) -> Headline | None:
    """The range in the columns HEADLINE_COLUMNS; None where the event has no figure."""
    if row["measure"] is None:
        return None
    return Headline(row["measure"], row["label"], row["low"], row["high"], row["figures"], bool(row["open_high"]))


def origins_of(digits: str) -> tuple[bool, ...]:
    return tuple(digit == "1" for digit in digits)
