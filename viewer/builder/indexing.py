"""A case of our own becomes its index: for what ships with the program, never for a case that was sent."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from viewer.case import store
from viewer.case.bag import Bag
from viewer.index.writer import Digests, write


def write_index(case: Path, target: Path) -> Iterator[float]:
    """Write the index and yield the share done. Raises NotACase or Damaged."""
    with Bag.open(case) as bag, closing(sqlite3.connect(":memory:")) as connection:
        database = bag.database()
        connection.deserialize(database)

        def records(record: type[Any]) -> Iterable[Any]:
            return store.read(connection, record)

        yield from write(records, bag.document, target, Digests(bag.digest, hashlib.sha256(database).hexdigest()))
