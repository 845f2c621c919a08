"""What is packed for a window's first question is what the tables give, column by column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.cases.synthetic import Synthetic
from tests.index.conftest import written
from viewer.index import plates
from viewer.index.ask import timeline
from viewer.index.ask.density import Density, density
from viewer.index.grid import LEVELS, width
from viewer.index.plates import spread
from viewer.index.query import Query
from viewer.index.reader import open_index

EVENTS = 2600


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(Synthetic(EVENTS, seed=11, text_bytes=60_000), tmp_path_factory.mktemp("plates"))


@pytest.fixture
def large(large_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(large_file)) as connection:
        yield connection


def columns(found: Density) -> tuple[object, ...]:
    return found.start, found.width, found.lanes, found.counts, found.running, tuple(found.coarse)


def asked(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int]]:
    """All of time and parts of it, at every level that has plates."""
    extent = timeline.extent(connection)
    assert extent
    begin, end = extent.start - 1, extent.end + 1
    for (level,) in connection.execute("SELECT DISTINCT level FROM plate ORDER BY level"):
        for start, stop in ((begin, end), (begin, begin + (end - begin) // 3), ((begin + end) // 2, end)):
            yield start, stop, max(1, -(-(stop - start) // width(level)))


def test_levels_with_few_buckets_have_plates_and_no_other(large: sqlite3.Connection) -> None:
    counted = dict(large.execute("SELECT level, count(*) FROM plate GROUP BY level").fetchall())
    assert max(counted.values()) <= plates.MOST
    assert set(counted) == set(range(min(counted), LEVELS))
    assert min(counted) > 0


def test_a_window_is_told_the_same_as_without_plates(large_file: Path, large: sqlite3.Connection) -> None:
    questions = list(asked(large))
    told = [density(large, *question) for question in questions]
    dated_coarser = 0.0
    with pytest.MonkeyPatch.context() as without, closing(open_index(large_file)) as other:
        without.setattr("viewer.index.ask.density.read_plates", lambda *_: [])
        for question, packed in zip(questions, told, strict=True):
            plain = density(other, *question)
            assert plain.flats is None
            assert packed.flats is not None
            assert columns(packed) == columns(plain)
            shares = spread(plain.coarse, plain.start, plain.width, len(plain.counts[0]))
            for lane in plain.lanes:
                known = shares.get(lane, [0.0] * len(plain.counts[0]))
                assert list(packed.flats[lane]) == pytest.approx(known, abs=2e-6)
            dated_coarser += sum(map(sum, shares.values()))
    assert dated_coarser > 0


def test_a_span_beyond_all_of_time_is_counted_from_the_tables(large: sqlite3.Connection) -> None:
    extent = timeline.extent(large)
    assert extent
    found = density(large, extent.start - 200 * (extent.end - extent.start), extent.end, 2000)
    assert found.flats is None
    assert found.events >= density(large, extent.start, extent.end + 1, 300).events


def test_a_query_is_counted_from_its_events(large: sqlite3.Connection) -> None:
    start, stop, wished = next(asked(large))
    assert density(large, start, stop, wished, query=Query(words="market")).flats is None
    assert density(large, start, stop, wished, by="place").flats is None


def test_a_small_case_has_none(drawn: sqlite3.Connection) -> None:
    assert drawn.execute("SELECT count(*) FROM plate").fetchone() == (0,)
