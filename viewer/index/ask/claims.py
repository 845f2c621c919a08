"""Claims made whole: many at a time, each with its claimant, source, passages and standing."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from viewer.case.figure import Figure
from viewer.index.ask.chips import ClaimView, PassageChip
from viewer.index.ask.fetch import among, rows, when_of
from viewer.index.ask.names import Names

# In the order of points and, within one, in the order in which they were stated.
_CLAIMS = """
SELECT c.id, c.uid, e.uid AS event, c.kind, m.code AS measure, m.label AS measure_label, c.category, c.low, c.best,
  c.high, c.qualifier, c.text, c.lang, c.claimant_id, c.source_id, d.doubt, c.credibility, c.credibility_note,
  c.note, st.origins
FROM claim c
JOIN event e ON e.id = c.event_id
JOIN measure m ON m.id = c.measure_id
JOIN source s ON s.id = c.source_id
JOIN claim_standing st ON st.claim_id = c.id
LEFT JOIN parsed_date d ON d.edtf = c.as_of_edtf
WHERE c.id IN (SELECT value FROM json_each(?))
ORDER BY e.id, m.rank, m.id, c.category, coalesce(c.as_of_earliest_jd, s.earliest_jd) IS NULL,
  coalesce(c.as_of_earliest_jd, s.earliest_jd), c.id
"""
_PASSAGES = """
SELECT claim_id, passage_id, relation FROM claim_passage WHERE claim_id IN (SELECT value FROM json_each(?))
ORDER BY claim_id, relation <> 'states', passage_id
"""
_DISPUTES = """
SELECT t.claim_id, c.uid FROM dispute t JOIN claim c ON c.id = t.other_id
WHERE t.claim_id IN (SELECT value FROM json_each(?)) ORDER BY t.claim_id, c.id
"""
_ANSWERS = """
SELECT t.from_id AS claim_id, c.uid, c.id FROM claim_relation t JOIN claim c ON c.id = t.to_id
WHERE t.kind = 'answers' AND t.from_id IN (SELECT value FROM json_each(?1))
UNION
SELECT t.to_id, c.uid, c.id FROM claim_relation t JOIN claim c ON c.id = t.from_id
WHERE t.kind = 'answers' AND t.to_id IN (SELECT value FROM json_each(?1))
ORDER BY 1, 3
"""


def claim_views(connection: sqlite3.Connection, names: Names, ids: Iterable[int]) -> dict[int, ClaimView]:
    """Claims by id, in the order of their points and, on one point, in the order in which they were stated."""
    wanted = among(ids)
    found = rows(connection, _CLAIMS, wanted)
    agents = names.agents(row["claimant_id"] for row in found)
    sources = names.sources(row["source_id"] for row in found)
    passages = _passages(connection, names, wanted)
    disputes = _uids(connection, _DISPUTES, wanted)
    answers = _uids(connection, _ANSWERS, wanted)
    return {
        row["id"]: ClaimView(
            uid=row["uid"],
            event=row["event"],
            kind=row["kind"],
            measure=row["measure"],
            measure_label=row["measure_label"],
            category=row["category"],
            figure=_figure(row),
            text=row["text"],
            lang=row["lang"],
            claimant=agents.get(row["claimant_id"]),
            source=sources[row["source_id"]],
            as_of=when_of(row["doubt"]),
            credibility=row["credibility"],
            credibility_note=row["credibility_note"],
            note=row["note"],
            passages=tuple(passages[row["id"]]),
            origins=row["origins"],
            disputed_by=tuple(disputes[row["id"]]),
            answers=tuple(answers[row["id"]]),
        )
        for row in found
    }


def _figure(row: sqlite3.Row) -> Figure | None:
    parts = (row["low"], row["best"], row["high"], row["qualifier"])
    return None if parts == (None,) * 4 else Figure(*parts)


def _passages(connection: sqlite3.Connection, names: Names, wanted: str) -> dict[int, list[PassageChip]]:
    found = rows(connection, _PASSAGES, wanted)
    chips = names.passages((row["passage_id"], row["relation"]) for row in found)
    passages: dict[int, list[PassageChip]] = defaultdict(list)
    for row in found:
        passages[row["claim_id"]].append(chips[row["passage_id"], row["relation"]])
    return passages


def _uids(connection: sqlite3.Connection, question: str, wanted: str) -> dict[int, list[str]]:
    uids: dict[int, list[str]] = defaultdict(list)
    for row in rows(connection, question, wanted):
        uids[row["claim_id"]].append(row["uid"])
    return uids
