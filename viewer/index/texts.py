"""Writes what can be found by words: events, claims, names, and the texts of documents in chunks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from viewer.index import block, findable, words
from viewer.index.block import Block
from viewer.index.markup import blocks, document_text
from viewer.index.tables import inserted

CHUNK: Final = 2000  # code points, about
# New words are held in so many bytes before a segment is written; segments are brought together at the end, or
# when there are sixteen.
_WRITING: Final = {"hashsize": 8_000_000, "automerge": 0}
_TABLES: Final = ("event_words", "claim_words", "name_words", "chunk_words", "event_titles", "name_titles")
_RARE: Final = 100_000  # events beyond which a word needs to be in two of one to be listed
_EVENTS: Final = f"""
SELECT m.id, e.title || ' · ' || {findable.translations("event", "e.id")}, coalesce(e.summary, ''),
  coalesce((SELECT group_concat(text, ' · ') FROM (SELECT text FROM claim c WHERE c.event_id = e.id
    AND text IS NOT NULL ORDER BY c.id)), '')
  || coalesce((SELECT ' · ' || group_concat(text, ' · ') FROM (SELECT q.text FROM quote_event t
    JOIN quote q ON q.id = t.quote_id WHERE t.event_id = e.id ORDER BY q.id)), '')
FROM moment m JOIN event e ON e.id = m.event_id ORDER BY m.id
"""
TEXTS: Final = ("text/markdown", "text/plain")
"""What is stored ready to be shown; of other documents only the words are searched."""
_HELD: Final = f"""
SELECT d.id FROM document d LEFT JOIN source s ON s.id = d.source_id
WHERE (d.media_type IN {TEXTS} OR d.media_type LIKE 'text/html%' OR d.media_type LIKE 'application/pdf%')
  AND d.external_ref IS NULL
