"""Our own index of a sent case: in memory, or for a large one in a private folder; it goes when it is closed."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

from viewer.case.bag import DATABASE
from viewer.case.errors import Damaged
from viewer.case.frozen import dataclass
from viewer.guard.private import private_prefix
from viewer.index.reader import InMemory, Location
from viewer.index.texts import Reading
from viewer.index.writer import Digests, Records, fill

SMALL = 16 << 20
"""Bytes of a database whose index is kept in memory."""

# What a value that no case of ours has makes the writer raise.
_ODD = (sqlite3.Error, ValueError, ArithmeticError, LookupError, TypeError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is made from: records and documents that were checked, and how texts become blocks."""

    records: Records
    document: Callable[[str], bytes]
    reading: Reading
    digests: Digests


class OwnIndex:
    """Where the index lies; it goes with `close`."""

    def __init__(self, small: bool) -> None:
        """Raises OSError where there is no place for it."""
        self._folder: Path | None = None
        self._held: sqlite3.Connection | None = None
        self.location: Location
        if small:
            self.location = InMemory(secrets.token_hex(16))
        else:
            self._folder = Path(tempfile.mkdtemp(prefix=private_prefix()))  # for its owner alone
            self.location = self._folder / "index.sqlite"

    def write(self, source: Source) -> Generator[float, None, None]:
        """Yields the share done. Raises Damaged where the case holds what cannot be indexed, OSError."""
        try:
            if isinstance(self.location, InMemory):
                self._held = _connected(self.location.uri)
                self._held.execute("PRAGMA temp_store = MEMORY")
                yield from _filled(self._held, source)
            else:
                with closing(_connected(self.location.resolve().as_uri())) as connection:
                    yield from _filled(connection, source)
        except _ODD as odd:
            if getattr(odd, "sqlite_errorcode", 0) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
                raise OSError(28, str(odd)) from odd
            raise Damaged("cannot-index", DATABASE, f"{type(odd).__name__}: {odd}"[:200]) from odd

    def close(self) -> None:
        """From any thread."""
        held, self._held = self._held, None
        if held is not None:
            held.close()
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _connected(uri: str) -> sqlite3.Connection:
    """Used by one thread after the other: written on a worker's, closed on the window's."""
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def _filled(connection: sqlite3.Connection, source: Source) -> Iterator[float]:
    yield from fill(connection, source.records, source.document, source.digests, source.reading)
    # The child has looked; whoever took the child over could have told us so.
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        raise Damaged("dangling-reference", DATABASE, str(dangling[0]))
