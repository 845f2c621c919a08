"""Questions about sources: the bibliographic head, the documents, the passages in them and who rests on them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

from viewer.binding.typed import Any, Final
from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, SourceChip
from viewer.index.ask.claims import claim_views
from viewer.index.ask.fetch import id_of, rows
from viewer.index.ask.later import Later, Part, Resting
from viewer.index.ask.names import HOLD, MEANT, Names
from viewer.index.block import Block, Span, unpack

# Block and Span stand elsewhere and are part of these answers.
__all__ = [
    "Block",
    "DocumentHead",
    "DocumentView",
    "EventTouched",
    "PassageView",
    "SourceView",
    "Span",
    "document",
    "listing",
    "source",
]


Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """A document by its facts. hold: as of a PassageChip; byte_size in bytes, duration_s in seconds.

    translation: of a translation its status, 'certified', 'human', 'machine' or 'draft', where it is stated.
    """

    uid: str
    title: str
    lang: str
    media_type: str
    byte_size: int | None
    sha256: str | None
    hold: str
    external_ref: str | None
    derivation: str | None
    derived_from: str | None
    page_count: int | None
    duration_s: float | None
    graphic: bool
    translation: str | None = None
    translator: str | None = None


@dataclass(frozen=True, slots=True)
class EventTouched:
    """An event that a source speaks to, with the number of its claims there."""

    event: EventChip
    claims: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """The bibliographic head of one source. *_label are words for the codes; reliability_label is its meaning."""

    chip: SourceChip
    lang: str
    publisher_agent: AgentChip | None
    author: AgentChip | None
    date_text: str | None
    url: str | None
    archived_url: str | None
    reposted_by: str | None
    reprint_of: SourceChip | None
    read_definition: str | None
    reliability_label: str
    reliability_note: str | None
    note: str | None
    documents: tuple[DocumentHead, ...]
    events: Sequence[EventTouched]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage and what rests on it. start, end: code points of the document text; None where there is no text.

    original_document, original_start, original_end: the place in the original it stands for, original its uid.
    rects: boxes on the page, xywh: one on a picture, both (left, top, right, bottom) as shares; t_start, t_end:
    seconds of a recording.
    """

    uid: str
    label: str | None
    exact: str | None
    lang: str
    start: int | None
    end: int | None
    page: int | None
    claims: Sequence[ClaimView]
    quotes: tuple[str, ...]
    original_document: str | None
    original_start: int | None
    original_end: int | None
    original_sha256: str | None
    prefix: str | None = None
    suffix: str | None = None
    rects: tuple[Rect, ...] = ()
    xywh: Rect | None = None
    t_start: float | None = None
    t_end: float | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its passages in order of place. blocks is empty where the text is not ours to show.

    claim, event: look one up by its uid; None where the case has none.
    """

    head: DocumentHead
    source: str
    blocks: tuple[Block, ...]
    passages: tuple[PassageView, ...]
    claim: Callable[[str], ClaimView | None]
    event: Callable[[str], EventChip | None]

    def disputed(self, index: int, named: str | None) -> ClaimView | None:
        """On a passage, by its place: the claim `named`, if it is disputed; of None the first disputed one."""
        passage = self.passages[index]
        if named is None:
            return next((claim for claim in passage.claims if claim.disputed), None)
        claim = self.claim(named)
        rests = claim is not None and passage.uid in [chip.uid for chip in claim.passages]
        return claim if claim and claim.disputed and rests else None


# Of a web page or PDF only the words are there, to be searched: it is shown by the locked child.
_BLOCKS: Final = """
SELECT b.packed FROM document_block b JOIN document d ON d.id = b.document_id
WHERE b.document_id = ? AND d.media_type IN ('text/markdown', 'text/plain') ORDER BY b.seq
"""
_DOCUMENTS = f"""
SELECT d.*, {HOLD} AS hold, o.uid AS derived_uid, s.uid AS source_uid,
  t.status AS translation, t.translator AS translator
