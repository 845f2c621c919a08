"""The records of a case for a command: read from a copy in memory, refused unless it is exactly our format."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from viewer.case import store
from viewer.case.bag import DATABASE, Bag
from viewer.case.diff import Reader
from viewer.case.errors import Damaged, NotACase, TooNew

_WORDS = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name LIMIT 1000"


@contextmanager
def reading(bag: Bag) -> Iterator[Reader]:
    """Reads the records while the context lasts. Raises NotACase, TooNew, Damaged."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(bag.database())
            _check(connection)
            yield _reader(connection)
        except sqlite3.Error as bad:
            raise Damaged("not-whole", DATABASE, str(bad)) from bad


def _reader(connection: sqlite3.Connection) -> Reader:
    def read(record: type[Any]) -> Iterable[Any]:
        return store.read(connection, record)

    return read


def _check(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA query_only = ON")
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks[0] != store.APPLICATION_ID:
        raise NotACase("not-our-database", DATABASE)
    if marks[1] > store.FORMAT:
        raise TooNew("case-too-new", DATABASE, str(marks[1]))
    with closing(sqlite3.connect(":memory:")) as ours:
        store.create(ours)
        if connection.execute(_WORDS).fetchall() != ours.execute(_WORDS).fetchall():
            raise NotACase("not-our-tables", DATABASE)
