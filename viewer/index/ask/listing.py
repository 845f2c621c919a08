"""The event list: kinds with their counts, and of each kind all events or the first ones in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import islice

from viewer.index.ask import bitmaps, chosen
from viewer.index.ask.event_rows import rows_of
from viewer.index.ask.events import KINDS, group_of
from viewer.index.ask.fetch import rows
from viewer.index.ask.first_lines import Listed, listed_of_each
from viewer.index.query import Query


def by_kind(connection: sqlite3.Connection, query: Query) -> Listed:
    """What the event list shows of a query. Raises BadWords."""
    ords = chosen.ords(connection, query)
    having = []
    for kind in rows(connection, KINDS):
        hits = ords & bitmaps.of_value(connection, "kind", kind["code"])
        if hits:
            having.append((kind, hits))
    most = listed_of_each(len(ords), len(having))
    found = [(kind, len(hits), tuple(islice(hits, most))) for kind, hits in having]
    lines = dict(zip(_all(found), rows_of(connection, _all(found)), strict=True))
    groups = tuple(group_of(kind, (lines[n] for n in listed)) for kind, _, listed in found)
    return Listed(groups, tuple(total for _, total, _ in found))


def _all(found: Sequence[tuple[object, int, tuple[int, ...]]]) -> list[int]:
    return [n for _, _, listed in found for n in listed]
