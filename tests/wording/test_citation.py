"""Citations say who, what, when and where, and what is ours."""

from __future__ import annotations

from dataclasses import replace

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, Headline, PassageChip, SourceChip
from viewer.index.ask.events import EventView, QuoteView
from viewer.wording.citation import (
    Reference,
    cite_claim,
    cite_event,
    cite_passage,
    cite_quote,
    claim_words,
    event_words,
)
from viewer.wording.voice import English

VOICE = English()
SOURCE = SourceChip(
    "s1", "Reuters", "Title of it", parse("2011-04-09"), "news", "no", "", "read-original", "", "B"
)
AGENT = AgentChip("a", "Ali Ghaidan", "Ali Ghaidan, commander of ground forces", "a side")
NOTE = PassageChip("P-1", "n1", "s1", "states", "note", "Note")
CLAIM = ClaimView(
    "c1", "e1", "figure", "killed", "killed", None, Figure(3, 3, 3), "Three were killed.", "en", AGENT, SOURCE,
    parse("2011-04-09"), "6", None, None, (NOTE,), 1, (), (),
)  # fmt: skip
QUOTE = QuoteView(
    "q1", "it’s regrettable", "en", AGENT, "spokesman", parse("2012-08-22"), None, None, "direct", None, None,
    SOURCE, replace(SOURCE, publisher="The Hill"), NOTE, (), ("e1",),
)  # fmt: skip
EVENT = EventView(
    "e1", "An operation", "en", 0, "Use of force", None, None, None, parse("2011-04-07/2011-04-08"), None, "",
    (), None, (), Headline("k", "killed", 0, 37, 11, open_high=False), (), (), (), (CLAIM,), (QUOTE,), (), (),
    (), (), (),
)  # fmt: skip
REFERENCE = Reference("A case", "case:a/focus?claim=c1", "ab" * 32, "https://example.org/1")


def test_a_claim_is_cited_with_claimant_paraphrase_source_passage_and_address() -> None:
    lines = cite_claim(VOICE, CLAIM, "An operation", REFERENCE).splitlines()
    assert lines == [
        "Ali Ghaidan, as reported by Reuters – killed: 3, as of 9 April 2011",
        "Paraphrase by the compilers, not a quotation: Three were killed.",
        "Event: An operation",
        "Source: Reuters, Title of it, 9 April 2011. https://example.org/1",
        "What was read: excerpt read on the publisher's own site",
        "Passage: P-1. Our paraphrase. Original not held.",
        "Case: A case",
        "case:a/focus?claim=c1",
        "Digest of the case (SHA-256): " + " ".join(["abab"] * 16),
    ]


def test_only_verbatim_words_stand_in_quotation_marks() -> None:
    quoted = cite_quote(VOICE, QUOTE, REFERENCE)
    assert quoted.startswith(
        "“it’s regrettable”\nAli Ghaidan, commander of ground forces, spokesman, 22 August 2012"
    )
    assert "First published: The Hill" in quoted
    assert "“" not in cite_claim(VOICE, CLAIM, "An operation", REFERENCE)


def test_words_of_our_note_are_no_quotation() -> None:
    ours = cite_passage(VOICE, NOTE, "It says three.", SOURCE, REFERENCE)
    theirs = cite_passage(VOICE, replace(NOTE, hold="held"), "It says three.", SOURCE, REFERENCE)
    assert ours.startswith("Note by the compilers, not a quotation: It says three.")
    assert theirs.startswith("“It says three.”")


def test_an_event_is_cited_with_its_range_and_date() -> None:
    text = cite_event(VOICE, EVENT, REFERENCE)
    assert "Date: 7–8 April 2011" in text and "0 to 37 killed, by 11 claims" in text


def test_what_is_not_known_leaves_no_empty_line() -> None:
    bare = Reference("A case", "case:a/focus?event=e1")
    undated = replace(EVENT, when=None, headline=None)
    assert cite_event(VOICE, undated, bare).splitlines() == [
        "An operation",
        "Case: A case",
        "case:a/focus?event=e1",
    ]
    assert "Digest" not in cite_claim(VOICE, replace(CLAIM, text=None), "An operation", bare)


def test_text_of_a_case_is_never_taken_for_a_placeholder() -> None:
    claim = replace(CLAIM, text="50%1 of %2")
    assert "not a quotation: 50%1 of %2" in cite_claim(VOICE, claim, "%1", REFERENCE)


def test_one_line_names_an_event_or_a_claim() -> None:
    assert event_words(VOICE, EventChip("e", "A visit", parse("2011-04-13"), 0)) == "13 Apr 2011: A visit"
    assert event_words(VOICE, EventChip("e", "A visit", None, 0)) == "A visit"
    assert (
        claim_words(VOICE, replace(CLAIM, figure=None, as_of=None))
        == "Ali Ghaidan, as reported by Reuters – killed"
    )
