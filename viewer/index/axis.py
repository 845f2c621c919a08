"""Writes where events stand in time: their order, and how many begin, lie or last in each bucket of the grid."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from viewer.case import when
from viewer.case.errors import Damaged
from viewer.index import doubt
from viewer.index.form import LOOSE
from viewer.index.grid import LEVELS, ORIGIN, STEP, level_of, width
from viewer.index.plates import write_plates
from viewer.index.tables import inserted

_DATED: Final = {
    "event": "date_edtf",
    "event_date": "date_edtf",
    "source": "date_edtf",
    "claim": "as_of_edtf",
    "quote": "said_edtf",
}
_COLUMNS: Final = 16
# Numbered as they come: a number given by a window would be sorted, and held, a second time.
_MOMENTS: Final = f"""
INSERT INTO moment(event_id, "start", "end", lc, kind, precision, approximate, uncertain, sure_start, sure_end,
  to_the_day, utc_offset, span, level, lasts, wide_start, wide_end)
SELECT e.id, d.earliest, d.latest,
  CASE WHEN s.loose <> '' THEN {LOOSE} ELSE duration_class(d.latest - d.earliest) END, s.kind,
  coalesce(d.precision, ''), coalesce(d.approximate, 0), coalesce(d.uncertain, 0), coalesce(d.sure_start, 0),
  coalesce(d.sure_end, 0), coalesce(d.to_the_day, 0), d.utc_offset, d.span, coalesce(d.level, {LEVELS - 1}),
  coalesce(d.lasts, 0), d.wide_earliest, d.wide_latest
FROM event e JOIN standing s ON s.event_id = e.id LEFT JOIN parsed_date d ON d.edtf = e.date_edtf
ORDER BY s.loose <> '', d.earliest, d.latest, e.sequence, e.id
"""
_ON_AXIS: Final = f"lc <> {LOOSE}"
_BEGINS: Final = f'{_ON_AXIS} AND "start" IS NOT NULL'
_AFTER_MOMENTS: Final = (
    f'INSERT INTO duration SELECT lc, max("end" - "start"), count(*) FROM moment WHERE {_ON_AXIS} GROUP BY lc',
    f"""UPDATE kind SET on_axis = coalesce((SELECT n FROM
        (SELECT kind AS k, count(*) AS n FROM moment WHERE {_ON_AXIS} GROUP BY kind) WHERE k = kind.number), 0)""",
    f"""INSERT INTO info SELECT 'extent_start', min(coalesce("start", "end")) FROM moment
        WHERE {_ON_AXIS} HAVING count(*) > 0""",
    f"""INSERT INTO info SELECT 'extent_end', max(coalesce("end", "start")) FROM moment
        WHERE {_ON_AXIS} HAVING count(*) > 0""",
    # In order of start the unknown ones come first.
    f"""INSERT INTO info SELECT 'first_start', coalesce(min(id), 1) FROM moment WHERE {_BEGINS}""",
)
# Spans in which something coarser than the finest buckets lies.
_LYING: Final = """
CREATE TEMP TABLE lying(level INTEGER, "start" INTEGER, "end" INTEGER, first INTEGER, last INTEGER,
  PRIMARY KEY(level, "start")) WITHOUT ROWID
"""
_COARSE: Final = (
    f"""INSERT INTO temp.lying SELECT level, "start", max("start" + span), min(id), max(id) FROM moment
        WHERE {_BEGINS} AND level > 0 GROUP BY level, "start" ORDER BY 1, 2""",
    f"""INSERT INTO coarse SELECT l.level, l."start", l."end", m.kind, m.n, l.first, l.last
        FROM (SELECT level, "start", kind, count(*) AS n FROM moment WHERE {_BEGINS} AND level > 0
          GROUP BY level, "start", kind) m
        CROSS JOIN temp.lying l ON l.level = m.level AND l."start" = m."start"
        ORDER BY 1, 2, 3, 4""",
    'INSERT INTO coarse_level SELECT level, max("end" - "start") FROM temp.lying GROUP BY level',
)
_BEGUN: Final = f"""
CREATE TEMP TABLE begun AS
SELECT level, ("start" - ({ORIGIN})) / {STEP} AS bucket, kind, count(*) AS n, min(id) AS ord FROM moment
WHERE {_BEGINS} GROUP BY 1, 2, 3
"""
_DENSITY: Final = """
INSERT INTO density SELECT :level, bucket, kind, sum(n) FROM (
  SELECT bucket >> 1 AS bucket, kind, n FROM density WHERE level = :level - 1
  UNION ALL SELECT bucket >> :level, kind, n FROM temp.begun WHERE level = :level)
