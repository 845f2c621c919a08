"""The date strings of the EDTF specification and of two other projects' tests, read by our parser and scored."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from viewer.case.when import BadDate, When, civil, parse

REFUSED = "refused"

# Text, first day, last day; None = open or unknown. The examples of the specification, and eight texts that are
# no dates. XXXX-12-XX has no bounds with us: no year is stated.
SPECIFICATION: tuple[tuple[str, str | None, str | None], ...] = (
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ("Y170000002", "170000002-01-01", "170000002-12-31"),
    ("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", None),
    ("1985-04/..", "1985-04-01", None),
    ("1985/..", "1985-01-01", None),
    ("../1985-04-12", None, "1985-04-12"),
    ("1985-04-12/", "1985-04-12", None),
    ("/1985", None, "1985-12-31"),
    ("-1985", "-1985-01-01", "-1985-12-31"),
    ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
    ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("2001-33", "2001-01-01", "2001-03-31"),
    ("2001-37", "2001-01-01", "2001-04-30"),
    ("2001-40", "2001-01-01", "2001-06-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", None),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("[..1984]", None, "1984-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", None, "1984-12-31"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", None, None),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ("2019-02-2X", "2019-02-20", "2019-02-28"),
    ("2020-02-3X", REFUSED, REFUSED),
    ("2023-02-30", REFUSED, REFUSED),
    ("2023-13", REFUSED, REFUSED),
    ("2023-1-5", REFUSED, REFUSED),
    ("2023/2022", REFUSED, REFUSED),
    ("12/03/2023", REFUSED, REFUSED),
    ("", REFUSED, REFUSED),
)

# Dates before year 1, beyond year 9999 and exponents are refused by decision, though the specification knows them.
BEYOND = re.compile(r".*\b-[0-9]{4}.*|-.*|0000.*|Y.*")

# A century in two digits and a decade in three are ISO 8601-2, not EDTF, and more likely a slip of the pen.
SHORT = re.compile(r"-?[0-9]{2,3}[?~%]?")

# Where python-edtf's own expectations are not ours, and what we answer instead.
OTHERWISE: dict[str, tuple[str | None, str | None]] = {
    "/2006": (None, "2006-12-31"),  # an unknown start is unknown, not ten years before
    "2004-06-01/": ("2004-06-01", None),
    "1984-06-02?/": ("1984-06-02", None),
    "2010-24": ("2010-12-01", "2011-02-28"),  # a winter runs on into the next year
    "XXXX-XX-23": (None, None),  # no year, no bounds
    "1950S2": ("1900-01-01", "1999-12-31"),  # theirs in `lower_fuzzy` and `upper_fuzzy`
    "1953S2": ("1900-01-01", "1999-12-31"),
    "1953S3": ("1950-01-01", "1959-12-31"),
}


def days(when: When) -> tuple[str | None, str | None]:
    """First and last day, as the suites write them."""
    first = None if when.earliest_jd is None else civil(when.earliest_jd)
    last = None if when.latest_jd is None else civil(when.latest_jd - 1e-6)
    return written(first), written(last)


def written(day: tuple[int, int, int] | None) -> str | None:
    return None if day is None else "{:04d}-{:02d}-{:02d}".format(*day)


def answer(text: str) -> tuple[str | None, str | None]:
    try:
        return days(parse(text))
    except BadDate:
        return REFUSED, REFUSED


@pytest.fixture
def suites(shared_data: Callable[[str], Path]) -> Path:
    return shared_data("edtf_suites")


@pytest.fixture
def python_edtf(suites: Path) -> dict[str, Any]:
    cases: dict[str, Any] = json.loads((suites / "edtf_cases.json").read_text("utf-8"))["python_edtf"]
    return cases


def score(name: str, right: int, total: int) -> float:
    print(f"{name}: {right} of {total}")
    return right / total


def test_the_specification_is_read_but_for_four_years_beyond_our_range() -> None:
    wrong = [text for text, *expected in SPECIFICATION if answer(text) != tuple(expected)]
    score("specification", len(SPECIFICATION) - len(wrong), len(SPECIFICATION))
    assert len(SPECIFICATION) == 70
    assert wrong == ["Y170000002", "Y-170000002", "-1985", "Y-17E7"]
    assert all(BEYOND.fullmatch(text) and answer(text) == (REFUSED, REFUSED) for text in wrong)


def test_python_edtfs_examples_have_its_bounds_or_a_stated_reason(python_edtf: dict[str, Any]) -> None:
    right = 0
    for text, bounds in python_edtf["EXAMPLES"]:
        first, last = (bounds[0], bounds[1]) if len(bounds) in (2, 4) else (bounds[0], bounds[0])
        expected = (None if "inf" in first else first, None if "inf" in last else last)
        right += answer(text) == expected
        if BEYOND.fullmatch(text):
            assert answer(text) == (REFUSED, REFUSED), text
        else:
            assert answer(text) == OTHERWISE.get(text, expected), text
    assert score("python-edtf, bounds", right, len(python_edtf["EXAMPLES"])) >= 71 / 94


def test_python_edtfs_doubts_are_found(python_edtf: dict[str, Any]) -> None:
    right = 0
    for text, (uncertain, approximate, both) in python_edtf["APPROXIMATE_UNCERTAIN_EXAMPLES"]:
        if BEYOND.fullmatch(text):
            continue
        when = parse(text)
        assert (when.uncertain, when.approximate) == (uncertain or both, approximate or both), text
        right += 1
    assert score("python-edtf, doubts", right, len(python_edtf["APPROXIMATE_UNCERTAIN_EXAMPLES"])) >= 25 / 26


def test_what_python_edtf_refuses_is_refused(python_edtf: dict[str, Any]) -> None:
    bad = [text for text in python_edtf["BAD_EXAMPLES"] if text is not None]
    assert [text for text in bad if answer(text) != (REFUSED, REFUSED)] == []
    score("python-edtf, refusals", len(bad), len(bad))


def test_edtf_js_accepts_and_refuses_the_same(suites: Path) -> None:
    script = (suites / "test/parser.js").read_text("utf-8").split("describe('constrain'")[0]
    refused = re.findall(r"expect\(\(\) => p\('([^']*)'\)\)\.to\.be\.rejected", script)
    accepted = re.findall(r"(?<!\(\) => )p\('([^']*)'(?:, \{ level: 3 \})?\)", script)
    wrongly_refused = [text for text in accepted if answer(text) == (REFUSED, REFUSED)]
    wrongly_accepted = [text for text in refused if answer(text) != (REFUSED, REFUSED)]
    total = len(accepted) + len(refused)
    right = total - len(wrongly_refused) - len(wrongly_accepted)
    ratio = score("edtf.js, accepted or refused", right, total)
    assert [text for text in wrongly_refused if not (BEYOND.fullmatch(text) or SHORT.fullmatch(text))] == []
    assert wrongly_accepted == []
    assert total == 186 and ratio >= 160 / 186


def test_edtf_js_has_the_same_first_day(suites: Path) -> None:
    script = (suites / "test/parser.js").read_text("utf-8").split("describe('constrain'")[0]
    found = re.findall(r"p\('([^']*)'\)\)\s*\.to\.produce\(\[([0-9, ]+)\]", script)
    wrong = [text for text, values in found if answer(text)[0] != first_day(values)]
    # 24 o'clock is a moment of the next day with us; theirs gives a season its number for a month.
    ours = {"0000", "XXXX", "XXXX-XX", "XXXX-XX-XX", "2016-05-02T24:00:00", "1950S2"}
    beyond = [text for text in wrong if SHORT.fullmatch(text) or BEYOND.fullmatch(text)]
    seasons = [text for text in wrong if re.fullmatch(r"2001-[23][0-9]", text)]
    assert set(wrong) == {*ours, *beyond, *seasons}
    assert score("edtf.js, first day", len(found) - len(wrong), len(found)) >= 54 / 83


def first_day(values: str) -> str:
    """Of the list edtf.js produces: year, month counted from 0, day."""
    numbers = [int(value) for value in values.split(",")]
    year, month, day = numbers[:3] + [0, 0, 1][len(numbers) :] if len(numbers) < 3 else numbers[:3]
    return f"{year:04d}-{month + 1:02d}-{day:02d}"


def test_the_edtf_library_agrees_wherever_it_is_right() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyparsing warns of the library's own grammar
        from edtf import parse_edtf
    known = {"1985-04-12/", "/1985", "1950S2", "2001-37", "1984-1X", "2019-02-2X", "XXXX-12-XX", "2023/2022"}
    for text, first, _ in SPECIFICATION:
        if first == REFUSED or text in known or BEYOND.fullmatch(text):
            continue
        theirs = parse_edtf(text)
        bounds = (theirs.lower_strict(), theirs.upper_strict())
        expected = tuple(None if isinstance(day, float) else written(tuple(day[:3])) for day in bounds)
        assert days(parse(text)) == expected, text
