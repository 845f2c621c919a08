"""SVG drawings as pixels; files and addresses they name cannot be reached, and their text is not drawn."""

from __future__ import annotations

import io
import re
from xml.parsers import expat

import resvg_py
from PIL import Image

from viewer.locked.messages import Pixels
from viewer.locked.pdf import fitting
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held

_NUMBER = re.compile(r"\s*((?:\d{1,9}(?:\.\d{1,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,2})?)")
_TEXT = re.compile(rb"<(?:\w+:)?text[\s>]")


class _RootSeen(Exception):
    """The first element has been read: the rest is not looked at here."""


def render(held: Held, width: int) -> Pixels:
    """The drawing, `width` pixels wide. Raises Refusal."""
    try:
        text = held.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("not-readable", str(error)) from None
    fitting(width, max(round(width * _ratio(held.content)), 1))
    try:
        packed = resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True)
    except ValueError as error:
        raise Refusal("not-readable", str(error)[:200]) from None
    with Image.open(io.BytesIO(bytes(packed)), formats=("PNG",)) as image:
        fitting(*image.size)
        data = image.convert("RGBA").tobytes("raw", "BGRA")
        return Pixels(*image.size, opaque=False, text_left_out=bool(_TEXT.search(held.content)), data=data)


def _ratio(content: bytes) -> float:
    """Height by width as the root element says; 1 where it says nothing."""
    told = _root(content)
    box = re.split(r"[\s,]+", told.get("viewBox", "").strip())
    width, height = told.get("width", ""), told.get("height", "")
    if len(box) == 4 and (not width or not height or "%" in width + height):
        width, height = box[2], box[3]
    wide, high = _NUMBER.match(width), _NUMBER.match(height)
    if not wide or not high:
        return 1.0
    return float(high[1]) / max(float(wide[1]), 1e-9)


def _root(content: bytes) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] != "svg":
            raise Refusal("not-readable", "no svg element")
        found.update(attributes)
        raise _RootSeen

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(content[: 1 << 20], False)
    except _RootSeen:
        return found
    except expat.ExpatError as error:
        raise Refusal("not-readable", str(error)) from None
    raise Refusal("not-readable", "no element")
