"""Finding by words: titles, people, places, sources, claims and quotations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viewer.index import words
from viewer.index.ask.fetch import among, rows
from viewer.index.findable import ENTITIES, own_texts, translated_texts


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit. entity: 'event', 'claim', 'quote', 'agent', 'place' or 'source'.

    title and detail are the original words; title_marks and detail_marks are half-open code-point ranges of the
    words that were found. event and source say where to go; both may be None for an agent without events.
    """

    entity: str
    uid: str
    title: str
    detail: str
    title_marks: tuple[tuple[int, int], ...]
    detail_marks: tuple[tuple[int, int], ...]
    event: str | None
    source: str | None


# The best of each kind first, so that many events do not crowd out the one place; bm25, a title counts fourfold.
_HITS = """
WITH hit AS MATERIALIZED (
  SELECT rowid AS id, bm25(finding_words, 4, 1) AS score FROM finding_words WHERE finding_words MATCH ?
), best AS (
  SELECT f.id, f.entity, f.entity_id, f.lang, h.score,
    row_number() OVER (PARTITION BY f.entity, f.entity_id ORDER BY h.score, f.id) AS of_entity
  FROM hit h JOIN finding f ON f.id = h.id
), ranked AS (
  SELECT id, entity, entity_id, lang, row_number() OVER (PARTITION BY entity ORDER BY score, id) AS place
  FROM best WHERE of_entity = 1
)
SELECT * FROM ranked ORDER BY place, id LIMIT ?
"""


def find(connection: sqlite3.Connection, text: str, limit: int = 50) -> tuple[Finding, ...]:
    """Hits for every word of `text`, the last one as the beginning of a word; grouped by entity, best first.

    Words are compared as `viewer.index.words.norm` leaves them.
    """
    wanted = words.sought(text)
    if not wanted:
        return ()
    hits = rows(connection, _HITS, " ".join(f'"{word}"' for word in wanted) + "*", limit)
    return tuple(finding for entity in ENTITIES for finding in _findings(connection, entity, hits, wanted))


def _findings(
    connection: sqlite3.Connection, entity: str, hits: Sequence[sqlite3.Row], wanted: Sequence[str]
) -> Iterator[Finding]:
    """The hits of one kind of entity with their original words, in the order of `hits`."""
    places = {(hit["entity_id"], hit["lang"]): hit["place"] for hit in hits if hit["entity"] == entity}
    if not places:
        return
    numbers = among(number for number, _ in places)
    found = [
        row
        for texts in (own_texts(entity), translated_texts(entity))
        for row in rows(
            connection,
            f"SELECT * FROM ({texts}) WHERE entity_id IN (SELECT value FROM json_each(?))",
            numbers,
        )
        if (row["entity_id"], row["lang"]) in places
    ]
    for row in sorted(found, key=lambda row: places[row["entity_id"], row["lang"]]):
        yield Finding(
            entity=entity,
            uid=row["uid"],
            title=row["title"],
            detail=row["detail"],
            title_marks=words.marks(row["title"], wanted),
            detail_marks=words.marks(row["detail"], wanted),
            event=row["event"],
            source=row["source"],
        )
