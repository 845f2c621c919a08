"""Builders of databases that mean harm or have come to it, each with the code it must be refused with.

A maker gets the bytes of a sound database of a case and answers others. None = it may open: it must do no harm.
"""

from __future__ import annotations

import sqlite3
import struct
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Maker = Callable[[bytes], bytes]
_ENDLESS = (
    "WITH RECURSIVE x(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x) SELECT i AS key, hex(i) AS value FROM x"
)
_SCHEMA = "PRAGMA writable_schema = ON; "


def changed(good: bytes, script: str, *, then: Callable[[sqlite3.Connection], None] | None = None) -> bytes:
    """A sound database after some SQL; foreign keys and CHECKs are not looked after."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.sqlite"
        path.write_bytes(good)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
            connection.executescript(script)
            if then:
                then(connection)
        return path.read_bytes()


def sql(script: str) -> Maker:
    return lambda good: changed(good, script)


def poked(*places: tuple[int, bytes]) -> Maker:
    """Other bytes at some offsets."""

    def make(good: bytes) -> bytes:
        content = bytearray(good)
        for offset, put in places:
            content[offset : offset + len(put)] = put
        return bytes(content)

    return make


def _many_tables(good: bytes) -> bytes:
    columns = ", ".join(f"c{number}" for number in range(50))
    tables = "".join(f"CREATE TABLE t{number}({columns});" for number in range(4000))
    return changed(good, f"BEGIN; {tables} COMMIT;")


def _same_root(good: bytes) -> bytes:
    root = "(SELECT rootpage FROM sqlite_schema WHERE name = 'claim')"
    return changed(good, _SCHEMA + f"UPDATE sqlite_schema SET rootpage = {root} WHERE name = 'quote';")


def _page_of(good: bytes, table: str) -> tuple[int, int]:
    """Offset of a table's first page, and the page size."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(good)
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        size = int(connection.execute("PRAGMA page_size").fetchone()[0])
        return (int(connection.execute(asked, (table,)).fetchone()[0]) - 1) * size, size


def _page_of_noise(good: bytes) -> bytes:
    offset, size = _page_of(good, "event")
    return poked((offset, bytes(number * 7 % 256 for number in range(size))))(good)


def _own_child(good: bytes) -> bytes:
    """An inner page whose only child is itself."""
    offset, size = _page_of(good, "event")
    number = offset // size + 1
    page = struct.pack(">BHHHB I", 5, 0, 0, size, 0, number).ljust(size, b"\0")
    return poked((offset, page))(good)


def _cells_astray(good: bytes) -> bytes:
    offset, size = _page_of(good, "event")
    return poked((offset + 8, struct.pack(">H", size - 1) * 8))(good)


def _free_pages_in_a_ring(good: bytes) -> bytes:
    loose = changed(good, "CREATE TABLE z(a); INSERT INTO z VALUES (zeroblob(40000)); DROP TABLE z;")
    trunk = struct.unpack_from(">I", loose, 32)[0]
    size = struct.unpack_from(">H", loose, 16)[0]
    return poked(((trunk - 1) * size, struct.pack(">I", trunk)))(loose)


