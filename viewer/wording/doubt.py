"""What is disputed, how many agree, and what is not known, in words that take no side."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.chips import ClaimView
from viewer.wording.voice import Voice, fill


def disputed_word(voice: Voice) -> str:
    """The word on the pill."""
    return voice.translate("Doubt", "disputed")


def disputed_sentence(voice: Voice, points: Sequence[str]) -> str:
    """Why an event is called disputed; `points` are labels of measures. "" without points."""
    if not points:
        return ""
    words = voice.translate(
        "Doubt", "Disputed: claims by different claimants cannot all be true together. Points: %1."
    )
    return fill(words, list_words(voice, points))


def disputed_claim(voice: Voice, claim: ClaimView) -> str:
    """Why a claim is called disputed, said the same way of every claim; "" where it is not."""
    if not claim.disputed:
        return ""
    return voice.translate(
        "Doubt",
        "Disputed: cannot be true together with %n claim(s) by other claimants on the same point.",
        n=len(claim.disputed_by),
    )


def origins_sentence(voice: Voice, origins: int) -> str:
    """What a claim's ring says: how many origins agree. Reprints count once."""
    if origins < 2:
        return voice.translate("Doubt", "1 origin: no other claimant states something that agrees.")
    return voice.translate("Doubt", "%n origin(s) state something that agrees. Reprints count once.", n=origins)


def event_origins(voice: Voice, origins: Sequence[bool]) -> str:
    """What an event's ring says: who speaks to it, and how many are not alone in what they state."""
    spoken = voice.translate("Doubt", "%n origin(s) speak to this event", n=len(origins))
    agree = voice.translate("Doubt", "%n of them agree(s) with another on a point", n=sum(origins))
    return fill(voice.translate("Doubt", "%1; %2.", "two statements"), spoken, agree)


def list_words(voice: Voice, words: Sequence[str]) -> str:
    """The words one after another."""
    joined = words[0] if words else ""
    for word in words[1:]:
        joined = fill(voice.translate("Doubt", "%1, %2", "a list"), joined, word)
    return joined


def loose_words(voice: Voice, loose: str) -> str:
    """Why an event stands outside the time axis; "" where it stands on it."""
    words = {
        "undated": voice.translate("Doubt", "date not known"),
        "order": voice.translate("Doubt", "date not known, only its place in an order"),
        "total": voice.translate("Doubt", "a total over other events, not an event in time"),
    }
    return words.get(loose, "")


def translation_words(voice: Voice, status: str) -> str:
    """How far a translation may be trusted."""
    words = {
        "draft": voice.translate("Doubt", "draft, no native reader has checked it"),
        "machine": voice.translate("Doubt", "machine translation"),
        "human": voice.translate("Doubt", "translated by a person"),
        "certified": voice.translate("Doubt", "certified translation"),
    }
    return words.get(status, status)


def status_words(voice: Voice, status: str | None) -> str:
    """The compilers' note on a difference between accounts, marked as theirs; "" where there is none."""
    return fill(voice.translate("Doubt", "Compilers' note: %1"), status) if status else ""
