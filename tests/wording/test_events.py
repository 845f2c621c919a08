"""An event in words."""

from __future__ import annotations

from viewer.case.when import parse
from viewer.index.ask.chips import Headline
from viewer.index.ask.events import EventRow
from viewer.wording.events import counted, dated, spoken_event, told_event
from viewer.wording.voice import English

DEATHS = Headline("killed", "killed", 0, 37, 11, False)
DISPUTED = EventRow("E1", "Operation", parse("2011-04-08"), None, 0, DEATHS, True, (True, False), "")
TOTAL = EventRow("E2", "Toll", parse("2009/.."), None, 0, None, False, (), "total")
UNDATED = EventRow("E3", "Convoys held", None, None, 0, None, False, (), "undated")


def test_one_line_says_date_figures_and_doubt() -> None:
    assert spoken_event(English(), DISPUTED) == (
        "Friday 8 April 2011: Operation, 0 to 37 killed, by 11 claims, disputed"
    )


def test_one_source_is_one_source() -> None:
    assert counted(English(), 162_852, 1) == "162,852 events, 1 source"
    assert counted(English(), 1, 2) == "1 event, 2 sources"


def test_a_total_is_never_given_a_date_on_the_axis() -> None:
    assert spoken_event(English(), TOTAL).startswith("a total over other events")
    assert dated(English(), TOTAL) == "a total over other events, not an event in time"
    assert dated(English(), UNDATED) == "date not known"
    assert dated(English(), DISPUTED) == "8 Apr 2011"


def test_a_tooltip_has_the_date_as_stated_and_who_speaks() -> None:
    lines = told_event(English(), DISPUTED)
    assert lines[0] == "Operation"
    assert any("EDTF 2011-04-08" in line for line in lines)
    assert any(line.startswith("2 origins speak") for line in lines)
    assert told_event(English(), UNDATED) == ("Convoys held", "date not known")
