"""Rows of one full-text table: the best of them, or the newest where there are too many to compare."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import islice
from typing import Final

from viewer.case.frozen import dataclass
from viewer.index.wanted import All, Either, Node, Words, expression

COUNTED: Final = 20_000  # rows of one kind that are counted
RANKED: Final = 5_000  # rows of one kind that are compared, 20,000 of all kinds together
_LIKELY: Final = 8  # words that stand for a beginning which very many texts have

Keep = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Hits:
    """ids: best or newest first, at most as many as wished. count: at most COUNTED + 1; with `more`, at least."""

    ids: tuple[int, ...]
    count: int
    ranked: bool
    more: bool = False


def hits(
    connection: sqlite3.Connection,
    table: str,
    said: str,
    limit: int,
    *,
    spread: tuple[int, int] | None = None,
    keep: Keep | None = None,
) -> Hits:
    """said: in the language of the full-text tables; spread: first and last row; keep: which rows count."""
    within = "" if spread is None else f" AND rowid BETWEEN {spread[0]} AND {spread[1]}"
    matching = f"FROM {table} WHERE {table} MATCH ?{within}"
    counted = f"SELECT count(*) FROM (SELECT 1 {matching} LIMIT {COUNTED + 1})"
    count = connection.execute(counted, (said,)).fetchone()[0]
    ranked = count <= RANKED
    order = f"bm25({table}, 4, 1), rowid" if ranked else "rowid DESC"
    found = connection.execute(
        f"SELECT rowid {matching} ORDER BY {order} LIMIT {COUNTED if keep else limit}", (said,)
    )
    if keep is None:
        return Hits(tuple(number for (number,) in found), count, ranked)
    kept = tuple(islice((number for (number,) in found if keep(number)), limit + 1))
    return Hits(kept[:limit], min(len(kept), limit), ranked, more=len(kept) > limit)


def narrowed(connection: sqlite3.Connection, said: tuple[Node, ...], column: str) -> tuple[str, bool]:
    """The expression for these parts; a beginning that very many texts have becomes its most frequent words.

    column: of known_word, 'events' or 'chunks'. Also says whether that was done.
    """
    *before, last = said
    if isinstance(last, All) and not last.but:
        parts, done = _narrowed_parts(connection, last.parts, column)
        return expression(All((*before, All(parts)))), done
    parts, done = _narrowed_parts(connection, said, column)
    return expression(All(parts)), done


def _narrowed_parts(
    connection: sqlite3.Connection, parts: tuple[Node, ...], column: str
) -> tuple[tuple[Node, ...], bool]:
    *before, last = parts
    if not (isinstance(last, Words) and last.prefix):
        return parts, False
    beginning = last.words[-1]
    question = f"""SELECT term, {column} FROM known_word WHERE term >= ?1 AND term < ?1 || char(1114111)
        ORDER BY {column} DESC, term"""
    known = connection.execute(question, (beginning,)).fetchall()
    if sum(number for _, number in known) <= COUNTED:
        return parts, False
    likely = tuple(Words((*last.words[:-1], term)) for term, _ in known[:_LIKELY])
    return (*before, Either(likely)), True
