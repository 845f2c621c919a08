"""Which events a query asks for, as sets of ords; a query that was answered is kept with the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING, Final

from viewer.case import when
from viewer.case.frozen import dataclass
from viewer.index import wanted, words
from viewer.index.ask import bitmaps, span
from viewer.index.query import FLAGS, LISTS, Query
from viewer.index.wanted import All, BadWords, Either, Field, Node, Words

if TYPE_CHECKING:
    from pyroaring import BitMap

_FACETS: Final = {"kind": "kind", "place": "place", "person": "agent", "source": "source"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events of a query. parts: those that meet each part that asks for something; certain: those of them
    that lie in the span wholly, None where the query has no span.
    """

    query: Query
    ords: BitMap
    parts: dict[str, BitMap]
    certain: BitMap | None

    def without(self, part: str, everything: BitMap) -> BitMap:
        """The events that meet all other parts."""
        if part not in self.parts:
            return self.ords
        return together((found for name, found in self.parts.items() if name != part), everything)


def chosen(connection: sqlite3.Connection, query: Query) -> Chosen:
    """Raises BadWords where words or span make no sense."""
    return bitmaps.kept_awhile(connection, ("chosen", query), lambda: _choose(connection, query))  # type: ignore[no-any-return]


def ords(connection: sqlite3.Connection, query: Query) -> BitMap:
    return chosen(connection, query).ords


def together(parts: Iterable[BitMap], everything: BitMap) -> BitMap:
    """What all of them hold, smallest first; everything where there is none."""
    ordered = sorted(parts, key=len)
    return reduce(lambda one, other: one & other, ordered) if ordered else everything


def _choose(connection: sqlite3.Connection, query: Query) -> Chosen:
    parts: dict[str, BitMap] = {}
    node = wanted.parse(query.words)
    if node is not None:
        parts["words"] = meeting(connection, node, query.certain)
    for facet in LISTS:
        values = getattr(query, facet)
        if values:
            parts[facet] = _any(bitmaps.of_value(connection, facet, value) for value in values)
    for flag in FLAGS:
        if getattr(query, flag):
            parts[flag] = bitmaps.of_value(connection, flag, "yes")
    certain = None
    if query.since or query.until:
        since, until = _bounds(query.since)[0], _bounds(query.until)[1]
        surely = span.certainly(connection, since, until)
        lying = surely if query.certain else span.possibly(connection, since, until)
        # Not as runs: a run is slow to compare with the many small sets of the facets.
        parts["span"] = bitmaps.of(lying.to_array())
        certain = surely
    found = together(parts.values(), bitmaps.everything(connection))
    return Chosen(query, found, parts, None if certain is None else certain & found)


def _any(sets: Iterable[BitMap]) -> BitMap:
    from pyroaring import BitMap

    return BitMap().union(*sets)


def _bounds(text: str) -> tuple[int | None, int | None]:
    """First and last second of a date. Raises BadWords."""
    if not text:
        return None, None
    try:
        found = when.parse(wanted.digits(text))
    except when.BadDate:
        raise BadWords("bad-date", 0, text) from None
    earliest, latest = found.earliest_jd, found.latest_jd
    return (
        None if earliest is None else when.seconds(earliest),
        None if latest is None else when.seconds(latest),
    )


def meeting(connection: sqlite3.Connection, node: Node, certain: bool = False) -> BitMap:
    """The events that a tree of words and fields asks for."""
    match node:
        case Field(name, value):
            return _field(connection, name, value, certain)
        case Words(found, prefix) if len(found) == 1 and not prefix and is_common(connection, found[0]):
            return bitmaps.of_value(connection, "word", found[0])
        case _ if wanted.only_words(node) and not _holds_common(connection, node):
            return by_words(connection, wanted.expression(node))
        case Either(parts):
            return _any(meeting(connection, part, certain) for part in parts)
        case All(parts, but):
            found_all = together((meeting(connection, part, certain) for part in parts), bitmaps.of(()))
            return found_all - _any(meeting(connection, part, certain) for part in but) if but else found_all
        case Words():
            return by_words(connection, wanted.expression(node))


def by_words(connection: sqlite3.Connection, expression: str) -> BitMap:
    """Events with these words in their titles, summaries, claims or quotations."""
    question = "SELECT rowid AS id FROM event_words WHERE event_words MATCH ?"
    return bitmaps.answered(connection, question, expression)


def is_common(connection: sqlite3.Connection, word: str) -> bool:
    """Whether the events with a word are kept ready."""
    question = "SELECT value FROM facet_value WHERE facet = 'word'"
    common = bitmaps.kept(
        connection, ("common words",), lambda: frozenset(v for (v,) in connection.execute(question))
    )
    return word in common


def _holds_common(connection: sqlite3.Connection, node: Node) -> bool:
    return any(
        len(found.words) == 1 and not found.prefix and is_common(connection, found.words[0])
        for found in wanted.said(node)
    )


def _field(connection: sqlite3.Connection, name: str, value: str, certain: bool) -> BitMap:
    if name in wanted.DATES:
        since, until = _bounds(value)
        asked = {"before": (None, since), "after": (until, None), "during": (since, until)}[name]
        return span.certainly(connection, *asked) if certain else span.possibly(connection, *asked)
    facet = _FACETS[name]
    return _any(bitmaps.of_value(connection, facet, found) for found in values_named(connection, facet, value))


def values_named(connection: sqlite3.Connection, facet: str, text: str) -> list[str]:
    """Values with this id or code, else those with all these words in their names; `word*` is a beginning."""
    same = connection.execute(
        "SELECT value FROM facet_value WHERE facet = ? AND value = ?", (facet, text)
    ).fetchall()
    sought = words.sought(text)
    if same or not sought:
        return [value for (value,) in same]
    ends = [" "] * (len(sought) - 1) + ["" if text.endswith("*") else " "]
    patterns = [f"% {word}{end}%" for word, end in zip(sought, ends, strict=True)]
    condition = " AND ".join("words || ' ' LIKE ?" for _ in patterns)
    question = f"SELECT value FROM facet_value WHERE facet = ? AND {condition} ORDER BY id"
    return [value for (value,) in connection.execute(question, (facet, *patterns))]
