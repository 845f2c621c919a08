"""What rests on little: single origins, sources never cited, gaps in time, and where accounts differ."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from viewer.case.frozen import dataclass
from viewer.index.ask.accounts import discrepancies_by_id
from viewer.index.ask.chips import ClaimView, EventChip, SourceChip
from viewer.index.ask.claims import claim_views
from viewer.index.ask.events import Discrepancy, Reckoning
from viewer.index.ask.fetch import among, rows
from viewer.index.ask.names import Names
from viewer.index.form import LOOSE
from viewer.index.query import Query

if TYPE_CHECKING:
    from pyroaring import BitMap


@dataclass(frozen=True, slots=True)
class Gap:
    """A span without an event on the axis, longer than the longest nine of ten; seconds since 1970, half open."""

    start: int
    end: int
    before: EventChip
    after: EventChip


@dataclass(frozen=True, slots=True)
class Coverage:
    """Each list holds at most 200 entries; *_count says how many there are.

    single_claims: claims that nobody but their origin speaks to the point of. uncited: of the whole case; neither
    claim nor quotation, date or passage about an event rests on them. out_of_order: figures as stated, such as a
    low above the best.
    """

    single_origin: tuple[EventChip, ...]
    single_origin_count: int
    single_claims: tuple[ClaimView, ...]
    single_claims_count: int
    uncited: tuple[SourceChip, ...]
    uncited_count: int
    without_passage: tuple[ClaimView, ...]
    without_passage_count: int
    gaps: tuple[Gap, ...]
    discrepancies: tuple[tuple[Discrepancy, tuple[EventChip, ...]], ...]
    reckonings: tuple[tuple[Reckoning, tuple[EventChip, ...]], ...]
    out_of_order: tuple[ClaimView, ...]
    out_of_order_count: int


MOST: Final = 200

# Each selects from events m, in order of time when it is asked so; the count needs no order.
_CLAIMS: Final = "FROM moment m CROSS JOIN claim c ON c.event_id = m.event_id"
_SINGLE: Final = (
    f"{_CLAIMS} JOIN claim_standing s ON s.claim_id = c.id JOIN point p ON p.id = s.point_id WHERE p.origins = 1"
)
_WITHOUT_PASSAGE: Final = f"{_CLAIMS} WHERE NOT EXISTS (SELECT 1 FROM claim_passage t WHERE t.claim_id = c.id)"
_OUT_OF_ORDER: Final = f"{_CLAIMS} WHERE (c.low > c.best OR c.best > c.high OR c.low > c.high)"
_SINGLE_ORIGIN: Final = """FROM moment m CROSS JOIN standing st ON st.event_id = m.event_id
WHERE length(st.origins) = 1"""
_COUNTS: Final = {
    _SINGLE: "SELECT sum(claims) FROM point WHERE origins = 1 AND claims > 0",
    _WITHOUT_PASSAGE: "SELECT (SELECT count(*) FROM claim) - (SELECT count(DISTINCT claim_id) FROM claim_passage)",
    _OUT_OF_ORDER: "SELECT count(*) FROM claim c WHERE (c.low > c.best OR c.best > c.high OR c.low > c.high)",
    _SINGLE_ORIGIN: "SELECT count(*) FROM standing WHERE length(origins) = 1",
}
_UNCITED: Final = """FROM source s WHERE NOT EXISTS (SELECT 1 FROM claim WHERE source_id = s.id)
AND NOT EXISTS (SELECT 1 FROM quote WHERE source_id = s.id)
AND NOT EXISTS (SELECT 1 FROM quote WHERE original_source_id = s.id)
AND NOT EXISTS (SELECT 1 FROM event_date WHERE source_id = s.id)
AND NOT EXISTS (SELECT 1 FROM document d JOIN passage p ON p.document_id = d.id
  JOIN event_passage t ON t.passage_id = p.id WHERE d.source_id = s.id)"""
# Events on the axis by start, each with the latest end so far; an open end reaches no further than what is known.
_MOMENTS: Final = f"""
SELECT m.id, coalesce(m."start", m."end") AS start, coalesce(m."end", m."start") AS end, m.event_id
FROM moment m WHERE m.lc <> {LOOSE}
"""


def coverage(connection: sqlite3.Connection, query: Query) -> Coverage:
    """Of the events that match the query. Raises BadWords."""
    names = Names(connection)
    within = _within(connection, query)
    lone, lone_count = _some(connection, "m.event_id", _SINGLE_ORIGIN, within)
    uncited = [number for (number,) in connection.execute(f"SELECT s.id {_UNCITED} ORDER BY s.earliest_jd, s.id")]
    single, single_count = _claims(connection, names, _SINGLE, within)
    bare, bare_count = _claims(connection, names, _WITHOUT_PASSAGE, within)
    odd, odd_count = _claims(connection, names, _OUT_OF_ORDER, within)
    chips, sources = names.events(lone), names.sources(uncited[:MOST])
    return Coverage(
        single_origin=tuple(chips[number] for number in lone),
        single_origin_count=lone_count,
        single_claims=single,
        single_claims_count=single_count,
        uncited=tuple(sources[number] for number in uncited[:MOST]),
        uncited_count=len(uncited),
        without_passage=bare,
        without_passage_count=bare_count,
        gaps=_gaps(connection, names, within),
        discrepancies=_discrepancies(connection, names, within),
        reckonings=_reckonings(connection, names, within),
        out_of_order=odd,
        out_of_order_count=odd_count,
    )


def _within(connection: sqlite3.Connection, query: Query) -> BitMap | None:
    """The ords that are asked for; None where all are."""
    if not query:
        return None
    from viewer.index.ask.chosen import ords

    return ords(connection, query)


def _some(
    connection: sqlite3.Connection, column: str, question: str, within: BitMap | None
) -> tuple[list[int], int]:
    """The first ids of a question in order of time, and how many it has."""
    if within is None:
        total = connection.execute(_COUNTS[question]).fetchone()[0] or 0
        return [i for (i,) in connection.execute(f"SELECT {column} {question} ORDER BY m.id LIMIT {MOST}")], total
    limited = f"SELECT {column} {question} AND m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id"
    numbers = [number for (number,) in connection.execute(limited, (among(within),))]
    return numbers[:MOST], len(numbers)


def _claims(
    connection: sqlite3.Connection, names: Names, question: str, within: BitMap | None
) -> tuple[tuple[ClaimView, ...], int]:
    numbers, total = _some(connection, "c.id", question, within)
    views = claim_views(connection, names, numbers)
    return tuple(views[number] for number in numbers), total


def _gaps(connection: sqlite3.Connection, names: Names, within: BitMap | None) -> tuple[Gap, ...]:
    """In order of time; the longest where there are very many."""
    found: list[tuple[int, int, int, int]] = []
    reached: tuple[int, int] | None = None
    for ord_, start, end, event in connection.execute(_MOMENTS + " ORDER BY m.id"):
        if within is not None and ord_ not in within:
            continue
        if reached is not None and start > reached[0]:
            found.append((reached[0], start, reached[1], event))
        if reached is None or end > reached[0]:
            reached = (end, event)
    if not found:
        return ()
    lengths = sorted(end - start for start, end, _, _ in found)
    usual = lengths[(len(lengths) - 1) * 9 // 10] if len(lengths) > 1 else 0
    longest = sorted((gap for gap in found if gap[1] - gap[0] > usual), key=lambda gap: gap[0] - gap[1])[:MOST]
    chips = names.events(event for gap in longest for event in gap[2:])
    return tuple(Gap(start, end, chips[before], chips[after]) for start, end, before, after in sorted(longest))


def _discrepancies(
    connection: sqlite3.Connection, names: Names, within: BitMap | None
) -> tuple[tuple[Discrepancy, tuple[EventChip, ...]], ...]:
    touched = _touched(connection, "discrepancy", within)
    chips = names.events(event for events in touched.values() for event in events)
    views = discrepancies_by_id(connection, names, touched)
    return tuple((views[number], tuple(chips[event] for event in events)) for number, events in touched.items())


def _reckonings(
    connection: sqlite3.Connection, names: Names, within: BitMap | None
) -> tuple[tuple[Reckoning, tuple[EventChip, ...]], ...]:
    touched = _touched(connection, "reckoning", within)
    chips = names.events(event for events in touched.values() for event in events)
    question = "SELECT * FROM reckoning WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return tuple(
        (
            Reckoning(row["uid"], row["text"], row["result"], row["note"]),
            tuple(chips[event] for event in touched[row["id"]]),
        )
        for row in rows(connection, question, among(touched))
    )


def _touched(connection: sqlite3.Connection, what: str, within: BitMap | None) -> dict[int, list[int]]:
    """The first discrepancies or reckonings and their events; those of no event only where all are asked for."""
    touched: dict[int, list[int]] = defaultdict(list)
    if within is None:
        touched |= {number: [] for (number,) in connection.execute(f"SELECT id FROM {what} ORDER BY id")}
    asked: dict[int, list[int]] = defaultdict(list)
    for number, event, ord_ in _events_of(connection, what):
        if within is None or ord_ in within:
            asked[number].append(event)
    touched |= asked
    return dict(islice(sorted(touched.items()), MOST))


def _events_of(connection: sqlite3.Connection, what: str) -> Iterable[Sequence[int]]:
    return connection.execute(
        f"""SELECT t.{what}_id, t.event_id, m.id FROM {what}_event t JOIN moment m ON m.event_id = t.event_id
            ORDER BY 1, 3"""
    )
