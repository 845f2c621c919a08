"""Events that may lie in a span, and those that must, whatever the doubt about their dates.

A date that is "about" or doubted may lie one step of its precision further out on either side. Only events on the
axis are meant; an end of an event that is open or not known reaches for ever.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left

from viewer.binding.typed import TYPE_CHECKING, Final
from viewer.index.ask import bitmaps
from viewer.index.ask.fetch import fact
from viewer.index.form import LOOSE, OPEN

if TYPE_CHECKING:
    from pyroaring import BitMap

# Begun before a second and not over then: one range of the index for each class of duration in use.
ACROSS: Final = f"""
SELECT m.id FROM duration c CROSS JOIN moment m ON m.lc = c.lc AND m."start" > ?1 - c.longest AND m."start" < ?1
WHERE c.lc <> {OPEN} AND m."end" > ?1
"""
_OPEN: Final = f"""SELECT id FROM moment WHERE lc = {OPEN} AND (?1 IS NULL OR coalesce("end" > ?1, 1))
  AND (?2 IS NULL OR coalesce("start" < ?2, 1))"""
_OPEN_SURELY: Final = f"""SELECT id FROM moment WHERE lc = {OPEN} AND (?1 IS NULL OR coalesce("start" >= ?1, 0))
  AND (?2 IS NULL OR coalesce("end" <= ?2, 0))"""
_DOUBTED: Final = f"SELECT id FROM moment WHERE (approximate OR uncertain) AND lc <> {LOOSE}"
_DOUBTED_WITHIN: Final = f"""{_DOUBTED} AND (?1 IS NULL OR coalesce(wide_end > ?1, 1))
  AND (?2 IS NULL OR coalesce(wide_start < ?2, 1))"""
_DOUBTED_SURELY: Final = f"""{_DOUBTED} AND (?1 IS NULL OR coalesce(wide_start >= ?1, 0))
  AND (?2 IS NULL OR coalesce(wide_end <= ?2, 0))"""


def possibly(connection: sqlite3.Connection, since: int | None, until: int | None) -> BitMap:
    """Events that may touch [since, until); None = no bound. No event where the span is reversed."""
    if since is not None and until is not None and since >= until:
        return bitmaps.of(())
    found = bitmaps.of(beginning(connection, since, until))
    if since is not None:
        found |= bitmaps.answered(connection, ACROSS, since)
    found |= bitmaps.answered(connection, _OPEN, since, until)
    return found | bitmaps.answered(connection, _DOUBTED_WITHIN, since, until)


def certainly(connection: sqlite3.Connection, since: int | None, until: int | None) -> BitMap:
    """Events that lie in [since, until) wholly."""
    if since is not None and until is not None and since >= until:
        return bitmaps.of(())
    found = bitmaps.of(beginning(connection, since, until))
    if until is not None:
        found -= bitmaps.answered(connection, ACROSS, until)
    found -= bitmaps.answered(connection, _OPEN, None, None)
    found |= bitmaps.answered(connection, _OPEN_SURELY, since, until)
    found -= bitmaps.kept(connection, ("doubted",), lambda: bitmaps.answered(connection, _DOUBTED))
    return found | bitmaps.answered(connection, _DOUBTED_SURELY, since, until)


def beginning(connection: sqlite3.Connection, since: int | None, until: int | None) -> range:
    """The ords of events on the axis whose beginning is known and lies in [since, until)."""
    first, last = int(fact(connection, "first_start")), int(fact(connection, "count_on_axis"))
    begins = first if since is None else first_from(connection, since, first, last)
    ends = last + 1 if until is None else first_from(connection, until, first, last)
    return range(begins, max(begins, ends))


def first_from(connection: sqlite3.Connection, second: int, first: int, last: int) -> int:
    """The first ord whose event begins at this second or later."""
    question = 'SELECT "start" FROM moment WHERE id = ?'
    ords = range(first, last + 1)
    return first + bisect_left(
        ords, second, key=lambda number: connection.execute(question, (number,)).fetchone()[0]
    )
