"""Questions about the case as a whole: who made it, what it holds, what was left out, how it is balanced."""

from __future__ import annotations

import sqlite3

from viewer.case.frozen import dataclass
from viewer.index.ask.fetch import fact, rows
from viewer.index.ask.setting import Translated, titles


@dataclass(frozen=True, slots=True)
class Share:
    """A code with its words and a count."""

    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each. only_in_notes: claims whose every passage is in a note of ours."""

    events: int
    claims: int
    sources: int
    sources_cited: int
    quotes: int
    places: int
    agents: int
    discrepancies: int
    passages: int
    documents_held: int
    documents_not_held: int
    only_in_notes: int
    disputed_events: int


@dataclass(frozen=True, slots=True)
class About:
    """The page "About this case". The digests are of the case, not of the index. Dates as stated (EDTF)."""

    case_uid: str
    title: str
    lang: str
    titles: tuple[Translated, ...]
    summary: str
    prepared_by: str
    prepared_how: str
    prepared_on: str
    what_was_read: str
    left_out: str
    graded_by: str
    licence: str
    fiction: bool
    principles: tuple[str, ...]
    counts: Counts
    claims_by_claimant_party: tuple[Share, ...]
    claims_by_publisher_party: tuple[Share, ...]
    sources_by_read_status: tuple[Share, ...]
    sources_by_kind: tuple[Share, ...]
    case_digest: str
    database_digest: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title bar needs, cheaply."""

    case_uid: str
    title: str
    lang: str
    events: int
    sources: int
    fiction: bool
    case_digest: str


_CLAIMANT_PARTY = """
SELECT coalesce(a.party, s.party) AS code, count(*) AS n
FROM claim c JOIN source s ON s.id = c.source_id LEFT JOIN agent a ON a.id = c.claimant_id
GROUP BY 1
"""
_PUBLISHER_PARTY = (
    "SELECT s.party AS code, count(*) AS n FROM claim c JOIN source s ON s.id = c.source_id GROUP BY 1"
)
_READ_STATUS = "SELECT read_status AS code, count(*) AS n FROM source GROUP BY 1"
_SOURCE_KIND = "SELECT kind AS code, count(*) AS n FROM source GROUP BY 1"


def heading(connection: sqlite3.Connection) -> Heading:
    meta = _meta(connection)
    return Heading(
        case_uid=meta.get("case_uid", ""),
        title=meta.get("title", ""),
        lang=meta.get("lang", "und"),
        events=_count(connection, "events"),
        sources=_count(connection, "sources"),
        fiction=meta.get("fiction") == "yes",
        case_digest=fact(connection, "case_digest"),
    )


def about(connection: sqlite3.Connection) -> About:
    meta = _meta(connection)
    counts = Counts(**{name: _count(connection, name) for name in Counts.__match_args__})
    return About(
        case_uid=meta.get("case_uid", ""),
        title=meta.get("title", ""),
        lang=meta.get("lang", "und"),
        titles=titles(connection, "case", 0),
        summary=meta.get("summary", ""),
        prepared_by=meta.get("prepared_by", ""),
        prepared_how=meta.get("prepared_how", ""),
        prepared_on=meta.get("prepared_on", ""),
        what_was_read=meta.get("what_was_read", ""),
        left_out=meta.get("left_out", ""),
        graded_by=meta.get("graded_by", ""),
        licence=meta.get("licence", ""),
        fiction=meta.get("fiction") == "yes",
        principles=tuple(row["text"] for row in rows(connection, "SELECT text FROM principle ORDER BY id")),
        counts=counts,
        claims_by_claimant_party=_shares(connection, "party", _CLAIMANT_PARTY),
        claims_by_publisher_party=_shares(connection, "party", _PUBLISHER_PARTY),
        sources_by_read_status=_shares(connection, "read-status", _READ_STATUS),
        sources_by_kind=_shares(connection, "source-kind", _SOURCE_KIND),
        case_digest=fact(connection, "case_digest"),
        database_digest=fact(connection, "database_digest"),
    )


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return {row["key"]: row["value"] for row in rows(connection, "SELECT key, value FROM meta")}


def _count(connection: sqlite3.Connection, name: str) -> int:
    return int(fact(connection, "count_" + name))


def _shares(connection: sqlite3.Connection, scheme: str, counted: str) -> tuple[Share, ...]:
    """Counts by code, in the case's order of terms."""
    question = f"""SELECT n.code, coalesce(t.label, n.code) AS label, n.n FROM ({counted}) n
        LEFT JOIN term t ON t.scheme = ? AND t.code = n.code ORDER BY t.id IS NULL, t.id, n.code"""
    return tuple(Share(row["code"], row["label"], row["n"]) for row in rows(connection, question, scheme))
