"""The orders of the table beside that of time: written once, read a page at a time."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import count, islice

from viewer.binding.typed import Final
from viewer.index.packed import pack, unpack

PAGE: Final = 4096
# By name of the order: what it compares; the ord parts what is equal, what has no value comes last.
KEYS: Final = {
    "title": "norm(e.title)",
    "place": "p.id IS NULL, norm(coalesce(p.short_name, p.name, ''))",
    "kind": "m.kind",
    "origins": "length(st.origins)",
    "figure": "st.high IS NULL, st.high, st.low",
    "disputed": "NOT st.disputed",
}
_EVENT: Final = "moment m JOIN event e ON e.id = m.event_id"
_STANDING: Final = "moment m JOIN standing st ON st.event_id = m.event_id"
# What the key is read from.
FROM: Final = {
    "title": _EVENT,
    "place": f"{_EVENT} LEFT JOIN place p ON p.id = e.place_id",
    "kind": "moment m",
    "origins": _STANDING,
    "figure": _STANDING,
    "disputed": _STANDING,
}


def write_orders(connection: sqlite3.Connection) -> Iterator[str]:
    """Each order whole, as pages of ords; yields its name."""
    for name, key in KEYS.items():
        ords = (number for (number,) in connection.execute(f"SELECT m.id FROM {FROM[name]} ORDER BY {key}, m.id"))
        for page in count():
            part = array("I", islice(ords, PAGE))
            if not part:
                break
            connection.execute("INSERT INTO sorting VALUES (?, ?, ?)", (name, page, pack(part)))
        yield name


def read_page(packed: bytes) -> array[int]:
    """The ords of a page."""
    return unpack("I", packed)
