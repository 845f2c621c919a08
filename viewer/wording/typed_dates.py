"""Reads a date as people write it, in the words of one language, into EDTF; what it cannot read it refuses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from viewer.case.when import BadDate, parse, slash_readings
from viewer.wording.voice import Voice

_DAY_FIRST = re.compile(r"(\d{1,2})\.? +(\D+?),? +(\d{4})")
_MONTH_FIRST = re.compile(r"(\D+?) +(\d{1,2}),? +(\d{4})")
_MONTH = re.compile(r"(\D+?),? +(\d{4})")
_ABOUT = re.compile(r"(?:about|around|circa|c\.|ca\.) *", re.IGNORECASE)


def read_date(voice: Voice, text: str) -> str:
    """EDTF of "2011", "2011-04-08", "8 April 2011", "Apr 2011", "about 2011" … Raises BadDate.

    08/04/2011 may be either of two days and is refused; 28.7.2009 can be but one.
    """
    plain = _plain(text)
    if not plain:
        return ""
    about = _ABOUT.match(plain)
    words = plain[about.end() :] if about else plain
    edtf = _named(voice, words) or _slashed(words) or words
    edtf += "~" if about and not edtf.endswith("~") else ""
    parse(edtf)
    return edtf


def _plain(text: str) -> str:
    """One space between words, digits of any script as ours."""
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return " ".join(digits.split())


def _named(voice: Voice, words: str) -> str:
    """With the name of a month; "" without."""
    if found := _DAY_FIRST.fullmatch(words):
        day, month, year = found[1], _month(voice, found[2]), found[3]
        return f"{year}-{month:02d}-{int(day):02d}" if month else ""
    if found := _MONTH_FIRST.fullmatch(words):
        month, day, year = _month(voice, found[1]), found[2], found[3]
        return f"{year}-{month:02d}-{int(day):02d}" if month else ""
    if found := _MONTH.fullmatch(words):
        month = _month(voice, found[1])
        return f"{found[2]}-{month:02d}" if month else ""
    return ""


def _month(voice: Voice, word: str) -> int:
    """1-12 for the one month whose name begins so; 0 if there is none or more than one."""
    wanted = word.strip().rstrip(".").casefold()
    fitting = {month for month in range(1, 13) for name in _names(voice, month) if name.startswith(wanted)}
    return fitting.pop() if len(fitting) == 1 and len(wanted) >= 3 else 0


def _names(voice: Voice, month: int) -> Iterator[str]:
    yield voice.month(month).casefold()
    yield voice.short_month(month).casefold()


def _slashed(words: str) -> str:
    """Day and month between slashes or points, where only one of two readings is a date; "" elsewhere."""
    readings = slash_readings(words)
    if not readings:
        return ""
    if readings[0] != readings[1]:
        raise BadDate(words, "not-edtf")
    return readings[0]
