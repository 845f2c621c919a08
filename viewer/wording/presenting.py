"""What the presenter's console says: times, how an exhibit stands, what a list lacks, how large a room may be."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.chips import SourceChip
from viewer.wording.sources import source_words
from viewer.wording.voice import Voice, fill


def not_in_this_version(voice: Voice) -> str:
    """Instead of an item whose target the case does not have."""
    return voice.translate("Presenting", "Not in this version of the case.")


def clock_words(voice: Voice, hour: int, minute: int) -> str:
    """ "14:05"."""
    return fill(
        voice.translate("Presenting", "%1:%2", "hours, minutes"), voice.digits(hour, 2), voice.digits(minute, 2)
    )


def elapsed_words(voice: Voice, seconds: float) -> str:
    """ "12:34", with hours "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        words = voice.translate("Presenting", "%1:%2:%3", "hours, minutes, seconds")
        return fill(words, voice.digits(hours), voice.digits(minutes, 2), voice.digits(rest, 2))
    words = voice.translate("Presenting", "%1:%2", "minutes, seconds")
    return fill(words, voice.digits(minutes), voice.digits(rest, 2))


def used_words(voice: Voice, used: float, whole: int, *, running: bool) -> str:
    """Below the stopwatch: "of 20:00", or that it stands still. whole: seconds that may be used, 0 = not said."""
    words = fill(voice.translate("Presenting", "of %1"), elapsed_words(voice, whole)) if whole else ""
    if running:
        return words or voice.translate("Presenting", "time used")
    still = voice.translate("Presenting", "paused") if used else voice.translate("Presenting", "not started")
    joined = voice.translate("Presenting", "%1, %2", "time used, paused")
    return fill(joined, words, still) if words else still


def place_words(voice: Voice, exhibit: str, title: str, page: int, pages: int) -> str:
    """ "A-2 · Persons killed (2 of 4)"; page from 1."""
    words = fill(voice.translate("Presenting", "%1 · %2", "exhibit, title"), exhibit, title) if exhibit else title
    if pages < 2:
        return words
    place = fill(voice.translate("Presenting", "%1 of %2", "page, pages"), voice.number(page), voice.number(pages))
    return fill(voice.translate("Presenting", "%1 (%2)", "what is shown, which page"), words, place)


def behind_line(voice: Voice, source: SourceChip) -> str:
    """ "S-03 · OHCHR, 15 April 2011": a source by its identifier, in a line that keeps its direction."""
    words = voice.translate("Presenting", "%1 · %2", "identifier, source")
    return fill(words, source.uid, source_words(voice, source))


def more_words(voice: Voice, count: int) -> str:
    """Below a list that is cut short."""
    return voice.translate("Presenting", "and %n more", n=count)


def vanished_line(voice: Voice, item: str, targets: Sequence[str]) -> str:
    """An item of the list whose targets the case does not have."""
    words = voice.translate("Presenting", "%1: not in this version of the case (%2)", "an item, identifiers")
    return fill(words, item, ", ".join(targets))


def changed_line(voice: Voice, item: str) -> str:
    """An item that says something else than when it was last checked."""
    return fill(voice.translate("Presenting", "%1: changed since it was last checked"), item)


def room_words(voice: Voice, distance_cm: int, *, legible: bool) -> str:
    """What the stated size of a room means for the letters of a stage."""
    metres = fill(voice.translate("Presenting", "%1.%2 m", "metres, tenths"), *_metres(voice, distance_cm))
    if legible:
        return fill(voice.translate("Presenting", "The smallest letters can be read from %1 away."), metres)
    words = voice.translate(
        "Presenting",
        "From %1 away the smallest letters cannot be read on a picture this low, even at their largest.",
    )
    return fill(words, metres)


def _metres(voice: Voice, centimetres: int) -> tuple[str, str]:
    whole, tenths = divmod(round(centimetres / 10), 10)
    return voice.digits(whole), voice.digits(tenths)
