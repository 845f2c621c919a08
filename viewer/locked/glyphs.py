"""The text of a PDF page, sign by sign, and where each sign stands on the page as it is shown."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite

import pypdfium2
import pypdfium2.raw as pdfium

from viewer.locked.messages import LONGEST_PAGE, Box, PageText, PageWords, ReadPages
from viewer.locked.pdf import open_pdf, page_of
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held

MOST_SIGNS = 1_000_000
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
_BREAKS = {0x0D: "", 0x0A: "\n", 0x09: "\t"}
_HYPHENS_AT_LINE_END = (0x02, 0xFFFE)
_Corner = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Sign:
    """A code point and its box as shares of the page; without area where it stands nowhere."""

    text: str
    box: Box


def page_text(held: Held, number: int) -> PageText:
    """The text of a page with its boxes. Raises Refusal."""
    with page_of(held, number) as page, _text_of(page) as text:
        signs = list(_signs(page, text))
    boxes = array("f", (edge for sign in signs for edge in sign.box))
    return PageText("".join(sign.text for sign in signs), boxes.tobytes())


def signs_of(held: Held, number: int) -> list[Sign]:
    """The same as records."""
    with page_of(held, number) as page, _text_of(page) as text:
        return list(_signs(page, text))


def plain_text(held: Held, number: int) -> str:
    """The text of a page without boxes: fast."""
    with page_of(held, number) as page, _text_of(page) as text:
        count = _count(text)
        if not count:
            return ""
        units = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text, 0, count, units)
        plain = bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
        if plain.isascii() or max(plain) < "\ud800":
            return plain
        return "".join(sign.text for sign in _signs(page, text))  # signs of two units may not have had room


def pages_words(held: Held, asked: ReadPages) -> PageWords:
    """The texts of some pages, each as far as it is searched; one that cannot be read is empty. Raises Refusal."""
    last = min(asked.first + asked.pages, len(open_pdf(held)))
    if asked.first >= last:
        raise Refusal("no-such-page")
    return PageWords([_words_of(held, number) for number in range(asked.first, last)])


def _words_of(held: Held, number: int) -> str:
    try:
        return plain_text(held, number)[:LONGEST_PAGE].replace("\r\n", "\n")
    except Refusal:
        return ""


@contextmanager
def _text_of(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfTextPage]:
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise Refusal("not-readable", str(error)) from None
    try:
        yield text
    finally:
        text.close()


def _count(text: pypdfium2.PdfTextPage) -> int:
    count = int(pdfium.FPDFText_CountChars(text))
    if count > MOST_SIGNS:
        raise Refusal("too-large", "signs")
    return max(count, 0)


def _signs(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Sign]:
    raw, corner = text.raw, _corner(page)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = [ctypes.byref(edge) for edge in (left, right, bottom, top)]
    for index in range(_count(text)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        box = NOWHERE
        if code not in _BREAKS and pdfium.FPDFText_GetCharBox(raw, index, *edges):
            box = _shown(corner, left.value, bottom.value, right.value, top.value)
        if code in _HYPHENS_AT_LINE_END:
            yield Sign("-", box)
            yield Sign("\n", NOWHERE)
        elif sign := _sign(code, box):
            yield Sign(sign, box)


def _sign(code: int, box: Box) -> str:
    """A glyph without a known letter is shown as such, never left out; what has neither letter nor ink is."""
    if code in _BREAKS:
        return _BREAKS[code]
    if code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd" if box[0] < box[2] and box[1] < box[3] else ""
    return chr(code)


def _shown(corner: _Corner, left: float, bottom: float, right: float, top: float) -> Box:
    one, other = corner(left, bottom), corner(right, top)
    xs, ys = sorted((_share(one[0]), _share(other[0]))), sorted((_share(one[1]), _share(other[1])))
    return xs[0], ys[0], xs[1], ys[1]


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0) if isfinite(value) else 0.0


def _corner(page: pypdfium2.PdfPage) -> _Corner:
    """From points of the page to shares of what is shown of it, after its own rotation."""
    left, bottom, right, top = page.get_bbox()
    wide, high = max(right - left, 1e-6), max(top - bottom, 1e-6)
    return {
        0: lambda x, y: ((x - left) / wide, (top - y) / high),
        90: lambda x, y: ((y - bottom) / high, (x - left) / wide),
        180: lambda x, y: ((right - x) / wide, (y - bottom) / high),
        270: lambda x, y: ((top - y) / high, (right - x) / wide),
    }[page.get_rotation()]
