"""What the pages of a sheet are made of: a PDF, a picture or a drawing; each knows what to ask the lens for."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QImage

from viewer.locked.messages import (
    WHOLE,
    Box,
    PdfFacts,
    PictureFacts,
    Pixels,
    ReadPage,
    RenderPage,
    RenderPicture,
    RenderSvg,
    Request,
)

MOST_WHOLE = 4_000_000
"""Pixels up to which a page is asked for as a whole; a larger one comes in tiles."""
LONGEST_ASKED = 9_000


class Paper(Protocol):
    """The pages of one document. `natural`: pixels of the screen for one unit of its sizes at 100 percent."""

    sizes: tuple[tuple[float, float], ...]
    natural: float
    has_text: bool
    tiled: bool

    def request(self, number: int, width: int, box: Box = WHOLE) -> Request:
        """A page `width` device pixels wide, or the part of it in `box`."""
        ...

    def text(self, number: int) -> Request | None:
        """What asks for the text of a page; None = it has none."""
        ...


class PdfPaper:
    """Pages of a PDF, in points."""

    natural = 96 / 72
    has_text = True
    tiled = True

    def __init__(self, key: str, facts: PdfFacts) -> None:
        self._key = key
        self.sizes = tuple((wide or 612.0, high or 792.0) for wide, high in facts.sizes)

    def request(self, number: int, width: int, box: Box = WHOLE) -> Request:
        return RenderPage(self._key, number, width, 0, box)

    def text(self, number: int) -> Request | None:
        return ReadPage(self._key, number)


class PicturePaper:
    """Frames of a picture, in its own pixels."""

    natural = 1.0
    has_text = False
    tiled = True

    def __init__(self, key: str, facts: PictureFacts) -> None:
        self._key = key
        self.sizes = tuple((float(wide), float(high)) for wide, high in facts.sizes)

    def request(self, number: int, width: int, box: Box = WHOLE) -> Request:
        return RenderPicture(self._key, max(round(width * (box[2] - box[0])), 1), number, box)

    def text(self, number: int) -> Request | None:
        return None


class DrawingPaper:
    """One SVG drawing, in pixels."""

    natural = 1.0
    has_text = False
    tiled = False

    def __init__(self, key: str, first: Pixels) -> None:
        self._key = key
        self.sizes: tuple[tuple[float, float], ...] = ((float(first.width), float(first.height)),)

    def request(self, number: int, width: int, box: Box = WHOLE) -> Request:
        return RenderSvg(self._key, min(width, LONGEST_ASKED))

    def text(self, number: int) -> Request | None:
        return None


class Shot:
    """Pixels as a picture; the bytes live as long as it."""

    __slots__ = ("_pixels", "image")

    def __init__(self, pixels: Pixels) -> None:
        self._pixels = pixels
        form = QImage.Format.Format_RGB32 if pixels.opaque else QImage.Format.Format_ARGB32
        self.image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, form)