FROM document d LEFT JOIN document o ON o.id = d.derived_from LEFT JOIN source s ON s.id = d.source_id
LEFT JOIN translation t ON d.derivation = 'translation' AND t.entity = 'document' AND t.entity_id = d.id
  AND t.field = 'text' AND t.lang = d.lang
WHERE {{condition}} ORDER BY {MEANT} = 'not-held', {MEANT} = 'note', d.id
"""
# Events that a source speaks to: by claims, quotations, dates given and passages.
_EVENTS = """
SELECT t.event_id, sum(t.claims) AS claims FROM (
  SELECT event_id, 1 AS claims FROM claim WHERE source_id = ?1
  UNION ALL SELECT t.event_id, 0 FROM quote q JOIN quote_event t ON t.quote_id = q.id WHERE q.source_id = ?1
  UNION ALL SELECT event_id, 0 FROM event_date WHERE source_id = ?1
  UNION ALL SELECT t.event_id, 0 FROM document d JOIN passage p ON p.document_id = d.id
    JOIN event_passage t ON t.passage_id = p.id WHERE d.source_id = ?1
) t JOIN event e ON e.id = t.event_id LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
GROUP BY t.event_id ORDER BY d.earliest IS NULL, d.earliest, d.latest, e.id
"""
_PASSAGES = """
SELECT p.*, coalesce(p.label, p.page_label) AS shown_label, o.start_char AS original_start,
  o.end_char AS original_end, o.exact_sha256 AS original_sha256, od.uid AS original_document, o.uid AS original
