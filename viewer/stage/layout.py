"""Where the parts of a stage stand: pixels of 1920 by 1080 from the reading side, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from viewer.case.frozen import dataclass, replace
from viewer.stage.scene import HEIGHT, WIDTH, Headline, Row, Scene
from viewer.stage.sizes import Sizes, advance, height, paged

MARGIN: Final = 100
TOP: Final = 60
INNER: Final = WIDTH - 2 * MARGIN
GAP: Final = 26  # between rows

MOST_TITLE: Final = 3  # lines of a title
MOST_SMALL: Final = 2  # lines of what stands below it, and of the source


@dataclass(frozen=True, slots=True)
class Columns:
    """Parts of a row as (start, width) from the reading side; a part that is not there is 0 wide."""

    name: tuple[float, float]
    plot: tuple[float, float]
    words: tuple[float, float]
    below: float  # width of the line below the name


CHART: Final = Columns((MARGIN, 800), (MARGIN + 840, 430), (MARGIN + 1310, 410), 1270)
TIMELINE: Final = Columns((MARGIN, 1000), (MARGIN + 1040, 680), (0, 0), 1000)
TABLE: Final = Columns((MARGIN, 690), (0, 0), (MARGIN + 740, 980), 690)


@dataclass(frozen=True, slots=True)
class Frame:
    """Edges of a stage's parts: the stamp's width, tops of title and line below, top and bottom of the body."""

    stamp: float
    title: float
    title_height: float
    below: float
    below_height: float
    body: float
    bottom: float
    source: float
    source_height: float


def frame(title: str, below: str, stamp: str, source: str, scale: float) -> Frame:
    """Divide a stage from its words; the body gets what is left."""
    sizes = Sizes(scale)
    wide = advance(stamp, sizes.small) + 56 * scale if stamp else 0.0
    room = INNER - (wide + 40 if wide else 0)
    title_height = min(height(title, sizes.title, room), MOST_TITLE * sizes.line(sizes.title))
    below_top = TOP + title_height + 6
    small = MOST_SMALL * sizes.line(sizes.small)
    below_height = min(small, height(below, sizes.small, INNER))
    body = below_top + below_height + 32
    source_height = min(small, height(source, sizes.small, INNER))
    source_top = HEIGHT - 48 - source_height
    bottom = source_top - 20 if source_height else HEIGHT - 48.0
    return Frame(wide, TOP, title_height, below_top, below_height, body, bottom, source_top, source_height)


def frame_of(scene: Scene) -> Frame:
    return frame(scene.title, scene.below, scene.stamp, scene.source, scene.scale)


def headline_height(body: Headline, sizes: Sizes) -> float:
    """Pixels an event's range, doubt and summary take at most."""
    figures = sizes.figure * 1.3 + height(body.measure, sizes.body, INNER) + 28
    doubt = height(body.doubt, sizes.small, INNER) + 28
    summary = height(body.summary, sizes.body, INNER)
    return (figures if body.figures else 0) + (doubt if body.doubt else 0) + summary


def measured(row: Row, columns: Columns, sizes: Sizes, most: float) -> Row:
    """The row, knowing how tall it is; never taller than a page has room for."""
    name = _tall(row.name, columns.name[1], row.below, columns.below, sizes)
    words = _tall(row.words, columns.words[1], row.doubt, columns.words[1], sizes)
    return replace(row, height=min(max(name, words), most - GAP))


def row_height(row: Row) -> float:
    """Pixels from one row to the next, at least."""
    return row.height + GAP


def axis_height(sizes: Sizes) -> float:
    """Pixels below the rows of a chart, for the words of its axis."""
    return sizes.line(sizes.small) + 8


def pages_of(rows: Sequence[Row], room: float) -> list[tuple[Row, ...]]:
    """The rows by pages of `room` pixels; at least one row a page, none is lost."""
    pages, start = [], 0
    for count in paged([row_height(row) for row in rows], room):
        pages.append(tuple(rows[start : start + count]))
        start += count
    return pages


def _tall(large: str, wide: float, small: str, wide_small: float, sizes: Sizes) -> float:
    """Pixels of words in body type with words in small type below them."""
    first = height(large, sizes.body, wide) if wide else 0.0
    return first + (height(small, sizes.small, wide_small) if wide_small else 0.0)
