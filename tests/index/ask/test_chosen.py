"""What a query asks for is what reading event by event finds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.bench.cases.setting import KINDS, PARTIES, ROLES
from tests.index.ask.naive import Plainly, asked, lies
from viewer.index.ask import bitmaps, chosen, facets, timeline
from viewer.index.query import Query
from viewer.index.reader import Index, open_index
from viewer.index.wanted import BadWords

WORDS = ("", "", "the", "market", "hospital", "قتل", "the market", "market of", "کشته", "из")
DATES = st.sampled_from(["", "1999", "2003-04", "2003-04-12", "2010", "198X", "2020-06"])


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    one = st.lists(st.sampled_from(values), max_size=2, unique=True)
    return st.one_of(st.just([]), one).map(lambda chosen: tuple(sorted(chosen)))


QUERIES = st.builds(
    Query,
    words=st.sampled_from(WORDS),
    kind=some(KINDS),
    place=some(("P001", "P003", "P012", "P150", "P199")),
    agent=some(("A00001", "A00003", "A00040")),
    role=some(ROLES),
    source=some(("S0000001", "S0000007")),
    party=some(PARTIES),
    reliability=some(("A", "C", "F")),
    language=some(("en", "fa", "ar")),
    disputed=st.booleans(),
    since=DATES,
    until=DATES,
    certain=st.booleans(),
)
BOUNDED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.generate),
)


@BOUNDED
@given(query=QUERIES)
def test_a_query_asks_for_what_meets_all_its_parts(
    drawn: sqlite3.Connection, plainly: Plainly, query: Query
) -> None:
    expected = [event for event in plainly if asked(event, query)]
    assert list(chosen.ords(drawn, query)) == [event.ord for event in expected]
    matched = facets.matched(drawn, query)
    span = query.since or query.until
    unsure = sum(not lies(event, query, certain=True) for event in expected) if span else 0
    assert matched == facets.Matched(len(plainly), len(expected), unsure, sum(event.loose for event in expected))


@BOUNDED
@given(since=DATES, until=DATES)
def test_what_must_lie_in_a_span_also_may(drawn: sqlite3.Connection, since: str, until: str) -> None:
    sure = chosen.ords(drawn, Query(since=since, until=until, certain=True))
    assert sure <= chosen.ords(drawn, Query(since=since, until=until))


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("kind:shelling", Query(kind=("shelling",))),
        ("kind:Air-Strike", Query(kind=("air-strike",))),
        ("place:P012", Query(place=("P012",))),
        ("person:A00003", Query(agent=("A00003",))),
        ("source:S0000007", Query(source=("S0000007",))),
        ("after:2003", Query(since="2004")),
        ("before:2003", Query(until="2002")),
        ("during:2003", Query(since="2003", until="2003")),
        ("during:۲۰۰۳", Query(since="2003", until="2003")),
        ("market kind:shelling", Query(words="market", kind=("shelling",))),
    ],
)
def test_a_field_asks_for_what_the_panel_asks_for(drawn: sqlite3.Connection, words: str, same: Query) -> None:
    assert chosen.ords(drawn, Query(words=words)) == chosen.ords(drawn, same)


def test_operators_join_sets(drawn: sqlite3.Connection) -> None:
    def ords(text: str) -> set[int]:
        return set(chosen.ords(drawn, Query(words=text)))

    assert ords("market OR hospital") == ords("market") | ords("hospital")
    assert ords("market -hospital") == ords("market") - ords("hospital")
    assert ords("the (market OR kind:shelling)") == ords("the") & (ords("market") | ords("kind:shelling"))
    assert ords("the NOT kind:shelling") == ords("the") - ords("kind:shelling")
    assert ords("hosp*") >= ords("hospital")
    assert ords('"of the"') <= ords("of the")


def test_a_common_word_is_kept_ready_and_asks_for_the_same(drawn: sqlite3.Connection) -> None:
    assert chosen.is_common(drawn, "the")
    assert bitmaps.of_value(drawn, "word", "the") == chosen.by_words(drawn, '"the"')


def test_a_place_is_found_by_its_name_and_a_person_by_another_name(index: sqlite3.Connection) -> None:
    everything = chosen.ords(index, Query(place=("camp",)))
    assert everything
    for text in ("place:camp", 'place:"the river"', "place:riv*"):
        assert chosen.ords(index, Query(words=text)) == everything
    assert not chosen.ords(index, Query(words="place:nowhere"))
    assert chosen.ords(index, Query(words="person:utopia")) == chosen.ords(index, Query(agent=("gov",)))


@pytest.mark.parametrize("query", [Query(words="(a"), Query(since="last week"), Query(words="before:soon")])
def test_what_makes_no_sense_is_refused(index: sqlite3.Connection, query: Query) -> None:
    with pytest.raises(BadWords):
        facets.facets(index, query)


def test_what_one_connection_found_another_may_keep(drawn: sqlite3.Connection, index: sqlite3.Connection) -> None:
    query = Query(words="market")
    found = chosen.chosen(drawn, query)
    bitmaps.adopt(index, bitmaps.answers(drawn, query))
    assert chosen.chosen(index, query) is found


def test_what_is_kept_of_a_query_is_handed_over_without_what_is_kept_of_others(
    drawn: sqlite3.Connection, drawn_file: Path
) -> None:
    query, other, span = Query(words="market"), Query(disputed=True), (0, 2_000_000_000, 40)
    for one in (query, other):
        timeline.density(drawn, *span, query=one)
    told = bitmaps.answers(drawn, query)
    statements: list[str] = []
    with closing(open_index(drawn_file)) as window:
        assert isinstance(window, Index) and isinstance(drawn, Index)
        bitmaps.adopt(window, told)
        assert not any(other in key for key in window.kept)
        window.set_trace_callback(statements.append)
        answer = timeline.density(window, *span, query=query)
        warm = len(statements)
        timeline.density(window, *span, query=other)
        assert answer == timeline.density(drawn, *span, query=query)
        assert warm < len(statements) - warm
        grown = next(key for key in told if key[0] == "columns")
        assert window.kept[grown] == drawn.kept[grown] and window.kept[grown] is not drawn.kept[grown]
