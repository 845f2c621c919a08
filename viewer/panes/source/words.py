"""What the source pane says of a document and its passages; dates, figures and sources are said by wording."""

from __future__ import annotations

from viewer.case.frozen import replace
from viewer.index.ask.chips import ClaimView, PassageChip, SourceChip
from viewer.index.ask.later import FEW
from viewer.index.ask.sources import DocumentHead, DocumentView, PassageView, SourceView
from viewer.wording.citation import event_words
from viewer.wording.figures import as_heading, claim_count, figure_words
from viewer.wording.sources import (
    alteration_word,
    claimant_name,
    hold_words,
    party_words,
    read_words,
    source_date,
)
from viewer.wording.voice import Voice, fill


def head_line(voice: Voice, source: SourceChip) -> str:
    """Date, side and what was read, in one line."""
    words = voice.translate(
        "SourcePane", "%1 · %2 · %3", "date, publisher's relation to the events, what was read"
    )
    party = party_words(voice, source.party, source.party_label)
    return fill(words, source_date(voice, source), party, read_words(voice, source))


def side_line(voice: Voice, source: SourceView) -> str:
    """The publisher by its full name, and its relation to the events."""
    name = source.publisher_agent.full_name if source.publisher_agent else source.chip.publisher
    words = voice.translate("SourcePane", "%1 (%2)", "publisher, its relation to the events")
    return fill(words, name, party_words(voice, source.chip.party, source.chip.party_label))


def document_name(voice: Voice, head: DocumentHead) -> str:
    """What a tab calls it: by what was made of the original, where it is not the original itself."""
    if head.hold in ("altered", "missing"):
        name = document_name(voice, as_meant(head))
        words = voice.translate("SourcePane", "%1, %2", "Document; file altered")
        return fill(words, name, alteration_word(voice, head.hold))
    if head.hold == "held" and head.derivation:
        return _derived_name(voice, head.derivation)
    names = {
        "note": voice.translate("SourcePane", "Our note"),
        "not-held": voice.translate("SourcePane", "Original, not held"),
        "held": voice.translate("SourcePane", "Document"),
    }
    return names.get(head.hold, head.title)


def as_meant(head: DocumentHead) -> DocumentHead:
    """The same document as it would be called were its file as the case lists it."""
    if head.hold not in ("altered", "missing"):
        return head
    return replace(head, hold="note" if head.derivation == "extract-note" else "held")


def _derived_name(voice: Voice, derivation: str) -> str:
    names = {
        "translation": voice.translate("SourcePane", "Translation"),
        "transcript": voice.translate("SourcePane", "Transcript"),
        "redaction": voice.translate("SourcePane", "Redacted copy"),
        "ocr": voice.translate("SourcePane", "Recognised text"),
        "excerpt": voice.translate("SourcePane", "Excerpt"),
    }
    return names.get(derivation, voice.translate("SourcePane", "Made from it"))


def document_kind(voice: Voice, head: DocumentHead) -> str:
    """What stands at the head of a sheet."""
    names = {
        "note": voice.translate("SourcePane", "Extract note"),
        "not-held": voice.translate("SourcePane", "Original"),
        "attached": voice.translate("SourcePane", "Original"),
        "held": voice.translate("SourcePane", "Document"),
    }
    return names.get(as_meant(head).hold, "")


def hash_name(voice: Voice, head: DocumentHead) -> str:
    """Whose SHA-256 it is: a note's is never mistaken for the original's."""
    names = {
        "note": voice.translate("SourcePane", "hash of this note"),
        "not-held": voice.translate("SourcePane", "hash of the original"),
        "attached": voice.translate("SourcePane", "hash of the original, as the case states it"),
        "held": voice.translate("SourcePane", "hash of this document"),
        "altered": voice.translate("SourcePane", "hash as the case lists it"),
        "missing": voice.translate("SourcePane", "hash as the case lists it"),
    }
    return names.get(head.hold, "SHA-256")


def derivation_name(voice: Voice, head: DocumentHead, beside: DocumentHead) -> str:
    """What another document of the source is to the one beside it."""
    if head.uid == beside.derived_from:
        return voice.translate("SourcePane", "Made from")
    names = {
        "extract-note": voice.translate("SourcePane", "Extract note"),
        "excerpt": voice.translate("SourcePane", "Excerpt"),
        "ocr": voice.translate("SourcePane", "Text read by machine"),
        "transcript": voice.translate("SourcePane", "Transcript"),
        "translation": voice.translate("SourcePane", "Translation"),
        "redaction": voice.translate("SourcePane", "Redacted copy"),
        "thumbnail": voice.translate("SourcePane", "Still picture"),
        "conversion": voice.translate("SourcePane", "Converted copy"),
    }
    return names.get(head.derivation or "", voice.translate("SourcePane", "Document"))


