"""Live counts are those that counting event by event gives."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given

from tests.index.ask.naive import Plainly, asked
from tests.index.ask.test_chosen import BOUNDED, QUERIES
from viewer.index.ask import facets
from viewer.index.query import FLAGS, LISTS, Query


@BOUNDED
@given(query=QUERIES)
def test_each_value_counts_what_it_would_leave(drawn: sqlite3.Connection, plainly: Plainly, query: Query) -> None:
    found = facets.facets(drawn, query)
    for facet in found.facets:
        others = [event for event in plainly if asked(event, _without(query, facet.name, ()))]
        counts = Counter(value for event in others for value in event.values[facet.name])
        assert {value.value: value.events for value in facet.values} == {
            value.value: counts[value.value] for value in facet.values
        }
        listed = sorted((value.events for value in facet.values if value.events), reverse=True)
        assert listed[:20] == sorted(counts.values(), reverse=True)[:20]
        assert {value.value for value in facet.values if value.chosen} == set(getattr(query, facet.name))
    for value, flag in zip(found.flags, FLAGS, strict=True):
        others = [event for event in plainly if asked(event, _without(query, flag, False))]
        assert (value.label, value.events) == (flag, sum(flag in event.flags for event in others))


def _without(query: Query, part: str, nothing: Any) -> Query:
    return replace(query, **{part: nothing})


def test_places_stand_below_those_they_lie_in(drawn: sqlite3.Connection) -> None:
    (places,) = [f.values for f in facets.facets(drawn, Query(words="market")).facets if f.name == "place"]
    above: list[str] = []
    for place in places:
        above = above[: place.level]
        assert place.within == (above[-1] if above else None)
        above.append(place.value)
    assert {place.level for place in places} == {0, 1, 2}


def test_kinds_stand_in_the_order_of_the_case(index: sqlite3.Connection) -> None:
    found = facets.facets(index, Query())
    assert [facet.name for facet in found.facets] == list(LISTS)
    assert [value.label for value in found.facets[0].values] == ["Visit", "Use of force", "report"]


def test_a_value_that_is_chosen_is_shown_though_it_is_not_there(index: sqlite3.Connection) -> None:
    found = facets.facets(index, Query(agent=("nobody",)))
    (people,) = [facet for facet in found.facets if facet.name == "agent"]
    assert [(value.value, value.events, value.chosen) for value in people.values] == [
        ("gov", 1, False), ("nobody", 0, True),
    ]  # fmt: skip
    assert found.matched.shown == 0


def test_values_are_found_by_the_beginning_of_a_word(drawn: sqlite3.Connection, index: sqlite3.Connection) -> None:
    assert [value.value for value in facets.values(index, Query(), "place", "riv")] == ["camp"]
    assert facets.values(index, Query(words="zzz"), "place", "riv") == ()
    everything = facets.values(drawn, Query(), "agent", "", limit=5)
    assert [value.events for value in everything] == sorted((v.events for v in everything), reverse=True)


def test_the_opening_needs_no_bitmaps(drawn_file: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from typing import Any
from viewer.index.ask import facets, timeline
from viewer.index.query import Query
from viewer.index.reader import open_index
index = open_index(Path({str(drawn_file)!r}))
extent = timeline.extent(index)
facets.facets(index, Query()), facets.matched(index, Query()), timeline.lanes(index)
timeline.density(index, extent.start, extent.end, 400), timeline.within(index, extent.start, extent.end)
timeline.crowd(index, extent.start, extent.end), timeline.loose(index), timeline.first(index)
assert "pyroaring" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[3])
