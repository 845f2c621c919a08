"""Makes the index of a checked case: its tables and what follows from them; written beside, then renamed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from viewer.case import store, when
from viewer.case.errors import Damaged
from viewer.index import block, doubt, findable, words
from viewer.index.form import APPLICATION_ID, FORMAT, OPEN
from viewer.index.markup import blocks, document_text
from viewer.index.points import Points

_DATED: Final = {
    "event": "date_edtf",
    "event_date": "date_edtf",
    "source": "date_edtf",
    "claim": "as_of_edtf",
    "quote": "said_edtf",
}
_VIEW = re.compile(r"^CREATE VIEW .*?;\n", re.MULTILINE | re.DOTALL)

_KINDS = """
INSERT INTO kind
SELECT row_number() OVER (ORDER BY t.id IS NULL, t.id, c.code) - 1, c.code, coalesce(t.label, c.code),
  t.definition, (SELECT count(*) FROM event e WHERE e.kind = c.code), 0
FROM (SELECT code FROM term WHERE scheme = 'kind' UNION SELECT kind FROM event) c
LEFT JOIN term t ON t.scheme = 'kind' AND t.code = c.code
"""
_MOMENTS = """
INSERT INTO moment
SELECT row_number() OVER (ORDER BY d.earliest, d.latest, e.sequence, e.id), e.id, d.earliest, d.latest,
  duration_class(d.latest - d.earliest), s.kind, d.precision, d.approximate, d.uncertain, d.sure_start, d.sure_end,
  d.to_the_day, d.utc_offset
FROM event e JOIN standing s ON s.event_id = e.id JOIN parsed_date d ON d.edtf = e.date_edtf
WHERE s.loose = ''
ORDER BY 1
"""
_AFTER_MOMENTS = (
    'INSERT INTO duration SELECT lc, max("end" - "start"), count(*) FROM moment GROUP BY lc',
    "UPDATE kind SET on_axis = (SELECT count(*) FROM moment WHERE moment.kind = kind.number)",
    """INSERT INTO info SELECT 'extent_start', min(coalesce("start", "end")) FROM moment HAVING count(*) > 0""",
    """INSERT INTO info SELECT 'extent_end', max(coalesce("end", "start")) FROM moment HAVING count(*) > 0""",
)
_COUNTS: Final = {
    "events": "SELECT count(*) FROM event",
    "on_axis": "SELECT count(*) FROM moment",
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


def write(records: Records, documents: Callable[[str], bytes], path: Path, digests: Digests) -> Iterator[float]:
    """Writes the index to `path` and yields the share done; nothing stands there before it is whole.

    records gives the records of a class of the case, in the order of their ids; documents the bytes of a held
    document by its path below data/. The same input gives the same bytes under the same version of SQLite. Raises
    Damaged('bad-date') where the case has a date that is none.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            yield from _fill(connection, records, documents, digests)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    yield 1.0


def schema() -> str:
    """All tables of an index."""
    return _VIEW.sub("", store.schema()) + Path(__file__).with_name("schema.sql").read_text("utf-8")


def _fill(
    connection: sqlite3.Connection, records: Records, documents: Callable[[str], bytes], digests: Digests
) -> Iterator[float]:
    _create(connection)
    connection.execute("BEGIN")
    for count, record in enumerate(store.TABLES, start=1):
        store.insert(connection, record, records(record))
        yield 0.3 * count / len(store.TABLES)
    _write_dates(connection)
    connection.execute(_KINDS)
    yield 0.35
    events = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    yield from (0.35 + 0.25 * done / events for done in Points(connection).write() if done % 256 == 0)
    _write_moments(connection)
    yield 0.65
    yield from (0.65 + 0.2 * share for share in _write_blocks(connection, documents))
    yield from (0.85 + 0.13 * share for share in _write_findings(connection))
    _write_info(connection, digests)
    connection.execute("COMMIT")


def _create(connection: sqlite3.Connection) -> None:
    connection.executescript(
        f"""
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {FORMAT};
        """
    )
    connection.executescript(schema())
    connection.create_function("duration_class", 1, duration_class, deterministic=True)
    connection.create_function("norm", 1, words.norm, deterministic=True)


def duration_class(seconds: int | None) -> int:
    """The smallest k for which a duration is at most 60 s * 4^k; OPEN where it has no end."""
    if seconds is None:
        return OPEN
    k = 0
    while seconds > 60 << 2 * k:
        k += 1
    return k


def _write_dates(connection: sqlite3.Connection) -> None:
    texts = " UNION ".join(f"SELECT {column} AS edtf FROM {table}" for table, column in _DATED.items())
    stated = connection.execute(f"SELECT edtf FROM ({texts}) WHERE edtf IS NOT NULL ORDER BY edtf").fetchall()
    connection.executemany(
        f"INSERT INTO parsed_date VALUES ({', '.join('?' * 11)})", (_parsed(text) for (text,) in stated)
    )


def _parsed(text: str) -> tuple[object, ...]:
    try:
        found = when.parse(text)
    except when.BadDate as refused:
        raise Damaged("bad-date", found=text[:200]) from refused
    return (
        text, _seconds(found.earliest_jd), _seconds(found.latest_jd), found.precision, found.approximate,
        found.uncertain, found.sure_start, found.sure_end, doubt.to_the_day(found), found.zone, doubt.pack(found),
    )  # fmt: skip


def _seconds(jd: float | None) -> int | None:
    return None if jd is None else when.seconds(jd)


def _write_moments(connection: sqlite3.Connection) -> None:
    connection.execute(_MOMENTS)
    for statement in _AFTER_MOMENTS:
        connection.execute(statement)


def _write_blocks(connection: sqlite3.Connection, documents: Callable[[str], bytes]) -> Iterator[float]:
    held = connection.execute(
        """SELECT id, media_type, path, content FROM document
           WHERE media_type IN ('text/markdown', 'text/plain') AND external_ref IS NULL ORDER BY id"""
    ).fetchall()
    for count, (document, media_type, path, content) in enumerate(held, start=1):
        text = document_text(documents(path) if content is None else content)
        connection.executemany(
            "INSERT INTO document_block VALUES (?, ?, ?)",
            ((document, seq, block.pack(found)) for seq, found in enumerate(blocks(text, media_type))),
        )
        yield count / len(held)


def _write_findings(connection: sqlite3.Connection) -> Iterator[float]:
    for count, entity in enumerate(findable.ENTITIES, start=1):
        for texts in (findable.own_texts(entity), findable.translated_texts(entity)):
            first = connection.execute("SELECT coalesce(max(id), 0) FROM finding").fetchone()[0]
            connection.execute(
                f"""INSERT INTO finding(entity, entity_id, lang)
                    SELECT ?, entity_id, lang FROM ({texts}) ORDER BY entity_id, lang""",
                (entity,),
            )
            connection.execute(
                f"""INSERT INTO finding_words(rowid, title, detail)
                    SELECT ? + row_number() OVER (ORDER BY entity_id, lang), norm(title), norm(detail)
                    FROM ({texts}) ORDER BY 1""",
                (first,),
            )
        yield count / len(findable.ENTITIES)
    connection.execute("INSERT INTO finding_words(finding_words) VALUES ('optimize')")


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
