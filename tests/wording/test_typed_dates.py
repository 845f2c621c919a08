"""Dates as people write them become EDTF, or are refused."""

import pytest
from PySide6.QtCore import QLocale

from viewer.case.when import BadDate
from viewer.look.voice import QtVoice
from viewer.wording.typed_dates import read_date
from viewer.wording.voice import English


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("", ""),
        ("  ", ""),
        ("2011", "2011"),
        ("2011-04", "2011-04"),
        ("2011-04-08", "2011-04-08"),
        ("2011~", "2011~"),
        ("8 April 2011", "2011-04-08"),
        ("8. apr 2011", "2011-04-08"),
        ("April 8, 2011", "2011-04-08"),
        ("Sept 2013", "2013-09"),
        ("september, 2013", "2013-09"),
        ("about 2011", "2011~"),
        ("c. April 2011", "2011-04~"),
        ("28.7.2009", "2009-07-28"),
        ("۲۰۱۱", "2011"),
        ("٢٠١١-٠٤", "2011-04"),
    ],
)
def test_a_date_is_read_as_it_is_written(typed: str, edtf: str) -> None:
    assert read_date(English(), typed) == edtf


@pytest.mark.parametrize(
    "typed",
    ["08/04/2011", "8.4.2011", "yesterday", "Ju 2011", "31 February 2011", "2011-13", "8 Foo 2011", "²011"],
)
def test_what_may_be_two_dates_or_none_is_refused(typed: str) -> None:
    with pytest.raises(BadDate):
        read_date(English(), typed)


def test_months_are_read_in_the_language_of_the_voice() -> None:
    french = QtVoice(QLocale(QLocale.Language.French))
    assert read_date(french, "8 avril 2011") == "2011-04-08"
    assert read_date(french, "août 2013") == "2013-08"
