"""What marks in one place, spans full of events and the tray say; a single event is worded for all rooms alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viewer.case.when import jd_at
from viewer.index.ask.strip import Across
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.asking import Loose
from viewer.panes.timeline.heap import Crowd, Heap
from viewer.panes.timeline.layout import LanePlace
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.ticks import Step
from viewer.wording.dates import say_span, say_when
from viewer.wording.doubt import list_words
from viewer.wording.voice import Voice, fill


def spoken_crowd(voice: Voice, marks: Sequence[Mark]) -> str:
    """Several events too close to tell apart at this zoom."""
    count = voice.translate("Timeline", "%n event(s), Enter to zoom", n=len(marks))
    first = say_when(voice, marks[0].when, "spoken")
    return fill(voice.translate("Timeline", "%1: %2", "date, event"), first, count)


def spoken_span(voice: Voice, crowd: Crowd) -> str:
    """A span in which events are counted: "March 2011, 2,304 events, Enter to zoom"."""
    count = voice.translate("Timeline", "%n event(s), Enter to zoom", n=crowd.events)
    return fill(voice.translate("Timeline", "%1, %2", "span of time, count"), span_words(voice, crowd), count)


def span_words(voice: Voice, crowd: Crowd) -> str:
    return say_span(voice, jd_at(crowd.start), jd_at(crowd.end))


def told_crowd(voice: Voice, marks: Sequence[Mark], most: int = 8) -> tuple[str, ...]:
    """Lines of a tooltip over a crowd."""
    words = voice.translate("Timeline", "%1: %2", "date, event")
    lines = [fill(words, say_when(voice, mark.when, "short"), mark.title) for mark in marks[:most]]
    if len(marks) > most:
        lines.append(voice.translate("Timeline", "and %n more", n=len(marks) - most))
    return tuple(lines)


def told_column(voice: Voice, heap: Heap, lane: LanePlace, moment: float) -> tuple[str, ...]:
    """Lines of a tooltip over a column: its span, and what is counted in it."""
    at = heap.clipped(moment, moment)[0]
    start = heap.start + at * heap.width
    pile = heap.piles[lane.number]
    lines = [
        fill(voice.translate("Timeline", "%1 · %2", "lane, span of time"), lane.label, _column(voice, heap, start))
    ]
    lines.append(voice.translate("Timeline", "%n event(s) begin here", n=pile.begin[at]))
    vague = sum(
        block.n for block in heap.coarse if block.lane == lane.number and block.start <= moment < block.end
    )
    if vague:
        lines.append(voice.translate("Timeline", "%n more dated less exactly may", n=vague))
    if pile.lasting and pile.lasting[at]:
        lines.append(voice.translate("Timeline", "%n run across", n=pile.lasting[at]))
    lines.append(voice.translate("Timeline", "Heights grow with the square root of the count."))
    return tuple(lines)


def _column(voice: Voice, heap: Heap, start: int) -> str:
    return say_span(voice, jd_at(start), jd_at(start + heap.width))


def spoken_view(voice: Voice, scale: Scale, step: Step, events: int | None) -> str:
    """The span in view: "March 2011 to May 2012, 2,304 events"."""
    seconds = max(1, round(step.seconds))
    start, end = scale.start // seconds * seconds, scale.end // seconds * seconds + seconds
    words = say_span(voice, jd_at(int(max(start, scale.start))), jd_at(int(min(end, scale.end))))
    if events is None:
        return words
    count = voice.translate("Timeline", "%n event(s)", n=events)
    return fill(voice.translate("Timeline", "%1, %2", "span of time, count"), words, count)


def across_words(voice: Voice, across: Iterable[Across]) -> str:
    """What covers the whole view: "312 run across · 150 known only to a longer time"."""
    both = [(one.lasting, one.vague) for one in across]
    lasting, vague = sum(one for one, _ in both), sum(one for _, one in both)
    parts = []
    if lasting:
        parts.append(voice.translate("Timeline", "%n run across", n=lasting))
    if vague:
        parts.append(voice.translate("Timeline", "%n known only to a longer time", n=vague))
    return " · ".join(parts)


def beside(voice: Voice, loose: Loose) -> str:
    """What stands in the tray, counted: "Not on the axis: 1 total, 3 undated"; "" if nothing does."""
    if not loose.events:
        return ""
    if loose.events > len(loose.rows):
        return voice.translate("Timeline", "%n not on the axis", n=loose.events)
    counts = {reason: sum(row.loose == reason for row in loose.rows) for reason in ("total", "order", "undated")}
    words = {
        "total": voice.translate("Timeline", "%n total(s)", n=counts["total"]),
        "order": voice.translate("Timeline", "%n known by order only", n=counts["order"]),
        "undated": voice.translate("Timeline", "%n undated", n=counts["undated"]),
    }
    counted = list_words(voice, [words[reason] for reason, count in counts.items() if count])
    return fill(voice.translate("Timeline", "Not on the axis: %1"), counted)
