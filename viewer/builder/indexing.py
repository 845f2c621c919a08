"""A case of our own becomes its index: for what ships with the program, never for a case that was sent."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from viewer.case import store
from viewer.case.bag import Bag
from viewer.index import texts
from viewer.index.block import Block
from viewer.index.writer import Digests, write
from viewer.locked.originals import LARGEST, OriginalReader


def write_index(case: Path, target: Path) -> Iterator[float]:
    """Write the index and yield the share done. Raises NotACase or Damaged."""
    with Bag.open(case) as bag, closing(sqlite3.connect(":memory:")) as connection:
        database = bag.database()
        connection.deserialize(database)

        def records(record: type[Any]) -> Iterable[Any]:
            return store.read(connection, record)

        def document(path: str) -> bytes:
            return b"" if bag.size(f"data/{path}") > LARGEST else bag.document(path)

        digests = Digests(bag.digest, hashlib.sha256(database).hexdigest())
        with closing(OriginalReader()) as originals:
            yield from write(records, document, target, digests, partial(_read, originals))


def _read(originals: OriginalReader, documents: Iterable[tuple[bytes, str]]) -> Iterator[list[Block]]:
    """Blocks of each: texts by ourselves, web pages and PDFs in the locked child, as in a case that was sent."""
    for content, media_type in documents:
        if media_type in texts.TEXTS:
            yield from texts.read_texts([(content, media_type)])
        else:
            yield originals.blocks(content, media_type)