def short_hash(digest: str) -> str:
    """ "9c41 … e07b"."""
    return f"{digest[:4]} … {digest[-4:]}"


def grouped_hash(digest: str) -> str:
    """In groups of eight, as one compares it by eye."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def size_words(voice: Voice, head: DocumentHead) -> str:
    """Size, pages and duration, as far as they are known; "" where nothing is."""
    parts = []
    if head.byte_size is not None:
        parts.append(_counted(voice, voice.translate("SourcePane", "%1 bytes"), head.byte_size))
    if head.page_count:
        parts.append(_counted(voice, voice.translate("SourcePane", "%1 pages"), head.page_count))
    if head.duration_s:
        minutes, seconds = divmod(round(head.duration_s), 60)
        words = voice.translate("SourcePane", "%1 min %2 s", "duration")
        parts.append(fill(words, voice.number(minutes), voice.number(seconds)))
    return " · ".join(parts)


def _counted(voice: Voice, words: str, count: int) -> str:
    return fill(words, voice.number(count))


def passage_number(voice: Voice, index: int, count: int) -> str:
    """ "Passage 2 of 5"; index from 0."""
    return fill(voice.translate("SourcePane", "Passage %1 of %2"), voice.number(index + 1), voice.number(count))


def passage_number_short(voice: Voice, index: int, count: int) -> str:
    """ "2 of 5", where there is little room."""
    return fill(voice.translate("SourcePane", "%1 of %2"), voice.number(index + 1), voice.number(count))


def passage_spoken(voice: Voice, document: DocumentView, index: int) -> str:
    """For a screen reader: "Passage 2 of 5, stated by our note: …, carries 2 claims"."""
    passage = document.passages[index]
    words = voice.translate("SourcePane", "%1, %2: %3. Carries %4.", "number, how held, words, number of claims")
    return fill(
        words,
        passage_number(voice, index, len(document.passages)),
        hold_words(voice, document.head.hold),
        passage.exact or passage.label or passage.uid,
        claim_count(voice, len(passage.claims)),
    )


def passage_tip(voice: Voice, passage: PassageView) -> str:
    """What rests on a passage, one claim a line."""
    lines = [said(voice, claim) for claim in passage.claims[:FEW]]
    if len(passage.claims) > FEW:
        lines.append("…")
    if passage.quotes:
        lines.append(voice.translate("SourcePane", "%n quotation(s)", n=len(passage.quotes)))
    if not lines:
        return voice.translate("SourcePane", "No claim rests on this passage.")
    return "\n".join([voice.translate("SourcePane", "This passage carries:"), *lines])


def said(voice: Voice, claim: ClaimView) -> str:
    """A claim in one line: "Persons killed: at least 34, by OHCHR"."""
    return fill(
        voice.translate("SourcePane", "%1, by %2", "what is claimed, claimant"),
        point(voice, claim),
        claimant_name(voice, claim),
    )


def point(voice: Voice, claim: ClaimView) -> str:
    """What is claimed, without who claims it: a figure, or the compilers' paraphrase."""
    if claim.figure is None:
        return claim.text or as_heading(claim.measure_label)
    words = voice.translate("SourcePane", "%1: %2", "what was counted, a figure")
    return fill(words, as_heading(claim.measure_label), figure_words(voice, claim.figure))


def event_of(voice: Voice, document: DocumentView, claim: ClaimView) -> str:
    """The event a claim speaks to, in one line."""
    event = document.event(claim.event)
    return event_words(voice, event) if event else ""


def original_place(voice: Voice, passage: PassageView) -> str:
    """Where in the original the passage of a note stands for; "" where nothing is known of it."""
    if passage.original_document is None:
        return ""
    if passage.original_start is None or passage.original_end is None:
        return voice.translate("SourcePane", "Stands for a passage of the original, which is not held.")
    extent = characters(voice, passage.original_start, passage.original_end)
    if passage.original_sha256 is None:
        return fill(voice.translate("SourcePane", "Stands for %1 of the original", "its characters"), extent)
    words = voice.translate(
        "SourcePane", "Stands for %1 of the original · SHA-256 %2", "characters, hash of that passage"
    )
    return fill(words, extent, short_hash(passage.original_sha256))


def characters(voice: Voice, start: int, end: int) -> str:
    """ "characters 652–738"; half-open code points, counted from 0 as in the case."""
    words = voice.translate("SourcePane", "characters %1–%2")
    return fill(words, voice.number(start), voice.number(end))


def chip_of(passage: PassageView, document: DocumentView) -> PassageChip:
    """The passage as others name it."""
    return PassageChip(
        passage.uid, document.head.uid, document.source, "states", document.head.hold, passage.label or ""
    )
