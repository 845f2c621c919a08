"""Every section with its count, every entry with its spot."""

from __future__ import annotations

from collections.abc import Iterable

from tests.panes.coverage.made import FOUND, NOTHING
from viewer.panes.coverage.entries import Entry, sections, text_of
from viewer.session.focus import Focus
from viewer.wording.voice import English

VOICE = English()


def flat(entries: Iterable[Entry]) -> list[Entry]:
    return [inner for entry in entries for inner in (entry, *flat(entry.within))]


def test_every_section_says_how_many_there_are() -> None:
    assert [section.title for section in sections(VOICE, FOUND)] == [
        "1 point on which accounts differ, described by the compilers",
        "1 sum or order of dates that anybody can check",
        "1 event on which one origin alone speaks",
        "300 claims on a point to which one origin alone speaks",
        "1 claim without a passage",
        "1 source that no claim, quotation or date rests on (of the whole case)",
        "1 figure whose low, best and high stand out of order, as stated",
        "1 gap in time",
    ]


def test_what_is_not_there_is_said_too() -> None:
    empty = sections(VOICE, NOTHING)
    assert [section.title.split()[0] for section in empty] == ["0"] * 8
    assert not any(section.within for section in empty)


def test_a_list_that_is_cut_says_so() -> None:
    last = sections(VOICE, FOUND)[3].within[-1]
    assert last.title.startswith("2 of 300 are listed.")
    assert last.focus is None


def test_every_entry_leads_to_its_spot() -> None:
    differing, reckoned, events, claims, bare, uncited, odd, gaps = sections(VOICE, FOUND)
    assert [entry.focus for entry in differing.within[0].within] == [
        Focus(event="E1"),
        Focus(event="E2"),
        Focus(source="wire-1"),
        Focus(source="wire-9"),
    ]
    assert reckoned.within[0].focus == events.within[0].focus == Focus(event="E1")
    assert [entry.focus for entry in claims.within[:2]] == [Focus(claim="C1"), Focus(claim="C2")]
    assert bare.within[0].focus == odd.within[0].focus == Focus(claim="C2")
    assert uncited.within[0].focus == Focus(source="wire-9")
    assert [entry.focus for entry in gaps.within[0].within] == [Focus(event="E1"), Focus(event="E2")]


def test_both_sides_of_a_difference_are_said_alike_and_the_note_is_the_compilers() -> None:
    assert sections(VOICE, FOUND)[0].within[0].lines == (
        "Reuters, 9 April 2011: Three.",
        "Other accounts say: Thirty-four.",
        "Compilers' note: Open.",
    )


def test_a_gap_has_its_length_and_its_ends() -> None:
    gap = sections(VOICE, FOUND)[7].within[0]
    assert gap.title == "636 days without an event on the time axis"
    assert gap.lines == ("After: 8 Apr 2011: Operation at a camp", "Before: 1 Sep 2013: Another operation")


def test_figures_out_of_order_are_shown_as_stated() -> None:
    assert "low 5, best 3, high 4 (as stated)" in sections(VOICE, FOUND)[6].within[0].title


def test_text_indents_what_lies_within() -> None:
    lines = text_of(sections(VOICE, FOUND)[1:2])
    assert lines[:3] == ["1 sum or order of dates that anybody can check", "  13 + 36 + 52", "    101"]


def test_no_paraphrase_stands_in_quotation_marks() -> None:
    text = "\n".join(text_of(sections(VOICE, FOUND)))
    assert not set(text) & set('“”„«»"')
    assert all(entry.title for entry in flat(sections(VOICE, FOUND)))
