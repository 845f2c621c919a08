"""Words of a stage: who, when, how held and how sure, as honest as in the window."""

from __future__ import annotations

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index.ask.accounts import Band, QuoteView
from viewer.index.ask.chips import AgentChip, ClaimView, PassageChip, SourceChip
from viewer.wording import stages
from viewer.wording.voice import English

VOICE = English()
PAPER = SourceChip("s", "OHCHR", "Release", parse("2011-04-15"), "", "no", "", "read-original", "", "A")
WIRE = SourceChip("w", "Reuters", "Three dead", None, "", "no", "", "read-original", "", "A")


def _claim(claimant: AgentChip | None, source: SourceChip) -> ClaimView:
    return ClaimView(
        "C1", "E1", "figure", "killed", "killed", None, Figure(34, None, None, "at-least"), None, "en", claimant,
        source, None, "2", None, None, (), 1, (), (),
    )  # fmt: skip


def _quote(capacity: str | None, speaker: AgentChip | None, hold: str) -> QuoteView:
    passage = PassageChip("P", "D", "s", "states", hold, "")
    return QuoteView(
        "Q1", "We call.", "en", speaker, capacity, parse("2011-04"), "Geneva", "the Council", "translated", None,
        None, PAPER, None, passage, (), (),
    )  # fmt: skip


def test_the_line_below_a_claimant_says_who_carried_it_and_when() -> None:
    government = AgentChip("g", "Government", "Government of Utopia", "party")
    office = AgentChip("o", "OHCHR", "OHCHR", "involved")
    assert stages.carried(VOICE, _claim(government, WIRE)) == "as reported by Reuters, undated"
    assert stages.carried(VOICE, _claim(office, PAPER)) == "15 April 2011"
    assert stages.carried(VOICE, _claim(None, PAPER)) == "as reported by OHCHR, 15 April 2011"


def test_a_source_line_says_how_far_the_source_is_held() -> None:
    assert stages.source_line(VOICE, PAPER, "note") == "OHCHR, 15 April 2011 · stated by our note"
    assert stages.source_line(VOICE, PAPER, "held") == "OHCHR, 15 April 2011 · found in the source"
    assert stages.warning(VOICE, "note") == "Our paraphrase. Original not held."
    assert stages.warning(VOICE, "held") == ""


def test_circumstances_name_what_is_known_and_do_not_repeat_the_name() -> None:
    speaker = AgentChip("a", "A. Envoy", "A. Envoy, Special Envoy", "involved")
    assert stages.circumstances(VOICE, _quote("Special Envoy", speaker, "note")) == (
        "April 2011, Geneva, to the Council, in translation"
    )
    assert stages.circumstances(VOICE, _quote("Observer", speaker, "note")).startswith("Observer, April 2011")
    assert stages.speaker_name(VOICE, _quote(None, None, "note")) == "Speaker not named"


def test_stamps_pages_and_bands() -> None:
    assert stages.stamp_words(VOICE, "A-2") == "Exhibit A-2"
    assert stages.stamp_words(VOICE, "") == ""
    assert stages.page_of(VOICE, "Killed", 1, 1) == "Killed"
    assert stages.page_of(VOICE, "Killed", 2, 4) == "Killed (2 of 4)"
    assert stages.figures_line(VOICE, "Killed", 1) == "Killed, by claimant, 1 claim"
    assert stages.band_line(VOICE, ()) == ""
    assert stages.band_line(VOICE, (Band(7, 8), Band(11, 11))).endswith("claimants (7 to 8, 11)")
    assert stages.page_label(VOICE, "Report", 3) == "Report, page 3"
    assert stages.page_label(VOICE, "Photograph", 0) == "Photograph"
    assert stages.disputed_line(VOICE, ()) == ""
    assert stages.disputed_line(VOICE, ("date", "killed")) == "Disputed: date, killed"
