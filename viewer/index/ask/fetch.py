"""How the questions read the index: rows by name, many ids in one question, dates unpacked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from viewer.binding.typed import Any
from viewer.case.errors import UnknownFocus
from viewer.case.when import When
from viewer.index import doubt


def rows(connection: sqlite3.Connection, question: str, *values: Any) -> list[sqlite3.Row]:
    """All rows of an answer, columns by name."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(question, values).fetchall()


def among(ids: Iterable[int]) -> str:
    """Ids as one value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(sorted(set(ids)))


def when_of(packed: str | None) -> When | None:
    """A date as the index keeps it; None stays None."""
    return None if packed is None else doubt.unpack(packed)


def id_of(connection: sqlite3.Connection, table: str, uid: str) -> int:
    """The id behind a uid. Raises UnknownFocus('no-such-TABLE')."""
    found = connection.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        raise UnknownFocus(f"no-such-{table}", found=uid[:200])
    return int(found[0])


def fact(connection: sqlite3.Connection, key: str) -> str:
    """A fact of the index's own; '' where it is not known."""
    found = connection.execute("SELECT value FROM info WHERE key = ?", (key,)).fetchone()
    return "" if found is None else str(found[0])
