"""Writes what events can be filtered by: each value with its events, as a bitmap of their ords."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from viewer.index.form import LOOSE

if TYPE_CHECKING:
    from pyroaring import BitMap

# Sources that speak to an event: by claims, quotations, other dates and passages.
SPEAKS: Final = """
SELECT event_id, source_id FROM claim
UNION SELECT t.event_id, q.source_id FROM quote q JOIN quote_event t ON t.quote_id = q.id
UNION SELECT event_id, source_id FROM event_date WHERE source_id IS NOT NULL
UNION SELECT t.event_id, d.source_id FROM event_passage t JOIN passage p ON p.id = t.passage_id
  JOIN document d ON d.id = p.document_id WHERE d.source_id IS NOT NULL
"""
_SOURCED: Final = "FROM temp.speaks t JOIN source s ON s.id = t.source_id"
# Of each facet: value, label, other words, order shown, what it lies in; then the events with each value.
_VALUES: Final = {
    "kind": "SELECT code, label, '', number, NULL FROM kind WHERE events > 0",
    "place": """SELECT p.uid, coalesce(p.short_name, p.name), p.name, p.id, w.uid
        FROM place p LEFT JOIN place w ON w.id = p.within_id""",
    "agent": """SELECT a.uid, coalesce(a.short_name, a.name),
        a.name || coalesce((SELECT ' ' || group_concat(n.name, ' ') FROM agent_name n
        WHERE n.agent_id = a.id), ''), a.id, NULL
        FROM agent a WHERE EXISTS (SELECT 1 FROM event_agent t WHERE t.agent_id = a.id)""",
    "role": "SELECT role, role, '', 0, NULL FROM event_agent GROUP BY role",
    "source": """SELECT uid, publisher || ': ' || title, '', id, NULL FROM source
        WHERE id IN (SELECT source_id FROM temp.speaks)""",
    "party": f"""SELECT party, coalesce((SELECT label FROM term WHERE scheme = 'party' AND code = party), party),
        '', 0, NULL {_SOURCED} GROUP BY party""",
    "reliability": f"""SELECT reliability, coalesce((SELECT label FROM term WHERE scheme = 'reliability'
        AND code = reliability), reliability), '', 0, NULL {_SOURCED} GROUP BY reliability""",
    "language": f"SELECT s.lang, s.lang, '', 0, NULL {_SOURCED} GROUP BY s.lang",
}
# Ids of agents, sources or places and ords, in order: one bitmap at a time is held.
_MANY: Final = {
    "place": """SELECT a.above, m.id FROM temp.above a JOIN event e ON e.place_id = a.place
        JOIN moment m ON m.event_id = e.id ORDER BY 1, 2""",
    "agent": """SELECT t.agent_id, m.id FROM event_agent t JOIN moment m ON m.event_id = t.event_id
        ORDER BY 1, 2""",
    "source": """SELECT t.source_id, m.id FROM temp.speaks t JOIN moment m ON m.event_id = t.event_id
        ORDER BY 1, 2""",
}
# Of a few values: value and ord, in any order.
_FEW: Final = {
    "kind": "SELECT k.code, m.id FROM moment m JOIN kind k ON k.number = m.kind",
    "role": "SELECT t.role, m.id FROM event_agent t JOIN moment m ON m.event_id = t.event_id",
    "disputed": "SELECT 'yes', m.id FROM moment m JOIN standing st ON st.event_id = m.event_id WHERE st.disputed",
    "single_origin": """SELECT 'yes', m.id FROM moment m JOIN standing st ON st.event_id = m.event_id
        WHERE length(st.origins) = 1""",
    "uncited": """SELECT 'yes', m.id FROM moment m WHERE NOT EXISTS (SELECT 1 FROM claim c JOIN claim_passage p
        ON p.claim_id = c.id WHERE c.event_id = m.event_id)""",
    "undated": """SELECT 'yes', m.id FROM moment m JOIN standing st ON st.event_id = m.event_id
        WHERE st.loose IN ('undated', 'order')""",
    "level": f'SELECT level, id FROM moment WHERE lc <> {LOOSE} AND "start" IS NOT NULL',
    "lasts": f"SELECT 'yes', id FROM moment WHERE lasts AND lc <> {LOOSE}",
}
# What is true of a source is true of the events it speaks to.
_OF_SOURCES: Final = {"party": "party", "reliability": "reliability", "language": "lang"}
# A place and everything it lies in, itself included; a circle ends where it began.
_ABOVE: Final = """
CREATE TEMP TABLE above AS
WITH RECURSIVE up(place, above) AS (
  SELECT id, id FROM place UNION SELECT up.place, p.within_id FROM up JOIN place p ON p.id = up.above
  WHERE p.within_id IS NOT NULL
) SELECT place, above FROM up
"""
_LEVELS: Final = """
UPDATE facet_value SET level = (SELECT count(*) - 1 FROM temp.above a JOIN place p ON p.id = a.place
  WHERE p.uid = facet_value.value)
