"""How passages stand in their documents, in words."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.index.ask.health import STANDINGS, Anchor, Citation
from viewer.wording.voice import Voice, fill

IN_ORDER = ("exact", "placed", "not-held")
"""Standings that ask nothing of the authors."""


def say_standing(voice: Voice, state: str) -> str:
    """One word or two for a table."""
    return {
        "exact": voice.translate("Health", "exact"),
        "moved": voice.translate("Health", "moved"),
        "missing": voice.translate("Health", "missing"),
        "ambiguous": voice.translate("Health", "ambiguous"),
        "placed": voice.translate("Health", "by place"),
        "unchecked": voice.translate("Health", "not checked"),
        "not-held": voice.translate("Health", "not held"),
        "altered": voice.translate("Health", "file altered"),
        "no-file": voice.translate("Health", "file missing"),
    }[state]


def explain_standing(voice: Voice, state: str) -> str:
    """What the word means, in a sentence."""
    return {
        "exact": voice.translate("Health", "The words stand where the case says, to the letter."),
        "moved": voice.translate(
            "Health", "The words stand in the document, but at another place than the case says."
        ),
        "missing": voice.translate("Health", "The words do not stand in the document."),
        "ambiguous": voice.translate(
            "Health", "The words stand at several places; which is meant cannot be told."
        ),
        "placed": voice.translate(
            "Health", "A page, boxes or seconds are given; there is no text to compare words with."
        ),
        "unchecked": voice.translate("Health", "The document could not be looked into."),
        "not-held": voice.translate("Health", "The document is not in the case."),
        "altered": voice.translate("Health", "The file in the case is not the one that the case lists."),
        "no-file": voice.translate("Health", "The case lists the file, and it cannot be read here."),
    }[state]


def count_standings(voice: Voice, states: Iterable[str]) -> str:
    """“41 passages: 1 missing, 1 moved, 39 exact.” What does not occur is not said."""
    told = list(states)
    parts = [
        fill(voice.translate("Health", "%1 %2"), voice.number(count), say_standing(voice, state))
        for state in STANDINGS
        if (count := told.count(state))
    ]
    if not parts:
        return voice.translate("Health", "The case has no passages.")
    counted = voice.translate("Health", "%n passage(s)", "", len(told))
    return fill(voice.translate("Health", "%1: %2"), counted, ", ".join(parts))


def words_of(voice: Voice, citation: Citation) -> str:
    """What the passage is called in a list: its words on one line, else its label, else its id."""
    words = " ".join((citation.anchor.exact or "").split())
    return words or citation.label or citation.passage


def place_words(voice: Voice, anchor: Anchor) -> str:
    """Where the passage says that it stands: “page 2”, “characters 261–331”, “3–6 s”, “part of a picture”."""
    if anchor.page is not None:
        return fill(voice.translate("Health", "page %1"), voice.digits(anchor.page))
    if anchor.xywh is not None:
        return voice.translate("Health", "part of a picture")
    if anchor.start is not None and anchor.end is not None:
        ends = voice.number(anchor.start), voice.number(anchor.end)
        return fill(voice.translate("Health", "characters %1–%2"), *ends)
    if anchor.t_start is not None:
        ends = (f"{anchor.t_start:g}", f"{anchor.t_end:g}" if anchor.t_end is not None else "")
        return fill(voice.translate("Health", "%1–%2 s"), *ends)
    return ""


def found_words(voice: Voice, state: str, start: int | None, page: int | None) -> str:
    """Where words that have moved stand now, "" for all others."""
    if state != "moved":
        return ""
    if page is not None:
        return fill(voice.translate("Health", "found on page %1"), voice.digits(page))
    return fill(voice.translate("Health", "found at character %1"), voice.number(start or 0))


def resting_words(voice: Voice, citation: Citation) -> str:
    """“2 claims, 1 quotation”; "" where nothing rests on the passage."""
    parts = []
    if citation.claims:
        parts.append(voice.translate("Health", "%n claim(s)", "", citation.claims))
    if citation.quotes:
        parts.append(voice.translate("Health", "%n quotation(s)", "", citation.quotes))
    return ", ".join(parts)


def looking_words(voice: Voice, share: float) -> str:
    """While the passages are looked for."""
    return fill(voice.translate("Health", "Looking for the passages: %1 %"), voice.digits(round(100 * share)))
