"""Writes down, event by event, how its claims stand to each other; the rules are in `standing`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, Final

from viewer.case.figure import Figure
from viewer.index import crowd, doubt, standing
from viewer.index.standing import Said
from viewer.index.tables import insert_all

_CLAIMS = """
SELECT e.id, c.id, c.measure_id, c.category, c.kind, c.low, c.best, c.high, c.qualifier, c.as_of_earliest_jd,
  c.as_of_latest_jd, c.claimant_id, c.source_id, k.number, CASE WHEN e.total THEN 'total'
  WHEN d.earliest IS NOT NULL OR d.latest IS NOT NULL THEN ''
  WHEN e.sequence IS NOT NULL THEN 'order' ELSE 'undated' END
FROM event e JOIN kind k ON k.code = e.kind LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
LEFT JOIN claim c ON c.event_id = e.id
LEFT JOIN measure m ON m.id = c.measure_id
ORDER BY e.id, m.rank, m.id, c.category, c.id
"""
# Pairs that the compilers noted, by event, with the author of either claim; one between two events under both.
_NOTED = """
WITH pair AS (
  SELECT r.id AS id, r.kind AS kind, a.id AS a, a.event_id AS a_event, a.claimant_id AS a_claimant,
    a.source_id AS a_source, b.id AS b, b.event_id AS b_event, b.claimant_id AS b_claimant, b.source_id AS b_source
  FROM claim_relation r JOIN claim a ON a.id = r.from_id JOIN claim b ON b.id = r.to_id
  WHERE r.kind IN ('contradicts', 'repeats')
)
SELECT a_event AS event, id, kind, a, a_claimant, a_source, b, b_claimant, b_source FROM pair
UNION ALL SELECT b_event, id, kind, a, a_claimant, a_source, b, b_claimant, b_source FROM pair
  WHERE b_event <> a_event
ORDER BY event, id
"""
_SEVERAL_DATES = "SELECT event_id FROM event_date ORDER BY event_id"
_DATES = """
SELECT d.doubt FROM event e JOIN parsed_date d ON d.edtf = e.date_edtf WHERE e.id = :event
UNION ALL
SELECT d.doubt FROM event_date o JOIN parsed_date d ON d.edtf = o.date_edtf WHERE o.event_id = :event
"""
_STANDING, _POINT, _BAND, _CLAIM = "standing", "point", "band", "claim_standing"
_WIDTHS: Final = {_STANDING: 10, _POINT: 7, _BAND: 3, _CLAIM: 4}  # of the rows of these tables
# A pair between two events is found with either.
_DISPUTE: Final = "INSERT OR IGNORE INTO dispute VALUES (?, ?)"
_Headline = tuple[int | None, int | None, int | None, int, bool]
_NO_HEADLINE: Final[_Headline] = (None, None, None, 0, False)
_BATCH = 1024  # events whose rows are held before they are written


_REMEMBERED: Final = 1 << 14  # authors; a case may have any number of sources
_figure = lru_cache(_REMEMBERED)(Figure)  # the same few numbers are stated again and again


class Origins:
    """Who says a thing: the claimant, else who published it first; and to whom that one belongs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._of_claimant = lru_cache(_REMEMBERED)(self._claims)
        self._of_source = lru_cache(_REMEMBERED)(self._publishes)

    def of(self, claimant: int | None, source: int) -> tuple[str, str]:
        """The origin of a claim by its claimant and source, and the agent it belongs to at the top."""
        return self._of_source(source) if claimant is None else self._of_claimant(claimant)

    def _claims(self, claimant: int) -> tuple[str, str]:
        return f"agent:{claimant}", f"agent:{self._top(claimant)}"

    def _publishes(self, source: int) -> tuple[str, str]:
        _, publisher, name = self._published(self._first(source))
        if publisher is not None:
            return self._of_claimant(publisher)
        origin = "publisher:" + " ".join(name.casefold().split())
        return origin, origin

    def _first(self, source: int) -> int:
        """The source whose text this one repeats; a circle of reprints is left where it began."""
        seen = {source}
        while (original := self._published(source)[0]) is not None and original not in seen:
            seen.add(original)
            source = original
        return source

    def _published(self, source: int) -> tuple[int | None, int | None, str]:
        """What it reprints, and by whom it was published: an agent, a name."""
        return self._connection.execute(  # type: ignore[no-any-return]
            "SELECT reprint_of, publisher_id, publisher FROM source WHERE id = ?", (source,)
        ).fetchone()

    def _top(self, agent: int) -> int:
        seen = {agent}
        while (above := self._within(agent)) is not None and above not in seen:
            seen.add(above)
            agent = above
        return agent

    def _within(self, agent: int) -> int | None:
        found = self._connection.execute("SELECT within_id FROM agent WHERE id = ?", (agent,)).fetchone()
        return None if found is None else found[0]


