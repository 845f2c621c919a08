"""What a hearing list says of itself: kinds of items, how long they may take, how they stand to the case."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from viewer.case.hearing import Noted
from viewer.wording.presenting import elapsed_words
from viewer.wording.voice import Voice, fill

_C = "Hearing"
_LONGEST = 24 * 3600
"""Seconds."""


def kind_words(voice: Voice, kind: str) -> str:
    """What an item is: "Figures by claimant"."""
    say = voice.translate
    return {
        "step": say(_C, "Several things in turn"),
        "event": say(_C, "Event"),
        "figures": say(_C, "Figures by claimant"),
        "quotes": say(_C, "Quotation"),
        "passage": say(_C, "Passage"),
        "document": say(_C, "Document"),
        "two-up": say(_C, "Side by side"),
        "span": say(_C, "Events by date"),
        "accounts": say(_C, "Accounts"),
        "title": say(_C, "Title card"),
        "text": say(_C, "Text card"),
    }[kind]


def length_words(voice: Voice, items: int, seconds: int) -> str:
    """ "10 items, 12:30"; without a time where none is given."""
    counted = voice.translate(_C, "%n item(s)", n=items)
    if not seconds:
        return counted
    return fill(voice.translate(_C, "%1, %2", "items, time"), counted, elapsed_words(voice, seconds))


def budget_words(voice: Voice, seconds: int | None) -> str:
    """ "2:30"; "" where no time is given."""
    return elapsed_words(voice, seconds) if seconds else ""


def read_budget(typed: str) -> int | None:
    """Seconds of "2:30", "2" (minutes), "1:02:30", in digits of any script; None for none. Raises ValueError."""
    if not typed.strip():
        return None
    parts = [_number(part) for part in typed.strip().split(":")]
    if len(parts) > 3 or any(part > 59 for part in parts[1:]):
        raise ValueError("not a time")
    if len(parts) == 1:
        parts.append(0)
    seconds = 0
    for part in parts:
        seconds = 60 * seconds + part
    if seconds > _LONGEST:
        raise ValueError("longer than a day")
    return seconds or None


def _number(typed: str) -> int:
    if not typed.strip():
        raise ValueError("not a number")
    return int("".join(str(unicodedata.decimal(letter)) for letter in typed.strip()))


def readable_notice(voice: Voice) -> str:
    """Above a list that came with the case."""
    return voice.translate(
        _C, "This list came with the case: its notes are readable by everyone who has this case."
    )


def standing_words(voice: Voice, standing: str, gone: Sequence[str]) -> str:
    """How an item stands to the case: not there ("gone"), or saying something else ("changed")."""
    if standing == "gone":
        said = voice.translate(_C, "not in this version of the case (%1)", "identifiers")
        return fill(said, ", ".join(gone))
    return voice.translate(_C, "changed since it was last checked") if standing == "changed" else ""


def findings_words(voice: Voice, count: int) -> str:
    """Above a list of which some items say something else than they did."""
    return voice.translate(
        _C,
        "%n item(s) are not in this version of the case, or say something else than when last checked.",
        n=count,
    )


def row_words(voice: Voice, noted: Noted) -> str:
    """Below the title of an item: what it is, and what it has."""
    words = [kind_words(voice, noted.step.kind)]
    if noted.step.markup is not None:
        words.append(voice.translate(_C, "saved view"))
    if noted.step.graphic:
        words.append(voice.translate(_C, "graphic: begins covered"))
    if noted.note or noted.caution:
        words.append(voice.translate(_C, "note"))
    return " · ".join(words)


def added_words(voice: Voice, title: str, exhibit: str, of_list: str) -> str:
    """ "Added to “Opening” as A-4: Camp Ashraf, 8 April 2011"."""
    return fill(voice.translate(_C, "Added to “%1” as %2: %3", "list, exhibit, title"), of_list, exhibit, title)


def choice_words(voice: Voice, title: str, items: int) -> str:
    """A list among others: "Opening · 10 items"."""
    return f"{title} · {voice.translate(_C, '%n item(s)', n=items)}"


def say_not_a_list(voice: Voice, name: str) -> str:
    said = voice.translate(_C, "%1 is no hearing list of this program, or it was damaged. Nothing was imported.")
    return fill(said, name)


def say_other_case(voice: Voice, name: str) -> str:
    said = voice.translate(_C, "%1 belongs to another case. Open that case, and import the list there.")
    return fill(said, name)


def copy_title(voice: Voice, title: str) -> str:
    return fill(voice.translate(_C, "%1 (copy)"), title)
