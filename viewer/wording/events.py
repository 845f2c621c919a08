"""An event in words: one line for a screen reader, a few for a tooltip."""

from __future__ import annotations

from viewer.index.ask.events import EventRow
from viewer.wording.dates import say_bounds, say_when
from viewer.wording.doubt import disputed_word, event_origins, list_words, loose_words
from viewer.wording.figures import headline_words
from viewer.wording.voice import Voice, fill


def spoken_event(voice: Voice, row: EventRow) -> str:
    """ "8 April 2011: title, 0 to 37 killed, by 11 claims, disputed"."""
    parts = [row.title]
    if row.headline:
        parts.append(headline_words(voice, row.headline))
    if row.disputed:
        parts.append(disputed_word(voice))
    when = say_when(voice, row.when, "spoken") if row.when and not row.loose else loose_words(voice, row.loose)
    return fill(voice.translate("Events", "%1: %2", "date, event"), when, list_words(voice, parts))


def spoken_row(voice: Voice, row: EventRow) -> str:
    """A line of the table: "8 April 2011 (uncertain): title, 3 origins, disputed"."""
    parts = [row.title]
    if row.origins:
        parts.append(voice.translate("Events", "%n origin(s)", n=len(row.origins)))
    if row.disputed:
        parts.append(disputed_word(voice))
    when = say_when(voice, row.when, "spoken") if row.when and not row.loose else loose_words(voice, row.loose)
    return fill(voice.translate("Events", "%1: %2", "date, event"), when, list_words(voice, parts))


def spoken_picked(voice: Voice, line: str, picked: bool) -> str:
    """The line of an event, after "picked" if it is."""
    return fill(voice.translate("Events", "picked, %1", "event"), line) if picked else line


def picked_words(voice: Voice, picked: int, more: int, hidden: int) -> str:
    """ "3 events are picked. 2 of them are not among those shown."; more: for so many others there was no room."""
    said = [voice.translate("Events", "%n event(s) picked.", n=picked)]
    if more:
        said.append(voice.translate("Events", "For %n more there is no room.", n=more))
    if hidden:
        said.append(voice.translate("Events", "%n of them not among those shown.", n=hidden))
    return " ".join(said)


def counted(voice: Voice, events: int, sources: int) -> str:
    """How large a case is."""
    words = voice.translate("Case", "%1, %2", "events, sources")
    return fill(
        words,
        voice.translate("Case", "%n event(s)", n=events),
        voice.translate("Case", "%n source(s)", n=sources),
    )


def dated(voice: Voice, row: EventRow) -> str:
    """When, for a list: the short date, or why the event has no place on the time axis."""
    if row.when and not row.loose:
        return say_when(voice, row.when, "short")
    return loose_words(voice, row.loose)


def told_event(voice: Voice, row: EventRow) -> tuple[str, ...]:
    """Lines of a tooltip: title, date and its bounds, figures, doubt, origins."""
    lines = [row.title]
    if row.when:
        lines += [say_when(voice, row.when), say_bounds(voice, row.when)]
    if row.loose:
        lines.append(loose_words(voice, row.loose))
    if row.headline:
        lines.append(headline_words(voice, row.headline))
    if row.disputed:
        lines.append(disputed_word(voice))
    if row.origins:
        lines.append(event_origins(voice, row.origins))
    return tuple(lines)
