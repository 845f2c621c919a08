"""What rests on little, in words: headings with their counts, gaps, differences; sober, and never a verdict."""

from __future__ import annotations

from viewer.index.ask.chips import ClaimView
from viewer.index.ask.coverage import Gap
from viewer.index.ask.events import Discrepancy, Reckoning
from viewer.index.ask.facets import Matched
from viewer.wording.citation import claim_words, event_words
from viewer.wording.doubt import list_words, status_words
from viewer.wording.sources import source_words
from viewer.wording.voice import Voice, fill

DAY = 86_400


def meaning(voice: Voice) -> str:
    """What the view means and what not."""
    return voice.translate(
        "Coverage",
        "A gap says that this case has nothing there, not that nothing happened. A single origin says that this "
        "case holds no other, not that the claim is wrong. Reprints of one report count once.",
    )


def scope_words(voice: Voice, matched: Matched) -> str:
    """ "Of all 40 events of this case.", "Of the 12 events shown; the case has 40."."""
    every = voice.number(matched.events)
    if matched.shown == matched.events:
        return fill(voice.translate("Coverage", "Of all %1 events of this case."), every)
    words = voice.translate("Coverage", "Of the %1 events shown; the case has %2.")
    return fill(words, voice.number(matched.shown), every)


def differing_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n point(s) on which accounts differ, described by the compilers", n=count)


def reckoned_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n sum(s) or order(s) of dates that anybody can check", n=count)


def single_events_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n event(s) on which one origin alone speaks", n=count)


def single_claims_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n claim(s) on a point to which one origin alone speaks", n=count)


def without_passage_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n claim(s) without a passage", n=count)


def uncited_heading(voice: Voice, count: int) -> str:
    return voice.translate(
        "Coverage", "%n source(s) that no claim, quotation or date rests on (of the whole case)", n=count
    )


def out_of_order_heading(voice: Voice, count: int) -> str:
    return voice.translate(
        "Coverage", "%n figure(s) whose low, best and high stand out of order, as stated", n=count
    )


def gaps_heading(voice: Voice, count: int) -> str:
    return voice.translate("Coverage", "%n gap(s) in time", n=count)


def listed_words(voice: Voice, listed: int, count: int) -> str:
    """ "200 of 1,234 are listed"; "" where all are."""
    if listed >= count:
        return ""
    words = voice.translate("Coverage", "%1 of %2 are listed. Narrow the filters to see others.")
    return fill(words, voice.number(listed), voice.number(count))


def differing_lines(voice: Voice, found: Discrepancy) -> tuple[str, ...]:
    """Both sides, said the same way, and the compilers' note."""
    one = voice.translate("Coverage", "One account says: %1")
    if found.source:
        named = voice.translate("Coverage", "%1: %2", "a source, what it says")
        one = fill(named, source_words(voice, found.source), found.says)
    else:
        one = fill(one, found.says)
    others = fill(voice.translate("Coverage", "Other accounts say: %1"), found.others_say)
    lines = (one, others, status_words(voice, found.status))
    return tuple(line for line in lines if line)


def reckoned_lines(_voice: Voice, found: Reckoning) -> tuple[str, ...]:
    """The result, and what is to be said of it."""
    return tuple(line for line in (found.result, found.note) if line)


def gap_title(voice: Voice, gap: Gap) -> str:
    """ "636 days without an event"."""
    return voice.translate(
        "Coverage", "%n day(s) without an event on the time axis", n=(gap.end - gap.start) // DAY
    )


def gap_ends(voice: Voice, gap: Gap) -> tuple[str, str]:
    """The events before and after."""
    before = fill(voice.translate("Coverage", "After: %1"), event_words(voice, gap.before))
    return before, fill(voice.translate("Coverage", "Before: %1"), event_words(voice, gap.after))


def claim_lines(voice: Voice, claim: ClaimView) -> tuple[str, str]:
    """Who says what; the paraphrase and the source below."""
    parts = [claim.text or "", source_words(voice, claim.source)]
    return claim_words(voice, claim), list_words(voice, [part for part in parts if part])
