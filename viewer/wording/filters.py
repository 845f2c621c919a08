"""What is asked for and what it leaves, in words: counts, facets, chips, dates as they were understood."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.when import BadDate, parse
from viewer.index.query import Query
from viewer.wording.dates import say_when
from viewer.wording.sources import alteration_word
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:  # the questions themselves are not needed for their words
    from viewer.index.ask.facets import FacetValue, Matched

_C = "Filters"


def shown_words(voice: Voice, matched: Matched) -> str:
    """ "212 of 1,000,000 shown; 31 possible only"."""
    number = voice.number
    words = fill(voice.translate(_C, "%1 of %2 shown"), number(matched.shown), number(matched.events))
    if not matched.possible_only:
        return words
    possible = fill(voice.translate(_C, "%1 possible only"), number(matched.possible_only))
    return fill(voice.translate(_C, "%1; %2", "two counts"), words, possible)


def shown_at_length(voice: Voice, matched: Matched) -> str:
    """The same with what it means, for a tooltip."""
    lines = [fill(voice.translate(_C, "%1 events match."), voice.number(matched.shown))]
    hidden = matched.events - matched.shown
    if hidden:
        lines.append(fill(voice.translate(_C, "%1 events are hidden by the filter."), voice.number(hidden)))
    if matched.possible_only:
        words = voice.translate(_C, "%1 only may lie in the span: their date is not sure, or reaches beyond it.")
        lines.append(fill(words, voice.number(matched.possible_only)))
    if matched.loose:
        lines.append(fill(voice.translate(_C, "%1 are not on the time axis."), voice.number(matched.loose)))
    return "\n".join(lines)


def facet_title(voice: Voice, facet: str) -> str:
    """The heading of a facet of the filter panel."""
    say = voice.translate
    titles = {
        "kind": say(_C, "Kind"),
        "place": say(_C, "Place"),
        "agent": say(_C, "People and organisations"),
        "role": say(_C, "Role in the event"),
        "source": say(_C, "Source"),
        "party": say(_C, "Publisher’s relation to the events"),
        "reliability": say(_C, "Reliability, as graded by the compilers"),
        "language": say(_C, "Language of the source"),
        "flags": say(_C, "State of the record"),
    }
    return titles.get(facet, facet)


def flag_label(voice: Voice, flag: str) -> str:
    """One of the flags."""
    say = voice.translate
    labels = {
        "disputed": say(_C, "Disputed"),
        "single_origin": say(_C, "Single origin"),
        "uncited": say(_C, "No passage cited"),
        "undated": say(_C, "No date"),
    }
    return labels.get(flag, flag)


def flag_meaning(voice: Voice, flag: str) -> str:
    """What a flag means, for a tooltip."""
    say = voice.translate
    meanings = {
        "disputed": say(_C, "Claims by different claimants on one point cannot all be true together."),
        "single_origin": say(_C, "Only one claimant speaks to the event. Reprints count once."),
        "uncited": say(_C, "No claim about the event names a passage."),
        "undated": say(_C, "No date is known."),
    }
    return meanings.get(flag, "")


def value_label(voice: Voice, value: FacetValue) -> str:
    """What a value is called; of a source whose file is not as the case lists it, that stands first."""
    if not value.alteration:
        return value.label
    words = voice.translate(_C, "%1 · %2", "file altered, name of a source")
    return fill(words, alteration_word(voice, value.alteration), value.label)


def value_spoken(voice: Voice, label: str, events: int) -> str:
    """ "Camp Ashraf, 12 events", for a screen reader."""
    return fill(voice.translate(_C, "%1, %2", "value, count"), label, voice.translate(_C, "%n event(s)", n=events))


def chip_words(voice: Voice, facet: str, label: str) -> str:
    """What a chip says; a role or a side would not be understood without its facet."""
    say = voice.translate
    forms = {
        "words": say(_C, "Words: %1"),
        "role": say(_C, "Role: %1"),
        "party": say(_C, "Publisher: %1"),
        "reliability": say(_C, "Reliability: %1"),
        "language": say(_C, "Language: %1"),
    }
    return fill(forms[facet], label) if facet in forms else label


def chip_spoken(voice: Voice, chip: str) -> str:
    """What pressing a chip does."""
    return fill(voice.translate(_C, "Take away the filter: %1"), chip)


def filters_in(query: Query) -> int:
    """How many things are asked for; a span counts once."""
    pairs = [name for name, _ in query.pairs() if name != "certain"]
    return len(pairs) - (1 if query.since and query.until else 0)


def more_values(voice: Voice, more: int) -> str:
    """Below the first values of a long facet."""
    return voice.translate(_C, "%n other value(s) not listed: type to find one", n=more)


def more_events(voice: Voice, more: int) -> str:
    """At the foot of a kind in the event list that is too long to be listed."""
    return fill(voice.translate(_C, "%1 more: use a filter to see them here"), voice.number(more))


def span_words(voice: Voice, query: Query) -> str:
    """The chosen span: "certainly within 2009 to 2011", "on or after 8 April 2011"; "" without one.

    Raises BadDate.
    """
    if not (query.since or query.until):
        return ""
    start = say_when(voice, parse(query.since), "plain") if query.since else ""
    end = say_when(voice, parse(query.until), "plain") if query.until else ""
    say = voice.translate
    forms = {
        (True, True, True): say(_C, "certainly from %1 to %2"),
        (True, True, False): say(_C, "possibly from %1 to %2"),
        (True, False, True): say(_C, "certainly since %1"),
        (True, False, False): say(_C, "possibly since %1"),
        (False, True, True): say(_C, "certainly until %2"),
        (False, True, False): say(_C, "possibly until %2"),
    }
    return fill(forms[bool(start), bool(end), query.certain], start, end)


def span_at_length(voice: Voice, query: Query) -> str:
    """The sentence below the date fields: what was understood. Raises BadDate."""
    words = span_words(voice, query)
    if not words:
        return voice.translate(_C, "Any date. Write a year, a month or a day: 2011, 2011-04, 2011-04-08.")
    if query.certain:
        note = voice.translate(_C, "Only events whose date lies in the span whatever its doubt.")
    else:
        note = voice.translate(_C, "Also events whose date is not sure and may lie in the span.")
    return fill(voice.translate(_C, "Understood: %1. %2", "span, what it means"), words, note)


def bad_date_words(voice: Voice, bad: BadDate) -> str:
    """Why a date that was typed is not understood, and what would be."""
    say = voice.translate
    words = {
        "no-such-month": say(_C, "“%1” names a month that does not exist."),
        "no-such-day": say(_C, "“%1” names a day that does not exist."),
        "no-such-time": say(_C, "“%1” names a time that does not exist."),
        "reversed": say(_C, "“%1” ends before it begins."),
        "year-range": say(_C, "“%1” lies outside the years 0 to 9999."),
    }
    usual = say(_C, "“%1” is not understood as a date. Write 2011, 2011-04 or 2011-04-08, or about 2011 as 2011~.")
    return fill(words.get(bad.reason, usual), bad.text[:40])


def reversed_words(voice: Voice) -> str:
    """Both dates are good, but not in this order."""
    return voice.translate(_C, "The second date lies before the first.")


def group_title(voice: Voice, entity: str) -> str:
    """The heading of a group of findings."""
    say = voice.translate
    titles = {
        "event": say(_C, "Events"),
        "claim": say(_C, "Claims"),
        "quote": say(_C, "Quotations"),
        "agent": say(_C, "People and organisations"),
        "place": say(_C, "Places"),
        "source": say(_C, "Sources"),
        "passage": say(_C, "Passages"),
    }
    return titles.get(entity, entity)


def group_count(voice: Voice, listed: int, found: int, *, more: bool = False) -> str:
    """ "12 of 340" or, when all are listed, "12"; `more`: there are more than `found`."""
    if more:
        words = voice.translate(_C, "%1 of more than %2", "listed, found")
        return fill(words, voice.number(listed), voice.number(found))
    if listed >= found:
        return voice.number(found)
    return fill(voice.translate(_C, "%1 of %2", "listed, found"), voice.number(listed), voice.number(found))


def findings_spoken(voice: Voice, groups: Sequence[str]) -> str:
    """ "Events, 3; Claims, 12 of 340", announced when the answers to what was typed are there."""
    if not groups:
        return voice.translate(_C, "Nothing found.")
    said = groups[0]
    for group in groups[1:]:
        said = fill(voice.translate(_C, "%1; %2", "two counts"), said, group)
    return said


def unsearched_words(voice: Voice, count: int) -> str:
    """That the words of so many documents are not searched; "" for none."""
    if not count:
        return ""
    return voice.translate(_C, "Not searched: %n document(s) without words of their own, such as scans.", n=count)
