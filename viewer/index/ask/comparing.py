"""Accounts beside each other: one column an origin, one row a point, each cell what that account says."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from viewer.case.frozen import dataclass
from viewer.index.ask.accounts import point_label
from viewer.index.ask.chips import ClaimView, EventChip, SourceChip
from viewer.index.ask.claims import claim_views
from viewer.index.ask.fetch import among, id_of, rows
from viewer.index.ask.names import Names


@dataclass(frozen=True, slots=True)
class Account:
    """A column: sources whose claims go back to the same origin stand together and count once.

    origin: the claimant's (or, without one, the publisher's) name; sources: at least one, by date.
    """

    origin: str
    sources: tuple[SourceChip, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says on one point; empty = it says nothing on it.

    differs: some other cell of the row cannot be true together with this one.
    """

    claims: tuple[ClaimView, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A point of one event: a measure, or 'date', 'place'. cells: one an account, in their order."""

    event: EventChip
    measure: str
    label: str
    cells: tuple[Cell, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """The table. Rows without any cell are left out."""

    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]


MOST = 50

_POINTS = """
SELECT p.id, p.event_id, p.category, p.disputed, m.code, m.label FROM point p
JOIN measure m ON m.id = p.measure_id JOIN moment o ON o.event_id = p.event_id
WHERE p.event_id IN (SELECT value FROM json_each(?)) ORDER BY o.id, m.rank, m.id, p.category
"""
_CLAIMS = """
SELECT s.claim_id, s.point_id, s.origin, c.source_id, src.uid FROM claim_standing s
JOIN point p ON p.id = s.point_id JOIN claim c ON c.id = s.claim_id JOIN source src ON src.id = c.source_id
WHERE p.event_id IN (SELECT value FROM json_each(?))
ORDER BY src.earliest_jd IS NULL, src.earliest_jd, src.id, s.claim_id
"""


def accounts(connection: sqlite3.Connection, events: Sequence[str]) -> Accounts:
    """For one event or several (uids, at most 50). Raises UnknownFocus('no-such-event').

    Columns stand in the order in which their first source was published.
    """
    numbers = [id_of(connection, "event", uid) for uid in dict.fromkeys(events[:MOST])]
    names = Names(connection)
    said = rows(connection, _CLAIMS, among(numbers))
    views = claim_views(connection, names, (row["claim_id"] for row in said))
    sources: dict[str, list[int]] = defaultdict(list)
    for row in said:
        if row["source_id"] not in sources[row["origin"]]:
            sources[row["origin"]].append(row["source_id"])
    chips = names.sources(number for some in sources.values() for number in some)
    titles = _origins(connection, names, said, views)
    return Accounts(
        tuple(
            Account(titles[origin], tuple(chips[number] for number in some)) for origin, some in sources.items()
        ),
        tuple(_rows(connection, names.events(numbers), tuple(sources), said, views)),
    )


def _origins(
    connection: sqlite3.Connection, names: Names, said: Iterable[sqlite3.Row], views: Mapping[int, ClaimView]
) -> dict[str, str]:
    """What each origin is called: an agent's name, else that of the publisher who printed it first."""
    told: dict[str, str] = {}
    agents = {
        origin: int(origin.removeprefix("agent:"))
        for origin in {row["origin"] for row in said}
        if origin.startswith("agent:")
    }
    chips = names.agents(agents.values())
    for row in said:
        origin = row["origin"]
        if origin in agents:
            told[origin] = chips[agents[origin]].name
        elif origin not in told:
            told[origin] = (
                _publisher(connection, row["source_id"], origin) or views[row["claim_id"]].source.publisher
            )
    return told


def _publisher(connection: sqlite3.Connection, source: int, origin: str) -> str | None:
    """The publisher as printed, of this source or of the one it repeats."""
    seen: set[int] = set()
    number: int | None = source
    while number is not None and number not in seen:
        seen.add(number)
        publisher, number = connection.execute(
            "SELECT publisher, reprint_of FROM source WHERE id = ?", (number,)
        ).fetchone()
        if "publisher:" + " ".join(publisher.casefold().split()) == origin:
            return str(publisher)
    return None


def _rows(
    connection: sqlite3.Connection,
    chips: Mapping[int | None, EventChip],
    origins: Sequence[str],
    said: Iterable[sqlite3.Row],
    views: Mapping[int, ClaimView],
) -> Iterable[Row]:
    by_cell: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in said:
        by_cell[row["point_id"], row["origin"]].add(row["claim_id"])
    for point in rows(connection, _POINTS, among(number for number in chips if number)):
        # The order of `views` is that in which claims were stated.
        cells = [
            tuple(views[number] for number in views if number in by_cell[point["id"], origin])
            if by_cell[point["id"], origin]
            else ()
            for origin in origins
        ]
        if not any(cells):
            continue
        yield Row(
            event=chips[point["event_id"]],
            measure=point["code"],
            label=point_label(point["label"], point["category"]),
            cells=tuple(Cell(claims, _differs(claims, cells)) for claims in cells),
            disputed=bool(point["disputed"]),
        )


def _differs(claims: Sequence[ClaimView], cells: Iterable[Sequence[ClaimView]]) -> bool:
    """Whether a claim of this cell and one of another in the row cannot both be true."""
    others = {claim.uid for cell in cells if cell is not claims for claim in cell}
    return any(not others.isdisjoint(claim.disputed_by) for claim in claims)
