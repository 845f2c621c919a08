"""Every citation of the case as stored: where it says that its words stand. Others look whether they do."""

from __future__ import annotations

import sqlite3
from typing import Literal

from viewer.case.frozen import dataclass
from viewer.index.ask.fetch import rows

Standing = Literal[
    "exact", "moved", "missing", "ambiguous", "placed", "unchecked", "not-held", "altered", "no-file"
]  # fmt: skip
"""How a passage stands in its document.

exact: its words stand where it says, or at the one place that fits. moved: they stand at one other place. missing:
nowhere. ambiguous: at several places. placed: a page, boxes or seconds, without words to compare. unchecked: its
document cannot be read. not-held: its document is not in the case. altered, no-file: the file of its document is
not as the case lists it, or is missing.
"""
STANDINGS: tuple[Standing, ...] = (
    "altered", "no-file", "missing", "ambiguous", "moved", "unchecked", "not-held", "placed", "exact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage says that it stands: units as in the case's `passage` table; page counts from 1."""

    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    rects: str | None = None
    xywh: str | None = None
    t_start: float | None = None
    t_end: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage with its document and what rests on it. path: below data/ in the bag; None = no file.

    alteration: of that file, 'altered' or 'missing' where it is not as the case lists it.
    """

    passage: str
    label: str | None
    lang: str
    anchor: Anchor
    document: str
    document_title: str
    media_type: str
    path: str | None
    held: bool
    page_count: int | None
    claims: int
    quotes: int
    alteration: str | None = None


_CITATIONS = """
SELECT p.*, coalesce(p.label, p.page_label) AS shown_label, d.uid AS document, d.title AS document_title,
  d.media_type, d.path, d.external_ref IS NULL AS held, d.page_count, alteration(d.path) AS alteration,
  (SELECT count(*) FROM claim_passage t WHERE t.passage_id = p.id) AS claims,
  (SELECT count(*) FROM quote q WHERE q.passage_id = p.id) AS quotes
FROM passage p JOIN document d ON d.id = p.document_id
ORDER BY d.id, p.page, p.start_char IS NULL, p.start_char, p.t_start, p.id
"""


def citations(connection: sqlite3.Connection) -> tuple[Citation, ...]:
    """All passages, document by document, in order of place."""
    return tuple(_citation(row) for row in rows(connection, _CITATIONS))


def _citation(row: sqlite3.Row) -> Citation:
    return Citation(
        passage=row["uid"],
        label=row["shown_label"],
        lang=row["lang"],
        anchor=Anchor(
            exact=row["exact"],
            prefix=row["prefix"],
            suffix=row["suffix"],
            start=row["start_char"],
            end=row["end_char"],
            page=row["page"],
            rects=row["rects"],
            xywh=row["xywh"],
            t_start=row["t_start"],
            t_end=row["t_end"],
        ),
        document=row["document"],
        document_title=row["document_title"],
        media_type=row["media_type"],
        path=row["path"],
        held=bool(row["held"]),
        page_count=row["page_count"],
        claims=row["claims"],
        quotes=row["quotes"],
        alteration=row["alteration"],
    )