GROUP BY bucket, kind ORDER BY bucket, kind
"""
_STEPS: Final = (
    "INSERT INTO step SELECT 0, bucket, min(ord) FROM temp.begun GROUP BY bucket ORDER BY bucket",
    """INSERT INTO step SELECT :level, bucket >> 1, min(ord) FROM step WHERE level = :level - 1
       GROUP BY 2 ORDER BY 2""",
)
# Whole buckets from the first that begins at or after the start to the one in which the end lies.
_RUNNING: Final = f"""
WITH lasting AS (
  SELECT kind, CASE WHEN "start" IS NULL THEN 0 ELSE ("start" - ({ORIGIN}) + :width - 1) / :width END AS first,
    ("end" - ({ORIGIN})) / :width AS last
  FROM moment WHERE lasts AND {_ON_AXIS}
), change AS (
  SELECT kind, first AS bucket, 1 AS n FROM lasting WHERE last IS NULL OR last > first
  UNION ALL SELECT kind, last, -1 FROM lasting WHERE last > first
), total AS (SELECT kind, bucket, sum(n) AS n FROM change GROUP BY kind, bucket)
INSERT INTO running
SELECT :level, kind, bucket, sum(n) OVER (PARTITION BY kind ORDER BY bucket) FROM total ORDER BY kind, bucket
"""


def write_dates(connection: sqlite3.Connection) -> Iterator[int]:
    """Each date of the case once. Raises Damaged('bad-date')."""
    texts = " UNION ".join(f"SELECT {column} AS edtf FROM {table}" for table, column in _DATED.items())
    stated = connection.execute(f"SELECT edtf FROM ({texts}) WHERE edtf IS NOT NULL ORDER BY edtf")
    yield from inserted(connection, "parsed_date", _COLUMNS, (_parsed(text) for (text,) in stated))


def _parsed(text: str) -> tuple[object, ...]:
    try:
        found = when.parse(text)
    except when.BadDate as refused:
        raise Damaged("bad-date", found=text[:200]) from refused
    earliest, latest = _seconds(found.earliest_jd), _seconds(found.latest_jd)
    known = doubt.grain(found)
    before, after = doubt.reach(found)
    return (
        text, earliest, latest, found.precision, found.approximate, found.uncertain, found.sure_start,
        found.sure_end,
        doubt.to_the_day(found), found.zone, known and known[0], level_of(known[1]) if known else LEVELS - 1,
        doubt.lasts(found), None if earliest is None else earliest - before,
        None if latest is None else latest + after, doubt.pack(found),
    )  # fmt: skip


def _seconds(jd: float | None) -> int | None:
    return None if jd is None else when.seconds(jd)


def write_order(connection: sqlite3.Connection) -> None:
    """Every event gets its number."""
    connection.execute(_MOMENTS)
    for statement in _AFTER_MOMENTS:
        connection.execute(statement)


def write_grid(connection: sqlite3.Connection) -> Iterator[int]:
    """Counts by level, one level after the other."""
    connection.execute(_LYING)
    for statement in (*_COARSE, _BEGUN):
        connection.execute(statement)
        yield 0
    for level in range(LEVELS):
        values = {"level": level, "width": width(level)}
        connection.execute(_DENSITY, values)
        connection.execute(_STEPS[level > 0], values)
        connection.execute(_RUNNING, values)
        yield level
    yield from write_plates(connection)
    connection.execute("DROP TABLE temp.begun")
    connection.execute("DROP TABLE temp.lying")
