"""Where a passage really stands in its document: exact, moved, missing, ambiguous; and of what is missing, why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from viewer.builder.inside import Inside
from viewer.case.anchor import find
from viewer.index.ask.health import Anchor, Standing
from viewer.locked.messages import Box, Places

Cause = Literal["", "silent-page", "other-page", "other-context", "agrees-until"]


@dataclass(frozen=True, slots=True)
class Stand:
    """What was found. start, end: in the document text; page counts from 1; rects: JSON of boxes on that page.

    cause and part: of missing words, what was found instead: on which page, or up to which words they agree.
    """

    state: Standing
    start: int | None = None
    end: int | None = None
    page: int | None = None
    rects: str | None = None
    count: int = 0
    cause: Cause = ""
    part: str = ""


def in_text(anchor: Anchor, text: str) -> Stand:
    """In a document that is text. An anchor without words is placed."""
    if not anchor.exact:
        return Stand("placed", anchor.start, anchor.end)
    found = find(text, anchor.exact, anchor.prefix or "", anchor.suffix or "", anchor.start)
    state: Standing = found.state
    if state == "exact" and anchor.end not in (None, found.end):
        state = "moved"
    return Stand(state, found.start, found.end, count=found.count)


def in_pdf(anchor: Anchor, key: str, pages: int, inside: Inside) -> Stand:
    """In a PDF of so many pages. Raises NotRead."""
    if not anchor.exact:
        return Stand("placed", page=anchor.page, rects=anchor.rects)
    own = range(anchor.page - 1, anchor.page) if anchor.page else range(pages)
    found = _look(anchor, key, own, inside)
    if found.count == 1 or (found.count and anchor.rects):  # boxes that were drawn tell which
        return _stands(found, anchor)
    if found.count:
        return Stand("ambiguous", count=found.count)
    if len(found.silent) == len(own):
        return _silent(anchor)
    everywhere = _look(anchor, key, range(pages), inside) if anchor.page else found
    if everywhere.count == 1:
        page = everywhere.places[0].stretches[0].page + 1
        return Stand("moved", page=page, count=1, cause="other-page", part=str(page))
    return _missing(anchor, key, own, inside)


def _look(anchor: Anchor, key: str, pages: range, inside: Inside) -> Places:
    return inside.words(key, anchor.exact or "", anchor.prefix or "", anchor.suffix or "", pages)


def _stands(found: Places, anchor: Anchor) -> Stand:
    first = found.places[0].stretches[0]
    return Stand("exact", page=first.page + 1, rects=anchor.rects or packed(first.rects), count=1)


def _silent(anchor: Anchor) -> Stand:
    """A scan: what was typed from it cannot be compared, but boxes can be drawn."""
    if anchor.rects:
        return Stand("placed", page=anchor.page, rects=anchor.rects)
    return Stand("missing", cause="silent-page")


def _missing(anchor: Anchor, key: str, pages: range, inside: Inside) -> Stand:
    words = (anchor.exact or "").split()
    if (anchor.prefix or anchor.suffix) and inside.words(key, " ".join(words), "", "", pages).count:
        return Stand("missing", cause="other-context")
    agree, differ = 0, len(words)
    while differ - agree > 1:
        middle = (agree + differ) // 2
        if inside.words(key, " ".join(words[:middle]), "", "", pages).count:
            agree = middle
        else:
            differ = middle
    if not agree:
        return Stand("missing")
    return Stand("missing", cause="agrees-until", part=" ".join(words[:agree][-8:]))


def packed(rects: list[Box]) -> str:
    """Boxes as the case keeps them; what a screen cannot show is rounded away."""
    return json.dumps([[round(share, 5) for share in box] for box in rects])
