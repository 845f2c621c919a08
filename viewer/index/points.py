"""Writes down, event by event, how its claims stand to each other; the rules are in `standing`."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from viewer.case.figure import Figure
from viewer.index import crowd, doubt, standing
from viewer.index.standing import Said

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
# Pairs that the compilers noted, with the event and the author of either claim.
_NOTED = """
SELECT r.kind, a.id, a.event_id, a.claimant_id, a.source_id, b.id, b.event_id, b.claimant_id, b.source_id
FROM claim_relation r JOIN claim a ON a.id = r.from_id JOIN claim b ON b.id = r.to_id
WHERE r.kind IN ('contradicts', 'repeats')
ORDER BY r.id
"""
_DATES = """
SELECT d.doubt FROM event e JOIN parsed_date d ON d.edtf = e.date_edtf WHERE e.id = :event
UNION ALL
SELECT d.doubt FROM event_date o JOIN parsed_date d ON d.edtf = o.date_edtf WHERE o.event_id = :event
"""
_STANDING = "INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_POINT = "INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?)"
_BAND = "INSERT INTO band VALUES (?, ?, ?)"
_CLAIM = "INSERT INTO claim_standing VALUES (?, ?, ?, ?)"
_DISPUTE = "INSERT OR IGNORE INTO dispute VALUES (?, ?)"
_BATCH = 1024  # events whose rows are held before they are written


class Origins:
    """Who says a thing: the claimant, else who published it first; and to whom that one belongs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._within = dict(connection.execute("SELECT id, within_id FROM agent WHERE within_id IS NOT NULL"))
        self._sources = {
            source: (original, publisher_id, publisher)
            for source, original, publisher_id, publisher in connection.execute(
                "SELECT id, reprint_of, publisher_id, publisher FROM source"
            )
        }

    def of(self, claimant: int | None, source: int) -> tuple[str, str]:
        """The origin of a claim, and the agent it belongs to at the top."""
        name = ""
        if claimant is None:
            _, claimant, name = self._sources[self._first(source)]
        if claimant is None:
            origin = "publisher:" + " ".join(name.casefold().split())
            return origin, origin
        return f"agent:{claimant}", f"agent:{self._top(claimant)}"

    def _first(self, source: int) -> int:
        """The source whose text this one repeats; a circle of reprints is left where it began."""
        seen = {source}
        while (original := self._sources[source][0]) is not None and original not in seen:
            seen.add(original)
            source = original
        return source

    def _top(self, agent: int) -> int:
        seen = {agent}
        while (above := self._within.get(agent)) is not None and above not in seen:
            seen.add(above)
            agent = above
        return agent


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
        self._several_dates = {event for (event,) in connection.execute("SELECT event_id FROM event_date")}
        self._noted = self._read_noted()
        self._next = 1
        self._rows: dict[str, list[tuple[Any, ...]]] = {
            statement: [] for statement in (_STANDING, _POINT, _BAND, _CLAIM, _DISPUTE)
        }

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
        for statement, rows in self._rows.items():
            self._connection.executemany(statement, rows)
            rows.clear()

    def _read_noted(self) -> dict[tuple[str, int], list[tuple[Said, Said]]]:
        """Pairs of claims by kind of relation and event."""
        noted: dict[tuple[str, int], list[tuple[Said, Said]]] = defaultdict(list)
        for kind, a, a_event, a_claimant, a_source, b, b_event, b_claimant, b_source in self._connection.execute(
            _NOTED
        ):
            pair = (
                Said(a, *self._origins.of(a_claimant, a_source)),
                Said(b, *self._origins.of(b_claimant, b_source)),
            )
            for event in {a_event, b_event}:
                noted[kind, event].append(pair)
        return noted

    def _event(self, event: int, rows: Sequence[tuple[int, ...]]) -> None:
        points = self._points(rows)
        said = [one for point in points for one in point.said]
        pairs = self._disputes(event, points)
        counts = self._counts(event, points, said)
        if event in self._several_dates and self._dates_disputed(event):
            points.append(_Point(self._number(), None, None, disputed=True))
        self._write_points(event, points, counts)
        self._rows[_DISPUTE] += sorted(pairs)
        measure, numbers = self._headline(points)
        origins = "".join(str(int(agreed)) for agreed in standing.origins_of_event(said, counts))
        disputed = any(point.disputed for point in points)
        stated = (
            (numbers.low, numbers.high, numbers.figures, numbers.open_high) if numbers else (None, None, 0, False)
        )
        self._rows[_STANDING].append((event, *rows[0][-2:], origins, disputed, measure, *stated))

    def _counts(self, event: int, points: Sequence[_Point], said: Sequence[Said]) -> dict[int, int]:
        """Origins that agree, for each claim of the event (and for those elsewhere that it repeats)."""
        noted = self._noted.get(("repeats", event), [])
        if len(said) == 1 and not noted:
            return {said[0].claim: 1}
        if max((len(point.said) for point in points), default=0) > crowd.MANY:
            return crowd.origins_of_claims([point.said for point in points], noted)
        agreeing = [pair for point in points for pair in standing.agreements(point.said)]
        agreeing += [(one.claim, other.claim) for one, other in noted]
        return standing.origins_of_claims([*said, *(one for pair in noted for one in pair)], agreeing)

    def _points(self, rows: Sequence[tuple[int, ...]]) -> list[_Point]:
        points = []
        for (measure, category), claims in groupby(rows, key=itemgetter(2, 3)):
            if measure is not None:  # else an event without claims
                points.append(_Point(self._number(), measure, category, [self._said(row) for row in claims]))
        return points

    def _said(self, row: Sequence[object]) -> Said:
        _, claim, _, _, kind, low, best, high, qualifier, early, late, claimant, source, _, _ = row
        figure = Figure(low, best, high, qualifier) if kind == "figure" else None  # type: ignore[arg-type]
        as_of = (early, late) if early is not None and late is not None else None
        return Said(claim, *self._origins.of(claimant, source), figure, as_of)  # type: ignore[arg-type]

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _disputes(self, event: int, points: Sequence[_Point]) -> set[standing.Pair]:
        """Pairs in both directions; their points are marked."""
        pairs: set[standing.Pair] = set()
        for point in points:
            cumulative = bool(self._cumulative[point.measure])
            if len(point.said) > 1:
                disputes = standing.disputes if len(point.said) <= crowd.MANY else crowd.disputes
                pairs.update(disputes(point.said, cumulative))
        for one, other in self._noted.get(("contradicts", event), []):
            if one.origin != other.origin:
                pairs.add((one.claim, other.claim))
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
    def _headline(points: Sequence[_Point]) -> tuple[int | None, standing.Range | None]:
        """The first measure that has figures, and the range of all its figures; points come in order of rank."""
        for measure, on_measure in groupby(points, key=attrgetter("measure")):
            numbers = standing.stated_range(one for point in on_measure for one in point.said)
            if numbers:
                return measure, numbers
        return None, None
