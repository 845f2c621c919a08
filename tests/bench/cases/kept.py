"""A case made by a program, and the same case kept in a folder: `case.sqlite` with its documents beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from viewer.case import store
from viewer.case.records import Document


class Case(Protocol):
    """What the index writer asks of a case; records come in the order of their ids, and can be asked for again."""

    def records(self, record: type[Any]) -> Iterable[Any]:
        """All records of a class of the case."""

    def document(self, path: str) -> bytes:
        """The bytes of a held document, by its path below data/."""


def keep(case: Case, folder: Path) -> None:
    """Write the case into `folder`, record by record."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "case.sqlite", isolation_level=None)) as connection:
        connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        store.create(connection)
        connection.execute("BEGIN")
        for record in store.TABLES:
            rows = case.records(record)
            store.insert(connection, record, _with_bytes(case, rows, folder) if record is Document else rows)
        connection.execute("COMMIT")


def _with_bytes(case: Case, documents: Iterable[Document], folder: Path) -> Iterator[Document]:
    """The same records; each document held is written as it passes."""
    for document in documents:
        if document.path is not None:
            path = folder / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(case.document(document.path))
        yield document


class Kept:
    """A kept case, read record by record; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        uri = f"{(folder / 'case.sqlite').resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True)

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def records(self, record: type[Any]) -> Iterable[Any]:
        """All records of a class, in the order of their ids."""
        return store.read(self._connection, record)

    def document(self, path: str) -> bytes:
        """The bytes of a held document."""
        return (self._folder / path).read_bytes()
