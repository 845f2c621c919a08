"""Finding by words: events, claims, quotations, people, places, sources, and the texts of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from viewer.case.frozen import dataclass
from viewer.index import wanted, words
from viewer.index.ask import bitmaps
from viewer.index.ask.fetch import among, fact, rows
from viewer.index.ask.hits import COUNTED, RANKED, Hits, Keep, hits, narrowed
from viewer.index.ask.names import alterations
from viewer.index.ask.passages import passages_found
from viewer.index.findable import ENTITIES, NAMES, field_of, own_texts
from viewer.index.query import Query
from viewer.index.wanted import All, BadWords, Node, Words

if TYPE_CHECKING:
    from pyroaring import BitMap

__all__ = ["COUNTED", "Finding", "Found", "Group", "completions", "find", "found"]

_SHORT: Final = 3  # letters from which on texts are searched, not only titles and names
_FEW: Final = 20_000  # events in a case whose texts are searched for short beginnings all the same


_UNSEARCHED: Final = """
SELECT count(*) FROM document d WHERE d.external_ref IS NULL
AND NOT EXISTS (SELECT 1 FROM chunk c WHERE c.document_id = d.id)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit. entity: 'event', 'claim', 'quote', 'agent', 'place', 'source' or 'passage'.

    title and detail are the original words; title_marks and detail_marks are half-open code-point ranges of the
    words that were found. event and source say where to go; both may be None for an agent without events.
    A passage has its document, and the range of its words there in `start` and `end` (code points of the document
    text); uid is that of the case's own passage around them, '' where there is none. alteration: 'altered' or
    'missing' where a document of its source is not as the case lists it. page: of a passage in a PDF, from 1.
    """

    entity: str
    uid: str
    title: str
    detail: str
    title_marks: tuple[tuple[int, int], ...]
    detail_marks: tuple[tuple[int, int], ...]
    event: str | None
    source: str | None
    document: str | None = None
    start: int | None = None
    end: int | None = None
    alteration: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The hits on one kind of entity. count: at most `COUNTED` + 1, which stands for more; with `more`, at least.

    ranked: the best come first; else there were too many to compare, and the newest come first.
    """

    entity: str
    findings: tuple[Finding, ...]
    count: int
    ranked: bool
    more: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """groups: in the order of ENTITIES, empty ones left out.

    partial: not everything was looked through: only titles and names, since the word is still short; or a short
    last word was left out of account; or only the most frequent words that begin so were searched for.
    unsearched: documents that are held and whose words are not known: pictures, scans, what could not be read.
    """

    groups: tuple[Group, ...]
    partial: bool
    unsearched: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for group in self.groups for finding in group.findings)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for. said: parts for the full-text tables, none = events by fields only; titles: in titles
    and names only; events: to which the hits are limited, None = to none; marked: normalised words to mark.
    """

    said: tuple[Node, ...]
    titles: bool
    partial: bool
    events: BitMap | None
    marked: tuple[str, ...]


def find(
    connection: sqlite3.Connection, text: str, limit: int = 50, query: Query | None = None
) -> tuple[Finding, ...]:
    """The hits of `found`, one group after the other."""
    return found(connection, text, limit, query).findings


def found(connection: sqlite3.Connection, text: str, limit: int = 50, query: Query | None = None) -> Found:
    """Hits for a text in the language of `wanted`, the last word as the beginning of one; nothing raises.

    What is not yet whole there (an open quotation mark, a lonely operator) is searched for word by word. With a
    query, events, claims and quotations are those of the events it asks for. No kind crowds out another: each has
    at least its share of `limit`.
    """
    search = _search(connection, text, query)
    if search is None:
        return Found((), False)
    gathered, narrow = _gathered(connection, search, limit)
    share = _shares([len(hit.ids) for _, hit in gathered], limit)
    groups = (
        Group(
            entity,
            tuple(_findings(connection, entity, hit.ids[:most], search.marked)),
            hit.count,
            hit.ranked,
            hit.more,
        )
        for (entity, hit), most in zip(gathered, share, strict=True)
        if most
    )
    return Found(tuple(groups), search.partial or narrow, _unsearched(connection))


def _unsearched(connection: sqlite3.Connection) -> int:
    return int(bitmaps.kept(connection, ("unsearched",), lambda: connection.execute(_UNSEARCHED).fetchone()[0]))


def completions(connection: sqlite3.Connection, beginning: str, limit: int = 8) -> tuple[tuple[str, int], ...]:
    """Words that begin so, as they are compared, and how many events and chunks of text have them; most first."""
    sought = words.sought(beginning)
    if not sought:
        return ()
    question = """SELECT term, events + chunks FROM known_word WHERE term >= ?1 AND term < ?1 || char(1114111)
        ORDER BY 2 DESC, 1 LIMIT ?2"""
    return tuple((term, count) for term, count in connection.execute(question, (sought[-1], limit)))


def _search(connection: sqlite3.Connection, text: str, query: Query | None) -> _Search | None:
    try:
        node = wanted.parse(text)
    except BadWords:
        plain = words.sought(text)
        node = All(tuple(Words((word,)) for word in plain)) if plain else None
    if node is None:
        return None
    said, rest = _parted(node)
    short = False
    if said and not text[-1:].isspace() and not text.endswith(('"', ")", "*")):
        said, short = _beginning(said, small=int(fact(connection, "count_events")) <= _FEW)
    letters = max((len(word) for part in said for one in wanted.said(part) for word in one.words), default=_SHORT)
    return _Search(
        said=said,
        titles=letters < _SHORT,
        partial=letters < _SHORT or short,
        events=_limits(connection, rest, query),
        marked=tuple(word for part in wanted.said(node) for word in part.words),
    )


def _parted(node: Node) -> tuple[tuple[Node, ...], Node | None]:
    """What full-text tables can answer, and what only sets of events can."""
    if wanted.only_words(node):
        return (node,), None
    if not isinstance(node, All):
        return (), node
    said = tuple(part for part in node.parts if wanted.only_words(part))
    return said, All(tuple(part for part in node.parts if part not in said), node.but)


def _beginning(said: tuple[Node, ...], *, small: bool) -> tuple[tuple[Node, ...], bool]:
    """The same with the last word as a beginning; in a large case a short one beside others is left out."""
    *before, last = said
    if isinstance(last, All) and not last.but:
        parts, short = _beginning(last.parts, small=small)
        return (*before, All(parts)), short
    if not isinstance(last, Words):
        return said, False
    if len(last.words[-1]) < _SHORT and not small and (before or len(last.words) > 1):
        kept = (Words(last.words[:-1]),) if len(last.words) > 1 else ()
        return (*before, *kept), True
    return (*before, Words(last.words, prefix=True)), False


def _limits(connection: sqlite3.Connection, rest: Node | None, query: Query | None) -> BitMap | None:
    from viewer.index.ask import bitmaps, chosen

    limits = []
    if query:
        limits.append(chosen.ords(connection, query))
    if isinstance(rest, All):
        excluded = [chosen.meeting(connection, part) for part in rest.but]
        allowed = chosen.together(
            (chosen.meeting(connection, part) for part in rest.parts), bitmaps.everything(connection)
        )
        limits.append(allowed.difference(*excluded))
    elif rest is not None:
        limits.append(chosen.meeting(connection, rest))
    return chosen.together(limits, limits[0]) if limits else None


def _gathered(connection: sqlite3.Connection, search: _Search, limit: int) -> tuple[list[tuple[str, Hits]], bool]:
    """Hits by entity, at most `limit` of each; and whether only the most frequent words were searched for."""
    if not search.said:
        ords = search.events
        total = len(ords) if ords else 0
        newest = tuple(reversed(ords[-limit:])) if ords else ()
        return [("event", Hits(newest, min(total, COUNTED + 1), ranked=False))], False
    events = _among_events(search.events)
    expression = wanted.expression(All(search.said))
    if search.titles:
        found = {"event": hits(connection, "event_titles", expression, limit, keep=events)}
        found |= _names(connection, "name_titles", expression, limit)
        return [(entity, found[entity]) for entity in ENTITIES if entity in found], False
    of_events, narrow = narrowed(connection, search.said, "events")
    of_chunks, narrow_too = narrowed(connection, search.said, "chunks")
    found = {
        "event": hits(connection, "event_words", f"{{title detail}} : ({of_events})", limit, keep=events),
        "claim": hits(connection, "claim_words", of_events, limit, keep=_among_claims(connection, search.events)),
        **_names(connection, "name_words", expression, limit),
        "passage": hits(connection, "chunk_words", of_chunks, limit),
    }
    return [(entity, found[entity]) for entity in ENTITIES], narrow or narrow_too


def _among_events(events: BitMap | None) -> Keep | None:
    if events is None:
        return None
    contains: Keep = events.__contains__
    return contains


def _among_claims(connection: sqlite3.Connection, events: BitMap | None) -> Keep | None:
    """Whether a row of claim_words speaks of one of these events."""
    if events is None:
        return None
    question = """SELECT m.id FROM finding f JOIN claim c ON c.id = f.entity_id
        JOIN moment m ON m.event_id = c.event_id WHERE f.id = ?"""
    return lambda number: connection.execute(question, (number,)).fetchone()[0] in events


def _names(connection: sqlite3.Connection, table: str, expression: str, limit: int) -> dict[str, Hits]:
    """Quotations, people, places and sources, each by themselves: parted, where all of them could be compared."""
    ranges = {
        row["entity"]: (row["first"], row["last"]) for row in rows(connection, "SELECT * FROM finding_range")
    }
    whole = hits(connection, table, expression, RANKED)
    if not whole.ranked:
        return {entity: hits(connection, table, expression, limit, spread=ranges[entity]) for entity in NAMES}
    parted = {}
    for entity in NAMES:
        first, last = ranges[entity]
        mine = tuple(number for number in whole.ids if first <= number <= last)
        parted[entity] = Hits(mine[:limit], len(mine), ranked=True)
    return parted


def _shares(lengths: Sequence[int], limit: int) -> list[int]:
    """How many of each may be shown: one each by turns until the limit is reached."""
    shares = [0] * len(lengths)
    left = limit
    while left and any(share < length for share, length in zip(shares, lengths, strict=True)):
        for place, length in enumerate(lengths):
            if left and shares[place] < length:
                shares[place] += 1
                left -= 1
    return shares


def _findings(
    connection: sqlite3.Connection, entity: str, ids: Sequence[int], marked: Sequence[str]
) -> Iterable[Finding]:
    """Rows of a full-text table as findings, in their order."""
    if entity == "passage":
        for passage in passages_found(connection, ids, marked):
            yield Finding(
                entity, passage.uid, passage.text, passage.title, passage.marks, (), None, passage.source,
                passage.document, passage.start, passage.end, passage.alteration, passage.page,
            )  # fmt: skip
        return
    numbers = _entities(connection, entity, ids)
    question = f"SELECT * FROM ({own_texts(entity)}) WHERE entity_id IN (SELECT value FROM json_each(?))"
    texts = {row["entity_id"]: row for row in rows(connection, question, among(numbers))}
    altered = alterations(connection, (row["source"] for row in texts.values()))
    for number in numbers:
        row = texts[number]
        title = _title(connection, entity, row, marked)
        yield Finding(
            entity, row["uid"], title, row["detail"], words.marks(title, marked),
            words.marks(row["detail"], marked), row["event"], row["source"],
            alteration=altered.get(row["source"] or "", ""),
        )  # fmt: skip


def _entities(connection: sqlite3.Connection, entity: str, ids: Sequence[int]) -> list[int]:
    """Ids of the entities, in the order of the rows."""
    question = (
        "SELECT id, event_id FROM moment WHERE id IN (SELECT value FROM json_each(?))"
        if entity == "event"
        else "SELECT id, entity_id FROM finding WHERE id IN (SELECT value FROM json_each(?))"
    )
    numbers = dict(connection.execute(question, (among(ids),)).fetchall())
    return [numbers[number] for number in ids]


def _title(connection: sqlite3.Connection, entity: str, row: sqlite3.Row, said: Sequence[str]) -> str:
    """Its own title; the one in another language where only that one has the words."""
    title = str(row["title"])
    if words.marks(title, said) or words.marks(row["detail"], said):
        return title
    question = "SELECT text FROM translation WHERE entity = ? AND entity_id = ? AND field = ? ORDER BY lang"
    for (other,) in connection.execute(question, (entity, row["entity_id"], field_of(entity))):
        if words.marks(other, said):
            return str(other)
    return title
