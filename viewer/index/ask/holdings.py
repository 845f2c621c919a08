"""What is held of a document, for whoever reads its bytes: where it lies, its hash, and what is said of it."""

from __future__ import annotations

import sqlite3

from viewer.case.frozen import dataclass
from viewer.index.ask.fetch import id_of, rows


@dataclass(frozen=True, slots=True)
class Holding:
    """path: name below data/ in the bag, None where the document is not in it; original_name: as it came.

    alt: what a picture shows, in words.
    """

    uid: str
    path: str | None
    media_type: str
    byte_size: int | None
    sha256: str | None
    original_name: str | None
    alt: str | None


_ALT = """
SELECT text FROM translation WHERE entity = 'document' AND entity_id = ? AND field = 'alt'
ORDER BY lang <> 'en', lang LIMIT 1
"""


def holding(connection: sqlite3.Connection, uid: str) -> Holding:
    """Raises UnknownFocus('no-such-document')."""
    number = id_of(connection, "document", uid)
    (row,) = rows(connection, "SELECT * FROM document WHERE id = ?", number)
    alt = rows(connection, _ALT, number)
    return Holding(
        uid=uid,
        path=row["path"],
        media_type=row["media_type"],
        byte_size=row["byte_size"],
        sha256=row["sha256"],
        original_name=row["original_name"],
        alt=alt[0]["text"] if alt else None,
    )
