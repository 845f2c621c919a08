"""A sent database inside the locked child: it must be word for word of our format, and whole; then it is read.

The database lies in memory, the connection is defensive, and every statement has an end.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any, Final

import apsw

from viewer.case import store
from viewer.locked import rows
from viewer.locked.case_messages import Why

_PAGE_ROWS: Final = 2000
_PAGE_BYTES: Final = 4 << 20
_ROOM: Final = 192 << 20  # bytes SQLite may use beside the database itself
_STEPS: Final = 2000  # of SQLite's machine between two looks at the clock
_READ_SECONDS: Final = 20.0
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 1000"
_OFF: Final = (
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, apsw.SQLITE_DBCONFIG_ENABLE_VIEW,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, apsw.SQLITE_DBCONFIG_ENABLE_FKEY,
    apsw.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, apsw.SQLITE_DBCONFIG_DQS_DML, apsw.SQLITE_DBCONFIG_DQS_DDL,
    apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA,
)  # fmt: skip
_LIMITS: Final = {
    apsw.SQLITE_LIMIT_LENGTH: 64 << 20, apsw.SQLITE_LIMIT_SQL_LENGTH: 100_000, apsw.SQLITE_LIMIT_COLUMN: 100,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 30, apsw.SQLITE_LIMIT_COMPOUND_SELECT: 20, apsw.SQLITE_LIMIT_VDBE_OP: 25_000,
    apsw.SQLITE_LIMIT_FUNCTION_ARG: 8, apsw.SQLITE_LIMIT_ATTACHED: 0, apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    apsw.SQLITE_LIMIT_VARIABLE_NUMBER: 250, apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    apsw.SQLITE_LIMIT_WORKER_THREADS: 0,
}  # fmt: skip
_PRAGMAS: Final = "PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0"
_HEAVY: Final = (apsw.NoMemError, MemoryError)

Words = tuple[str, str, str, str | None]


class Wrong(Exception):
    """`code` is what the host is told."""

    def __init__(self, code: Why, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code: Why = code
        self.detail = detail


def our_words() -> frozenset[Words]:
    """The tables, indexes and views of the format, as this SQLite writes them down."""
    connection = apsw.Connection(":memory:")
    connection.execute(store.schema())
    return frozenset(connection.execute(_SCHEMA))


class Database:
    """One sent database. Raises Wrong from every method, for whatever the bytes do."""

    def __init__(self, content: bytes, words: frozenset[Words], seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._reading: tuple[int, Iterator[tuple[Any, ...]]] | None = None
        apsw.hard_heap_limit(len(content) + _ROOM)
        self._connection = apsw.Connection(":memory:")
        try:
            self._harden(content)
            self._check(words)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._reading = None
        self._connection.close(True)

    def page(self, table: int, anew: bool) -> tuple[list[tuple[Any, ...]], bool]:
        """The next rows or the first, and whether they are the last."""
        if not 0 <= table < len(rows.TABLES):
            raise Wrong("refused", "no such table")
        self._end = time.monotonic() + _READ_SECONDS
        if anew or self._reading is None or self._reading[0] != table:
            self._reading = table, self._asked(rows.question(rows.TABLES[table]))
        page: list[tuple[Any, ...]] = []
        size = 0
        for row in self._reading[1]:
            page.append(row)
            size += sum(len(value) for value in row if isinstance(value, str | bytes))
            if len(page) == _PAGE_ROWS or size > _PAGE_BYTES:
                return page, False
        self._reading = None
        return page, True

    # How it is done

    def _harden(self, content: bytes) -> None:
        connection = self._connection
        try:
            connection.deserialize("main", content)
        except _HEAVY as heavy:
            raise Wrong("database-too-large") from heavy
        except apsw.Error as bad:
            raise Wrong("database-damaged", str(bad)) from bad
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        for option in _OFF:
            connection.config(option, 0)
        for limit, most in _LIMITS.items():
            connection.limit(limit, most)
        connection.set_progress_handler(lambda: time.monotonic() > self._end, _STEPS)
        for _ in self._asked(_PRAGMAS):
            pass

    def _check(self, words: frozenset[Words]) -> None:
        found = list(self._asked(_SCHEMA))
        if len(found) != len(words) or frozenset(found) != words:
            different = sorted({str(one[1]) for one in frozenset(found) ^ words})
            raise Wrong("not-our-tables", ", ".join(different)[:200])
        for (said,) in self._asked("PRAGMA integrity_check(1)"):
            if said != "ok":
                raise Wrong("database-damaged", str(said))
        for table, *_ in self._asked("PRAGMA foreign_key_check"):
            raise Wrong("dangling-reference", str(table))

    def _asked(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """Rows, every trouble with them as Wrong."""
        try:
            yield from self._connection.execute(statement)
        except apsw.InterruptError as late:
            raise Wrong("database-too-slow") from late
        except (*_HEAVY, apsw.TooBigError) as heavy:
            raise Wrong("database-too-large") from heavy
        except UnicodeDecodeError as bad:
            raise Wrong("not-text", statement.rpartition(" ")[2]) from bad
        except apsw.Error as bad:
            raise Wrong("database-damaged", str(bad)) from bad
