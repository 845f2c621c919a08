"""The index is written whole or not at all, the same bytes for the same case."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from viewer.case import records as r
from viewer.case import store
from viewer.case.errors import Damaged
from viewer.index.form import OPEN
from viewer.index.tables import duration_class
from viewer.index.writer import Digests, write

DIGESTS = Digests("c" * 64, "d" * 64)


def document(name: str) -> bytes:
    return b"# Words\n\nThe ministry puts the dead at *three*.\n"


def records_but(case: sqlite3.Connection, changed: Callable[[Any], Any]) -> Callable[[type[Any]], Iterable[Any]]:
    def records(record: type[Any]) -> Iterable[Any]:
        return (changed(row) for row in store.read(case, record))

    return records


def test_the_same_case_gives_the_same_bytes(case: sqlite3.Connection, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for path in (one, other):
        shares = list(write(partial(store.read, case), document, path, DIGESTS))
        assert shares == sorted(shares)
        assert shares[-1] == 1.0
    assert one.read_bytes() == other.read_bytes()


def test_an_abandoned_index_leaves_nothing(case: sqlite3.Connection, tmp_path: Path) -> None:
    writing = write(partial(store.read, case), document, tmp_path / "index", DIGESTS)
    next(writing)
    assert isinstance(writing, Generator)
    writing.close()
    assert list(tmp_path.iterdir()) == []


def test_an_older_index_stays_until_the_new_one_is_whole(case: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_bytes(b"older")
    writing = write(partial(store.read, case), document, path, DIGESTS)
    next(writing)
    assert path.read_bytes() == b"older"
    for _ in writing:
        pass
    assert path.read_bytes()[:6] == b"SQLite"


def test_a_date_that_is_none_is_refused(case: sqlite3.Connection, tmp_path: Path) -> None:
    def changed(row: Any) -> Any:
        return replace(row, date_edtf="last spring") if isinstance(row, r.Event) and row.uid == "E02" else row

    with pytest.raises(Damaged) as refused:
        list(write(records_but(case, changed), document, tmp_path / "index", DIGESTS))
    assert (refused.value.code, refused.value.found) == ("bad-date", "last spring")
    assert list(tmp_path.iterdir()) == []


def test_a_circle_of_reprints_or_of_agents_ends(case: sqlite3.Connection, tmp_path: Path) -> None:
    def changed(row: Any) -> Any:
        if isinstance(row, r.Source) and row.uid == "wire-1":
            return replace(row, reprint_of=3)
        return replace(row, within_id=2) if isinstance(row, r.Agent) and row.uid == "gov" else row

    assert list(write(records_but(case, changed), document, tmp_path / "index", DIGESTS))[-1] == 1.0


def test_an_empty_case_has_an_index(tmp_path: Path) -> None:
    assert list(write(lambda record: (), document, tmp_path / "index", DIGESTS))[-1] == 1.0


@pytest.mark.parametrize(
    ("seconds", "expected"), [(None, OPEN), (1, 0), (60, 0), (61, 1), (240, 1), (241, 2), (86_400, 6)]
)
def test_classes_of_duration_grow_fourfold(seconds: int | None, expected: int) -> None:
    assert duration_class(seconds) == expected


def test_moments_are_numbered_in_order_of_start(index: sqlite3.Connection) -> None:
    starts = [row[0] for row in index.execute('SELECT "start" FROM moment WHERE lc <> -2 ORDER BY id')]
    assert starts == sorted(starts)
    assert len(starts) == 6
