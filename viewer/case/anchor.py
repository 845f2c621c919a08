"""Where a passage stands in a document's text: found again exactly, moved, missing or ambiguous; never fuzzy.

A document's text is its bytes as UTF-8 without byte order mark, lines ending in LF. Offsets count code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from viewer.case.frozen import dataclass

State = Literal["exact", "moved", "missing", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Found:
    """A half-open range of code points, or none; `count` is how many places fit."""

    state: State
    start: int | None = None
    end: int | None = None
    count: int = 0


def document_text(content: bytes) -> str:
    """The text that offsets count in. Raises UnicodeDecodeError."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def find(text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None) -> Found:
    """Where `exact` stands: at `start` if it does stand there, else at the one place that fits.

    A place fits when `prefix` stands right before it and `suffix` right after it.
    exact: it stands at `start`, or no start was given and one place fits. moved: one other place fits.
    """
    if not exact:
        return Found("missing")
    if start is not None and _fits(text, exact, prefix, suffix, start):
        return Found("exact", start, start + len(exact), 1)
    places = [place for place in _places(text, exact) if _fits(text, exact, prefix, suffix, place)]
    if len(places) != 1:
        return Found("ambiguous" if places else "missing", count=len(places))
    return Found("exact" if start is None else "moved", places[0], places[0] + len(exact), 1)


def _places(text: str, exact: str) -> Iterator[int]:
    """Every place, overlapping ones too."""
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _fits(text: str, exact: str, prefix: str, suffix: str, place: int) -> bool:
    end = place + len(exact)
    return (
        place >= 0
        and text.startswith(exact, place)
        and text.startswith(suffix, end)
        and text.endswith(prefix, 0, place)
    )
