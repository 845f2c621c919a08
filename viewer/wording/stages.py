"""What a stage in a hearing room says around what it shows: stamp, source line, doubt, pages, circumstances."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.case.frozen import replace
from viewer.index.ask.accounts import Band, QuoteView
from viewer.index.ask.chips import ClaimView, SourceChip
from viewer.index.ask.event_rows import EventRow
from viewer.index.ask.events import EventView
from viewer.wording.dates import say_when
from viewer.wording.doubt import list_words, loose_words
from viewer.wording.figures import range_words
from viewer.wording.sources import (
    alteration_word,
    apart,
    carrier_words,
    directness_words,
    hold_sentence,
    hold_words,
    source_date,
    source_words,
)
from viewer.wording.voice import Voice, fill


def stamp_words(voice: Voice, number: str) -> str:
    """ "Exhibit A-2"; "" for an item without a number."""
    return fill(voice.translate("Stage", "Exhibit %1"), number) if number else ""


def page_of(voice: Voice, words: str, page: int, pages: int) -> str:
    """ "Killed, by claimant (2 of 4)": `words` with the place of a page, from 1, where there are several."""
    if pages < 2:
        return words
    place = fill(voice.translate("Stage", "%1 of %2", "a page, pages"), voice.number(page), voice.number(pages))
    return fill(voice.translate("Stage", "%1 (%2)", "what is shown, which page"), words, place)


def figures_line(voice: Voice, label: str, claims: int) -> str:
    """ "Killed, by claimant, 11 claims"."""
    counted = voice.translate("Stage", "%n claim(s)", n=claims)
    words = voice.translate("Stage", "%1, by claimant, %2", "what was counted, a number of claims")
    return fill(words, label, counted)


def band_line(voice: Voice, bands: tuple[Band, ...]) -> str:
    """What the shaded bands of a chart say, in one line; "" where there is none."""
    if not bands:
        return ""
    ranges = list_words(voice, [range_words(voice, band.low, band.high) for band in bands])
    return fill(voice.translate("Stage", "Shaded: stated by two or more independent claimants (%1)"), ranges)


def event_date(voice: Voice, event: EventView | EventRow) -> str:
    """When, with its doubt in words, or why the event stands outside the time axis."""
    if event.when and not event.loose:
        return say_when(voice, event.when, "plain")
    return loose_words(voice, event.loose)


def dated_place(voice: Voice, event: EventView) -> str:
    """ "8 April 2011, Camp Ashraf"."""
    place = event.place.short_name if event.place else ""
    return list_words(voice, [part for part in (event_date(voice, event), place) if part])


def titled(voice: Voice, event: EventView) -> str:
    """ "Camp Ashraf, 8 April 2011": what stands above the figures of an event."""
    place = event.place.short_name if event.place else ""
    return list_words(voice, [part for part in (place, event_date(voice, event)) if part])


def carried(voice: Voice, claim: ClaimView) -> str:
    """Below a claimant: "as reported by Reuters, 9 April 2011", or the date where it published itself."""
    source = claim.source
    carrier = carrier_words(voice, claim).replace(source.publisher, apart(source.publisher))
    date = source_date(voice, claim.source)
    if source.alteration:
        words = voice.translate("Stage", "%1 · %2", "date, file altered")
        date = fill(words, date, alteration_word(voice, source.alteration))
    return fill(voice.translate("Stage", "%1, %2", "publisher, date"), carrier, date) if carrier else date


def source_line(voice: Voice, source: SourceChip, hold: str) -> str:
    """ "OHCHR, 15 April 2011 · stated by our note"."""
    words = voice.translate("Stage", "%1 · %2", "source, how it is held")
    told = "" if hold in ("altered", "missing") else source.alteration  # it is said once
    publisher = replace(source, alteration=told)
    return fill(words, source_words(voice, publisher), hold_words(voice, hold))


def speaker_name(voice: Voice, quote: QuoteView) -> str:
    return quote.speaker.full_name if quote.speaker else voice.translate("Stage", "Speaker not named")


def circumstances(voice: Voice, quote: QuoteView) -> str:
    """In what capacity, when, where, to whom, and how the words came to the source."""
    to = fill(voice.translate("Stage", "to %1", "an audience"), quote.audience) if quote.audience else ""
    said = say_when(voice, quote.said, "plain") if quote.said else ""
    capacity = "" if quote.capacity and quote.capacity in speaker_name(voice, quote) else quote.capacity
    parts = (capacity, said, quote.place, to, directness_words(voice, quote.directness))
    return list_words(voice, [part for part in parts if part])


def quoted_source(voice: Voice, quote: QuoteView) -> str:
    """Where the words were published, and how they are held."""
    return source_line(voice, quote.source, quote.passage.hold)


def answered(voice: Voice, page: int) -> str:
    """Above quotations that answer each other on two stages, page 1 or 2."""
    if page == 1:
        return voice.translate("Stage", "The answering statement follows")
    return voice.translate("Stage", "The statement that answers it")


def quotes_title(voice: Voice, count: int) -> str:
    """Above one quotation, or several that answer each other."""
    if count > 1:
        return voice.translate("Stage", "Statements that answer each other")
    return voice.translate("Stage", "Quotation")


def passage_heading(voice: Voice, hold: str, *, note: bool) -> str:
    """Above words that are not shown as a piece of their document: of an extract note, which are nobody's but
    ours, or of a document whose file cannot be compared; "" above others.
    """
    if note:
        return voice.translate("Stage", "Extract note")
    return voice.translate("Stage", "As the case states it") if hold in ("altered", "missing") else ""


def warning(voice: Voice, hold: str) -> str:
    """What every stage with words of a note says, or of a file that is not as listed; "" for one that is held."""
    if hold == "altered":
        return voice.translate("Stage", "Altered: the file in this case is not the one that the case lists.")
    if hold == "missing":
        return voice.translate("Stage", "Missing: the case lists this file, and it cannot be read.")
    return "" if hold == "held" else hold_sentence(voice, hold)


def disputed_line(voice: Voice, points: Sequence[str]) -> str:
    """ "Disputed: killed, means used"; "" where no point is."""
    return fill(voice.translate("Stage", "Disputed: %1", "points"), list_words(voice, points)) if points else ""


def editors_summary(voice: Voice, summary: str | None) -> str:
    """The summary of an event, marked as the editor's."""
    return fill(voice.translate("Stage", "Editor's summary: %1"), summary) if summary else ""