def _overflow_in_a_ring(good: bytes) -> bytes:
    long = changed(good, "INSERT INTO principle(text) VALUES (printf('%.*c', 60000, 'x'));")
    size = struct.unpack_from(">H", long, 16)[0]
    for number in range(len(long) // size - 1, 0, -1):
        page = long[number * size : (number + 1) * size]
        if page[4:200] == b"x" * 196:
            return poked((number * size, struct.pack(">I", number + 1)))(long)
    raise AssertionError("no overflow page")


def _journal_mode(good: bytes) -> bytes:
    return poked((18, b"\2\2"))(good)


def _huge_value(good: bytes) -> bytes:
    return changed(good, "INSERT INTO principle(text) VALUES (printf('%.*c', 70000000, 'x'));")


def _deep_markup(good: bytes) -> bytes:
    text = b"[" * 60_000 + b"> " * 60_000 + b"*a " * 60_000
    return changed(good, "", then=lambda connection: _add_text(connection, text))


def _add_text(connection: sqlite3.Connection, text: bytes) -> None:
    connection.execute(
        "INSERT INTO document(id, uid, title, media_type, byte_size, sha256, content) VALUES "
        "(9999, 'HOSTILE', 'x', 'text/markdown', ?, ?, ?)",
        (len(text), "0" * 64, text),
    )


def _meant_otherwise(good: bytes) -> bytes:
    """A CHECK that lets more pass, under the same names."""
    return changed(good, _SCHEMA + "UPDATE sqlite_schema SET sql = replace(sql, '''person'', ', '');")


DATABASES: dict[str, tuple[Maker, str | None]] = {
    # Code and cost hidden in the schema
    "a table that is an endless view": (
        sql(f"DROP TABLE principle; CREATE VIEW principle AS {_ENDLESS};"),
        "not-our-tables",
    ),
    "a view of enormous values": (
        sql("DROP TABLE principle; CREATE VIEW principle AS SELECT 1 AS id, hex(zeroblob(400000000)) AS text;"),
        "not-our-tables",
    ),
    "a trigger": (
        sql("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM event; END;"),
        "not-our-tables",
    ),
    "a generated column": (
        sql("CREATE TABLE g(a, b TEXT AS (printf('%.*c', 90000000, 'x')) VIRTUAL); INSERT INTO g(a) VALUES (1);"),
        "not-our-tables",
    ),
    "a full-text table": (sql("CREATE VIRTUAL TABLE f USING fts5(a);"), "not-our-tables"),
    "an r-tree": (sql("CREATE VIRTUAL TABLE r USING rtree(i, a, b);"), "not-our-tables"),
    "an index on an expression": (sql("CREATE INDEX ix ON event(lower(summary));"), "not-our-tables"),
    "poisoned statistics": (
        sql("ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ('event', NULL, '1');"),
        "not-our-tables",
    ),
    "a schema that lies": (
        sql(
            _SCHEMA + "INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) VALUES "
            "('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING fts3(a)');"
        ),
        "not-our-tables",
    ),
    "a looser check under the same name": (_meant_otherwise, "not-our-tables"),
    "four thousand tables": (_many_tables, "not-our-tables"),
    "a table that is missing": (sql("DROP VIEW v_quotes; DROP TABLE reckoning_event;"), "not-our-tables"),
    # The header
    "a write-ahead log": (_journal_mode, "database-unsettled"),
    "more pages than bytes": (poked((28, b"\x7f\xff\xff\xff")), "database-cut"),
    "half of the file": (lambda good: good[: len(good) // 2], "database-cut"),
    "bytes behind the end": (lambda good: good + b"x" * 500, "database-cut"),
    "reserved bytes": (poked((20, b"\xff")), "odd-header"),
    "UTF-16": (poked((56, b"\0\0\0\3")), "odd-header"),
    "an odd page size": (poked((16, b"\x03\x21")), "odd-header"),
    "an old schema format": (poked((44, b"\0\0\0\1")), "odd-header"),
    "nothing": (lambda good: b"", "no-zip"),
    "a text": (lambda good: b"not a database at all\n" * 100, "no-zip"),
    "only the magic": (lambda good: good[:16], "not-a-database"),
    "another program's": (poked((68, b"GPKG")), "not-our-database"),
    "a newer format": (poked((60, b"\0\0\0\x63")), "case-too-new"),
    # Pages
    "a page of noise": (_page_of_noise, "database-damaged"),
    "a page that is its own child": (_own_child, "database-damaged"),
    "cells that point astray": (_cells_astray, "database-damaged"),
    "two tables on one page": (_same_root, "database-damaged"),
    "free pages in a ring": (_free_pages_in_a_ring, None),
    "overflow pages in a ring": (_overflow_in_a_ring, "database-damaged"),
    # Rows
    "words that are no UTF-8": (
        sql("INSERT INTO principle(text) VALUES (CAST(x'61ff62' AS TEXT));"),
        "not-text",
    ),
    "a value of 70 MB": (_huge_value, "database-too-large"),
    "a value a check forbids": (sql("UPDATE event SET total = 7;"), "database-damaged"),
    "a claim on no event": (sql("UPDATE claim SET event_id = 987654;"), "dangling-reference"),
    "a date that is none": (sql("UPDATE event SET date_edtf = 'yesterday';"), "bad-date"),
    "moments without bounds": (sql("UPDATE event SET earliest_jd = 9e999, latest_jd = 9e999;"), None),
    "moments beyond all time": (sql("UPDATE event SET earliest_jd = -1e300, latest_jd = 1e300;"), None),
    "who belongs to himself": (sql("UPDATE agent SET within_id = id; UPDATE place SET within_id = id;"), None),
    "a reprint of itself": (sql("UPDATE source SET reprint_of = id, parent_id = id;"), None),
    "no name at all": (sql("DELETE FROM meta;"), None),
    "signs that turn words round": (
        sql("INSERT INTO principle(text) VALUES (char(8238) || 'gpj.exe' || char(0) || 'b');"),
        None,
    ),
    "a text that nests without end": (_deep_markup, None),
    "numbers at the edge": (sql("UPDATE claim SET low = -9223372036854775808, high = 9223372036854775807;"), None),
}
