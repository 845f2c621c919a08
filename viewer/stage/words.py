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
from viewer.stage.sizes import LEADING, LEAST, Sizes, height
from viewer.wording import stages
from viewer.wording.documents import translation_words

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
    title = stages.quotes_title(ask.voice, len(quotes))
    panels = [quote_panel(ask, quote) for quote in quotes]
    if len(panels) == 2 and _fits(ask, (title, "", stamp, ""), panels):
        return (ask.scene(stamp, title, "", Panels(tuple(panels))),)
    made: list[Scene] = []
    for place, panel in enumerate(panels):
        below = stages.answered(ask.voice, min(place + 1, 2)) if len(panels) > 1 else ""
        made += panel_scenes(ask, stamp, title, below, panel)
    return tuple(replace(scene, forced=place > 0) for place, scene in enumerate(made))


def panel_scenes(ask: Asking, stamp: str, title: str, below: str, panel: Panel) -> tuple[Scene, ...]:
    """A panel over the whole stage. Too many words for one go on, unshortened, on stages that are forced."""
    bare, words = replace(panel, source=""), (title, below, stamp, panel.source)
    roomy = ask.roomy(lambda one: _fits(one, words, [bare]))
    parts = [bare]
    while len(parts) < len(panel.text) and not all(_fits(roomy, words, [part], LEAST) for part in parts):
        parts = [replace(bare, text=text) for text in parted(panel.text, len(parts) + 1)]
    made = roomy.paged(stamp, title, below, [Panels((part,)) for part in parts], panel.source)
    return tuple(replace(scene, forced=place > 0) for place, scene in enumerate(made))


def panels_scene(ask: Asking, stamp: str, title: str, panels: Sequence[Panel]) -> Scene:
    """Panels beside each other, in the largest type with which both fit."""
    roomy = ask.roomy(lambda one: _fits(one, (title, "", stamp, ""), panels))
    return roomy.scene(stamp, title, "", Panels(tuple(panels)))


def parted(text: str, count: int) -> list[str]:
    """The words in `count` parts of about the same length; nothing is left out or added."""
    words, parts = text.split(), []
    for left in range(count, 0, -1):
        share, used = sum(map(len, words)) / left, 0.0
        take = 0
        while take < len(words) and (used < share or left == 1):
            used += len(words[take])
            take += 1
        parts.append(" ".join(words[:take]))
        words = words[take:]
    return [part for part in parts if part]


def _fits(ask: Asking, words: tuple[str, str, str, str], panels: Sequence[Panel], size: int = 0) -> bool:
    """Whether panels find their place with text of `size` pixels, else of the size of quotations.

    words: of the frame: title, line below, exhibit number, source.
    """
    frame = ask.frame(*words)
    wide = INNER if len(panels) == 1 else BESIDE
    room = frame.bottom - frame.body
    return all(panel_height(panel, wide, ask.sizes, size or ask.sizes.quote) <= room for panel in panels)


def quote_panel(ask: Asking, quote: QuoteView) -> Panel:
    voice = ask.voice
    return Panel(
        "quote",
        quote.text,
        stages.speaker_name(voice, quote),
        ask.line(stages.circumstances(voice, quote)),
        ask.line(stages.quoted_source(voice, quote)),
        stages.warning(voice, quote.passage.hold) if quote.passage.hold in ("altered", "missing") else "",
    )


def panel_height(panel: Panel, width: float, sizes: Sizes, size: int) -> float:
    """Pixels a panel takes at most, its words `size` pixels tall."""
    whole = " ".join(part for part in (panel.before, panel.text, panel.after) if part)
    beside = width * 0.36 + 50 if panel.page and width > BESIDE else 0.0
    indent = 88 if panel.style == "strip" else 90
    text = height(whole, size, width - beside - indent * sizes.scale, LEADING)
    small = sum(
        height(words, sizes.small, width) + 8
        for words in (panel.heading, panel.circumstances, panel.source, panel.warning)
    )
    who = height(panel.who, sizes.body, width)
    pad = 88 * sizes.scale if panel.style == "strip" else 16.0
    return text + small + who + pad + 32


def passage_scenes(ask: Asking, stamp: str, uid: str, title: str = "") -> tuple[Scene, ...]:
    """A passage enlarged: of a note as a note, of a held document as a strip. Raises UnknownFocus."""
    view, passage, publication = passage_of(ask, uid)
    panel = passage_panel(ask, view, passage, publication)
    named = title or (publication.chip.publisher if publication else view.head.title)
    return panel_scenes(ask, stamp, named, panel.circumstances, replace(panel, circumstances=""))


def passage_panel(ask: Asking, view: DocumentView, passage: PassageView, publication: SourceView | None) -> Panel:
    """The words of a passage, with what stands around them and how they are held."""
    voice, hold = ask.voice, view.head.hold
    note = hold != "held"  # no strip of a file that is not the one the case lists
    label = publication.chip.title if publication else view.head.title
    boxes = passage.rects or ((passage.xywh,) if passage.xywh else ())
    page = PageRef(view.head.uid, passage.page or 1, boxes) if boxes and not note else None
    return Panel(
        "note" if note else "strip",
        shown_words(view, passage) or passage.label or "",
        "",
        ask.line(stages.page_label(voice, label, passage.page or 0)),
        ask.line(stages.source_line(voice, publication.chip, hold)) if publication else view.head.title,
        stages.warning(voice, hold) or _translated(ask, view),
        "" if note else (passage.prefix or ""),
        "" if note else (passage.suffix or ""),
        stages.passage_heading(voice, hold, note=view.head.derivation == "extract-note"),
        page,
    )


def _translated(ask: Asking, view: DocumentView) -> str:
    """How far the words of a translation may be trusted; "" for all others."""
    head = view.head
    if head.derivation != "translation":
        return ""
    return translation_words(ask.voice, head.translation, head.translator)


def shown_words(view: DocumentView, passage: PassageView) -> str:
    """The words of a passage as the document shows them, without its markup."""
    if passage.start is None or passage.end is None or not view.blocks:
        return passage.exact or ""
    parts = []
    for block in view.blocks:
        inside = [
            block.text[shown + max(0, passage.start - place) : shown + min(length, passage.end - place)]
            for shown, place, length in block.pieces
            if place < passage.end and passage.start < place + length
        ]
        parts.append("".join(inside))
    return " ".join(part for part in parts if part) or passage.exact or ""


def passage_of(ask: Asking, uid: str) -> tuple[DocumentView, PassageView, SourceView | None]:
    """A passage with its document and, where there is one, its source. Raises UnknownFocus."""
    spot = whole(ask.connection, Spot(passage=uid))
    view = document(ask.connection, spot.document or "")
    passage = next(passage for passage in view.passages if passage.uid == uid)
    return view, passage, source(ask.connection, view.source) if view.source else None


def card_scene(ask: Asking, stamp: str, title: str, words: str = "") -> Scene:
    """A title alone, or words below it."""
    return ask.scene(stamp, title, "", Card(words))
