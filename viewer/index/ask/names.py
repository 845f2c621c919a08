"""The small answers by id, many at a time: agents, sources, passages, events."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from viewer.binding.typed import Final, NamedTuple
from viewer.index.ask import bitmaps
from viewer.index.ask.chips import AgentChip, EventChip, PassageChip, SourceChip
from viewer.index.ask.fetch import among, rows, when_of

# Of a document d by its case: 'note' (our paraphrase), 'held' (the document itself) or 'not-held'.
MEANT: Final = """CASE WHEN d.derivation = 'extract-note' THEN 'note' WHEN d.external_ref IS NULL THEN 'held'
  ELSE 'not-held' END"""
# The same as it was found: 'altered' or 'missing' where the file is not as the case lists it.
HOLD: Final = f"coalesce(alteration(d.path), {MEANT})"
_LONGEST_LABEL = 80

_AGENTS = """
SELECT id, uid, coalesce(short_name, name) AS name, name AS full_name, party FROM agent
WHERE id IN (SELECT value FROM json_each(?))
"""
_SOURCES = """
SELECT s.id, s.uid, s.publisher, s.title, d.doubt, s.kind, s.party, s.read_status, s.reliability
FROM source s LEFT JOIN parsed_date d ON d.edtf = s.date_edtf
WHERE s.id IN (SELECT value FROM json_each(?))
"""
_PASSAGES = f"""
SELECT p.id, p.uid, d.uid AS document, s.uid AS source, {HOLD} AS hold, coalesce(p.label, p.page_label) AS label,
  p.exact
FROM passage p JOIN document d ON d.id = p.document_id LEFT JOIN source s ON s.id = d.source_id
WHERE p.id IN (SELECT value FROM json_each(?))
"""
_ALTERED = """
SELECT d.source_id, max(alteration(d.path) = 'altered') AS altered FROM document d
WHERE d.source_id IN (SELECT value FROM json_each(?)) AND alteration(d.path) IS NOT NULL GROUP BY d.source_id
"""
_EVENTS = """
SELECT e.id, e.uid, e.title, d.doubt, st.kind
FROM event e JOIN standing st ON st.event_id = e.id LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
WHERE e.id IN (SELECT value FROM json_each(?))
"""


_ALTERED_BY_UID = """
SELECT s.uid, max(alteration(d.path) = 'altered') AS altered FROM document d JOIN source s ON s.id = d.source_id
WHERE s.uid IN (SELECT value FROM json_each(?)) AND alteration(d.path) IS NOT NULL GROUP BY s.uid
"""


def alterations(connection: sqlite3.Connection, sources: Iterable[str | None]) -> dict[str, str]:
    """Which of these sources, by uid, have a document that is 'altered', or 'missing'."""
    if not getattr(connection, "altered", None):
        return {}
    wanted = json.dumps([uid for uid in sources if uid])
    found = rows(connection, _ALTERED_BY_UID, wanted)
    return {row["uid"]: "altered" if row["altered"] else "missing" for row in found}


class TermWords(NamedTuple):
    """What a code is called, and what it means."""

    label: str
    definition: str | None


class Names:
    """The small answers of one question; each is fetched once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._terms: dict[tuple[str, str], TermWords] = bitmaps.kept(connection, ("terms",), self._all_terms)

    def _all_terms(self) -> dict[tuple[str, str], TermWords]:
        found = rows(self._connection, "SELECT scheme, code, label, definition FROM term")
        return {(row["scheme"], row["code"]): TermWords(row["label"], row["definition"]) for row in found}

    def term(self, scheme: str, code: str) -> TermWords:
        """The words for a code; the code itself where the case has none."""
        return self._terms.get((scheme, code), TermWords(code, None))

    def label(self, scheme: str, code: str) -> str:
        return self.term(scheme, code).label

    def agents(self, ids: Iterable[int | None]) -> dict[int | None, AgentChip]:
        """By id; None and unknown ids are absent."""
        return {
            row["id"]: AgentChip(row["uid"], row["name"], row["full_name"], self.label("party", row["party"]))
            for row in self._rows(_AGENTS, ids)
        }

    def sources(self, ids: Iterable[int | None]) -> dict[int | None, SourceChip]:
        wanted = list(ids)
        altered = self._altered(wanted)
        return {
            row["id"]: SourceChip(
                uid=row["uid"],
                publisher=row["publisher"],
                title=row["title"],
                when=when_of(row["doubt"]),
                kind_label=self.label("source-kind", row["kind"]),
                party=row["party"],
                party_label=self.label("party", row["party"]),
                read_status=row["read_status"],
                read_label=self.label("read-status", row["read_status"]),
                reliability=row["reliability"],
                alteration=altered.get(row["id"], ""),
            )
            for row in self._rows(_SOURCES, wanted)
        }

    def _altered(self, sources: list[int | None]) -> dict[int, str]:
        """Which of these sources have a document that is 'altered', or 'missing'."""
        if not getattr(self._connection, "altered", None):
            return {}
        found = self._rows(_ALTERED, sources)
        return {row["source_id"]: "altered" if row["altered"] else "missing" for row in found}

    def passages(self, pairs: Iterable[tuple[int, str]]) -> dict[tuple[int, str], PassageChip]:
        """By id and relation, which is that of whatever rests on the passage."""
        wanted = list(pairs)
        found = {row["id"]: row for row in self._rows(_PASSAGES, (passage for passage, _ in wanted))}
        return {
            (passage, relation): PassageChip(
                uid=row["uid"],
                document=row["document"],
                source=row["source"] or "",
                relation=relation,
                hold=row["hold"],
                label=row["label"] or _shortened(row["exact"] or ""),
            )
            for passage, relation in wanted
            if (row := found.get(passage))
        }

    def events(self, ids: Iterable[int | None]) -> dict[int | None, EventChip]:
        return {
            row["id"]: EventChip(row["uid"], row["title"], when_of(row["doubt"]), row["kind"])
            for row in self._rows(_EVENTS, ids)
        }

    def _rows(self, question: str, ids: Iterable[int | None]) -> list[sqlite3.Row]:
        known = [number for number in ids if number is not None]
        return rows(self._connection, question, among(known)) if known else []


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[:_LONGEST_LABEL].rstrip() + "…"
