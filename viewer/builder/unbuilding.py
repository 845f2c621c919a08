"""A case becomes its folder again: the tables and documents that a build reads."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

from viewer.builder.columns import Column, Sheet
from viewer.builder.reading import CASE_KEYS
from viewer.builder.rows import Records
from viewer.builder.sheets import BY_ENTITY, SHEETS
from viewer.builder.values import Refused, value_of
from viewer.case import records, records_of_use

Names = dict[str, dict[int, str]]
_KEY = Column("id", "id", "")


class Unbuilding:
    """Writes one case into a new folder. Documents get the names that a build gives them."""

    def __init__(self, made: Records, folder: Path) -> None:
        self._made = made
        self._folder = folder
        self._names: Names = {sheet.name: dict(self._keys(sheet)) for sheet in SHEETS if sheet.key}
        self._files: dict[int, str] = {}

    def write_documents(self, read: Callable[[str], bytes]) -> Iterator[None]:
        """Every document that the case holds; one step a document. Raises what `read` raises, OSError."""
        place = self._folder / "documents"
        place.mkdir()
        taken: set[str] = set()
        for row in self._made.get(records.Document, ()):
            if row.external_ref is None:
                name = _file_name(row)
                while name.casefold() in taken:  # not in a case of ours
                    name = f"{row.id}-{name}"
                taken.add(name.casefold())
                content = row.content if row.path is None else read(row.path)
                with (place / name).open("xb") as file:
                    file.write(content)
                self._files[row.id] = name
            yield

    def write_tables(self, standings: Mapping[str, str]) -> None:
        """case.toml and the tables, after the documents. standings: how passages stand that are not as stated."""
        told = _case_toml(self._made)
        (self._folder / "case.toml").write_text(told, "utf-8", newline="\n")
        for sheet in SHEETS:
            rows = [self._cells(sheet, row) for row in self._made.get(sheet.record, ())]
            if sheet.name == "passages":
                for cells in rows:
                    cells["expect"] = standings.get(cells["id"], "")
            if rows:
                _write(self._folder / sheet.file, sheet, rows)

    def _keys(self, sheet: Sheet) -> Iterator[tuple[int, str]]:
        key = next(column.goes_to for column in sheet.columns if column.name == sheet.key)
        for row in self._made.get(sheet.record, ()):
            own = str(getattr(row, key or ""))
            yield row.id, f"{row.scheme}:{own}" if sheet.name == "terms" else own

    def _cells(self, sheet: Sheet, row: Any) -> dict[str, str]:
        cells = {column.name: self._cell(column, row) for column in sheet.columns}
        return {**cells, **self._own(sheet, row)}

    def _cell(self, column: Column, row: Any) -> str:
        if column.link:
            return self._list(column, row)
        value = getattr(row, column.goes_to) if column.goes_to else None
        if value is None:
            return ""
        if column.kind == "ref":
            name = self._names[column.to[0]][value]
            return name.partition(":")[2] if column.to == ("terms",) else name
        return _written(column, value)

    def _list(self, column: Column, row: Any) -> str:
        assert column.link is not None
        record, own, other = column.link
        linked = [getattr(one, other) for one in self._made.get(record, ()) if getattr(one, own) == row.id]
        return "; ".join(self._names[column.to[0]][number] for number in linked)

    def _own(self, sheet: Sheet, row: Any) -> dict[str, str]:
        """The cells that no single field fills."""
        match sheet.name:
            case "documents":
                return {"file": self._files.get(row.id, "")}
            case "event_relations":
                events, passages = self._names["events"], self._names["passages"]
                return {"to": events[row.to_id] if row.to_id is not None else passages[row.to_passage_id]}
            case "claims":
                links = self._made.get(records.ClaimPassage, ())
                return {"passage_relation": next((one.relation for one in links if one.claim_id == row.id), "")}
            case "storyboard_items":
                targets = self._made.get(records_of_use.StoryboardTarget, ())
                mine = sorted((one for one in targets if one.item_id == row.id), key=lambda one: one.seq)
                return {"targets": "; ".join(f"{one.entity}:{self._named(one)}" for one in mine)}
            case "translations" | "provenance":
                return {"id": "" if row.entity in (None, "case") else self._named(row)}
            case _:
                return {}

    def _named(self, row: Any) -> str:
        return self._names[BY_ENTITY[row.entity].name].get(row.entity_id, "")


def _file_name(row: Any) -> str:
    """As a build names it; a name that is no id, which only another program can have given, is not used."""
    ending = PurePosixPath(row.path or "").suffix.lower()
    try:
        key = str(value_of(_KEY, row.uid))
    except Refused:
        key = f"document-{row.id}"
    return key + (ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else "")


def _written(column: Column, value: Any) -> str:
    match column.kind:
        case "yes":
            return "yes" if value else ""
        case "texts":
            return "; ".join(value.split("\n"))
        case "kilometres":
            return _decimal(_thousandth(value))
        case "minutes":
            return _decimal(value / 60)
        case "number":
            return _decimal(value)
        case _:
            return str(value)


def _thousandth(metres: float) -> float:
    """The kilometres that a build multiplies to exactly these metres."""
    near = metres / 1000
    tried = (near, math.nextafter(near, math.inf), math.nextafter(near, -math.inf))
    return next((each for each in tried if each * 1000 == metres), near)


def _decimal(number: float) -> str:
    """Every digit that counts, without an exponent."""
    written = format(Decimal(repr(float(number))), "f")
    return written.removesuffix(".0")


def _case_toml(made: Records) -> str:
    told = {("uid" if row.key == "case_uid" else row.key): row.value for row in made.get(records.Meta, ())}
    lines = ["[case]", *(f"{key} = {_quoted(told[key])}" for key in CASE_KEYS if key in told)]
    principles = [f"  {_quoted(row.text)}," for row in made.get(records.Principle, ())]
    return "\n".join([f"principles = [\n{chr(10).join(principles)}\n]\n"] * bool(principles) + lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string: JSON's, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _write(path: Path, sheet: Sheet, rows: list[dict[str, str]]) -> None:
    """Columns that nobody fills are left out. A lone CR, as no case of ours has it, would end a row if bare."""
    used = [one.name for one in sheet.columns if one.required or any(row[one.name] for row in rows)]
    breaks = any("\r" in cell for row in rows for cell in row.values())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file,
            used,
            extrasaction="ignore",
            lineterminator="\n",
            quoting=csv.QUOTE_ALL if breaks else csv.QUOTE_MINIMAL,
        )
        writer.writeheader()
        writer.writerows(rows)
