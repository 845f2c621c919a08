"""Stated figures in words: one figure, a headline's range, a band, a count of claims."""

from __future__ import annotations

from viewer.case.figure import WORDS_FOR_NUMBERS, Figure
from viewer.index.ask.chips import Headline
from viewer.index.ask.events import Band
from viewer.wording.voice import Voice, fill


def figure_words(voice: Voice, figure: Figure) -> str:
    """The figure as stated: "at least 34", "about 4,000 to 5,000", "dozens", "8"."""
    if not figure.numbers:
        return number_word(voice, figure.qualifier)
    if figure.out_of_order:
        return _as_stated(voice, figure)
    words = _qualified(voice, figure.qualifier, _numbers(voice, figure))
    if figure.best is not None and figure.numbers[0] < figure.best < figure.numbers[-1]:
        return fill(voice.translate("Figures", "%1, best %2"), words, voice.number(figure.best))
    return words


def number_word(voice: Voice, qualifier: str | None) -> str:
    """A word that stands where a number might: dozens, hundreds, thousands."""
    words = {
        "dozens": voice.translate("Figures", "dozens"),
        "hundreds": voice.translate("Figures", "hundreds"),
        "thousands": voice.translate("Figures", "thousands"),
    }
    return words.get(qualifier or "", voice.translate("Figures", "no number given"))


def range_words(voice: Voice, low: int, high: int) -> str:
    """ "0 to 37", or "34" where both ends are the same."""
    if low == high:
        return voice.number(low)
    return fill(voice.translate("Figures", "%1 to %2"), voice.number(low), voice.number(high))


def headline_range(voice: Voice, headline: Headline) -> str:
    """The range of all stated figures without its measure: "0 to 37"."""
    return range_words(voice, headline.low, headline.high)


def headline_short(voice: Voice, headline: Headline) -> str:
    """ "0 to 37 killed", for a list."""
    words = voice.translate("Figures", "%1 %2", "a number or range, what was counted")
    return fill(words, headline_range(voice, headline), headline.label)


def headline_words(voice: Voice, headline: Headline) -> str:
    """ "0 to 37 killed, by 11 claims"."""
    return fill(
        voice.translate("Figures", "%1, by %2", "a figure, a number of claims"),
        headline_short(voice, headline),
        claim_count(voice, headline.claims),
    )


def headline_measure(voice: Voice, headline: Headline) -> str:
    """What stands below a headline's large figures: "killed, by 11 claims"."""
    words = voice.translate("Figures", "%1, by %2", "what was counted, a number of claims")
    return fill(words, headline.label, claim_count(voice, headline.claims))


def headline_sentence(voice: Voice, headline: Headline) -> str:
    """What the range is and is not, for a tooltip or a screen reader."""
    sentence = fill(
        voice.translate("Figures", "Range of all numbers stated: %1. No claim is preferred."),
        headline_words(voice, headline),
    )
    if not headline.open_high:
        return sentence
    more = voice.translate("Figures", "%1 At least one claim leaves its upper end open.", "a sentence")
    return fill(more, sentence)


def as_heading(label: str) -> str:
    """A measure's label, which is written as it stands after a number ("killed"), at the head of a line."""
    return label[:1].upper() + label[1:]


def claim_count(voice: Voice, count: int) -> str:
    """ "11 claims"."""
    return voice.translate("Figures", "%n claim(s)", n=count)


def origin_count(voice: Voice, count: int) -> str:
    """ "3 origins"."""
    return voice.translate("Figures", "%n origin(s)", n=count)


def band_legend(voice: Voice, bands: tuple[Band, ...]) -> str:
    """What the shaded bands of a chart say; "" where there is none."""
    if not bands:
        return ""
    ranges = range_words(voice, bands[0].low, bands[0].high)
    for band in bands[1:]:
        joined = voice.translate("Figures", "%1, %2", "a list of ranges")
        ranges = fill(joined, ranges, range_words(voice, band.low, band.high))
    words = voice.translate("Figures", "Shaded: numbers that two or more independent claimants state (%1)")
    return fill(words, ranges)


# How it is done


def _numbers(voice: Voice, figure: Figure) -> str:
    """The numbers of an ordered figure."""
    return range_words(voice, figure.numbers[0], figure.numbers[-1])


def _qualified(voice: Voice, qualifier: str | None, numbers: str) -> str:
    words = {
        "about": voice.translate("Figures", "about %1"),
        "at-least": voice.translate("Figures", "at least %1"),
        "more-than": voice.translate("Figures", "more than %1"),
        "up-to": voice.translate("Figures", "up to %1"),
        "fewer-than": voice.translate("Figures", "fewer than %1"),
        "reported": voice.translate("Figures", "%1 reported"),
    }
    if qualifier in WORDS_FOR_NUMBERS:
        both = voice.translate("Figures", "%1 (%2)", "a word such as dozens, a number")
        return fill(both, number_word(voice, qualifier), numbers)
    return fill(words.get(qualifier or "", "%1"), numbers)


def _as_stated(voice: Voice, figure: Figure) -> str:
    """The three numbers one by one, where they stand in no order."""
    given = (
        (voice.translate("Figures", "low %1"), figure.low),
        (voice.translate("Figures", "best %1"), figure.best),
        (voice.translate("Figures", "high %1"), figure.high),
    )
    parts = [fill(words, voice.number(number)) for words, number in given if number is not None]
    joined = parts[0]
    for part in parts[1:]:
        joined = fill(voice.translate("Figures", "%1, %2", "a list of figures"), joined, part)
    words = voice.translate("Figures", "%1 (as stated)")
    return _qualified(voice, figure.qualifier, fill(words, joined))
