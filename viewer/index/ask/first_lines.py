"""How much of a long event list is listed, and its beginning as far as it comes into sight: shown first."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from itertools import accumulate, islice

from viewer.case.frozen import dataclass
from viewer.index import sorting
from viewer.index.ask.event_rows import rows_of
from viewer.index.ask.events import KINDS, KindGroup, group_of
from viewer.index.ask.fetch import rows

WHOLE = 2000
"""Events up to which a list is given whole."""
EACH = 200
"""Events of each kind in a longer list, at most."""
LISTED = 600
"""Events in a longer list, shared by its kinds: a list measures each of its lines before it can be painted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """groups: kinds that have events, with those that are listed; totals: how many each of them has."""

    groups: tuple[KindGroup, ...]
    totals: tuple[int, ...]


def listed_of_each(events: int, kinds: int) -> int:
    """How many events of each kind a list of so many events of so many kinds gives, at most."""
    return events if events <= WHOLE else max(1, min(EACH, LISTED // max(1, kinds)))


def first_lines(connection: sqlite3.Connection, around: int, folded: Collection[str], most: int) -> Listed:
    """The beginning of the list of all events.

    The kind with the number `around` is listed as in the whole list, and so are those before and behind it, until
    there are `most` lines both ways; the others, and folded ones, without events. Read from an order that is kept
    ready, not from sets of events: a few milliseconds, however large the case is.
    """
    kinds = rows(connection, KINDS)
    each = listed_of_each(sum(kind["events"] for kind in kinds), len(kinds))
    at = next((place for place, kind in enumerate(kinds) if kind["number"] >= around), 0)
    counts = [*_counts(kinds[:at][::-1], folded, most, each)[::-1], *_counts(kinds[at:], folded, most, each)]
    begins = accumulate((kind["events"] for kind in kinds), initial=0)
    ords = [in_order_of_kinds(connection, begin, count) for begin, count in zip(begins, counts, strict=False)]
    lines = iter(rows_of(connection, [ord_ for listed in ords for ord_ in listed]))
    groups = tuple(group_of(kind, islice(lines, len(listed))) for kind, listed in zip(kinds, ords, strict=True))
    return Listed(groups, tuple(kind["events"] for kind in kinds))


def _counts(kinds: Sequence[sqlite3.Row], folded: Collection[str], most: int, each: int) -> list[int]:
    """How many events of each kind are listed, of the first kinds until there are enough."""
    counts: list[int] = []
    for kind in kinds:
        wanted = sum(counts) < most and kind["code"] not in folded
        counts.append(min(each, kind["events"]) if wanted else 0)
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
