"""Dates in words: every doubt is said, in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from viewer.case.when import jd_of, parse
from viewer.wording.dates import Unit, axis_context, axis_label, say_bounds, say_precision, say_when
from viewer.wording.voice import English

ENGLISH = English()

LONG = [
    ("2011-04-08", "Friday 8 April 2011"),
    ("2003-05-10", "Saturday 10 May 2003"),
    ("2009-07-28/2009-07-29", "28–29 July 2009"),
    ("2009-07-28/2009-10-07", "28 July to 7 October 2009"),
    ("2009-12-10/2010-01-03", "10 December 2009 to 3 January 2010"),
    ("2009-07-28/2009-07-28", "Tuesday 28 July 2009"),
    ("2012-02/2012-09", "February to September 2012"),
    ("2003-12/2008-06", "December 2003 to June 2008"),
    ("2009/2012", "2009 to 2012"),
    ("2010-02~/2011-12", "about February 2010 to December 2011"),
    ("2009-03-12/2009-03~", "12 March 2009 to about March 2009"),
    ("2011-01/2011-07-11", "January 2011 to 11 July 2011"),
    ("2009/..", "2009, end open"),
    ("2012-03/", "March 2012 to an unknown date"),
    ("/2009-07", "up to July 2009, start unknown"),
    ("../2009-07", "up to July 2009, start open"),
    ("/..", "start unknown, end open"),
    ("../", "start open, end unknown"),
    ("../..", "start and end open"),
    ("/", "start and end unknown"),
    ("2008-12-29?", "29 December 2008 (uncertain)"),
    ("2009~", "about 2009"),
    ("2009-09%", "about September 2009 (uncertain)"),
    ("2011-21", "spring 2011"),
    ("2010-24", "winter 2010 to 2011"),
    ("2001-29", "spring 2001 in the southern hemisphere"),
    ("2001-34", "second quarter of 2001"),
    ("2001-41", "second half of 2001"),
    ("2004-XX", "some time in 2004"),
    ("1985-04-XX", "some day in April 1985"),
    ("2019-02-2X", "between 20 February 2019 and 28 February 2019"),
    ("201X", "the 2010s"),
    ("201X~", "approximately the 2010s"),
    ("20XX", "between 2000 and 2099"),
    ("XXXX-12-25", "year not stated"),
    ("2011-04-08T05:30", "Friday 8 April 2011, 05:30"),
    ("2011-04-08T05:30:10Z", "Friday 8 April 2011, 05:30:10 UTC"),
    ("2011-04-08T05:30-04:30", "Friday 8 April 2011, 05:30 UTC−04:30"),
    ("2011-04-08T05+03:00", "Friday 8 April 2011, in the hour from 05:00 UTC+03:00"),
    ("2011-04-08T05:30~", "about 8 April 2011, 05:30"),
    ("2011-04-08T04:45/2011-04-08T06:00", "Friday 8 April 2011, 04:45 to 06:00"),
    ("[1667,1668,1670..1672]", "one of: 1667, 1668 or 1670 to 1672"),
    ("{1960,1961-12}", "all of: 1960 and December 1961"),
    ("[1760-01,1760-12..]", "one of: January 1760 or December 1760 or later"),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("{..1984}", "1984 and earlier"),
    ("{1984..}", "1984 and later"),
    ("[2011-04-07..2011-04-08,2011-05]", "one of: 7–8 April 2011 or May 2011"),
]


@pytest.mark.parametrize(("text", "words"), LONG)
def test_a_date_is_said_at_length(text: str, words: str) -> None:
    assert say_when(ENGLISH, parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2011-04-08", "8 Apr 2011"),
        ("2009-07-28/2009-07-29", "28–29 Jul 2009"),
        ("2008-12-29?", "29 Dec 2008 (uncertain)"),
        ("2010-02~/2011-12", "about Feb 2010 to Dec 2011"),
        ("2011-04-08T05:30~", "about 8 Apr 2011, 05:30"),
        ("[2011-04-08,2011-04-10]", "one of: 8 Apr 2011 or 10 Apr 2011"),
    ],
)
def test_a_date_is_said_shortly_in_lists(text: str, words: str) -> None:
    assert say_when(ENGLISH, parse(text), "short") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2011-04-08", "Friday 8 April 2011"),
        ("2009-07-28/2009-07-29", "28 to 29 July 2009"),
        ("2003-12/2008-06", "from December 2003 to June 2008"),
        ("2010-02~/2011-12", "from about February 2010 to December 2011"),
        ("2009/..", "from 2009, end open"),
        ("2008-12-29?", "29 December 2008, uncertain"),
    ],
)
def test_a_date_is_spoken_without_dash_and_bracket(text: str, words: str) -> None:
    assert say_when(ENGLISH, parse(text), "spoken") == words


def test_the_plain_form_leaves_the_weekday_out() -> None:
    assert say_when(ENGLISH, parse("2011-04-08"), "plain") == "8 April 2011"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2010-02~/2011-12",
            "EDTF 2010-02~/2011-12 · earliest 1 February 2010, latest 31 December 2011 · start approximate",
        ),
        ("2011-04-08", "EDTF 2011-04-08 · 8 April 2011"),
        ("2004-06-%11", "EDTF 2004-06-%11 · 11 June 2004 · approximate · uncertain"),
        ("2009/2010?", "EDTF 2009/2010? · earliest 1 January 2009, latest 31 December 2010 · end uncertain"),
        ("/2009-07", "EDTF /2009-07 · earliest unknown, latest 31 July 2009"),
        ("[1760-12..]", "EDTF [1760-12..] · earliest 1 December 1760, latest open"),
        (
            "2011-04-08T05",
            "EDTF 2011-04-08T05 · earliest 8 April 2011, 05:00:00, latest 8 April 2011, 05:59:59",
        ),
    ],
)
def test_bounds_name_the_text_the_limits_and_the_doubt(text: str, words: str) -> None:
    assert say_bounds(ENGLISH, parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2011-04-08", "to the day"),
        ("2011-04~", "to the month"),
        ("20XX", "to the century or less exactly"),
        ("2011/..", "from one date to another"),
        ("[2011,2012]", "one of several dates"),
        ("{2011,2012}", "several dates"),
    ],
)
def test_precision_is_said(text: str, words: str) -> None:
    assert say_precision(ENGLISH, parse(text)) == words


@pytest.mark.parametrize(
    ("unit", "label", "context"),
    [
        ("century", "2011", ""),
        ("year", "2011", ""),
        ("quarter", "Apr 2011", ""),
        ("month", "Apr 2011", ""),
        ("day", "8 Apr", "2011"),
        ("hour", "05:30", "8 April 2011"),
        ("minute", "05:30", "8 April 2011"),
    ],
)
def test_a_label_of_the_axis_suits_its_unit(unit: Unit, label: str, context: str) -> None:
    moment = jd_of(date(2011, 4, 8)) + 5.5 / 24
    assert (axis_label(ENGLISH, moment, unit), axis_context(ENGLISH, moment, unit)) == (label, context)


class Doubling(English):
    """A language twice as long, with its own digits: what bypasses the voice shows."""

    def translate(self, context: str, text: str, comment: str = "", n: int = -1) -> str:
        assert context == "Dates"
        return f"‹{text}›"

    def digits(self, value: int, width: int = 0) -> str:
        return super().digits(value, width).translate({ord("0") + n: 0x6F0 + n for n in range(10)})

    def month(self, month: int) -> str:
        return "ماه"

    short_month = month

    def weekday(self, weekday: int) -> str:
        return "روز"


@pytest.mark.parametrize("text", [text for text, _ in LONG])
@pytest.mark.parametrize("form", ["long", "plain", "short", "spoken"])
def test_every_piece_goes_through_the_voice(text: str, form: str) -> None:
    words = say_when(Doubling(), parse(text), form)  # type: ignore[arg-type]
    assert not any(digit in words for digit in "0123456789")
    assert words.count("‹") == words.count("›") and "%" not in words


def test_every_date_of_the_bundled_case_is_said_in_every_form(shared_data: Callable[[str], Path]) -> None:
    facts = json.loads((shared_data("../case") / "ashraf.json").read_text("utf-8"))
    texts = [event["edtf"] for event in facts["events"]]
    assert len(texts) == 40
    for when in map(parse, texts):
        assert say_when(ENGLISH, when) and say_when(ENGLISH, when, "short") and say_when(ENGLISH, when, "spoken")
        assert say_bounds(ENGLISH, when).startswith("EDTF " + when.edtf)