class _Beside:
    """Rows that begin with an event, read along with the events: both come in the same order."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, event: int) -> list[tuple[Any, ...]]:
        """Those of an event; every event is asked for once, in order."""
        found = []
        while self._next is not None and self._next[0] <= event:
            if self._next[0] == event:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found


@dataclass(slots=True)
class _Point:
    """The claims of one event on one measure and category."""

    id: int
    measure: int | None
    category: str | None
    said: list[Said] = field(default_factory=list)
    disputed: bool = False


class Points:
    """Writes `point`, `band`, `standing`, `claim_standing` and `dispute`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._origins = Origins(connection)
        self._cumulative: dict[int | None, int] = dict(connection.execute("SELECT id, cumulative FROM measure"))
        self._several_dates = _Beside(connection.execute(_SEVERAL_DATES))
        self._noted = _Beside(connection.execute(_NOTED))
        self._next = 1
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _WIDTHS}
        self._pairs: list[standing.Pair] = []

    def write(self) -> Iterator[int]:
        """Writes event by event and yields how many are done."""
        rows = self._connection.execute(_CLAIMS)
        done = 0
        for done, (event, claims) in enumerate(groupby(rows, key=itemgetter(0)), start=1):
            self._event(event, list(claims))
            if done % _BATCH == 0:
                self._flush()
                yield done
        self._flush()
        yield done

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            insert_all(self._connection, table, _WIDTHS[table], rows)
            rows.clear()
        self._connection.executemany(_DISPUTE, self._pairs)
        self._pairs.clear()

    def _event(self, event: int, rows: Sequence[tuple[Any, ...]]) -> None:
        noted = [(row[2], self._pair(row)) for row in self._noted.of(event)]
        several_dates = bool(self._several_dates.of(event))
        if len(rows) == 1 and not noted and not several_dates:
            self._write_alone(event, rows[0])
            return
        points = self._points(rows)
        said = [one for point in points for one in point.said]
        pairs = self._disputes(points, [pair for kind, pair in noted if kind == "contradicts"])
        counts = self._counts(points, said, [pair for kind, pair in noted if kind == "repeats"])
        if several_dates and self._dates_disputed(event):
            points.append(_Point(self._number(), None, None, disputed=True))
        self._write_points(event, points, counts)
        self._pairs += sorted(pairs)
        origins = "".join(str(int(agreed)) for agreed in standing.origins_of_event(said, counts))
        disputed = any(point.disputed for point in points)
        self._rows[_STANDING].append((event, *rows[0][-2:], origins, disputed, *self._headline(points)))

    def _write_alone(self, event: int, row: tuple[Any, ...]) -> None:
        """At most one claim: nothing agrees with it, nothing contradicts it. Most events are so."""
        _, claim, measure, category, *_ = row
        if claim is None:
            self._rows[_STANDING].append((event, *row[-2:], "", False, *_NO_HEADLINE))
            return
        said, point = self._said(row), self._number()
        self._rows[_POINT].append((point, event, measure, category, 1, 1, False))
        self._rows[_CLAIM].append((claim, point, 1, said.origin))
        self._rows[_STANDING].append((event, *row[-2:], "0", False, *_headline_of(measure, (said,))))

    def _pair(self, row: tuple[Any, ...]) -> tuple[Said, Said]:
        _, _, _, a, a_claimant, a_source, b, b_claimant, b_source = row
        return Said(a, *self._origins.of(a_claimant, a_source)), Said(b, *self._origins.of(b_claimant, b_source))

    @staticmethod
    def _counts(
        points: Sequence[_Point], said: Sequence[Said], noted: Sequence[tuple[Said, Said]]
    ) -> dict[int, int]:
        """Origins that agree, for each claim of the event (and for those elsewhere that it repeats)."""
        if max((len(point.said) for point in points), default=0) > crowd.MANY:
            return crowd.origins_of_claims([point.said for point in points], noted)
        several = (point.said for point in points if len(point.said) > 1)
        agreeing = [pair for said_together in several for pair in standing.agreements(said_together)]
        agreeing += [(one.claim, other.claim) for one, other in noted]
        return standing.origins_of_claims([*said, *(one for pair in noted for one in pair)], agreeing)

    def _points(self, rows: Sequence[tuple[Any, ...]]) -> list[_Point]:
        points = []
        for (measure, category), claims in groupby(rows, key=itemgetter(2, 3)):
            if measure is not None:  # else an event without claims
                points.append(_Point(self._number(), measure, category, [self._said(row) for row in claims]))
        return points

    def _said(self, row: tuple[Any, ...]) -> Said:
        _, claim, _, _, kind, low, best, high, qualifier, early, late, claimant, source, _, _ = row
        figure = _figure(low, best, high, qualifier) if kind == "figure" else None
        as_of = (early, late) if early is not None and late is not None else None
        return Said(claim, *self._origins.of(claimant, source), figure, as_of)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _disputes(self, points: Sequence[_Point], noted: Sequence[tuple[Said, Said]]) -> set[standing.Pair]:
        """Pairs in both directions; their points are marked."""
        pairs: set[standing.Pair] = set()
        for point in points:
            cumulative = bool(self._cumulative[point.measure])
            if len(point.said) > 1:
                disputes = standing.disputes if len(point.said) <= crowd.MANY else crowd.disputes
                pairs.update(disputes(point.said, cumulative))
        for one, other in noted:
            if one.origin != other.origin:
                pairs.add((one.claim, other.claim))
        if not pairs:
            return pairs
        pairs |= {(other, one) for one, other in pairs}
        concerned = {claim for claim, _ in pairs}
        for point in points:
            point.disputed = any(one.claim in concerned for one in point.said)
        return pairs

    def _dates_disputed(self, event: int) -> bool:
        dates = [doubt.unpack(text) for (text,) in self._connection.execute(_DATES, {"event": event})]
        return standing.dates_disputed(dates)

    def _write_points(self, event: int, points: Iterable[_Point], counts: dict[int, int]) -> None:
        for point in points:
            origins = len({one.origin for one in point.said})
            self._rows[_POINT].append(
                (point.id, event, point.measure, point.category, len(point.said), origins, point.disputed)
            )
            if len(point.said) > 1:
                self._rows[_BAND] += [(point.id, low, high) for low, high in standing.bands(point.said)]
            self._rows[_CLAIM] += [(one.claim, point.id, counts[one.claim], one.origin) for one in point.said]

    @staticmethod
    def _headline(points: Sequence[_Point]) -> _Headline:
        """The first measure that has figures, and the range of all its figures; points come in order of rank."""
        for measure, on_measure in groupby(points, key=attrgetter("measure")):
            found = _headline_of(measure, [one for point in on_measure for one in point.said])
            if found is not _NO_HEADLINE:
                return found
        return _NO_HEADLINE


def _headline_of(measure: int | None, said: Sequence[Said]) -> _Headline:
    found = standing.stated_range(said)
    if found is None:
        return _NO_HEADLINE
    return measure, found.low, found.high, found.figures, found.open_high
