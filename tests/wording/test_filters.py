"""What is asked for and what it leaves, in words."""

import pytest

from viewer.case.when import BadDate, parse
from viewer.index.ask.facets import Matched
from viewer.index.query import FLAGS, LISTS, Query
from viewer.wording import filters
from viewer.wording.voice import English

VOICE = English()


def test_hidden_events_are_always_counted() -> None:
    assert filters.shown_words(VOICE, Matched(1_000_000, 212, 31, 0)) == "212 of 1,000,000 shown; 31 possible only"
    assert filters.shown_words(VOICE, Matched(40, 40, 0, 1)) == "40 of 40 shown"
    told = filters.shown_at_length(VOICE, Matched(1_000_000, 212, 31, 4))
    assert "999,788 events are hidden" in told
    assert "4 are not on the time axis" in told


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Query(), ""),
        (Query(since="2009", until="2011"), "possibly from 2009 to 2011"),
        (Query(since="2009", until="2011", certain=True), "certainly from 2009 to 2011"),
        (Query(since="2011-04-08"), "possibly since 8 April 2011"),
        (Query(until="2011-04~", certain=True), "certainly until about April 2011"),
    ],
)
def test_a_span_says_whether_doubt_counts(query: Query, words: str) -> None:
    assert filters.span_words(VOICE, query) == words


def test_what_was_understood_is_said_at_length() -> None:
    possible = filters.span_at_length(VOICE, Query(since="2009"))
    certain = filters.span_at_length(VOICE, Query(since="2009", certain=True))
    assert possible.startswith("Understood: possibly since 2009.")
    assert "not sure" in possible
    assert "whatever its doubt" in certain


@pytest.mark.parametrize("text", ["2011-13", "2011-02-31", "yesterday", "2012/2011"])
def test_a_bad_date_is_answered_with_a_sentence_that_names_it(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse(text)
    assert text in filters.bad_date_words(VOICE, refused.value)


def test_every_facet_and_flag_has_a_name_that_is_no_code() -> None:
    for facet in LISTS:
        assert filters.facet_title(VOICE, facet) != facet
    for flag in FLAGS:
        assert filters.flag_label(VOICE, flag) != flag
        assert filters.flag_meaning(VOICE, flag).endswith(".")


def test_a_span_counts_as_one_filter() -> None:
    assert filters.filters_in(Query()) == 0
    assert filters.filters_in(Query(since="2009", until="2011", certain=True)) == 1
    assert filters.filters_in(Query(words="x", kind=("a", "b"), disputed=True, until="2011")) == 5


def test_a_group_says_how_many_of_how_many_are_listed() -> None:
    assert filters.group_count(VOICE, 12, 1340) == "12 of 1,340"
    assert filters.group_count(VOICE, 3, 3) == "3"
    assert filters.findings_spoken(VOICE, ["Events, 3", "Claims, 12 of 340"]) == "Events, 3; Claims, 12 of 340"
    assert filters.findings_spoken(VOICE, []) == "Nothing found."
