"""Records become case.sqlite, the same bytes for the same records under the same SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from viewer.builder.rows import Records
from viewer.case import store
from viewer.case.errors import Damaged


def write_database(made: Records, path: Path) -> None:
    """A new file. Raises sqlite3.IntegrityError where the schema refuses a record, Damaged if it is not whole."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        store.create(connection)
        _fill(connection, made)
        connection.commit()
        _examine(connection)
        connection.execute("VACUUM")


def _fill(connection: sqlite3.Connection, made: Records) -> None:
    from sqlite_utils import Database  # 57 ms

    database = Database(connection, execute_plugins=False)
    with database.atomic():
        for record in store.TABLES:
            rows = made.get(record, [])
            database.table(store.table_of(record)).insert_all(_as_dict(row) for row in rows)


def _as_dict(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _examine(connection: sqlite3.Connection) -> None:
    """What the tables' own rules do not see: references across tables, and the pages themselves."""
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise Damaged("dangling-reference", str(broken[0]), str(broken[2]))
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise Damaged("not-whole", "case.sqlite", str(found))
