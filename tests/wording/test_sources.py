"""Claimants, publishers, reading and grading, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.case.when import parse
from viewer.index.ask.chips import AgentChip, ClaimView, PassageChip, SourceChip
from viewer.wording.sources import (
    best_hold,
    carrier_words,
    claimant_side,
    claimant_words,
    grade_words,
    hold_sentence,
    hold_words,
    party_words,
    publisher_side,
    read_words,
    source_words,
)
from viewer.wording.voice import English

VOICE = English()
REUTERS = SourceChip(
    "s1", "Reuters", "A report", parse("2011-04-15"), "news", "no", "neither side", "pointer", "", "B"
)
IRAQ = AgentChip("iraq", "Government of Iraq", "Government of the Republic of Iraq", "a side in the dispute")
CLAIM = ClaimView(
    "c1", "e1", "figure", "killed", "killed", None, None, "A paraphrase.", "en", IRAQ, REUTERS, None,
    "2", None, None, (), 1, (), (),
)  # fmt: skip


def test_the_claimant_comes_first_then_who_carried_it() -> None:
    assert claimant_words(VOICE, CLAIM) == "Government of Iraq, as reported by Reuters"


@pytest.mark.parametrize("publisher", ["OHCHR", "Office of the High Commissioner", "ohchr"])
def test_who_publishes_its_own_claim_is_named_once(publisher: str) -> None:
    ohchr = AgentChip("ohchr", "OHCHR", "Office of the High Commissioner", "involved")
    claim = replace(CLAIM, claimant=ohchr, source=replace(REUTERS, publisher=publisher))
    assert claimant_words(VOICE, claim) == "OHCHR"
    assert carrier_words(VOICE, claim) == ""


def test_a_short_name_in_brackets_is_a_name() -> None:
    agent = AgentChip("mek", "PMOI", "People's Mojahedin (PMOI), also (MEK)", "party")
    assert (
        claimant_words(VOICE, replace(CLAIM, claimant=agent, source=replace(REUTERS, publisher="MEK"))) == "PMOI"
    )


def test_a_claimant_who_is_not_named_is_not_invented() -> None:
    words = claimant_words(VOICE, replace(CLAIM, claimant=None))
    assert words == "Claimant not named, as reported by Reuters"


def test_a_source_is_its_publisher_and_date() -> None:
    assert source_words(VOICE, REUTERS) == "Reuters, 15 April 2011"
    assert source_words(VOICE, replace(REUTERS, when=None)) == "Reuters, undated"


def test_nothing_claims_to_have_been_read_whole() -> None:
    statuses = ("read-original", "read-repost", "pointer", "unverified-here")
    words = [read_words(VOICE, replace(REUTERS, read_status=status)) for status in statuses]
    assert words[0].startswith("excerpt read") and words[1].startswith("excerpt read only")
    assert len(set(words)) == len(statuses)
    assert read_words(VOICE, replace(REUTERS, read_status="own", read_label="seen on paper")) == "seen on paper"


def test_a_note_of_ours_is_told_from_the_source() -> None:
    assert hold_words(VOICE, "note") == "stated by our note"
    assert hold_words(VOICE, "held") == "found in the source"
    assert hold_sentence(VOICE, "note") == "Our paraphrase. Original not held."


def test_a_claim_is_found_in_the_source_if_one_passage_is() -> None:
    note = PassageChip("p1", "n1", "s1", "states", "note", "Note")
    held = replace(note, uid="p2", hold="held")
    assert best_hold((note, held)) == "held"
    assert best_hold((note,)) == "note"
    assert best_hold(()) == "not-held"


def test_a_grade_is_a_proposal() -> None:
    assert grade_words(VOICE, "B", "2") == "B2: usually reliable / probably true, proposed by the compilers"
    assert grade_words(VOICE, "F", "6").startswith("F6: reliability cannot be judged / truth cannot be judged")


def test_sides_of_claimant_and_publisher_are_said_apart() -> None:
    assert claimant_side(VOICE, CLAIM) == "Claimant: Government of the Republic of Iraq (a side in the dispute)"
    assert publisher_side(VOICE, REUTERS) == "Publisher: Reuters (neither side)"
    assert claimant_side(VOICE, replace(CLAIM, claimant=None)) == "Claimant: not named"
    assert party_words(VOICE, "affected") == "people whom the events happened to"


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        ("OHCHR", "OHCHR, 15 April 2011"),
        ("سامر المرسي", "\u2068سامر المرسي\u2069, \u206815 April 2011\u2069"),
        ("AFP وكالة", "\u2068AFP وكالة\u2069, \u206815 April 2011\u2069"),
    ],
)
def test_a_name_that_runs_from_the_right_leaves_the_date_whole(publisher: str, said: str) -> None:
    """Without isolates the day would stand at the other end: "Apr 2011 15"."""
    source = SourceChip("S1", publisher, "A title", parse("2011-04-15"), "", "no", "", "read-original", "", "B")
    assert source_words(English(), source) == said
