"""Opens an index: read-only, and refused unless it is of exactly our format."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from viewer.binding.typed import Any
from viewer.case.errors import CaseError, Damaged, TooNew
from viewer.case.frozen import dataclass
from viewer.index.form import APPLICATION_ID, FORMAT


@dataclass(frozen=True, slots=True)
class InMemory:
    """An index that lies in memory under a name, as long as whoever made it holds a connection to it."""

    name: str

    @property
    def uri(self) -> str:
        """What SQLite is given to open it."""
        return f"file:/{self.name}?vfs=memdb"


Location = Path | InMemory
Alterations = Mapping[str, tuple[str | None, str | None]]
"""Files not as the case lists them, by name in the bag: SHA-256 as listed, and as found (None = not there)."""


class Index(sqlite3.Connection):
    """An open index, with what its questions keep from one to the next; for one thread, like the connection."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.kept: dict[tuple[object, ...], Any] = {}
        self.altered: Alterations = {}


def open_index(path: Location, altered: Alterations | None = None) -> Index:
    """A connection for the thread that calls, who also closes it.

    altered: answers about documents say so of these, also of what is put in later; the index knows none itself.
    Raises Damaged ('index-missing', 'not-an-index', 'index-damaged', 'index-too-old') or TooNew ('index-too-new').
    """
    if isinstance(path, InMemory):
        uri = f"{path.uri}&mode=ro"
    elif path.is_file():
        uri = f"{_uri(path.resolve())}?mode=ro&immutable=1"
    else:
        raise Damaged("index-missing", where=path.name)
    connection = sqlite3.connect(uri, uri=True, factory=Index)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        _check(connection, path)
        _mark(connection, {} if altered is None else altered)
    except sqlite3.DatabaseError as refused:
        connection.close()
        raise Damaged("index-damaged", where=path.name) from refused
    except CaseError:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    """As of `as_uri`, which would import a lot; a plain path stands for itself."""
    plain = path.as_posix()
    words = plain.translate(dict.fromkeys(map(ord, "/._-")))
    return f"file://{plain}" if plain.startswith("/") and words.isascii() and words.isalnum() else path.as_uri()


def _check(connection: sqlite3.Connection, path: Location) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise Damaged("not-an-index", where=path.name)
    version = _pragma(connection, "user_version")
    if version > FORMAT:
        raise TooNew("index-too-new", where=path.name, found=str(version))
    if version < FORMAT:
        raise Damaged("index-too-old", where=path.name, found=str(version))
    size = _pragma(connection, "page_count") * _pragma(connection, "page_size")
    if isinstance(path, Path) and size != path.stat().st_size:
        raise Damaged("index-damaged", where=path.name)
    if not connection.execute("SELECT 1 FROM info WHERE key = 'case_uid'").fetchone():
        raise Damaged("index-damaged", where=path.name)


def _mark(connection: Index, altered: Alterations) -> None:
    """In SQL, `alteration(path)` says of a document whether it is 'altered', 'missing' or neither (NULL)."""

    def alteration(path: str | None) -> str | None:
        found = altered.get(f"data/{path}") if altered and path else None
        return None if found is None else "missing" if found[1] is None else "altered"

    connection.altered = altered
    connection.create_function("alteration", 1, alteration)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