def accounts_line(voice: Voice, claims: int) -> str:
    """Above a table of what is said, one account under the other."""
    counted = voice.translate("Stage", "%n claim(s)", n=claims)
    return fill(voice.translate("Stage", "Accounts, paraphrased, %1", "a number of claims"), counted)


def point_line(voice: Voice, label: str, words: str) -> str:
    """ "killed: at least 34": a point and what is said on it."""
    return fill(voice.translate("Stage", "%1: %2", "a point, what is said on it"), label, words)


def span_line(voice: Voice, count: int) -> str:
    """Above events on a time axis."""
    return voice.translate("Stage", "%n event(s), by date", n=count)


def page_label(voice: Voice, title: str, page: int) -> str:
    """ "Report on the visit, page 3"; page from 1, 0 where there is none."""
    if not page:
        return title
    return fill(voice.translate("Stage", "%1, page %2", "a document, a number"), apart(title), voice.number(page))


def no_picture(voice: Voice) -> str:
    """Where a page stands whose picture is not there."""
    return voice.translate("Stage", "No picture of this page is at hand.")


def covered_words(voice: Voice) -> tuple[str, str]:
    """What the audience sees of an item that may distress, until it is uncovered."""
    return (
        voice.translate("Stage", "Covered"),
        voice.translate("Stage", "This exhibit may distress. It is shown only when it is uncovered."),
    )
