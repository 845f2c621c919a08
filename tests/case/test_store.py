"""The tables are those of the specification, and records go in and come out the same."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from viewer.case import records, store


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        store.create(opened)
        yield opened


def test_the_mark_the_version_and_the_page_size_are_those_of_the_format(connection: sqlite3.Connection) -> None:
    told = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "page_size")
    ]
    assert told == [0x43415345, 1, 4096]


def test_every_table_has_its_record_and_every_column_its_field_in_order(connection: sqlite3.Connection) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables == {store.table_of(record) for record in store.TABLES}
    for record in store.TABLES:
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (store.table_of(record),))
        assert tuple(name for (name,) in columns) == store.columns_of(record)


def test_every_table_is_strict_and_nothing_in_the_file_runs(connection: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_schema")}
    assert kinds == {"table", "index", "view"}
    for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'table'"):
        assert re.search(r"\) STRICT(, WITHOUT ROWID)?$", sql)
        assert "GENERATED" not in sql
        assert "VIRTUAL" not in sql


def test_references_lead_to_tables_that_are_filled_before(connection: sqlite3.Connection) -> None:
    order = [store.table_of(record) for record in store.TABLES]
    for place, table in enumerate(order):
        for row in connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', (table,)):
            assert row[0] in order[: place + 1]


@pytest.mark.parametrize(
    "record",
    [
        records.Meta(key="case_uid", value="harbour"),
        records.Event(
            id=1, uid="E1", kind="force", title="Shots", date_edtf="2010", earliest_jd=1.5, latest_jd=2.5
        ),
        records.Place(id=1, uid="P1", name="Quay", lon=44.5, lat=33.25),
    ],
)
def test_a_record_comes_out_as_it_went_in(connection: sqlite3.Connection, record: Any) -> None:
    store.insert(connection, type(record), [record])
    assert list(store.read(connection, type(record))) == [record]


@pytest.mark.parametrize(
    "record",
    [
        records.Place(id=1, uid="P1", name="Quay", lon=44.5),
        records.Agent(id=1, uid="A1", name="X", kind="villain"),
        records.Event(id=1, uid="E1", kind="force", title="Shots", earliest_jd=2.5, latest_jd=1.5),
        records.Document(id=1, uid="D1", title="Two places", media_type="x", path="a", external_ref="b"),
        records.Document(id=1, uid="D1", title="Held without hash", media_type="x", path="a"),
    ],
)
def test_what_the_format_does_not_allow_is_refused(connection: sqlite3.Connection, record: Any) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.insert(connection, type(record), [record])


def test_figures_out_of_order_are_kept_as_stated(connection: sqlite3.Connection) -> None:
    claim = records.Claim(
        id=1, uid="C1", event_id=1, source_id=1, kind="figure", measure_id=1, low=9, best=5, high=3
    )
    store.insert(connection, records.Claim, [claim])
    assert list(store.read(connection, records.Claim)) == [claim]


def test_no_column_says_what_is_true() -> None:
    columns = {name for record in store.TABLES for name in store.columns_of(record)}
    assert not columns & {"true", "verdict", "established", "refuted", "truth"}
