"""From a step of a list to its stages: every kind of item, and the fingerprint by which a change is found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import replace
from viewer.case.hearing import Step, Target
from viewer.index.ask.events import EventView, event
from viewer.index.ask.sources import DocumentView, document, source
from viewer.stage.asking import Asking
from viewer.stage.events import accounts_scenes, case_line, event_scenes, figures_scenes, span_scenes
from viewer.stage.scene import PageRef, Pages, Panel, Scene
from viewer.stage.words import (
    card_scene,
    panels_scene,
    passage_of,
    passage_panel,
    passage_scenes,
    quote_panel,
    quotes_by_uid,
    quotes_scenes,
)
from viewer.wording import stages
from viewer.wording.sources import hold_sentence


def scenes(ask: Asking, step: Step) -> tuple[Scene, ...]:
    """All stages of an item in their order, at least one; those of a graphic item begin covered.

    Raises UnknownFocus where the case does not have what the item names.
    """
    made = tuple(_made(ask, step)) or (card_scene(ask, step.exhibit, step.title),)
    if step.markup is not None:
        made = _saved(made, min(step.markup.page, len(made) - 1))
    graphic = step.graphic or _shows_graphic(ask, step)
    return tuple(replace(scene, covered=True) for scene in made) if graphic else made


def _shows_graphic(ask: Asking, step: Step) -> bool:
    """Whether a document of the item is marked graphic in the case, whatever the list says."""
    documents = [document(ask.connection, uid) for uid in step.of("document")]
    documents += [passage_of(ask, uid)[0] for uid in step.of("passage")]
    return any(view.head.graphic for view in documents)


def _saved(made: tuple[Scene, ...], page: int) -> tuple[Scene, ...]:
    """The page that a saved view was made of, with those that answer each other there."""
    start, end = page, page + 1
    while start and made[start].forced:
        start -= 1
    while end < len(made) and made[end].forced:
        end += 1
    return tuple(replace(made[place], marked=place == page) for place in range(start, end))


def covered_scene(ask: Asking, scene: Scene) -> Scene:
    """What the audience sees instead of a scene until it is uncovered: its stamp, and that it is covered."""
    title, words = stages.covered_words(ask.voice)
    plain = card_scene(ask, "", title, words)
    return replace(plain, stamp=scene.stamp, spoken="\n".join(p for p in (scene.stamp, plain.spoken) if p))


def fingerprint(made: Iterable[Scene]) -> str:
    """SHA-256 of what the stages say; another one means that the item changed since it was last seen."""
    return hashlib.sha256("\f".join(scene.spoken for scene in made).encode()).hexdigest()


def _made(ask: Asking, step: Step) -> Iterator[Scene]:
    match step.kind:
        case "step":
            yield from _grouped(ask, step)
        case "event":
            yield from _event(ask, step)
        case "figures":
            yield from _figures(ask, step)
        case "quotes":
            yield from quotes_scenes(ask, step.exhibit, quotes_by_uid(ask, step.of("quote")))
        case "passage":
            for uid in step.of("passage"):
                yield from passage_scenes(ask, step.exhibit, uid, step.title)
        case "document":
            yield from _documents(ask, step)
        case "two-up":
            yield _two_up(ask, step)
        case "span":
            yield from span_scenes(ask, step.exhibit, step.title, _events(ask, step))
        case "accounts":
            for one in _events(ask, step):
                yield from accounts_scenes(ask, step.exhibit, one)
        case _:
            yield card_scene(ask, step.exhibit, step.title, step.body)


def _grouped(ask: Asking, step: Step) -> Iterator[Scene]:
    """What the step is about on one axis, then each event with its figures and quotations, then the rest."""
    events = _events(ask, step)
    if events:
        yield from span_scenes(ask, step.exhibit, step.title, events)
    said: set[str] = set()
    for one in events:
        yield from event_and_figures(ask, step.exhibit, one)
        quotes = quotes_by_uid(ask, [quote.uid for quote in one.quotes if quote.uid not in said])
        said.update(quote.uid for quote in quotes)
        yield from _apart(ask, step.exhibit, [quote.uid for quote in quotes])
    yield from _apart(ask, step.exhibit, [uid for uid in step.of("quote") if uid not in said])
    for uid in step.of("passage"):
        yield from passage_scenes(ask, step.exhibit, uid)


def event_and_figures(ask: Asking, stamp: str, one: EventView) -> Iterator[Scene]:
    """An event, then its figures where several claimants state one, on the measure of its headline."""
    yield from event_scenes(ask, stamp, one)
    for chart in one.charts:
        if one.headline and chart.measure == one.headline.measure and len(chart.claims) > 1:
            yield from figures_scenes(ask, stamp, one, chart)


def _event(ask: Asking, step: Step) -> Iterator[Scene]:
    for one in _events(ask, step):
        yield from event_and_figures(ask, step.exhibit, one)
        yield from _apart(ask, step.exhibit, [quote.uid for quote in one.quotes])


def _apart(ask: Asking, stamp: str, uids: list[str]) -> Iterator[Scene]:
    """Quotations, those that answer each other together."""
    left = list(uids)
    while left:
        together = quotes_by_uid(ask, left[:1])
        yield from quotes_scenes(ask, stamp, together)
        left = [uid for uid in left if uid not in {quote.uid for quote in together}]


def _figures(ask: Asking, step: Step) -> Iterator[Scene]:
    """The named measure of each event, or all its measures where none is named."""
    for target in step.targets:
        if target.entity == "event":
            one = event(ask.connection, target.uid)
            charts = [chart for chart in one.charts if target.part in ("", chart.measure)]
            if not charts:
                raise UnknownFocus("no-such-measure", where=target.uid, found=target.part[:200])
            for chart in charts:
                yield from figures_scenes(ask, step.exhibit, one, chart)


def _events(ask: Asking, step: Step) -> list[EventView]:
    return [event(ask.connection, uid) for uid in step.of("event")]


def _documents(ask: Asking, step: Step) -> Iterator[Scene]:
    """Held pages as pages, all of them where none is named; an extract note is never drawn as one: its passages
    are shown as notes.
    """
    for target in step.targets:
        if target.entity == "document":
            view = document(ask.connection, target.uid)
            if view.head.hold == "held" and has_pages(view):
                yield from _page_scenes(ask, step, view, target)
            elif view.passages:
                for passage in view.passages:
                    yield from passage_scenes(ask, step.exhibit, passage.uid, step.title)
            else:
                yield _facts_scene(ask, step, view)


def has_pages(view: DocumentView) -> bool:
    """Whether a document is something to be seen: a PDF or a picture."""
    kind = view.head.media_type
    return kind == "application/pdf" or kind.startswith("image/")


def _page_scenes(ask: Asking, step: Step, view: DocumentView, target: Target) -> Iterator[Scene]:
    """The page that is named, or every page of the document."""
    chip = source(ask.connection, view.source).chip if view.source else None
    words = stages.source_line(ask.voice, chip, view.head.hold) if chip else case_line(ask)
    count = view.head.page_count or 0
    named = int(target.part) if target.part.isdecimal() else 0
    for page in (named,) if named else range(1, max(1, count) + 1):
        label = stages.page_label(ask.voice, view.head.title, page if count else 0)
        body = Pages(((_page(view, page), label),), stages.no_picture(ask.voice))
        yield ask.scene(step.exhibit, step.title or view.head.title, label, body, words)


def _facts_scene(ask: Asking, step: Step, view: DocumentView) -> Scene:
    """A document without a page or passage to show: its name, where it comes from and how it is held."""
    chip = source(ask.connection, view.source).chip if view.source else None
    published = stages.source_line(ask.voice, chip, view.head.hold) if chip else ""
    held = hold_sentence(ask.voice, view.head.hold)
    words = "\n".join(part for part in (published, held) if part)
    return card_scene(ask, step.exhibit, step.title or view.head.title, words)


def _page(view: DocumentView, page: int) -> PageRef:
    boxes = tuple(box for passage in view.passages if (passage.page or 1) == page for box in passage.rects)
    return PageRef(view.head.uid, page, boxes)


def _two_up(ask: Asking, step: Step) -> Scene:
    """Two quotations, passages or pages beside each other; a side that is a page makes both pages."""
    documents = [target for target in step.targets if target.entity == "document"]
    if len(documents) == 2:
        views = [document(ask.connection, target.uid) for target in documents]
        if all(view.head.hold == "held" and has_pages(view) for view in views):
            sides = tuple(_side(ask, v, t) for v, t in zip(views, documents, strict=True))
            body = Pages(sides, stages.no_picture(ask.voice))
            return ask.scene(step.exhibit, step.title, "", body, case_line(ask))
    panels = [panel for target in step.targets[:2] for panel in _panel(ask, target)]
    return panels_scene(ask, step.exhibit, step.title, panels[:2])


def _side(ask: Asking, view: DocumentView, target: Target) -> tuple[PageRef, str]:
    page = int(target.part) if target.part.isdecimal() else 1
    return _page(view, page), stages.page_label(ask.voice, view.head.title, page if view.head.page_count else 0)


def _panel(ask: Asking, target: Target) -> Iterator[Panel]:
    if target.entity == "quote":
        yield quote_panel(ask, quotes_by_uid(ask, [target.uid])[0])
    elif target.entity == "passage":
        yield passage_panel(ask, *passage_of(ask, target.uid))
    elif target.entity == "document":
        for passage in document(ask.connection, target.uid).passages[:1]:
            yield passage_panel(ask, *passage_of(ask, passage.uid))
