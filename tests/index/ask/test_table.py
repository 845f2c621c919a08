"""Every page of every order is the part of the whole sorted list that it should be."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.index.ask.test_chosen import BOUNDED
from viewer.index import words
from viewer.index.ask import chosen, table
from viewer.index.query import Query

ASKED = st.sampled_from(
    [None, Query(words="the"), Query(words="market"), Query(disputed=True), Query(words="zzz")]
)


def sorted_plainly(index: sqlite3.Connection, query: Query | None, sort: str) -> list[int]:
    """Ords, by reading all rows and sorting them."""
    found = index.execute(
        """SELECT m.id, e.title, coalesce(p.short_name, p.name), m.kind, st.origins, st.high, st.low, st.disputed
           FROM moment m JOIN event e ON e.id = m.event_id JOIN standing st ON st.event_id = e.id
           LEFT JOIN place p ON p.id = e.place_id ORDER BY m.id"""
    ).fetchall()
    wanted = set(chosen.ords(index, query)) if query else {row[0] for row in found}

    def key(row: Any) -> Any:
        ord_, title, place, kind, origins, high, low, disputed = row
        return {
            "time": ord_,
            "title": words.norm(title).encode(),
            "place": (place is None, words.norm(place or "").encode()),
            "kind": kind,
            "origins": len(origins),
            "figure": (high is None, high or 0, low or 0),
            "disputed": not disputed,
        }[sort]

    return [row[0] for row in sorted((row for row in found if row[0] in wanted), key=key)]


@pytest.mark.parametrize("few", [0, 10_000])
@BOUNDED
@given(
    query=ASKED,
    sort=st.sampled_from(table.SORTS),
    descending=st.booleans(),
    offset=st.integers(0, 1600),
    limit=st.integers(0, 60),
)
def test_a_page_is_a_part_of_the_sorted_list(
    few: int,
    drawn: sqlite3.Connection,
    query: Query | None,
    sort: str,
    descending: bool,
    offset: int,
    limit: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "_FEW", few)
        found = table.ords(drawn, query, sort, descending=descending, offset=offset, limit=limit)
    expected = sorted_plainly(drawn, query, sort)[:: -1 if descending else 1]
    assert found == expected[offset : offset + limit]
    assert table.size(drawn, query) == len(expected)


@pytest.mark.parametrize("sort", table.SORTS)
@pytest.mark.parametrize("query", [None, Query(words="market")])
@pytest.mark.parametrize("descending", [False, True])
def test_an_event_is_where_its_position_says(
    drawn: sqlite3.Connection, sort: str, query: Query | None, descending: bool
) -> None:
    (row,) = table.page(drawn, query, sort, descending=descending, offset=37, limit=1)
    assert table.position(drawn, query, sort, row.uid, descending=descending) == 37


def test_an_event_that_is_not_asked_for_has_no_position(drawn: sqlite3.Connection) -> None:
    uid = table.page(drawn, None, limit=1)[0].uid
    assert table.position(drawn, Query(words="zzz"), "time", uid) is None


def test_rows_are_those_of_the_list(index: sqlite3.Connection) -> None:
    rows = table.page(index, None, "title")
    assert [row.uid for row in rows][:3] == ["E05", "E09", "E07"]
    assert len(rows) == 9
    with pytest.raises(ValueError):
        table.page(index, None, "colour")
