"""Ids given once to what one sheet names only in words, and kept in a file beside it for the next build."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from viewer.builder.columns import Column
from viewer.builder.entries import Material
from viewer.builder.reading import lines_of, text_of
from viewer.builder.sheets import BY_NAME

FILE = "ids.csv"
_COLUMNS = (
    Column("table", "text", "Which table the entry belongs to.", required=True),
    Column("name", "text", "What the sheet calls it.", required=True),
    Column("id", "id", "The id that it has been given.", required=True),
)
_LETTERS = {"agents": "A", "places": "P", "sources": "S", "documents": "D", "events": "E", "claims": "C"}


class Ids:
    """The ids given so far, by table and name; capital letters make no difference to a name."""

    def __init__(self, material: Material) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._known = 0
        self._used = {
            str(entry.key).casefold() for name in _LETTERS for entry in material.entries[name] if entry.key
        }
        self._read(material)

    def _read(self, material: Material) -> None:
        path = material.root / FILE
        text = text_of(material, path) if path.is_file() else None
        if text is None:
            return
        for line in lines_of(material, FILE, text, _COLUMNS):
            table, name, key = (line.cells.get(column.name, "") for column in _COLUMNS)
            if table not in _LETTERS or not name or not key:
                material.file_error(FILE, line.number, "no-id-row", table)
            elif (table, name.casefold()) in self._given or key.casefold() in self._used:
                material.file_error(FILE, line.number, "id-given-twice", key)
            else:
                self._give(table, name, key)
        self._known = len(self._given)

    def of(self, table: str, name: str) -> str:
        """The id of this name: the one it was given before, else the next that is free."""
        if (table, name.casefold()) not in self._given:
            number = 1
            while (key := f"{_LETTERS[table]}{number:04}").casefold() in self._used:
                number += 1
            self._give(table, name, key)
        return self._given[table, name.casefold()]

    def _give(self, table: str, name: str, key: str) -> None:
        self._given[table, name.casefold()] = key
        self._names[table, name.casefold()] = name
        self._used.add(key.casefold())

    def listing(self) -> str | None:
        """What the side file has to hold, None where nothing is new."""
        if len(self._given) == self._known:
            return None
        rows = io.StringIO()
        writer = csv.writer(rows, lineterminator="\n")
        writer.writerow([column.name for column in _COLUMNS])
        order = list(BY_NAME)
        given = sorted(self._given.items(), key=lambda item: (order.index(item[0][0]), item[1]))
        writer.writerows((named[0], self._names[named], key) for named, key in given)
        return rows.getvalue()


def keep(path: Path, listing: str) -> None:
    """Put the side file in place, the older one whole until then."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(listing, encoding="utf-8", newline="\n")
    beside.replace(path)