WHERE facet = 'place'
"""
_BATCH: Final = 65_536  # rows of a question that are held
_COMMON_SHARE: Final = 10  # a word in more than one of so many events is kept ready


def write_facets(connection: sqlite3.Connection) -> Iterator[str]:
    """All facets; yields the name of each. event_words must be filled."""
    connection.execute(f"CREATE TEMP TABLE speaks AS {SPEAKS}")
    connection.execute(_ABOVE)
    yield ""
    for facet in _VALUES:
        _write_values(connection, facet)
    for facet, question in _MANY.items():
        _write_many(connection, facet, question)
        yield facet
    for facet, question in _FEW.items():
        _write_few(connection, facet, question)
        yield facet
    for facet, column in _OF_SOURCES.items():
        _write_of_sources(connection, facet, column)
        yield facet
    _write_common_words(connection)
    connection.execute("DELETE FROM facet_value WHERE events = 0")
    connection.execute(_LEVELS)
    for table in ("speaks", "above"):
        connection.execute(f"DROP TABLE temp.{table}")


def _write_values(connection: sqlite3.Connection, facet: str) -> None:
    if facet in _VALUES:
        connection.execute(
            f"""INSERT INTO facet_value(facet, value, label, words, events, place, within, level)
                SELECT ?, v.*, 0 FROM (SELECT c1, c2, parted(c2 || ' ' || c3), 0, c4, c5 FROM
                (SELECT NULL AS c1, NULL AS c2, NULL AS c3, NULL AS c4, NULL AS c5 WHERE 0
                UNION ALL {_VALUES[facet]}) ORDER BY c4, c1) v""",
            (facet,),
        )


def _write_many(connection: sqlite3.Connection, facet: str, question: str) -> None:
    for number, events in groupby(connection.execute(question), key=itemgetter(0)):
        value = connection.execute(f"SELECT uid FROM {facet} WHERE id = ?", (number,)).fetchone()[0]
        _write_bitmap(connection, facet, value, _bitmap(ord_ for _, ord_ in events))


def _write_few(connection: sqlite3.Connection, facet: str, question: str) -> None:
    """The bitmaps of all values at once."""
    from pyroaring import BitMap

    held: dict[str | int, BitMap] = defaultdict(BitMap)
    rows = connection.execute(question)
    while part := rows.fetchmany(_BATCH):
        buckets: dict[str | int, array[int]] = defaultdict(lambda: array("I"))
        for value, ord_ in part:
            buckets[value].append(ord_)
        for value, ords in buckets.items():
            held[value].update(ords)
    for value in sorted(held, key=str):
        _write_bitmap(connection, facet, str(value), held[value])


def _write_of_sources(connection: sqlite3.Connection, facet: str, column: str) -> None:
    """Put together from the bitmaps of the sources."""
    from pyroaring import BitMap

    held: dict[str, BitMap] = defaultdict(BitMap)
    for value, packed in connection.execute(
        f"""SELECT s.{column}, b.packed FROM facet_value v JOIN facet_bitmap b ON b.id = v.id
            JOIN source s ON s.uid = v.value WHERE v.facet = 'source'"""
    ):
        held[value] |= BitMap.deserialize(packed)
    for value in sorted(held):
        _write_bitmap(connection, facet, value, held[value])


def _bitmap(ords: Iterator[int]) -> BitMap:
    """Of any number of ords, of which only a batch is held as numbers."""
    from pyroaring import BitMap

    found = BitMap()
    while part := array("I", islice(ords, _BATCH)):
        found.update(part)
    return found


def _write_bitmap(connection: sqlite3.Connection, facet: str, value: str, found: BitMap) -> None:
    found.run_optimize()
    connection.execute(
        """INSERT INTO facet_value(facet, value, label, words, events, place, within, level)
           VALUES (?1, ?2, ?2, '', ?3, 0, NULL, 0) ON CONFLICT DO UPDATE SET events = excluded.events""",
        (facet, value, len(found)),
    )
    connection.execute(
        "INSERT INTO facet_bitmap SELECT id, ? FROM facet_value WHERE facet = ? AND value = ?",
        (found.serialize(), facet, value),
    )


def _write_common_words(connection: sqlite3.Connection) -> None:
    events = connection.execute("SELECT count(*) FROM moment").fetchone()[0]
    if events < 1000:
        return
    common = connection.execute(
        "SELECT term FROM known_word WHERE events > ? ORDER BY term", (events // _COMMON_SHARE,)
    ).fetchall()
    for (term,) in common:
        found = connection.execute("SELECT rowid FROM event_words WHERE event_words MATCH ?", (f'"{term}"',))
        _write_bitmap(connection, "word", term, _bitmap(number for (number,) in found))
