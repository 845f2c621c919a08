"""The child that reads a sent case is locked, refuses by itself, and is not believed when it answers nonsense."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from viewer.case import records, store
from viewer.case.bag import Bag
from viewer.case.errors import CaseError, Damaged, NotACase
from viewer.locked import rows
from viewer.locked.case_messages import ReadRows, Rows, Sound
from viewer.locked.case_reader import CaseReader, Unwanted, _understood
from viewer.locked.frames import BadFrame


@pytest.fixture(scope="module")
def database(built_resources: Path) -> bytes:
    with Bag.open(built_resources / "cases" / "harbour.evcase") as bag:
        return bag.database()


@pytest.fixture
def reader() -> Iterator[CaseReader]:
    made = CaseReader("case.sqlite", lambda: False)
    yield made
    made.close()


def test_every_row_comes_across_as_it_is(reader: CaseReader, database: bytes) -> None:
    import sqlite3
    from contextlib import closing

    reader.check(database)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        for record in store.TABLES:
            found = [msgspec.structs.astuple(row) for row in reader.records(record)]
            named = [
                tuple(getattr(row, name) for name in store.columns_of(record))
                for row in store.read(connection, record)
            ]
            assert found == named


@pytest.mark.skipif(sys.platform != "linux", reason="the wall stands on Linux")
def test_the_child_can_open_nothing_and_start_nothing(reader: CaseReader) -> None:
    told = reader.protections()
    assert told.no_files
    assert told.no_sockets
    assert told.no_programs
    assert told.no_children
    assert told.no_signals
    assert told.memory_bounded
    assert told.filtered


def test_foreign_tables_are_refused_with_their_names(reader: CaseReader, database: bytes) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        connection.execute("CREATE TABLE evil(a)")
        changed = connection.serialize()
    with pytest.raises(NotACase) as refused:
        reader.check(changed)
    assert (refused.value.code, refused.value.found) == ("not-our-tables", "evil")


def test_rows_are_not_read_before_the_database_was_checked(reader: CaseReader) -> None:
    with pytest.raises(Damaged, match="refused"):
        list(reader.records(records.Event))


def test_a_table_that_was_left_in_the_middle_begins_anew(reader: CaseReader, database: bytes) -> None:
    reader.check(database)
    first = next(reader.records(records.Event))
    assert len(list(reader.records(records.Claim))) > 1
    assert next(reader.records(records.Event)) == first
    assert next(reader.records(records.Event)) == first


def test_a_child_that_is_killed_is_told(reader: CaseReader, database: bytes) -> None:
    reader.check(database)
    assert reader.pid
    os.kill(reader.pid, signal.SIGKILL)
    with pytest.raises(CaseError, match="child-ended"):
        list(reader.records(records.Event))


def test_a_check_nobody_waits_for_ends_soon(database: bytes) -> None:
    unwanted = threading.Event()
    reader = CaseReader("case.sqlite", unwanted.is_set)
    try:
        reader.check(database)
        unwanted.set()
        began = time.monotonic()
        with pytest.raises(Unwanted):
            for _ in range(10_000):
                list(reader.records(records.Claim))
        assert time.monotonic() - began < 2
    finally:
        reader.close()


def test_a_text_that_takes_too_long_has_no_blocks(reader: CaseReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.locked.case_reader._TEXT_SECONDS", 0.3)
    text = b"[" * 60_000 + b"> " * 60_000
    slow: tuple[bytes, Literal["text/markdown"]] = (text, "text/markdown")
    short: tuple[bytes, Literal["text/plain"]] = (b"words", "text/plain")
    found = reader.blocks([slow, short, short, slow, short])
    shown = [[block.text for block in blocks] for blocks in found]
    assert shown == [[], ["words"], ["words"], [], []], "after two such the others are left alone"


@pytest.mark.parametrize(
    "page",
    [[[1]], [["x", "y", "z"]], [[None, "y"]], [[b"x", "y"]], ["x"], {"key": "value"}],
)
def test_a_row_of_other_types_is_not_believed(page: object) -> None:
    with pytest.raises(msgspec.MsgspecError):
        rows.decoder(rows.TABLES.index(records.Meta)).decode(msgspec.msgpack.encode(page))


@pytest.mark.parametrize(
    "record, payload",
    [
        (b"", b""),
        (b"\xc1", b""),
        (msgspec.msgpack.encode(Sound()), b""),
        (msgspec.msgpack.encode({"is": "some", "last": 7}), b""),
        (msgspec.msgpack.encode({"is": "some", "last": True, "more": 1}), b""),
    ],
)
def test_an_answer_that_makes_no_sense_is_not_believed(record: bytes, payload: bytes) -> None:
    with pytest.raises(BadFrame):
        _understood(ReadRows(0), record, payload)


def test_an_answer_that_makes_sense_is_believed() -> None:
    assert _understood(ReadRows(0), msgspec.msgpack.encode(Rows(True)), b"\x90") == Rows(True)
