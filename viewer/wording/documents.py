"""What is said of documents: why one cannot be shown, how its passages stand, what became of a file."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.index.ask.chips import ClaimView
from viewer.index.ask.sources import PassageView
from viewer.wording.digests import digest_groups
from viewer.wording.sources import claimant_name
from viewer.wording.voice import Voice, fill

_C = "Documents"


def refusal_words(voice: Voice, code: str) -> str:
    """Why a document, or a page of it, does not show: one or two sentences for a code of the locked process."""
    say = voice.translate
    sentences = {
        "too-slow": say(_C, "Reading this took too long and was stopped. The document itself is unchanged."),
        "too-large": say(_C, "This is larger than can be shown safely. The document itself is unchanged."),
        "crashed": say(
            _C,
            "The separate process that reads documents ended over this one. It has been started again.",
        ),
        "refused": say(_C, "This kind of document cannot be shown here."),
        "not-readable": say(_C, "This cannot be read: it is damaged, or not what it says it is."),
        "needs-password": say(_C, "This document is locked with a password."),
        "wrong-password": say(_C, "That password does not open this document."),
        "no-such-page": say(_C, "The document has no such page."),
        "cancelled": say(_C, "Reading was stopped."),
        "cannot-start": say(
            _C, "The separate process that reads documents could not be started, so no document can be shown."
        ),
    }
    return sentences.get(code, sentences["refused"])


def trouble_words(voice: Voice, code: str, where: str, found: str) -> str:
    """Why the bytes of a document cannot be had."""
    say = voice.translate
    sentences = {
        "missing-file": say(_C, "The file %1 is not in this case."),
        "not-in-manifest": say(_C, "The case's list of files does not name %1, so it is not read."),
        "hash-differs": say(_C, "The file %1 is not the one that was listed: its SHA-256 is %2."),
        "copy-differs": say(_C, "What was written to %1 reads back differently (SHA-256 %2). Try another disk."),
        "too-large-file": say(_C, "The file %1 is larger than 512 MiB."),
        "no-access": say(_C, "%1 could not be read or written: %2."),
    }
    told = f"\u2066{digest_groups(found)}\u2069" if code.endswith("-differs") else found
    return fill(sentences.get(code, say(_C, "The document cannot be read: %1 %2.")), where, told)


def state_word(voice: Voice, state: str) -> str:
    """How a passage stands in its document, in a word or two; "" where it stands as stated."""
    words = {
        "moved": voice.translate(_C, "found elsewhere"),
        "missing": voice.translate(_C, "not found"),
        "ambiguous": voice.translate(_C, "found more than once"),
        "unchecked": voice.translate(_C, "place not checked"),
    }
    return words.get(state, "")


def state_sentence(voice: Voice, state: str, count: int = 0) -> str:
    """The same in a sentence; "" where it stands as stated."""
    sentences = {
        "moved": voice.translate(_C, "The exact words stand in another place than stated; that place is marked."),
        "missing": voice.translate(_C, "The exact words do not stand in this document; nothing is marked."),
        "ambiguous": voice.translate(
            _C, "The exact words stand in %1 places and nothing says which is meant; nothing is marked."
        ),
        "unchecked": voice.translate(
            _C, "The page has no text that can be read wholly, so the words were not checked; marked as stated."
        ),
    }
    return fill(sentences.get(state, ""), voice.number(count))


def stop_words(voice: Voice, index: int, count: int, passage: PassageView) -> str:
    """A passage as a stop of the reading view: "passage 2 of 5, cited by OHCHR and AP"."""
    words = voice.translate(_C, "Passage %1 of %2, cited by %3")
    return fill(words, voice.number(index + 1), voice.number(count), cited_by(voice, passage.claims))


def cited_by(voice: Voice, claims: Iterable[ClaimView]) -> str:
    """Whose claims rest on a passage: each name once."""
    names = list(dict.fromkeys(claimant_name(voice, claim) for claim in claims))
    if not names:
        return voice.translate(_C, "no claim")
    together = names[0]
    for name in names[1:]:
        together = fill(voice.translate(_C, "%1, %2", "names in a row"), together, name)
    return together


def page_words(voice: Voice, number: int, count: int) -> str:
    """ "Page 3 of 12"; number from 1."""
    return fill(voice.translate(_C, "Page %1 of %2"), voice.number(number), voice.number(count))


def silent_page(voice: Voice) -> str:
    """For a page that is only a picture."""
    return voice.translate(_C, "This page has no text.")


def hits_words(voice: Voice, count: int, searched: int, pages: int) -> str:
    """How many places were found, and how far the search has come."""
    found = voice.translate(_C, "%n place(s)", n=count)
    if searched >= pages:
        return found
    words = voice.translate(_C, "%1, searched %2 of %3 pages")
    return fill(words, found, voice.number(searched), voice.number(pages))


def likeness_sentence(voice: Voice, likeness: str) -> str:
    """What the hash of an attached file says."""
    sentences = {
        "same": voice.translate(
            _C, "This file has the SHA-256 that the case states for the original: it is the same, byte for byte."
        ),
        "different": voice.translate(
            _C, "This file does not have the SHA-256 that the case states for the original: it is another file."
        ),
        "unknown": voice.translate(
            _C, "The case states no SHA-256 for the original, so nothing shows whether this file is the same."
        ),
    }
    return sentences.get(likeness, "")


def saved_sentence(voice: Voice, name: str, digest: str, size: int) -> str:
    """After a verified copy."""
    words = voice.translate(
        _C, "Saved as %1: %2 bytes, read back and found the same. SHA-256 %3", "name, size, digits"
    )
    return fill(words, name, voice.number(size), digest)


def translation_words(voice: Voice, status: str | None, translator: str | None) -> str:
    """How far a translation can be relied on."""
    words = {
        "certified": voice.translate(_C, "certified translation"),
        "human": voice.translate(_C, "translated by a person"),
        "machine": voice.translate(_C, "translated by a machine"),
        "draft": voice.translate(_C, "draft translation that no native reader has checked"),
    }
    said = words.get(status or "", voice.translate(_C, "translation; nothing is stated of who made it"))
    if not translator:
        return said
    return fill(voice.translate(_C, "%1 (%2)", "status of a translation, translator"), said, translator)


def moments(voice: Voice, start: float, end: float | None) -> str:
    """A stretch of a recording: "0:12 to 1:05"."""
    first = _moment(voice, start)
    if end is None:
        return first
    return fill(voice.translate(_C, "%1 to %2", "moments of a recording"), first, _moment(voice, end))


def _moment(voice: Voice, seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    words = voice.translate(_C, "%1:%2", "minutes, seconds")
    return fill(words, voice.digits(minutes), voice.digits(rest, 2))
