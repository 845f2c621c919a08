"""What a crowd of marks and the tray say; a single event is worded for all rooms alike; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark
from viewer.wording.dates import say_when
from viewer.wording.doubt import list_words
from viewer.wording.voice import Voice, fill


def spoken_crowd(voice: Voice, marks: Sequence[Mark]) -> str:
    """Several events too close to tell apart at this zoom."""
    count = voice.translate("Timeline", "%n event(s), Enter to zoom", n=len(marks))
    first = say_when(voice, marks[0].when, "spoken")
    return fill(voice.translate("Timeline", "%1: %2", "date, event"), first, count)


def told_crowd(voice: Voice, marks: Sequence[Mark], most: int = 8) -> tuple[str, ...]:
    """Lines of a tooltip over a crowd."""
    words = voice.translate("Timeline", "%1: %2", "date, event")
    lines = [fill(words, say_when(voice, mark.when, "short"), mark.title) for mark in marks[:most]]
    if len(marks) > most:
        lines.append(voice.translate("Timeline", "and %n more", n=len(marks) - most))
    return tuple(lines)


def beside(voice: Voice, rows: Sequence[EventRow]) -> str:
    """What stands in the tray, counted: "Not on the axis: 1 total, 3 undated"; "" if nothing does."""
    if not rows:
        return ""
    counts = {reason: sum(row.loose == reason for row in rows) for reason in ("total", "order", "undated")}
    words = {
        "total": voice.translate("Timeline", "%n total(s)", n=counts["total"]),
        "order": voice.translate("Timeline", "%n known by order only", n=counts["order"]),
        "undated": voice.translate("Timeline", "%n undated", n=counts["undated"]),
    }
    counted = list_words(voice, [words[reason] for reason, count in counts.items() if count])
    return fill(voice.translate("Timeline", "Not on the axis: %1"), counted)
