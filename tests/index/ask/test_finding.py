"""What is found says where its words stand in the original."""

from __future__ import annotations

import sqlite3

import pytest

from viewer.index.ask.finding import Finding, find


def shown(finding: Finding) -> list[str]:
    return [finding.title[start:end] for start, end in finding.title_marks]


def test_vowelled_arabic_is_found_and_marked_without_its_vowels(index: sqlite3.Connection) -> None:
    (found,) = find(index, "قتل")
    assert (found.entity, found.uid, found.event, found.source) == ("claim", "C09", "E01", "reprint")
    assert shown(found) == ["قُتِلَ"]


def test_persian_yeh_and_kaf_find_the_arabic_ones(index: sqlite3.Connection) -> None:
    (found,) = find(index, "کتاب یکی")
    assert (found.entity, found.uid) == ("source", "paper")
    assert shown(found) == ["كتاب", "يكي"]


def test_the_last_word_is_a_beginning_and_every_word_counts(index: sqlite3.Connection) -> None:
    assert [hit.uid for hit in find(index, "operation cam")] == ["E01"]
    assert find(index, "operation wounded") == ()


@pytest.mark.parametrize("text", ["", " – ", '"', "* OR", "a AND NOT (", "title:", "-x^"])
def test_nothing_a_reader_types_is_an_error(index: sqlite3.Connection, text: str) -> None:
    for hit in find(index, text):
        assert hit.title_marks or hit.detail_marks


def test_a_translated_title_is_shown_where_it_is_found(index: sqlite3.Connection) -> None:
    (found,) = find(index, "اردوگاه")
    assert (found.entity, found.uid, found.title) == ("event", "E01", "عملیات در اردوگاه")


def test_people_are_found_by_their_other_names(index: sqlite3.Connection) -> None:
    (found,) = [hit for hit in find(index, "residents of") if hit.entity == "agent"]
    assert (found.uid, found.title, found.event) == ("residents", "سكان المخيم", "E01")
    assert [found.detail[a:b] for a, b in found.detail_marks] == ["Residents", "of"]


def test_an_agent_leads_to_an_event_of_its_own_or_to_one_it_speaks_of(index: sqlite3.Connection) -> None:
    found = {
        hit.uid: (hit.event, hit.source) for word in ("wire", "utopia", "spokesman") for hit in find(index, word)
    }
    assert found["gov"] == ("E01", None)
    assert found["wire"] == ("E01", None)


def test_hits_are_grouped_and_no_kind_crowds_out_another(index: sqlite3.Connection) -> None:
    kinds = [hit.entity for hit in find(index, "the")]
    assert kinds == sorted(kinds, key=["event", "claim", "quote", "agent", "place", "source"].index)
    assert set(kinds) >= {"event", "claim", "place"}
    few = [hit.entity for hit in find(index, "the", limit=len(set(kinds)))]
    assert len(few) == len(set(few))
