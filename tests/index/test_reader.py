"""An index is opened read-only, and refused unless it is of exactly our format."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from viewer.case.errors import CaseError, Damaged, TooNew
from viewer.index.form import FORMAT
from viewer.index.reader import open_index


def with_pragma(path: Path, name: str, value: int) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {name} = {value}")
        connection.commit()
    return path


def refusal(path: Path) -> CaseError:
    with pytest.raises(CaseError) as refused:
        open_index(path)
    return refused.value


def test_nothing_can_be_written(index: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        index.execute("DELETE FROM event")


def test_opening_leaves_no_file_beside(index: sqlite3.Connection, index_file: Path) -> None:
    index.execute("SELECT count(*) FROM event").fetchone()
    assert [path.name for path in index_file.parent.iterdir()] == [index_file.name]


def test_a_missing_index_is_named(tmp_path: Path) -> None:
    found = refusal(tmp_path / "none.sqlite")
    assert isinstance(found, Damaged)
    assert (found.code, found.where) == ("index-missing", "none.sqlite")


def test_an_index_of_a_newer_version_is_refused(index_file: Path) -> None:
    found = refusal(with_pragma(index_file, "user_version", FORMAT + 1))
    assert isinstance(found, TooNew)
    assert (found.code, found.found) == ("index-too-new", str(FORMAT + 1))


def test_an_index_of_an_older_version_is_refused(index_file: Path) -> None:
    assert refusal(with_pragma(index_file, "user_version", FORMAT - 1)).code == "index-too-old"


def test_another_database_is_refused(index_file: Path) -> None:
    assert refusal(with_pragma(index_file, "application_id", 1)).code == "not-an-index"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"no database at all" * 100)
    assert refusal(path).code == "index-damaged"


def test_a_cut_index_is_refused(index_file: Path) -> None:
    index_file.write_bytes(index_file.read_bytes()[:-4096])
    assert refusal(index_file).code == "index-damaged"


def test_a_path_with_signs_of_an_address_can_be_opened(index_file: Path) -> None:
    odd = index_file.with_name("a?b#c %41.sqlite")
    index_file.rename(odd)
    with closing(open_index(odd)) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (9,)
