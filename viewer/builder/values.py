"""A cell's text becomes a value, or is refused with what was expected."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from viewer.builder.columns import Column, Kind
from viewer.builder.sheets_of_use import TARGETS
from viewer.case.when import BadDate, When, parse, slash_readings

LONGEST_ID = 64
_TINY = 1e-9  # 0.7 and 0.3 may come to more than 1
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ADDRESS = re.compile(r"https?://\S+")


class Refused(ValueError):
    """A cell cannot be used: the problem's code and its parts."""

    def __init__(self, code: str, *parts: str) -> None:
        super().__init__(code, *parts)
        self.code = code
        self.parts = parts


def value_of(column: Column, cell: str) -> Any:
    """What the cell says, None where it is empty. Raises Refused."""
    text = cell if column.kind == "exact" else cell.strip()
    if not text:
        return None
    for sign in text:
        if unicodedata.category(sign) == "Cc" and sign not in "\n\t":
            raise Refused("control-character", f"U+{ord(sign):04X}")
    return _READERS[column.kind](column, text)


def items(text: str) -> list[str]:
    """The entries of a list in one cell."""
    return [item.strip() for item in text.split(";") if item.strip()]


def date_of(text: str) -> When:
    """Raises Refused, with both readings where the text is a date with slashes."""
    try:
        return _parse(text)
    except BadDate as bad:
        readings = slash_readings(text)
        if readings:
            raise Refused("slash-date", text, *readings) from bad
        raise Refused("bad-date", text, bad.reason) from bad


@cache
def _parse(text: str) -> When:
    return parse(text)


def _text(_column: Column, text: str) -> str:
    return text


def _id(_column: Column, text: str) -> str:
    signs = all(sign in "._-" or unicodedata.category(sign)[0] in "LMN" for sign in text)
    if not signs or text[0] in ".-" or len(text) > LONGEST_ID or unicodedata.normalize("NFC", text) != text:
        raise Refused("bad-id", text)
    return text


def _lang(_column: Column, text: str) -> str:
    if not _LANG.fullmatch(text):
        raise Refused("bad-language", text)
    return text


def _whole(_column: Column, text: str) -> int:
    if not text.isdecimal() or len(text) > 15:  # SQLite counts to 19 digits, JSON readers to 15
        raise Refused("not-whole", text)
    return int(text)


def _number(column: Column, text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise Refused("not-number", text)
    number = float(text)
    limit = {"lat": 90, "lon": 180}.get(column.name)
    low, high = (-limit, limit) if limit else (0, float("inf"))
    if not low <= number <= high:
        raise Refused("out-of-range", text, str(low), str(limit or ""))
    return number


def _code(column: Column, text: str) -> str:
    if text not in column.words:
        raise Refused("wrong-code", text, ", ".join(column.words))
    return text


def _ids(_column: Column, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items(text)))


def _targets(_column: Column, text: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for item in items(text):
        entity, colon, key = item.partition(":")
        if entity not in TARGETS or not colon:
            raise Refused("bad-target", item, ", ".join(TARGETS))
        pairs.append((entity, key.strip()))
    return tuple(pairs)


def _yes(_column: Column, text: str) -> int:
    if text.casefold() not in ("yes", "no"):
        raise Refused("wrong-code", text, "yes, no")
    return int(text.casefold() == "yes")


def _sha256(_column: Column, text: str) -> str:
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise Refused("not-sha256", text)
    return text.lower()


def _rects(_column: Column, text: str) -> str:
    try:
        boxes = json.loads(text)
        fitting = bool(boxes) and all(
            len(box) == 4 and 0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1 for box in boxes
        )
    except (ValueError, TypeError, KeyError) as bad:
        raise Refused("bad-boxes", text) from bad
    if not fitting:
        raise Refused("bad-boxes", text)
    return json.dumps(boxes)


def _xywh(_column: Column, text: str) -> str:
    parts = text.split(",")
    if len(parts) != 4 or not all(_NUMBER.fullmatch(part.strip()) for part in parts):
        raise Refused("bad-part", text)
    left, top, width, height = (float(part) for part in parts)
    if not (left >= 0 and top >= 0 and 0 < width <= 1 - left + _TINY and 0 < height <= 1 - top + _TINY):
        raise Refused("bad-part", text)
    return ",".join(part.strip() for part in parts)


def _geojson(_column: Column, text: str) -> str:
    try:
        shape = json.loads(text)
    except ValueError as bad:
        raise Refused("bad-geojson", text[:40]) from bad
    if not isinstance(shape, dict) or "type" not in shape:
        raise Refused("bad-geojson", text[:40])
    return json.dumps(shape, ensure_ascii=False)


def _country(_column: Column, text: str) -> str:
    if not re.fullmatch("[A-Za-z]{2}", text):
        raise Refused("bad-country", text)
    return text.upper()


def _url(_column: Column, text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        raise Refused("not-address", text)
    return text


_READERS: dict[Kind, Callable[[Column, str], Any]] = {
    "id": _id,
    "text": _text,
    "exact": _text,
    "lang": _lang,
    "whole": _whole,
    "number": _number,
    "kilometres": lambda column, text: _number(column, text) * 1000,
    "minutes": lambda column, text: round(_number(column, text) * 60),
    "date": lambda _column, text: date_of(text),
    "code": _code,
    "term": _text,
    "ref": _text,
    "refs": _ids,
    "entity": _text,
    "targets": _targets,
    "texts": lambda _column, text: "\n".join(items(text)),
    "yes": _yes,
    "sha256": _sha256,
    "rects": _rects,
    "geojson": _geojson,
    "xywh": _xywh,
    "country": _country,
    "url": _url,
}
