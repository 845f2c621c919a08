"""The counts of the axis once more, packed: of levels with few buckets in all of time, as a window asks first."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from viewer.binding.typed import Final, NamedTuple
from viewer.index.grid import LEVELS, begins, bucket, width
from viewer.index.packed import pack, unpack

SPAN: Final = 64
"""Buckets of a plate; plate n begins with bucket n * SPAN."""
MOST: Final = 32
"""Plates of a level, at most; finer levels have none."""
FEWEST = 2000
"""Events on the axis below which there are no plates: they are counted as soon."""

Columns = Mapping[int, Sequence[int]]
"""By kind, a number for each bucket."""
Shares = Mapping[int, Sequence[float]]

_KINDS: Final = "SELECT number FROM kind ORDER BY number"
_EXTENT: Final = "SELECT key, value FROM info WHERE key IN ('extent_start', 'extent_end')"
_BEGUN: Final = "SELECT kind, bucket, n FROM density WHERE level = ?"
_RUNNING: Final = "SELECT kind, bucket, n FROM running WHERE level = ? ORDER BY kind, bucket"
_COARSE: Final = 'SELECT "start", "end", kind, n FROM coarse WHERE level > ?'
_PLATES: Final = (
    "SELECT begun, running, flat FROM plate WHERE level = ? AND number BETWEEN ? AND ? ORDER BY number"
)


class Plate(NamedTuple):
    """begun: events that begin in each bucket; running: that last through it; flat: shares of coarser dates."""

    begun: Columns
    running: Columns
    flat: Shares


def spread(
    blocks: Iterable[tuple[int, int, int, int]], start: int, each: int, buckets: int
) -> dict[int, list[float]]:
    """Blocks (start, end, lane, n) by lane: the share that an even spread gives each bucket of `each` seconds."""
    changes: defaultdict[int, list[float]] = defaultdict(lambda: [0.0] * (buckets + 1))
    for first, last, lane, n in blocks:
        at, to = (first - start) // each, -((start - last) // each)
        at = 0 if at < 0 else min(at, buckets)
        to = at if to < at else min(to, buckets)
        share = n * each / (last - first) if last - first > each else n
        change = changes[lane]
        change[at] += share
        change[to] -= share
    return {
        lane: [max(0.0, round(sum_, 6)) for sum_ in accumulate(change[:-1])] for lane, change in changes.items()
    }


def write_plates(connection: sqlite3.Connection) -> Iterator[int]:
    """For every level that has few; yields the level."""
    extent = {key: int(value) for key, value in connection.execute(_EXTENT)}
    counted: int = connection.execute("SELECT coalesce(sum(on_axis), 0) FROM kind").fetchone()[0]
    if not extent or counted < FEWEST:
        return
    for level in range(LEVELS):
        # A window asks for a little more than all of time.
        first = bucket(extent["extent_start"], level) // SPAN - 1
        behind = bucket(extent["extent_end"], level) // SPAN + 2
        if behind - first <= MOST:
            _write_level(connection, level, first, behind)
            yield level


def _write_level(connection: sqlite3.Connection, level: int, first: int, behind: int) -> None:
    kinds = [number for (number,) in connection.execute(_KINDS)]
    begin, buckets = first * SPAN, (behind - first) * SPAN
    begun = {kind: array("I", bytes(4 * buckets)) for kind in kinds}
    for kind, number, n in connection.execute(_BEGUN, (level,)):
        begun[kind][number - begin] = n
    running = {kind: array("I", bytes(4 * buckets)) for kind in kinds}
    for kind, number, n in connection.execute(_RUNNING, (level,)):
        # Until the kind's next row, which overwrites what follows it.
        at = min(max(number - begin, 0), buckets)
        running[kind][at:] = array("I", [n]) * (buckets - at)
    flat = spread(connection.execute(_COARSE, (level,)), begins(begin, level), width(level), buckets)
    for number in range(first, behind):
        part = slice((number - first) * SPAN, (number - first + 1) * SPAN)
        counts = [b"".join(pack(columns[kind][part]) for kind in kinds) for columns in (begun, running)]
        shares = b"".join(pack(array("d", flat.get(kind, [0.0] * buckets)[part])) for kind in kinds)
        connection.execute("INSERT INTO plate VALUES (?, ?, ?, ?, ?)", (level, number, *counts, shares))


def read_plates(connection: sqlite3.Connection, level: int, first: int, behind: int) -> list[Plate]:
    """Plates of a level, the last one not included; none unless all of them are there."""
    found = connection.execute(_PLATES, (level, first, behind - 1)).fetchall()
    if len(found) != behind - first:
        return []
    kinds = [number for (number,) in connection.execute(_KINDS)]
    return [
        Plate(_by_kind("I", begun, kinds), _by_kind("I", running, kinds), _by_kind("d", flat, kinds))
        for begun, running, flat in found
    ]


def _by_kind(code: str, packed: bytes, kinds: Sequence[int]) -> dict[int, array[int]]:
    numbers = unpack(code, packed)
    return {kind: numbers[place * SPAN : (place + 1) * SPAN] for place, kind in enumerate(kinds)}