ORDER BY s.earliest_jd IS NULL, s.earliest_jd, d.id
"""

Row = tuple[Any, ...]
Reading = Callable[[Iterable[tuple[bytes, str]]], Iterator[list[Block]]]
"""From texts, each its bytes and its media type, to the blocks of each; it may read one ahead."""


def prepare(connection: sqlite3.Connection) -> None:
    for table in _TABLES:
        for name, value in _WRITING.items():
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('{name}', {value})")


def write_event_words(connection: sqlite3.Connection) -> Iterator[int]:
    """Yields how many events are done."""
    rows = connection.execute(_EVENTS)
    while part := rows.fetchmany(2048):
        found = [tuple(_norm(cell) for cell in row) for row in part]
        connection.executemany("INSERT INTO event_words(rowid, title, detail, said) VALUES (?, ?, ?, ?)", found)
        connection.executemany("INSERT INTO event_titles(rowid, title) VALUES (?, ?)", (row[:2] for row in found))
        yield part[-1][0]


def _norm(cell: str | int) -> str | int:
    return cell if isinstance(cell, int) else words.norm(cell)


def write_findings(connection: sqlite3.Connection) -> Iterator[str]:
    """Claims and names; yields the kind of entity that is being written."""
    first = 1
    for entity, ordered in findable.ORDERED.items():
        ids = ((entity, number) for (number,) in connection.execute(ordered))
        for _ in inserted(connection, "finding(entity, entity_id)", 2, ids):
            yield entity
        last = connection.execute("SELECT coalesce(max(id), 0) FROM finding").fetchone()[0]
        connection.execute("INSERT INTO finding_range VALUES (?, ?, ?)", (entity, first, last))
        for _ in _write_words(connection, entity, _texts(connection, entity, first, last)):
            yield entity
        first = last + 1


def _texts(connection: sqlite3.Connection, entity: str, first: int, last: int) -> Iterator[Row]:
    """Number, title with those in other languages, detail."""
    question = f"""SELECT f.id, t.title || ' · ' || {findable.translations(entity, "f.entity_id")}, t.detail
        FROM finding f CROSS JOIN ({findable.own_texts(entity)}) t ON t.entity_id = f.entity_id
        WHERE f.id BETWEEN ? AND ? ORDER BY f.id"""
    for row in connection.execute(question, (first, last)):
        yield tuple(_norm(cell) for cell in row)


def _write_words(connection: sqlite3.Connection, entity: str, rows: Iterable[Row]) -> Iterator[int]:
    if entity == "claim":
        yield from inserted(connection, "claim_words(rowid, title)", 2, (row[:2] for row in rows))
        return
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == 2048:
            yield _write_names(connection, entity, held)
    yield _write_names(connection, entity, held)


def _write_names(connection: sqlite3.Connection, entity: str, held: list[Row]) -> int:
    connection.executemany("INSERT INTO name_words(rowid, title, detail) VALUES (?, ?, ?)", held)
    if entity != "quote":
        names = ((row[0], f"{row[1]} {row[2]}" if entity == "agent" else row[1]) for row in held)
        connection.executemany("INSERT INTO name_titles(rowid, title) VALUES (?, ?)", names)
    done = len(held)
    held.clear()
    return done


def read_texts(found: Iterable[tuple[bytes, str]]) -> Iterator[list[Block]]:
    """The blocks of texts of our own; those that were sent, and what is no text, are read in the locked child."""
    for content, media_type in found:
        yield list(blocks(document_text(content), media_type)) if media_type in TEXTS else []


def write_documents(
    connection: sqlite3.Connection, documents: Callable[[str], bytes], reading: Reading = read_texts
) -> Iterator[float]:
    """Blocks and chunks of the held texts; yields the share done."""
    held = [number for (number,) in connection.execute(_HELD)]
    contents = (_content(connection, document, documents) for document in held)
    for count, (document, found) in enumerate(zip(held, reading(contents), strict=True), start=1):
        connection.executemany(
            "INSERT INTO document_block VALUES (?, ?, ?)",
            ((document, seq, block.pack(one)) for seq, one in enumerate(found)),
        )
        _write_chunks(connection, document, found)
        yield count / len(held)


def _content(
    connection: sqlite3.Connection, document: int, documents: Callable[[str], bytes]
) -> tuple[bytes, str]:
    media_type, path, content = connection.execute(
        "SELECT media_type, path, content FROM document WHERE id = ?", (document,)
    ).fetchone()
    return documents(path) if content is None else content, media_type


def _write_chunks(connection: sqlite3.Connection, document: int, found: list[Block]) -> None:
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM chunk").fetchone()[0]
    made = list(chunks(found))
    connection.executemany(
        "INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?)",
        ((first + place, document, *chunk) for place, (chunk, _) in enumerate(made)),
    )
    connection.executemany(
        "INSERT INTO chunk_words(rowid, text) VALUES (?, ?)",
        ((first + place, words.norm(text)) for place, (_, text) in enumerate(made)),
    )


def chunks(found: list[Block]) -> Iterator[tuple[tuple[int, int, int, int], str]]:
    """(first block, number of blocks, skip, length) and the shown text of each chunk."""
    first, size = 0, 0
    held: list[str] = []
    for seq, one in enumerate(found):
        if held and (size + len(one.text) > CHUNK or one.kind == "page"):
            yield (first, len(held), 0, 0), "\n".join(held)
            first, held, size = seq, [], 0
        if len(one.text) > 2 * CHUNK:
            for skip, part in _parts(one.text):
                yield (seq, 1, skip, len(part)), part
            first = seq + 1
            continue
        if one.kind == "page" and not one.text.strip():  # a scan
            continue
        first = first if held else seq
        held.append(one.text)
        size += len(one.text)
    if held:
        yield (first, len(held), 0, 0), "\n".join(held)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Runs of a long text, parted at blanks where there are any."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= CHUNK else text.rfind(" ", start + CHUNK // 2, start + CHUNK) + 1
        end = end or start + CHUNK
        yield start, text[start:end]
        start = end


def optimise(connection: sqlite3.Connection) -> Iterator[str]:
    """Brings each table's words together, a piece at a time."""
    for table in _TABLES:
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', -64)")
        while True:
            before = connection.total_changes
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', 4096)")
            yield table
            if connection.total_changes - before < 2:
                break


def write_terms(connection: sqlite3.Connection) -> Iterator[int]:
    """The words of events and of documents, in order, with how often they occur."""
    events = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    fewest = 2 if events > _RARE else 1
    for table in ("event", "chunk"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}_words, row)")
    both = connection.execute(
        """SELECT term, sum(e), sum(c) FROM (SELECT term, doc AS e, 0 AS c FROM temp.event_terms
           UNION ALL SELECT term, 0, doc FROM temp.chunk_terms)
           GROUP BY term HAVING sum(e) + sum(c) >= ? ORDER BY term""",
        (fewest,),
    )
    yield from inserted(connection, "known_word", 3, both)
    for table in ("event", "chunk"):
        connection.execute(f"DROP TABLE temp.{table}_terms")
