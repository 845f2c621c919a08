"""Plain-text citations: who says what, when, where it was published, where it stands in this case."""

from __future__ import annotations

from viewer.case.frozen import dataclass
from viewer.index.ask.chips import ClaimView, EventChip, PassageChip, SourceChip
from viewer.index.ask.events import EventView, QuoteView
from viewer.wording.dates import say_when
from viewer.wording.digests import digest_groups
from viewer.wording.doubt import loose_words
from viewer.wording.figures import figure_words, headline_words
from viewer.wording.relations import place_words
from viewer.wording.sources import claimant_words, hold_sentence, read_words, source_date
from viewer.wording.voice import Voice, fill


@dataclass(frozen=True, slots=True)
class Reference:
    """Where the cited thing stands: title of the case, its case: URI, and what is known beside them.

    digest: SHA-256 of the case's manifest in hex; url: where the source is published.
    """

    case: str
    address: str
    digest: str = ""
    url: str | None = None


def cite_claim(voice: Voice, claim: ClaimView, event: str, reference: Reference) -> str:
    """One claim; `event` is the event's title."""
    lines = [claim_words(voice, claim)]
    if claim.text:
        words = voice.translate("Citation", "Paraphrase by the compilers, not a quotation: %1")
        lines.append(fill(words, claim.text))
    lines += [
        fill(voice.translate("Citation", "Event: %1"), event),
        _source_line(voice, claim.source, reference),
        fill(voice.translate("Citation", "What was read: %1"), read_words(voice, claim.source)),
        *(_passage_line(voice, passage) for passage in claim.passages),
    ]
    return signed(voice, lines, reference)


def cite_quote(voice: Voice, quote: QuoteView, reference: Reference) -> str:
    """Verbatim words; the only citation with quotation marks."""
    lines = [fill(voice.translate("Citation", "“%1”", "verbatim words"), quote.text), _speaker_line(voice, quote)]
    if quote.original_source:
        words = voice.translate("Citation", "First published: %1")
        lines.append(fill(words, _publication(voice, quote.original_source)))
    lines += [_source_line(voice, quote.source, reference), _passage_line(voice, quote.passage)]
    return signed(voice, lines, reference)


def cite_event(voice: Voice, event: EventView, reference: Reference) -> str:
    """An event: its title is the compilers', its figures are claims."""
    lines = [event.title]
    if event.when:
        lines.append(fill(voice.translate("Citation", "Date: %1"), say_when(voice, event.when, "plain")))
    elif event.loose:
        lines.append(fill(voice.translate("Citation", "Date: %1"), loose_words(voice, event.loose)))
    if event.place:
        lines.append(fill(voice.translate("Citation", "Place: %1"), place_words(voice, event.place)))
    if event.headline:
        words = voice.translate("Citation", "Range of all numbers stated: %1")
        lines.append(fill(words, headline_words(voice, event.headline)))
    return signed(voice, lines, reference)


def cite_passage(
    voice: Voice, passage: PassageChip, text: str | None, source: SourceChip, reference: Reference
) -> str:
    """A passage; the words of a note are marked as ours, only words of a held document are quoted."""
    lines = []
    if text and passage.hold == "note":
        lines.append(fill(voice.translate("Citation", "Note by the compilers, not a quotation: %1"), text))
    elif text:
        lines.append(fill(voice.translate("Citation", "“%1”", "verbatim words"), text))
    lines += [_source_line(voice, source, reference), _passage_line(voice, passage)]
    return signed(voice, lines, reference)


def claim_words(voice: Voice, claim: ClaimView) -> str:
    """One claim in one line: who, on what, how many, as of when."""
    said = claim.measure_label
    if claim.figure:
        words = voice.translate("Citation", "%1: %2", "what was counted, a figure")
        said = fill(words, said, figure_words(voice, claim.figure))
    line = fill(voice.translate("Citation", "%1 – %2", "claimant, what"), claimant_words(voice, claim), said)
    if claim.as_of is None:
        return line
    words = voice.translate("Citation", "%1, as of %2", "a claim, a date")
    return fill(words, line, say_when(voice, claim.as_of, "plain"))


def event_words(voice: Voice, event: EventChip) -> str:
    """An event named in one line: "8 Apr 2011: Operation at Camp Ashraf"."""
    if event.when is None:
        return event.title
    words = voice.translate("Citation", "%1: %2", "date, title")
    return fill(words, say_when(voice, event.when, "short"), event.title)


def signed(voice: Voice, lines: list[str], reference: Reference) -> str:
    """The lines, then the case, the address in it and its digest."""
    lines.append(fill(voice.translate("Citation", "Case: %1"), reference.case))
    lines.append(reference.address)
    if reference.digest:
        words = voice.translate("Citation", "Digest of the case (SHA-256): %1")
        lines.append(fill(words, digest_groups(reference.digest)))
    return "\n".join(lines)


# How it is done


def _speaker_line(voice: Voice, quote: QuoteView) -> str:
    line = quote.speaker.full_name if quote.speaker else voice.translate("Citation", "Speaker not named")
    if quote.capacity:
        line = fill(voice.translate("Citation", "%1, %2", "speaker, capacity"), line, quote.capacity)
    if quote.said:
        date = say_when(voice, quote.said, "plain")
        line = fill(voice.translate("Citation", "%1, %2", "speaker, date"), line, date)
    return line


def _publication(voice: Voice, source: SourceChip) -> str:
    return fill(
        voice.translate("Citation", "%1, %2, %3", "publisher, title, date"),
        source.publisher,
        source.title,
        source_date(voice, source),
    )


def _source_line(voice: Voice, source: SourceChip, reference: Reference) -> str:
    line = fill(voice.translate("Citation", "Source: %1"), _publication(voice, source))
    if not reference.url:
        return line
    return fill(voice.translate("Citation", "%1. %2", "publication, address"), line, reference.url)


def _passage_line(voice: Voice, passage: PassageChip) -> str:
    words = voice.translate("Citation", "Passage: %1. %2", "its name in this case, what is held")
    return fill(words, passage.uid, hold_sentence(voice, passage.hold))
