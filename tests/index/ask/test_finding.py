"""What is found says where its words stand in the original."""

from __future__ import annotations

import sqlite3

import pytest

from viewer.index.ask import finding
from viewer.index.ask.finding import Finding, find, found
from viewer.index.findable import ENTITIES
from viewer.index.query import Query


def shown(finding: Finding) -> list[str]:
    return [finding.title[start:end] for start, end in finding.title_marks]


def test_vowelled_arabic_is_found_and_marked_without_its_vowels(index: sqlite3.Connection) -> None:
    found = next(hit for hit in find(index, "قتل") if hit.entity == "claim")
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
    assert kinds == sorted(kinds, key=ENTITIES.index)
    assert set(kinds) >= {"event", "claim", "place"}
    few = [hit.entity for hit in find(index, "the", limit=len(set(kinds)))]
    assert len(few) == len(set(few))


def test_words_of_a_document_are_found_with_their_place(index: sqlite3.Connection) -> None:
    passage = next(hit for hit in find(index, "قتل رجل") if hit.entity == "passage")
    assert (passage.uid, passage.document, passage.source) == ("P4", "D-plain", "paper")
    assert shown(passage) == ["قُتِلَ", "رجلٌ"]
    start = "First line\nsecond line\n\n".__len__()
    assert (passage.start, passage.end) == (start, start + len("قُتِلَ"))


def test_a_passage_that_the_case_does_not_name_has_its_document(index: sqlite3.Connection) -> None:
    passage = next(hit for hit in find(index, "second") if hit.entity == "passage")
    assert (passage.uid, passage.document, passage.start) == ("", "D-plain", len("First line\n"))


def test_one_and_two_letters_search_titles_and_names_only(drawn: sqlite3.Connection) -> None:
    few, more = found(drawn, "ma"), found(drawn, "mar")
    assert few.partial
    assert {group.entity for group in few.groups} <= {"event", "agent", "place", "source"}
    assert {group.entity for group in more.groups} >= {"event", "passage"}
    assert all(hit.title_marks or hit.detail_marks for hit in few.findings)


def test_a_group_says_how_many_there_are_and_in_which_order(drawn: sqlite3.Connection) -> None:
    (events,) = [group for group in found(drawn, "market").groups if group.entity == "event"]
    number = "SELECT count(*) FROM event_words WHERE event_words MATCH '{title detail} : market*'"
    assert events.count == drawn.execute(number).fetchone()[0] > len(events.findings)
    assert events.ranked
    assert not events.more


def test_where_there_are_too_many_the_newest_come_first(
    drawn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.index.ask.hits.RANKED", 3)
    (events,) = [group for group in found(drawn, "market").groups if group.entity == "event"]
    assert not events.ranked
    question = "SELECT m.id FROM moment m JOIN event e ON e.id = m.event_id WHERE e.uid = ?"
    ords = [drawn.execute(question, (hit.uid,))
            .fetchone()[0] for hit in events.findings]  # fmt: skip
    assert ords == sorted(ords, reverse=True)


def test_a_beginning_of_very_many_words_stands_for_the_most_frequent(
    drawn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {hit.uid for hit in find(drawn, "hos", limit=5000)}
    monkeypatch.setattr("viewer.index.ask.hits.COUNTED", 3)
    answer = found(drawn, "hos")
    assert answer.partial
    assert answer.findings
    assert {hit.uid for hit in answer.findings} <= whole


def test_hits_are_limited_to_the_events_that_are_asked_for(drawn: sqlite3.Connection) -> None:
    query = Query(kind=("shelling",))
    groups = {group.entity: group for group in found(drawn, "market", 500, query).groups}
    kinds = {drawn.execute("SELECT kind FROM event WHERE uid = ?", (hit.event,)).fetchone()[0]
             for entity in ("event", "claim") if entity in groups for hit in groups[entity].findings}  # fmt: skip
    assert kinds == {"shelling"}
    typed = {group.entity: group for group in found(drawn, "market kind:shelling", 500).groups}
    assert {hit.uid for hit in typed["event"].findings} == {hit.uid for hit in groups["event"].findings}


def test_fields_alone_list_events_newest_first(drawn: sqlite3.Connection) -> None:
    (group,) = found(drawn, "kind:shelling").groups
    assert group.entity == "event"
    assert group.count > len(group.findings) == 50


def test_completions_are_the_most_frequent_words(drawn: sqlite3.Connection) -> None:
    words = finding.completions(drawn, "ho", limit=3)
    assert words[0][0] == "hospital"
    assert [count for _, count in words] == sorted((count for _, count in words), reverse=True)
