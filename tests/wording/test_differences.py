"""Every field and kind of entry that can differ has a name."""

from __future__ import annotations

from typing import Any

import pytest

from viewer.case import records
from viewer.case.diff import ENTITIES, Change, Difference
from viewer.case.figure import Figure
from viewer.case.store import columns_of, table_of
from viewer.wording.differences import count_differences, difference_lines, say_entity, say_field, say_value
from viewer.wording.voice import English

UNTOLD = {"id", "uid", "key", "content", "earliest_jd", "latest_jd", "as_of_earliest_jd", "as_of_latest_jd"}
FIGURE = {"low", "best", "high", "qualifier"}


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_field_has_a_name(entity: type[Any]) -> None:
    assert say_entity(English(), "case" if entity is records.Meta else table_of(entity))
    more: dict[type[Any], set[str]] = {records.Claim: FIGURE, records.Measure: {"code"}}
    untold = UNTOLD | more.get(entity, set())
    for column in columns_of(entity):
        field = "publisher_agent" if column == "publisher_id" else column.removesuffix("_id")
        if column not in untold:
            assert say_field(English(), field) != field


def test_values_are_told_as_everywhere_else() -> None:
    assert say_value(English(), "figure", Figure(4, None, None, "at-least")) == "at least 4"
    assert say_value(English(), "date_edtf", "2010-06~") == "about June 2010"
    assert say_value(English(), "date_edtf", "no date") == "no date"
    assert say_value(English(), "agents", "A, present\nB, \x1breported") == "A, present; B, \ufffdreported"
    assert say_value(English(), "total", "1") == "yes"
    assert say_value(English(), "note", None) == "nothing"


def test_differences_are_counted_and_long_titles_cut() -> None:
    differences = (
        Difference("claim", "C1", "added", "a" * 500),
        Difference("event", "E1", "changed", "", (Change("title", "One", None),)),
    )
    assert count_differences(English(), differences) == "Differences: 2 (1 added, 1 changed)"
    assert difference_lines(English(), differences[0]) == [f"Claim C1, added: {'a' * 120}…"]
    assert difference_lines(English(), differences[1]) == ["Event E1, changed", "    Title: One → nothing"]
