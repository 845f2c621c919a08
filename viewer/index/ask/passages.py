"""Where words stand in the texts of documents: a hit in a chunk becomes a few words and their place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.case.frozen import dataclass
from viewer.index import words
from viewer.index.ask.fetch import among, rows
from viewer.index.block import unpack

_AROUND: Final = 90  # code points of text on either side of the first word found
_CHUNKS: Final = """
SELECT c.*, d.uid AS document, d.title, d.media_type IN ('text/markdown', 'text/plain') AS is_text,
  s.uid AS source, s.publisher, alteration(d.path) AS alteration FROM chunk c
JOIN document d ON d.id = c.document_id LEFT JOIN source s ON s.id = d.source_id
WHERE c.id IN (SELECT value FROM json_each(?))
"""
_BLOCKS: Final = """
SELECT packed FROM document_block WHERE document_id = ? AND seq >= ? AND seq < ? ORDER BY seq
"""
_STATED: Final = """
SELECT uid, exact FROM passage WHERE document_id = ?1 AND (page IS NULL OR ?2 IS NULL OR page = ?2)
ORDER BY length(exact), id
"""
Places = list[tuple[int, int, int]]
"""Pieces of the shown text of a chunk: place in it, place in the document text, length."""
_OWN: Final = """
SELECT uid FROM passage WHERE document_id = ? AND start_char <= ? AND end_char >= ?
ORDER BY end_char - start_char, id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Words around a hit: text with marks in it, the document by uid and title, start and end in its text.

    page: of a PDF, from 1; it has no start and end. uid: of the case's own passage around the hit, '' without one.
    alteration: 'altered' or 'missing' where the file of that document is not as the case lists it.
    """

    uid: str
    text: str
    marks: tuple[tuple[int, int], ...]
    title: str
    document: str
    source: str | None
    start: int | None
    end: int | None
    alteration: str = ""
    page: int | None = None


def passages_found(
    connection: sqlite3.Connection, chunks: Sequence[int], said: Sequence[str]
) -> Iterator[PassageFound]:
    """One for each chunk, in their order; said: normalised words, the last as a beginning."""
    found = {row["id"]: row for row in rows(connection, _CHUNKS, among(chunks))}
    for number in chunks:
        yield _passage(connection, found[number], said)


def _passage(connection: sqlite3.Connection, row: sqlite3.Row, said: Sequence[str]) -> PassageFound:
    text, places, page = _shown(connection, row)
    marks = words.marks(text, said)
    first, last = marks[0] if marks else (0, 0)
    start, end = _around(text, first, last)
    begins, ends = _place(places, first), _place(places, max(first, last - 1))
    ends = None if ends is None else ends + 1
    uid = ""
    if marks and row["is_text"]:
        own = connection.execute(_OWN, (row["document_id"], begins, ends)).fetchone()
        uid = own[0] if own else ""
    elif marks:
        uid = _stated_around(connection, (row["document_id"], page), text, first)
    return PassageFound(
        uid=uid,
        text=text[start:end].replace("\n", " "),
        marks=tuple((a - start, b - start) for a, b in marks if start <= a and b <= end),
        title=" · ".join(part for part in (row["publisher"], row["title"]) if part),
        document=row["document"],
        source=row["source"],
        start=begins,
        end=ends,
        alteration=row["alteration"] or "",
        page=page,
    )


def _stated_around(connection: sqlite3.Connection, where: tuple[int, int | None], text: str, at: int) -> str:
    """The shortest passage in which the words at this place of a web page or PDF stand, by its own words.

    where: the document, and its page. Breaks of lines do not count.
    """
    packed, place = "".join(text.split()), len("".join(text[:at].split()))
    for uid, exact in connection.execute(_STATED, where):
        sought = "".join((exact or "").split())
        found = packed.find(sought, max(0, place - len(sought) + 1)) if sought else -1
        if 0 <= found <= place:
            return str(uid)
    return ""


def _shown(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[str, Places, int | None]:
    """The shown text of a chunk, its pieces, and its page."""
    packed = connection.execute(_BLOCKS, (row["document_id"], row["seq"], row["seq"] + row["blocks"]))
    text, page = "", None
    places: Places = []
    for count, block in enumerate(unpack(one for (one,) in packed)):
        page = block.level if block.kind == "page" else None
        if count:
            text += "\n"
        places += [(len(text) + shown, place, length) for shown, place, length in block.pieces]
        text += block.text
    if row["length"]:
        skip = row["skip"]
        return text[skip : skip + row["length"]], [(shown - skip, place, n) for shown, place, n in places], page
    return text, places, page


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    """Some words before and after, cut at blanks."""
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", last, end)
        end = cut if cut > last else end
    return start, end


def _place(places: Sequence[tuple[int, int, int]], at: int) -> int | None:
    """The code point of the document text that is shown at this place."""
    for shown, place, length in places:
        if shown <= at < shown + length:
            return place + at - shown
    return None
