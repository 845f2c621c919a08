"""What a column of the case folder may be; the tables themselves stand in `sheets`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal[
    "id", "text", "exact", "lang", "whole", "number", "kilometres", "minutes", "date", "code", "term", "ref",
    "refs", "entity", "targets", "texts", "yes", "sha256", "rects", "geojson", "xywh", "country", "url",
]  # fmt: skip

KINDS: dict[Kind, str] = {
    "id": "an id",
    "text": "text",
    "exact": "text, kept to the last space",
    "lang": "a language tag such as en, fr, ar",
    "whole": "a whole number",
    "number": "a number with a decimal point",
    "kilometres": "a number of kilometres",
    "minutes": "a number of minutes",
    "date": "a date (EDTF)",
    "code": "one of",
    "term": "a code listed in terms.csv under the scheme",
    "ref": "an id in",
    "refs": "ids, separated by a semicolon, in",
    "entity": "an id in the table that the column entity names",
    "targets": "entries such as event:E16, separated by a semicolon",
    "texts": "texts, separated by a semicolon",
    "yes": "yes or no",
    "sha256": "a SHA-256 hash, 64 hexadecimal digits",
    "rects": "boxes, as JSON: [[left, top, right, bottom], …], each a share of the page between 0 and 1",
    "geojson": "a GeoJSON geometry",
    "xywh": "left, top, width, height as shares of the picture between 0 and 1: 0.1,0.2,0.5,0.3",
    "country": "a two-letter country code such as IQ",
    "url": "an address that begins with http:// or https://",
}  # fmt: skip
"""What the folder format's page says of each kind of value."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, what may stand in it, what it means, and where it goes."""

    name: str
    kind: Kind
    says: str
    required: bool = False
    to: tuple[str, ...] = ()  # the sheets that a reference may lead to
    words: tuple[str, ...] = ()  # the code words allowed
    scheme: str = ""  # the scheme in terms.csv, where one is listed there
    field: str | None = ""  # of the record; "" = the column's own name, None = in no field of its own
    bounds: tuple[str, str] | None = None  # the fields of a date's earliest and latest moment
    link: tuple[type[Any], str, str] | None = None  # the record of each reference in a list, its two fields
    hangs: bool = False  # where what it leads to is left out, the row is left out as well

    @property
    def goes_to(self) -> str | None:
        """The record's field, None where the column has none of its own."""
        return self.name if self.field == "" else self.field


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the folder: the record it becomes and its columns; `key` names its entries."""

    name: str
    record: type[Any]
    says: str
    columns: tuple[Column, ...]
    key: str | None = None
    lang: Literal["case", "und"] = "und"  # where a row names no language

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def entity(self) -> str:
        """events -> event, storyboard_items -> storyboard_item."""
        return "discrepancy" if self.name == "discrepancies" else self.name.removesuffix("s")
