"""Events that a reader has picked, beside those that are asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from viewer.index.query import Query

_ORDS: Final = """
SELECT m.id FROM moment m JOIN event e ON e.id = m.event_id WHERE e.uid IN (SELECT value FROM json_each(?))
"""


def hidden(connection: sqlite3.Connection, query: Query, uids: Sequence[str]) -> int:
    """How many of the events are not among those of the query. Raises BadWords."""
    if not query:
        return 0
    from viewer.index.ask.chosen import ords

    shown = ords(connection, query)
    return sum(number not in shown for (number,) in connection.execute(_ORDS, (json.dumps(list(uids)),)))
