"""Photographs and scans: facts, and frames or parts of them as pixels; sizes are looked at before decoding."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import get_args

import msgspec
from PIL import Image, UnidentifiedImageError

from viewer.locked.messages import MOST_PAGES, Box, Format, PictureFacts, Pixels, RenderPicture
from viewer.locked.pdf import fitting, pixel_box
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held, Shelf

FORMATS: tuple[Format, ...] = get_args(Format)
LARGEST_DECODED = 768 << 20  # bytes
LONGEST_EDGE = 1_000_000  # pixels
_BYTES_OF_MODE = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "LA": 4, "PA": 4}
_ORIENTATION = 0x0112
_TURNED_SIDEWAYS = (5, 6, 7, 8)
# A box of the turned picture, in the picture as it is stored: (left, top, right, bottom) picked from
# the edges and, where a side is mirrored, what is left of 1.
_STORED = {
    1: lambda a, b, c, d: (a, b, c, d),
    2: lambda a, b, c, d: (1 - c, b, 1 - a, d),
    3: lambda a, b, c, d: (1 - c, 1 - d, 1 - a, 1 - b),
    4: lambda a, b, c, d: (a, 1 - d, c, 1 - b),
    5: lambda a, b, c, d: (b, a, d, c),
    6: lambda a, b, c, d: (b, 1 - c, d, 1 - a),
    7: lambda a, b, c, d: (1 - d, 1 - c, 1 - b, 1 - a),
    8: lambda a, b, c, d: (1 - d, a, 1 - b, c),
}
_TRANSPOSED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@contextmanager
def opened(held: Held) -> Iterator[Image.Image]:
    """The picture, not decoded yet. Raises Refusal."""
    Image.MAX_IMAGE_PIXELS = None  # our own caps are asked before anything is decoded
    try:
        image = Image.open(io.BytesIO(held.content), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refusal("not-readable", str(error)) from None
    with image:
        yield image


def facts(held: Held) -> PictureFacts:
    """Format, frames and their sizes. Raises Refusal."""
    with opened(held) as image:
        turned = _orientation(image) != 1
        return PictureFacts(msgspec.convert(image.format, Format), list(_sizes(image)), turned)


def _sizes(image: Image.Image) -> Iterator[tuple[int, int]]:
    """Of every page of a TIFF; of an animation its first frame only."""
    for number in count():
        if number:
            if image.format != "TIFF" or number >= MOST_PAGES:
                return
            try:
                image.seek(number)
            except EOFError:
                return
        width, height = image.size
        if max(width, height) > LONGEST_EDGE:
            raise Refusal("too-large", f"{width} x {height} pixels")
        yield (height, width) if _orientation(image) in _TURNED_SIDEWAYS else (width, height)


def exif_of(image: Image.Image) -> Image.Exif:
    """What the head of the file says; a PNG's own way of asking would decode all of it first."""
    return Image.Image.getexif(image) if image.format == "PNG" else image.getexif()


def is_within_bounds(image: Image.Image) -> bool:
    """Whether the frame may be decoded."""
    width, height = image.size
    return width * height * _BYTES_OF_MODE.get(image.mode, 4) <= LARGEST_DECODED


def _orientation(image: Image.Image) -> int:
    try:
        found = exif_of(image).get(_ORIENTATION, 1)
    except (SyntaxError, OSError, ValueError, LookupError, TypeError):  # damaged EXIF data turns nothing
        return 1
    return found if found in _STORED else 1


def render(shelf: Shelf, held: Held, asked: RenderPicture) -> Pixels:
    """A part of a frame, scaled. Raises Refusal."""
    with opened(held) as image:
        _go_to(image, asked.frame)
        orientation = _orientation(image)
        decoded = _decoded(shelf, held, image, asked)
        part = _part(decoded, orientation, asked.box, asked.width)
    shown = _shown_as_colours(part)
    if orientation in _TRANSPOSED:
        shown = shown.transpose(_TRANSPOSED[orientation])
    data = shown.convert("RGBA").tobytes("raw", "BGRA")
    return Pixels(*shown.size, opaque=shown.mode == "RGB", data=data)


def _go_to(image: Image.Image, frame: int) -> None:
    try:
        image.seek(frame)
    except EOFError:
        raise Refusal("no-such-page") from None


def _decoded(shelf: Shelf, held: Held, image: Image.Image, asked: RenderPicture) -> Image.Image:
    """The whole frame in memory: a JPEG only as large as needed; kept, since the next part will be asked for."""
    if image.format == "JPEG":
        share = max(asked.box[2] - asked.box[0], asked.box[3] - asked.box[1], 1e-6)
        needed = int(asked.width / share)
        image.draft(None, (needed, needed))
    which = (asked.frame, image.size)
    if held.frame is not None and held.frame[0] == which:
        return held.frame[1]
    if not is_within_bounds(image):
        raise Refusal("too-large", f"{image.size} pixels")
    shelf.free_frames()
    image.load()
    kept = image.copy() if hasattr(image, "n_frames") and image.n_frames > 1 else image
    held.frame = which, kept
    return kept


def _part(image: Image.Image, orientation: int, box: Box, width: int) -> Image.Image:
    left, top, right, bottom = _STORED[orientation](*box)
    cut = pixel_box((left, top, right, bottom), *image.size)
    wide, high = cut[2] - cut[0], cut[3] - cut[1]
    sideways = orientation in _TURNED_SIDEWAYS
    scale = width / (high if sideways else wide)
    size = fitting(max(round(wide * scale), 1), max(round(high * scale), 1))
    if size == (wide, high):
        return image.crop(cut)
    if image.mode in ("1", "P", "PA") or image.mode.startswith("I"):
        image, cut = _shown_as_colours(image.crop(cut)), (0, 0, wide, high)
    return image.resize(size, Image.Resampling.BICUBIC, box=cut, reducing_gap=2.0)


def _shown_as_colours(image: Image.Image) -> Image.Image:
    """As RGB or RGBA, eight bits each."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    clear = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    return image.convert("RGBA" if clear else "RGB")
