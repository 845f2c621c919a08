"""One stage as a record: words and shares, 1920 by 1080 whatever the screen; it has no place for a note."""

from __future__ import annotations

from typing import Final

from viewer.case.frozen import dataclass
from viewer.panes.detail.scale import Marks

WIDTH: Final = 1920
HEIGHT: Final = 1080

Box = tuple[float, float, float, float]
"""left, top, right, bottom; of a page as shares."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claimant, an event: name and a line below it, words at the far end, a word of doubt below those.

    marks: of a figure, with numbers made shares of the axis by the scene's `high`; time: of an event its start
    and end as shares and whether each end is sure. height: pixels its words take at most.
    """

    name: str
    below: str
    words: str = ""
    doubt: str = ""
    marks: Marks | None = None
    numbers: tuple[int, ...] = ()
    time: tuple[float, float, bool, bool] | None = None
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures by claimant: rows on one axis from 0 to `high`, ticks with their words, bands low to high."""

    rows: tuple[Row, ...]
    high: float
    ticks: tuple[tuple[float, str], ...]
    bands: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, one a row, on an axis of time; ticks as shares."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Who says what: the words stand beside the claimant, wrapped."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """An event: the range of all stated figures large, what was counted, the word of doubt, a summary."""

    figures: str
    measure: str
    doubt: str
    summary: str


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page of a held document, from 1, and the boxes on it that are marked."""

    document: str
    page: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Words with who they are from. style: 'quote' (verbatim), 'note' (our paraphrase), 'strip' (of a held text).

    before, after: words around a strip's own, shown without mark. warning: stands in plain sight below.
    """

    style: str
    text: str
    who: str
    circumstances: str
    source: str
    warning: str = ""
    before: str = ""
    after: str = ""
    heading: str = ""
    page: PageRef | None = None


@dataclass(frozen=True, slots=True)
class Panels:
    """One panel, or two beside each other."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of a document, or two beside each other, each with its words below."""

    pages: tuple[tuple[PageRef, str], ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Card:
    """A title card (no words) or a text card."""

    words: str


Body = Chart | Timeline | Table | Headline | Panels | Pages | Card


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole stage. spoken: the same in plain text. scale: type for the room, 1 = the least. forced: this stage
    answers the one before it, which may not be left without it. marked: saved mark-up belongs to this one.
    """

    title: str
    below: str
    body: Body
    stamp: str = ""
    source: str = ""
    spoken: str = ""
    scale: float = 1.0
    rtl: bool = False
    forced: bool = False
    covered: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the presenter does on a stage, in its pixels. callout: a box that is enlarged over a dimmed stage."""

    boxes: tuple[Box, ...] = ()
    pointer: tuple[float, float] | None = None
    callout: Box | None = None
