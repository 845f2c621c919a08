"""PDF: how many pages of which size, their outline, and pages as pixels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from viewer.locked.messages import LARGEST_PIXELS, LONGEST_SIDE, MOST_PAGES, Outlined, PdfFacts, Pixels, RenderPage
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held

_MOST_LINES = 5_000
_TURNS = {0: 0, 90: 1, 180: 2, 270: 3}
_RIGHT_TO_LEFT = re.compile(rb"(/Direction\s*)/R2L")
_WHITE = 0xFFFFFFFF


def open_pdf(held: Held) -> pypdfium2.PdfDocument:
    """The document, opened once. Raises Refusal."""
    if held.pdf is None:
        try:
            held.pdf = pypdfium2.PdfDocument(_without_direction(held.content), password=held.password or None)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pdfium.FPDF_ERR_PASSWORD:
                raise Refusal("wrong-password" if held.password else "needs-password") from None
            raise Refusal("not-readable", str(error)) from None
        with suppress(pypdfium2.PdfiumError):  # else its pages are shown without what was filled in
            held.pdf.init_forms()
    return held.pdf


def _without_direction(content: bytes) -> bytes:
    """Each line finds its own direction: told the document's, the library would turn Latin lines around too."""
    return _RIGHT_TO_LEFT.sub(rb"\1/L2R", content)


def facts(held: Held) -> PdfFacts:
    """Sizes of all pages, and the outline. Raises Refusal."""
    document = open_pdf(held)
    if len(document) > MOST_PAGES:
        raise Refusal("too-large", "pages")
    if not len(document):
        raise Refusal("not-readable", "no pages")
    sizes = [_size(document, number) for number in range(len(document))]
    encrypted = pdfium.FPDF_GetSecurityHandlerRevision(document) != -1
    return PdfFacts(sizes, list(_outline(document)), encrypted)


def _size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0  # a page that cannot be read has no size; the others can
    return max(width, 0.0), max(height, 0.0)


def _outline(document: pypdfium2.PdfDocument) -> Iterator[Outlined]:
    for mark in islice(document.get_toc(max_depth=15), _MOST_LINES):
        target = mark.get_dest()
        page = target.get_index() if target else None
        title = mark.get_title().replace("\0", "")[:500]
        yield Outlined(mark.level, title, page if page is not None and 0 <= page < len(document) else None)


@contextmanager
def page_of(held: Held, number: int) -> Iterator[pypdfium2.PdfPage]:
    """A page, closed afterwards. Raises Refusal."""
    document = open_pdf(held)
    if number >= len(document):
        raise Refusal("no-such-page")
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Refusal("not-readable", str(error)) from None
    try:
        yield page
    finally:
        page.close()


def render(held: Held, asked: RenderPage) -> Pixels:
    """A page or a part of it on white, annotations and filled-in forms included. Raises Refusal."""
    with page_of(held, asked.page) as page:
        wide, high = page.get_size()
        if asked.turn in (90, 270):
            wide, high = high, wide
        if wide <= 0 or high <= 0:
            raise Refusal("not-readable", "a page without size")
        whole = asked.width, max(round(asked.width * high / wide), 1)
        left, top, right, bottom = pixel_box(asked.box, *whole)
        width, height = fitting(right - left, bottom - top)
        if max(whole) > 1 << 24:
            raise Refusal("too-large", "pixels")
        data = _drawn(page, (width, height), (-left, -top, *whole), _TURNS[asked.turn])
    return Pixels(width, height, opaque=True, data=data)


def _drawn(page: pypdfium2.PdfPage, size: tuple[int, int], place: tuple[int, int, int, int], turns: int) -> bytes:
    width, height = size
    try:
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRA, stride=4 * width)
    except pypdfium2.PdfiumError as error:
        raise Refusal("too-large", str(error)) from None
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, *place, turns, pdfium.FPDF_ANNOT)
    if page.formenv:
        pdfium.FPDF_FFLDraw(page.formenv, bitmap, page, *place, turns, pdfium.FPDF_ANNOT)
    data = bytes(bitmap.buffer)
    bitmap.close()
    return data


def pixel_box(box: tuple[float, float, float, float], width: int, height: int) -> tuple[int, int, int, int]:
    """Shares as whole pixels of a picture; at least one pixel each way."""
    left, top = min(int(box[0] * width), width - 1), min(int(box[1] * height), height - 1)
    return left, top, max(round(box[2] * width), left + 1), max(round(box[3] * height), top + 1)


def fitting(width: int, height: int) -> tuple[int, int]:
    """The size itself where it lies within the caps. Raises Refusal."""
    if max(width, height) > LONGEST_SIDE or width * height * 4 > LARGEST_PIXELS:
        raise Refusal("too-large", f"{width} x {height} pixels")
    return width, height
