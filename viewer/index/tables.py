"""The tables of an index: made empty, filled with the records of a case, and given their indexes last."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from viewer.case import store
from viewer.index import words
from viewer.index.form import APPLICATION_ID, FORMAT, OPEN

_VIEW = re.compile(r"^CREATE VIEW .*?;\n", re.MULTILINE | re.DOTALL)
_INDEX = re.compile(r"^CREATE (?:UNIQUE )?INDEX \w+ ON (?P<table>\w+)\(.*?;\n", re.MULTILINE | re.DOTALL)
# Also the most that a sort holds before it goes to a file: four times as much is no quicker.
_CACHE_KB: Final = 16_384
BATCH: Final = 4096  # rows held at a time
# Rows of one statement: it looks up the lists in the checks of a table once, not for each row. With the columns of
# our widest table that is fewer than the 999 values an older SQLite takes.
_AT_ONCE: Final = 32


def schema() -> str:
    """All tables of an index, with their indexes."""
    return _VIEW.sub("", store.schema()) + Path(__file__).with_name("schema.sql").read_text("utf-8")


def create(connection: sqlite3.Connection) -> None:
    """The tables, without their indexes, and the functions the writer uses in SQL."""
    connection.executescript(
        f"""
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -{_CACHE_KB};
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {FORMAT};
        """
    )
    connection.executescript(_INDEX.sub("", schema()))
    connection.create_function("duration_class", 1, duration_class, deterministic=True)
    connection.create_function("norm", 1, words.norm, deterministic=True)
    connection.create_function("parted", 1, words.parted, deterministic=True)


def create_indexes(connection: sqlite3.Connection, *, of_case: bool) -> Iterator[None]:
    """The indexes on the tables of the case, or on our own, one at a time."""
    case = {store.table_of(record) for record in store.TABLES}
    for found in _INDEX.finditer(schema()):
        if (found["table"] in case) is of_case:
            connection.execute(found[0])
            yield


def insert(connection: sqlite3.Connection, record: type[Any], rows: Iterable[Any]) -> Iterator[int]:
    """Adds records of one kind and yields how many there are so far."""
    columns = store.columns_of(record)
    into = f"{store.table_of(record)}({', '.join(columns)})"
    yield from inserted(connection, into, len(columns), map(attrgetter(*columns), rows))


def inserted(connection: sqlite3.Connection, into: str, width: int, rows: Iterable[Any]) -> Iterator[int]:
    """Adds rows of so many values, held a batch at a time, and yields how many are done.

    into: a table, with its columns where not all are given.
    """
    done, left = 0, iter(rows)
    while part := list(islice(left, BATCH)):
        insert_all(connection, into, width, part)
        done += len(part)
        yield done


def insert_all(connection: sqlite3.Connection, into: str, width: int, rows: Sequence[Any]) -> None:
    """Adds rows of so many values, in their order."""
    marks = f"({', '.join('?' * width)})"
    whole = len(rows) - len(rows) % _AT_ONCE
    connection.executemany(
        f"INSERT INTO {into} VALUES {', '.join([marks] * _AT_ONCE)}",
        (tuple(chain.from_iterable(rows[at : at + _AT_ONCE])) for at in range(0, whole, _AT_ONCE)),
    )
    connection.executemany(f"INSERT INTO {into} VALUES {marks}", rows[whole:])


def duration_class(seconds: int | None) -> int:
    """The smallest k for which a duration is at most 60 s * 4^k; OPEN where it has no end."""
    if seconds is None:
        return OPEN
    k = 0
    while seconds > 60 << 2 * k:
        k += 1
    return k
