"""The notebook's file: opened at first use, one transaction a change, nothing on disk where nothing is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from viewer import paths

FILE: Final = "notes.sqlite"
_BUSY_MS: Final = 5000


class Notebook:
    """One for a process and thread. keep False = in memory only, for as long as the object lives."""

    def __init__(self, path: Path | None = None, *, keep: bool = True) -> None:
        self._path = path
        self._keep = keep
        self._connection: sqlite3.Connection | None = None

    @property
    def path(self) -> Path:
        return self._path or paths.own_folder() / FILE

    @property
    def keeps(self) -> bool:
        """Whether what is written outlives the object."""
        return self._keep

    @property
    def connection(self) -> sqlite3.Connection:
        """Open, its tables up to date. Raises OSError, or sqlite3.DatabaseError for a file that is not ours."""
        if self._connection is None:
            self._connection = self._opened()
        return self._connection

    def is_there(self) -> bool:
        """Whether reading would find anything, without making a file."""
        return self._connection is not None or (self._keep and self.path.is_file())

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction, on disk when it is left; given up whole where anything is raised."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        name = ":memory:"
        if self._keep:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            name = str(self.path)
        connection = sqlite3.connect(name, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            # A rollback journal and full syncs: one file, whole after a crash, nothing left beside it.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            _bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database  # 57 ms: only when a notebook is really opened

    from viewer.notebook.tables import MIGRATIONS

    MIGRATIONS.apply(Database(connection, execute_plugins=False))
