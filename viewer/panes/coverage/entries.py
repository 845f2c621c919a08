"""Coverage as sections of entries, each with the spot it leads to; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.index.ask.chips import ClaimView, EventChip, SourceChip
from viewer.index.ask.coverage import Coverage, Gap
from viewer.session.focus import Focus
from viewer.wording import coverage as words
from viewer.wording.citation import event_words
from viewer.wording.sources import read_words, source_words
from viewer.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, what stands below it, where it leads, and entries within it. Without a focus it only unfolds."""

    title: str
    lines: tuple[str, ...] = ()
    focus: Focus | None = None
    within: tuple[Entry, ...] = ()


def sections(voice: Voice, found: Coverage) -> tuple[Entry, ...]:
    """All sections in the order they are read, the empty ones too: nothing missing is worth saying."""
    return (
        Entry(words.differing_heading(voice, len(found.discrepancies)), within=tuple(_differing(voice, found))),
        Entry(words.reckoned_heading(voice, len(found.reckonings)), within=tuple(_reckoned(voice, found))),
        _section(
            voice,
            words.single_events_heading(voice, found.single_origin_count),
            (_event(voice, event) for event in found.single_origin),
            found.single_origin_count,
        ),
        _section(
            voice,
            words.single_claims_heading(voice, found.single_claims_count),
            (_claim(voice, claim) for claim in found.single_claims),
            found.single_claims_count,
        ),
        _section(
            voice,
            words.without_passage_heading(voice, found.without_passage_count),
            (_claim(voice, claim) for claim in found.without_passage),
            found.without_passage_count,
        ),
        _section(
            voice,
            words.uncited_heading(voice, found.uncited_count),
            (_source(voice, source) for source in found.uncited),
            found.uncited_count,
        ),
        _section(
            voice,
            words.out_of_order_heading(voice, found.out_of_order_count),
            (_claim(voice, claim) for claim in found.out_of_order),
            found.out_of_order_count,
        ),
        Entry(words.gaps_heading(voice, len(found.gaps)), within=tuple(_gap(voice, gap) for gap in found.gaps)),
    )


def text_of(entries: Iterable[Entry], depth: int = 0) -> list[str]:
    """Entries as lines of plain text, each level indented by two spaces."""
    lines: list[str] = []
    for entry in entries:
        lines.append("  " * depth + entry.title)
        lines += ["  " * (depth + 1) + line for line in entry.lines]
        lines += text_of(entry.within, depth + 1)
    return lines


# How it is done


def _section(voice: Voice, title: str, entries: Iterable[Entry], count: int) -> Entry:
    within = tuple(entries)
    listed = words.listed_words(voice, len(within), count)
    return Entry(title, within=(*within, Entry(listed)) if listed else within)


def _differing(voice: Voice, found: Coverage) -> Iterator[Entry]:
    for discrepancy, events in found.discrepancies:
        links = (*_events(voice, events), *(_source(voice, source) for source in discrepancy.sources))
        yield Entry(discrepancy.topic, words.differing_lines(voice, discrepancy), _first(events), links)


def _reckoned(voice: Voice, found: Coverage) -> Iterator[Entry]:
    for reckoning, events in found.reckonings:
        links = _events(voice, events)
        yield Entry(reckoning.text, words.reckoned_lines(voice, reckoning), _first(events), links)


def _first(events: tuple[EventChip, ...]) -> Focus | None:
    return Focus(event=events[0].uid) if events else None


def _events(voice: Voice, events: tuple[EventChip, ...]) -> tuple[Entry, ...]:
    return tuple(_event(voice, event) for event in events)


def _event(voice: Voice, event: EventChip) -> Entry:
    return Entry(event_words(voice, event), focus=Focus(event=event.uid))


def _claim(voice: Voice, claim: ClaimView) -> Entry:
    title, line = words.claim_lines(voice, claim)
    return Entry(title, (line,), Focus(claim=claim.uid))


def _source(voice: Voice, source: SourceChip) -> Entry:
    return Entry(source_words(voice, source), (source.title, read_words(voice, source)), Focus(source=source.uid))


def _gap(voice: Voice, gap: Gap) -> Entry:
    before, after = words.gap_ends(voice, gap)
    ends = (Entry(before, focus=Focus(event=gap.before.uid)), Entry(after, focus=Focus(event=gap.after.uid)))
    return Entry(words.gap_title(voice, gap), (before, after), Focus(event=gap.before.uid), ends)
