"""Makes the index of a checked case: its tables and what follows from them; written beside, then renamed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from viewer.case import store
from viewer.index import axis, facet_lists, sorting, tables, texts
from viewer.index.form import LOOSE
from viewer.index.points import Points

_KINDS: Final = """
INSERT INTO kind
SELECT row_number() OVER (ORDER BY t.id IS NULL, t.id, c.code) - 1, c.code, coalesce(t.label, c.code),
  t.definition, (SELECT count(*) FROM event e WHERE e.kind = c.code), 0
FROM (SELECT code FROM term WHERE scheme = 'kind' UNION SELECT kind FROM event) c
LEFT JOIN term t ON t.scheme = 'kind' AND t.code = c.code
"""
_COUNTS: Final = {
    "events": "SELECT count(*) FROM event",
    "on_axis": f"SELECT count(*) FROM moment WHERE lc <> {LOOSE}",
    "claims": "SELECT count(*) FROM claim",
    "sources": "SELECT count(*) FROM source",
    "sources_cited": "SELECT count(*) FROM (SELECT source_id FROM claim UNION SELECT source_id FROM quote)",
    "quotes": "SELECT count(*) FROM quote",
    "places": "SELECT count(*) FROM place",
    "agents": "SELECT count(*) FROM agent",
    "discrepancies": "SELECT count(*) FROM discrepancy",
    "passages": "SELECT count(*) FROM passage",
    "documents_held": """SELECT count(*) FROM document
        WHERE external_ref IS NULL AND derivation IS NOT 'extract-note'""",
    "documents_not_held": """SELECT count(*) FROM document
        WHERE external_ref IS NOT NULL AND derivation IS NOT 'extract-note'""",
    "only_in_notes": """SELECT count(*) FROM (SELECT cp.claim_id FROM claim_passage cp
        JOIN passage p ON p.id = cp.passage_id JOIN document d ON d.id = p.document_id
        GROUP BY cp.claim_id HAVING min(d.derivation IS 'extract-note') = 1)""",
    "disputed_events": "SELECT count(*) FROM standing WHERE disputed",
}

Records = Callable[[type[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 in hexadecimal: of the case's manifest, and of its database."""

    case_digest: str
    database_digest: str


def write(
    records: Records,
    documents: Callable[[str], bytes],
    path: Path,
    digests: Digests,
    reading: texts.Reading = texts.read_texts,
) -> Iterator[float]:
    """Writes the index to `path` and yields the share done; nothing stands there before it is whole.

    records gives the records of a class of the case, in the order of their ids; documents the bytes of a held
    document by its path below data/; reading, how these become blocks. The same input gives the same bytes under
    the same version of SQLite. Raises Damaged('bad-date') where the case has a date that is none.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            yield from fill(connection, records, documents, digests, reading)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    yield 1.0


def fill(
    connection: sqlite3.Connection,
    records: Records,
    documents: Callable[[str], bytes],
    digests: Digests,
    reading: texts.Reading = texts.read_texts,
) -> Iterator[float]:
    """Writes the index into an empty database, as `write` does into a file.

    The connection was opened with isolation_level=None. reading: how the bytes of texts become blocks.
    """
    tables.create(connection)
    texts.prepare(connection)
    connection.execute("BEGIN")
    yield from _within(0.0, 0.25, _write_records(connection, records))
    events = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    yield from _within(0.25, 0.4, (done / max(events, 1) for done in _write_order(connection)))
    yield from _within(0.4, 0.55, (done / events for done in texts.write_event_words(connection)))
    yield from _within(0.55, 0.6, _steps(texts.write_findings(connection)))
    yield from _within(0.6, 0.8, texts.write_documents(connection, documents, reading))
    yield from _within(0.8, 0.9, _steps(texts.optimise(connection)))
    yield from _within(0.9, 0.91, _steps(texts.write_terms(connection)))
    yield from _within(0.91, 0.95, _steps(facet_lists.write_facets(connection)))
    yield from _within(0.95, 1.0, _steps(sorting.write_orders(connection)))
    _write_info(connection, digests)
    connection.execute("COMMIT")


def _within(start: float, end: float, shares: Iterable[float]) -> Iterator[float]:
    """Shares of one part of the work as shares of the whole, never falling back."""
    for share in shares:
        yield start + (end - start) * min(share, 1.0)


def _steps(work: Iterable[object]) -> Iterator[float]:
    """Shares for work whose length is not known: always nearer to the end."""
    for done, _ in enumerate(work, start=1):
        yield done / (done + 20)


def _write_records(connection: sqlite3.Connection, records: Records) -> Iterator[float]:
    for count, record in enumerate(store.TABLES):
        for done in tables.insert(connection, record, records(record)):
            yield (count + done / (done + 500_000)) / len(store.TABLES)
    for _ in tables.create_indexes(connection, of_case=True):
        yield 1.0


def _write_order(connection: sqlite3.Connection) -> Iterator[float]:
    """How claims stand and where events lie; yields how many events are done."""
    for _ in axis.write_dates(connection):
        yield 0
    connection.execute(_KINDS)
    done = 0
    for done in Points(connection).write():
        yield done
    axis.write_order(connection)
    yield done
    for _ in tables.create_indexes(connection, of_case=False):
        yield done
    for _ in axis.write_grid(connection):
        yield done


def _write_info(connection: sqlite3.Connection, digests: Digests) -> None:
    found = connection.execute("SELECT value FROM meta WHERE key = 'case_uid'").fetchone()
    facts = {
        "case_uid": found[0] if found else "",
        "case_digest": digests.case_digest,
        "database_digest": digests.database_digest,
    }
    for name, question in _COUNTS.items():
        facts["count_" + name] = str(connection.execute(question).fetchone()[0])
    connection.executemany("INSERT INTO info VALUES (?, ?)", sorted(facts.items()))
