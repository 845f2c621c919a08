"""The beginning of a long event list, as far as it comes into sight: shown before the whole is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from itertools import accumulate, islice

from viewer.index import sorting
from viewer.index.ask.event_rows import rows_of
from viewer.index.ask.events import KindGroup
from viewer.index.ask.fetch import rows

_KINDS = "SELECT number, code, label, definition, events FROM kind WHERE events > 0 ORDER BY number"


def first_lines(
    connection: sqlite3.Connection, around: int, folded: Collection[str], most: int
) -> tuple[tuple[KindGroup, ...], dict[str, int]]:
    """All kinds with events, and how many each of them has by its code.

    Listed are the first events of the kind with the number `around`, and of those before and behind it, until
    there are `most` lines both ways; none of a folded kind. Read from an order that is kept ready, not from sets
    of events: a few milliseconds, however large the case is.
    """
    kinds = rows(connection, _KINDS)
    at = next((place for place, kind in enumerate(kinds) if kind["number"] >= around), 0)
    counts = [*_shared(kinds[:at][::-1], folded, most)[::-1], *_shared(kinds[at:], folded, most)]
    begins = accumulate((kind["events"] for kind in kinds), initial=0)
    ords = [in_order_of_kinds(connection, begin, count) for begin, count in zip(begins, counts, strict=False)]
    lines = iter(rows_of(connection, [ord_ for listed in ords for ord_ in listed]))
    groups = tuple(
        KindGroup(
            kind["code"], kind["label"], kind["number"], kind["definition"], tuple(islice(lines, len(listed)))
        )
        for kind, listed in zip(kinds, ords, strict=True)
    )
    return groups, {kind["code"]: kind["events"] for kind in kinds}


def _shared(kinds: Sequence[sqlite3.Row], folded: Collection[str], most: int) -> list[int]:
    """How many lines each kind gets, the first ones first."""
    counts = []
    for kind in kinds:
        counts.append(0 if kind["code"] in folded else min(most, kind["events"]))
        most -= counts[-1]
    return counts


def in_order_of_kinds(connection: sqlite3.Connection, begin: int, count: int) -> list[int]:
    """Ords of so many events from this place on, of all events in order of their kinds."""
    if not count:
        return []
    first, last = begin // sorting.PAGE, (begin + count - 1) // sorting.PAGE
    question = "SELECT packed FROM sorting WHERE name = 'kind' AND page BETWEEN ? AND ? ORDER BY page"
    pages = [sorting.read_page(packed) for (packed,) in connection.execute(question, (first, last))]
    found = [ord_ for page in pages for ord_ in page]
    return found[begin - first * sorting.PAGE :][:count]
