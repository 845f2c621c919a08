"""How the passages of a text document stand: checked as it is shown, looked for where they do not stand; no Qt."""

from __future__ import annotations

from viewer.case.frozen import replace
from viewer.index.ask.sources import DocumentView, PassageView
from viewer.panes.source.layout import Places

State = tuple[str, int]
"""'exact', 'moved', 'missing', 'ambiguous', or '' where there is nothing to check; and how many places fit."""


def compared(document: DocumentView) -> tuple[State, ...]:
    """Each passage against what is shown; where it names no words or no place, nothing is known."""
    places = Places(document.blocks)
    return tuple(
        ("", 0)
        if passage.exact is None or passage.start is None
        else ("exact", 1)
        if stands(places, passage)
        else ("missing", 0)
        for passage in document.passages
    )


def stands(places: Places, passage: PassageView) -> bool:
    """Whether the exact words stand where the passage says, as far as what is shown can tell."""
    exact, start, end = passage.exact, passage.start, passage.end
    if exact is None or start is None or end is None:
        return exact is None
    if end - start != len(exact):
        return False
    compared = False
    for there, behind, block, here in places.touched(start, end):
        compared = True
        first, last = max(there, start), min(behind, end)
        text = places.blocks[block].text[here + first - there : here + last - there]
        if text != exact[first - start : last - start]:
            return False
    return compared


def anchored(text: str, document: DocumentView) -> tuple[DocumentView, tuple[State, ...]]:
    """The document with its passages where their exact words stand in its text, and the state of each."""
    found = [_anchored(text, passage) for passage in document.passages]
    passages = tuple(passage for passage, _ in found)
    return replace(document, passages=passages), tuple(state for _, state in found)


def _anchored(text: str, passage: PassageView) -> tuple[PassageView, State]:
    if not passage.exact:
        return passage, ("", 0)
    from viewer.case.anchor import find

    place = find(text, passage.exact, passage.prefix or "", passage.suffix or "", passage.start)
    return replace(passage, start=place.start, end=place.end), (place.state, place.count)
