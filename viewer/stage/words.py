"""Stages of words: quotations with what answers them, passages as notes or strips, cards."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.case.frozen import replace
from viewer.index.ask.accounts import QuoteView, quote_views
from viewer.index.ask.fetch import id_of
from viewer.index.ask.names import Names
from viewer.index.ask.sources import DocumentView, PassageView, SourceView, document, source
from viewer.index.ask.spot import Spot, whole
from viewer.stage.asking import Asking
from viewer.stage.layout import INNER
from viewer.stage.scene import Card, PageRef, Panel, Panels, Scene
from viewer.stage.sizes import Sizes, lines
from viewer.wording import stages

BESIDE = (INNER - 80) / 2
"""Width of one of two panels."""


def quotes_by_uid(ask: Asking, uids: Sequence[str]) -> list[QuoteView]:
    """Quotations with those that answer them, each once, the asked-for first. Raises UnknownFocus."""
    wanted = list(uids)
    found: dict[str, QuoteView] = {}
    names = Names(ask.connection)
    while wanted:
        uid = wanted.pop(0)
        if uid not in found:
            (found[uid],) = quote_views(ask.connection, names, [id_of(ask.connection, "quote", uid)])
            wanted[:0] = found[uid].beside
    return list(found.values())


def quotes_scenes(ask: Asking, stamp: str, quotes: Sequence[QuoteView]) -> tuple[Scene, ...]:
    """Two that fit stand beside each other; else each has its stage, and the answering one is forced."""
    voice = ask.voice
    title = stages.quotes_title(voice, len(quotes))
    panels = [quote_panel(ask, quote) for quote in quotes]
    frame = ask.frame(title, "", stamp, "")
    if len(panels) == 2 and all(panel_height(p, BESIDE, ask.sizes) <= frame.bottom - frame.body for p in panels):
        return (ask.scene(stamp, title, "", Panels(tuple(panels))),)
    made = []
    for place, panel in enumerate(panels):
        below = stages.answered(voice, min(place + 1, 2)) if len(panels) > 1 else ""
        scene = ask.scene(stamp, title, below, Panels((replace(panel, source=""),)), panel.source)
        made.append(replace(scene, forced=place > 0))
    return tuple(made)


def quote_panel(ask: Asking, quote: QuoteView) -> Panel:
    voice = ask.voice
    return Panel(
        "quote",
        quote.text,
        stages.speaker_name(voice, quote),
        stages.circumstances(voice, quote),
        stages.quoted_source(voice, quote),
    )


def panel_height(panel: Panel, width: float, sizes: Sizes) -> float:
    """Pixels a panel of words takes at most."""
    text = lines(" ".join((panel.before, panel.text, panel.after)), sizes.quote, width - 90)
    small = sum(lines(words, sizes.small, width) for words in (panel.heading, panel.circumstances, panel.source))
    warned = lines(panel.warning, sizes.small, width)
    who = lines(panel.who, sizes.body, width)
    return text * sizes.quote_line + (small + warned) * sizes.line(sizes.small) + who * sizes.line(sizes.body) + 70


def passage_scene(ask: Asking, stamp: str, uid: str, title: str = "") -> Scene:
    """A passage enlarged: of a note as a note, of a held document as a strip. Raises UnknownFocus."""
    view, passage, publication = passage_of(ask, uid)
    panel = passage_panel(ask, view, passage, publication)
    named = title or (publication.chip.publisher if publication else view.head.title)
    return ask.scene(stamp, named, panel.circumstances, Panels((replace(panel, circumstances=""),)), panel.source)


def passage_panel(ask: Asking, view: DocumentView, passage: PassageView, publication: SourceView | None) -> Panel:
    """The words of a passage, with what stands around them and how they are held."""
    voice, hold = ask.voice, view.head.hold
    note = hold != "held"
    label = publication.chip.title if publication else view.head.title
    boxes = passage.rects or ((passage.xywh,) if passage.xywh else ())
    page = PageRef(view.head.uid, passage.page or 1, boxes) if boxes and not note else None
    return Panel(
        "note" if note else "strip",
        passage.exact or passage.label or "",
        "",
        stages.page_label(voice, label, passage.page or 0),
        stages.source_line(voice, publication.chip, hold) if publication else view.head.title,
        stages.warning(voice, hold),
        "" if note else (passage.prefix or ""),
        "" if note else (passage.suffix or ""),
        stages.note_heading(voice) if hold == "note" else "",
        page,
    )


def passage_of(ask: Asking, uid: str) -> tuple[DocumentView, PassageView, SourceView | None]:
    """A passage with its document and, where there is one, its source. Raises UnknownFocus."""
    spot = whole(ask.connection, Spot(passage=uid))
    view = document(ask.connection, spot.document or "")
    passage = next(passage for passage in view.passages if passage.uid == uid)
    return view, passage, source(ask.connection, view.source) if view.source else None


def card_scene(ask: Asking, stamp: str, title: str, words: str = "") -> Scene:
    """A title alone, or words below it."""
    return ask.scene(stamp, title, "", Card(words))
