"""Questions about events: the list by kind, and everything about one."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from viewer.case.frozen import dataclass
from viewer.case.when import When
from viewer.index.ask import accounts, setting
from viewer.index.ask.accounts import Band, Chart, Discrepancy, QuoteView, Reckoning
from viewer.index.ask.chips import ClaimView, Headline, PassageChip
from viewer.index.ask.claims import claim_views
from viewer.index.ask.event_rows import HEADLINE_COLUMNS, EventRow, all_event_rows, headline_of, origins_of
from viewer.index.ask.fetch import id_of, rows, when_of
from viewer.index.ask.names import Names
from viewer.index.ask.setting import DateGiven, PlaceView, Relation, Role, Translated

# Records that stand elsewhere and are part of these answers.
__all__ = [
    "KINDS",
    "Band",
    "Chart",
    "DateGiven",
    "Discrepancy",
    "EventRow",
    "EventView",
    "KindGroup",
    "PlaceView",
    "QuoteView",
    "Reckoning",
    "Relation",
    "Role",
    "Translated",
    "by_kind",
    "event",
    "group_of",
]


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Events of one kind, in order of time. number: position of the kind, for its colour and glyph.

    skipped: how many that stand before these are left out of the list, for they are out of sight.
    """

    code: str
    label: str
    number: int
    definition: str | None
    events: tuple[EventRow, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything the detail pane shows of one event. disputed_points are labels of measures (and 'date')."""

    uid: str
    title: str
    lang: str
    kind: int
    kind_label: str
    subkind_label: str | None
    summary: str | None
    note: str | None
    when: When | None
    date_text: str | None
    loose: str
    dates: tuple[DateGiven, ...]
    place: PlaceView | None
    roles: tuple[Role, ...]
    headline: Headline | None
    origins: tuple[bool, ...]
    disputed_points: tuple[str, ...]
    charts: tuple[Chart, ...]
    claims: tuple[ClaimView, ...]
    quotes: tuple[QuoteView, ...]
    relations: tuple[Relation, ...]
    passages: tuple[PassageChip, ...]
    discrepancies: tuple[Discrepancy, ...]
    reckonings: tuple[Reckoning, ...]
    translations: tuple[Translated, ...]


KINDS = "SELECT number, code, label, definition, events FROM kind WHERE events > 0 ORDER BY number"
_EVENT = f"""
SELECT e.*, d.doubt, st.kind AS number, k.label AS kind_label, st.loose, st.origins, {HEADLINE_COLUMNS}
FROM event e
JOIN standing st ON st.event_id = e.id
JOIN kind k ON k.number = st.kind
LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
LEFT JOIN measure hm ON hm.id = st.headline_id
WHERE e.id = ?
"""


def by_kind(connection: sqlite3.Connection) -> tuple[KindGroup, ...]:
    """All events, grouped by kind in the case's order of kinds; kinds without events are left out."""
    lines: dict[int, list[EventRow]] = defaultdict(list)
    for line in all_event_rows(connection):
        lines[line.kind].append(line)
    return tuple(group_of(kind, lines[kind["number"]]) for kind in rows(connection, KINDS))


def group_of(kind: sqlite3.Row, lines: Iterable[EventRow], skipped: int = 0) -> KindGroup:
    """A kind, of KINDS, with some of its events."""
    return KindGroup(kind["code"], kind["label"], kind["number"], kind["definition"], tuple(lines), skipped)


def event(connection: sqlite3.Connection, uid: str) -> EventView:
    """One event whole. Raises UnknownFocus('no-such-event')."""
    number = id_of(connection, "event", uid)
    (row,) = rows(connection, _EVENT, number)
    names = Names(connection)
    on_event = rows(connection, "SELECT id FROM claim WHERE event_id = ?", number)
    claims = claim_views(connection, names, (claim["id"] for claim in on_event))
    return EventView(
        uid=row["uid"],
        title=row["title"],
        lang=row["lang"],
        kind=row["number"],
        kind_label=row["kind_label"],
        subkind_label=row["subkind"] and names.label("subkind", row["subkind"]),
        summary=row["summary"],
        note=row["note"],
        when=when_of(row["doubt"]),
        date_text=row["date_text"],
        loose=row["loose"],
        dates=setting.dates_given(connection, names, number),
        place=setting.place(connection, row["place_id"]),
        roles=setting.roles(connection, names, number),
        headline=headline_of(row),
        origins=origins_of(row["origins"]),
        disputed_points=accounts.disputed_points(connection, number),
        charts=accounts.charts(connection, number, claims),
        claims=tuple(claims.values()),
        quotes=accounts.quotes_on(connection, names, number),
        relations=setting.relations(connection, names, number),
        passages=setting.passages_about(connection, names, number),
        discrepancies=accounts.discrepancies(connection, names, number),
        reckonings=accounts.reckonings(connection, number),
        translations=setting.titles(connection, "event", number),
    )
