"""A spot made whole: a claim knows its event, its source and the passage that carries it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from viewer.binding.typed import Final
from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass, replace
from viewer.index.ask.fetch import rows
from viewer.index.ask.names import MEANT


@dataclass(frozen=True, slots=True)
class Spot:
    """Uids that belong together; None = nothing of that kind."""

    event: str | None = None
    claim: str | None = None
    quote: str | None = None
    source: str | None = None
    document: str | None = None
    passage: str | None = None


# What follows from each part, by name of the part: columns are the parts of a Spot, own_source that of the words.
_FOLLOWS: Final = {
    "claim": """
        SELECT e.uid AS event, c.uid AS claim, s.uid AS own_source FROM claim c
        JOIN event e ON e.id = c.event_id JOIN source s ON s.id = c.source_id WHERE c.uid = ?""",
    "quote": """
        SELECT q.uid AS quote, p.uid AS passage, s.uid AS own_source FROM quote q
        JOIN passage p ON p.id = q.passage_id JOIN source s ON s.id = q.source_id WHERE q.uid = ?""",
    "passage": """
        SELECT p.uid AS passage, d.uid AS document FROM passage p
        JOIN document d ON d.id = p.document_id WHERE p.uid = ?""",
    "document": """
        SELECT d.uid AS document, s.uid AS source FROM document d
        LEFT JOIN source s ON s.id = d.source_id WHERE d.uid = ?""",
    "source": "SELECT uid AS source FROM source WHERE uid = ?",
    "event": "SELECT uid AS event FROM event WHERE uid = ?",
}
_PASSAGES_OF_CLAIM = """
SELECT p.uid AS passage, d.uid AS document FROM claim_passage t JOIN claim c ON c.id = t.claim_id
JOIN passage p ON p.id = t.passage_id JOIN document d ON d.id = p.document_id
LEFT JOIN source s ON s.id = d.source_id
WHERE c.uid = ? ORDER BY s.uid IS NOT ?, t.relation <> 'states', p.id
"""
_EVENTS_OF_QUOTE = """
SELECT e.uid AS event FROM quote q JOIN quote_event t ON t.quote_id = q.id JOIN event e ON e.id = t.event_id
WHERE q.uid = ? ORDER BY e.id
"""
_DOCUMENT_OF_SOURCE = f"""
SELECT d.uid AS document FROM document d JOIN source s ON s.id = d.source_id
WHERE s.uid = ? ORDER BY {MEANT} = 'not-held', {MEANT} = 'note', d.id LIMIT 1
"""


def whole(connection: sqlite3.Connection, spot: Spot) -> Spot:
    """Fill in what follows: claim -> event, source, first passage, document; quote -> passage … ; passage ->
    document, source; source -> the document to show (an extract note or held document before a mere reference).

    An event alone stays alone. Raises UnknownFocus('no-such-…', found=uid), also where a stated part does not
    belong to another (a claim of another event: 'do-not-belong-together').
    """
    for part in ("event", "source"):
        _with(spot, _one(connection, part, getattr(spot, part)))  # there is such a thing
    own_source = None
    if spot.claim:
        claim = _one(connection, "claim", spot.claim)
        own_source = claim["own_source"]
        spot = _with(spot, claim)
        spot = _any_of(spot, rows(connection, _PASSAGES_OF_CLAIM, spot.claim, spot.source or own_source))
    if spot.quote:
        quote = _one(connection, "quote", spot.quote)
        own_source = quote["own_source"]
        spot = _with(spot, quote)
        spot = _any_of(spot, rows(connection, _EVENTS_OF_QUOTE, spot.quote))
    return _document_and_source(connection, spot, own_source)


def _document_and_source(connection: sqlite3.Connection, spot: Spot, own_source: str | None) -> Spot:
    """own_source: of the claim or quotation, whose passage may stand in a document of another source."""
    spot = _with(spot, _one(connection, "passage", spot.passage))
    if spot.source is None and spot.document is None:
        spot = replace(spot, source=own_source)
    if spot.document is None and spot.source:
        for row in rows(connection, _DOCUMENT_OF_SOURCE, spot.source):
            spot = _with(spot, row)
    document = _one(connection, "document", spot.document)
    if spot.source is not None and spot.source == own_source and document.get("source"):
        spot = replace(spot, source=document["source"])
    return _with(spot, document)


def _one(connection: sqlite3.Connection, part: str, uid: str | None) -> dict[str, str]:
    """What follows from a part; nothing where it is not stated. Raises UnknownFocus."""
    if uid is None:
        return {}
    found = rows(connection, _FOLLOWS[part], uid)
    if not found:
        raise UnknownFocus(f"no-such-{part}", found=uid[:200])
    return {name: found[0][name] for name in found[0].keys() if found[0][name] is not None}  # noqa: SIM118


def _with(spot: Spot, following: Mapping[str, str] | sqlite3.Row) -> Spot:
    """The spot with what follows; what is stated otherwise does not belong together."""
    said = {name: following[name] for name in following.keys() if name != "own_source"}  # noqa: SIM118
    for part, uid in said.items():
        stated = getattr(spot, part)
        if stated is not None and stated != uid:
            raise UnknownFocus("do-not-belong-together", where=uid, found=stated[:200])
    return replace(spot, **said)


def _any_of(spot: Spot, choices: Sequence[sqlite3.Row]) -> Spot:
    """The spot with the first choice that fits what is stated. Raises UnknownFocus where none does."""
    refused = None
    for choice in choices:
        try:
            return _with(spot, choice)
        except UnknownFocus as misfit:
            refused = refused or misfit
    if refused:
        raise refused
    return spot