FROM passage p LEFT JOIN passage o ON o.id = p.original_id LEFT JOIN document od ON od.id = o.document_id
WHERE p.document_id = ?
ORDER BY p.page, p.start_char IS NULL, p.start_char, p.end_char, p.t_start, p.id
"""
_ON_PASSAGES = "SELECT id FROM passage WHERE document_id = ?"
_PASSAGE_CLAIMS = f"""
SELECT passage_id, claim_id FROM claim_passage WHERE passage_id IN ({_ON_PASSAGES}) ORDER BY passage_id, claim_id
"""
_PASSAGE_QUOTES = (
    f"SELECT passage_id, id, uid FROM quote WHERE passage_id IN ({_ON_PASSAGES}) ORDER BY passage_id, id"
)
_LISTING = """
SELECT s.id FROM source s LEFT JOIN parsed_date d ON d.edtf = s.date_edtf
ORDER BY d.earliest IS NULL, d.earliest, d.latest, s.id
"""


def source(connection: sqlite3.Connection, uid: str) -> SourceView:
    """Raises UnknownFocus('no-such-source')."""
    number = id_of(connection, "source", uid)
    (row,) = rows(connection, "SELECT * FROM source WHERE id = ?", number)
    names = Names(connection)
    chips = names.sources((number, row["reprint_of"]))
    agents = names.agents((row["publisher_id"], row["author_id"]))
    documents = rows(connection, _DOCUMENTS.format(condition="d.source_id = ?"), number)
    return SourceView(
        chip=chips[number],
        lang=row["lang"],
        publisher_agent=agents.get(row["publisher_id"]),
        author=agents.get(row["author_id"]),
        date_text=row["date_text"],
        url=row["url"],
        archived_url=row["archived_url"],
        reposted_by=row["reposted_by"],
        reprint_of=chips.get(row["reprint_of"]),
        read_definition=names.term("read-status", row["read_status"]).definition,
        reliability_label=names.label("reliability", row["reliability"]),
        reliability_note=row["reliability_note"],
        note=row["note"],
        documents=tuple(_head(document) for document in documents),
        events=Later(partial(_touched, connection, number)),
    )


def _touched(connection: sqlite3.Connection, source: int) -> list[EventTouched]:
    found = rows(connection, _EVENTS, source)
    chips = Names(connection).events(row["event_id"] for row in found)
    return [EventTouched(chips[row["event_id"]], row["claims"]) for row in found]


def _head(row: sqlite3.Row) -> DocumentHead:
    return DocumentHead(
        uid=row["uid"],
        title=row["title"],
        lang=row["lang"],
        media_type=row["media_type"],
        byte_size=row["byte_size"],
        sha256=row["sha256"],
        hold=row["hold"],
        external_ref=row["external_ref"],
        derivation=row["derivation"],
        derived_from=row["derived_uid"],
        page_count=row["page_count"],
        duration_s=row["duration_s"],
        graphic=bool(row["graphic"]),
        translation=row["translation"],
        translator=row["translator"],
    )


def document(connection: sqlite3.Connection, uid: str) -> DocumentView:
    """Raises UnknownFocus('no-such-document')."""
    number = id_of(connection, "document", uid)
    (row,) = rows(connection, _DOCUMENTS.format(condition="d.id = ?"), number)
    packed = rows(connection, _BLOCKS, number)
    names = Names(connection)
    claims = partial(claim_views, connection, names)
    return DocumentView(
        head=_head(row),
        source=row["source_uid"] or "",
        blocks=unpack(block["packed"] for block in packed),
        passages=_passages(connection, number, claims),
        claim=cache(partial(_looked_up, connection, "claim", claims)),
        event=cache(partial(_looked_up, connection, "event", names.events)),
    )


def _looked_up(
    connection: sqlite3.Connection, table: str, read: Callable[[Iterable[int]], Mapping[Any, Part]], uid: str
) -> Part | None:
    try:
        number = id_of(connection, table, uid)
    except UnknownFocus:
        return None
    return read([number]).get(number)


def _passages(
    connection: sqlite3.Connection, document: int, read: Callable[[Iterable[int]], Mapping[Any, ClaimView]]
) -> tuple[PassageView, ...]:
    claims = Resting(partial(_at_passage, connection, document, _PASSAGE_CLAIMS, "claim_id"), read)
    quotes = _at_passage(connection, document, _PASSAGE_QUOTES, "uid")
    return tuple(
        PassageView(
            uid=row["uid"],
            label=row["shown_label"],
            exact=row["exact"],
            lang=row["lang"],
            start=row["start_char"],
            end=row["end_char"],
            page=row["page"],
            claims=claims.on(row["id"]),
            quotes=tuple(quotes.get(row["id"], ())),
            original_document=row["original_document"],
            original_start=row["original_start"],
            original_end=row["original_end"],
            original_sha256=row["original_sha256"],
            prefix=row["prefix"],
            suffix=row["suffix"],
            rects=_rects(row["rects"]) if row["rects"] else (),
            xywh=_xywh(row["xywh"]) if row["xywh"] else None,
            t_start=row["t_start"],
            t_end=row["t_end"],
            original=row["original"],
        )
        for row in rows(connection, _PASSAGES, document)
    )


def _rects(text: str) -> tuple[Rect, ...]:
    """Boxes as shares of a page; what is no box is left out."""
    import json

    try:
        boxes = [tuple(float(edge) for edge in box) for box in json.loads(text)]
    except (ValueError, TypeError):
        return ()
    return tuple((box[0], box[1], box[2], box[3]) for box in boxes if len(box) == 4)


def _xywh(text: str) -> Rect | None:
    try:
        left, top, width, height = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return left, top, left + width, top + height


def _at_passage(connection: sqlite3.Connection, document: int, question: str, column: str) -> dict[int, list[Any]]:
    """What rests on each passage of a document."""
    resting: dict[int, list[Any]] = defaultdict(list)
    for row in rows(connection, question, document):
        resting[row["passage_id"]].append(row[column])
    return resting


def listing(connection: sqlite3.Connection) -> tuple[SourceChip, ...]:
    """All sources in order of date, undated last."""
    order = [row["id"] for row in rows(connection, _LISTING)]
    chips = Names(connection).sources(order)
    return tuple(chips[number] for number in order)
