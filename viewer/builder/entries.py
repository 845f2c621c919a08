"""What has been read from a folder: entries with their file and line, and every problem found so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from viewer.builder.columns import Column, Sheet
from viewer.builder.sheets import BY_NAME, SHEETS
from viewer.case.problem import Problem
from viewer.index.ask.health import Standing


@dataclass(slots=True)
class Entry:
    """One row: a value for every column of its sheet, None where nothing is given.

    faulty: some cell was refused, so that what follows from its absence need not be said as well.
    unfit: an error leaves it without something it needs; a draft is built without it.
    """

    sheet: Sheet
    file: str
    line: int
    values: dict[str, Any]
    faulty: bool = False
    unfit: bool = False

    @property
    def key(self) -> str | None:
        """What others call it: its id, code or number; scheme:code for a term."""
        if self.sheet.key is None:
            return None
        own = self.values.get(self.sheet.key)
        return f"{self.values.get('scheme')}:{own}" if self.sheet.name == "terms" and own else own

    def __getitem__(self, column: str) -> Any:
        return self.values[column]


@dataclass(frozen=True, slots=True)
class Held:
    """A document's file in the folder, and its name below data/ in the bag.

    text: the document text, None where it has none. pages: None where it has none or they could not be counted.
    unread: why it could not be looked into, as the locked child's code.
    """

    place: Path
    name: str
    sha256: str
    byte_size: int
    media_type: str
    text: str | None
    pages: int | None = None
    unread: str = ""


@dataclass(slots=True)
class Material:
    """A folder, read; the steps of a build add to it."""

    root: Path
    case: dict[str, str] = field(default_factory=dict)
    principles: tuple[str, ...] = ()
    entries: dict[str, list[Entry]] = field(default_factory=lambda: {sheet.name: [] for sheet in SHEETS})
    index: dict[str, dict[str, Entry]] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)  # by id of the document
    standings: dict[str, Standing] = field(default_factory=dict)  # by id of the passage
    problems: list[Problem] = field(default_factory=list)
    new_ids: str | None = None  # what the side file of ids has to hold after this build

    def all(self) -> Iterator[Entry]:
        """Every entry, sheet by sheet."""
        for sheet in SHEETS:
            yield from self.entries[sheet.name]

    def find(self, sheets: tuple[str, ...], key: str) -> Entry | None:
        """The entry of this key in the first of the sheets that has it."""
        return next((self.index[name][key] for name in sheets if key in self.index[name]), None)

    def leads_to(self, entry: Entry, column: Column) -> tuple[Entry, ...]:
        """The entries that this column of the entry leads to; nothing for those that are not there."""
        value = entry.values.get(column.name)
        if value is None:
            return ()
        if column.kind == "targets" or (column.kind == "entity" and entry["entity"]):
            pairs = value if column.kind == "targets" else ((entry["entity"], value),)
            found = [self.find((_sheet_name(entity),), key) for entity, key in pairs if entity != "case"]
        elif column.kind == "refs":
            found = [self.find(column.to, key) for key in value]
        elif column.kind == "ref":
            found = [self.find(column.to, reference_key(entry, column))]
        else:
            found = []
        return tuple(one for one in found if one)

    def error(self, entry: Entry, column: str, code: str, *parts: str) -> None:
        """Note an error of an entry. What an entry needs makes it unfit, else the cell counts as empty."""
        self.problems.append(Problem(entry.file, entry.line, "error", code, column, parts))
        entry.faulty = True
        needed = column == "" or any(one.name == column and one.required for one in entry.sheet.columns)
        if needed:
            entry.unfit = True
        else:
            entry.values[column] = None

    def note(self, entry: Entry, column: str, code: str, *parts: str) -> None:
        """Note an error after which a draft still keeps the cell as it is."""
        self.problems.append(Problem(entry.file, entry.line, "error", code, column, parts))

    def warn(self, entry: Entry, column: str, code: str, *parts: str) -> None:
        self.problems.append(Problem(entry.file, entry.line, "warning", code, column, parts))

    def file_error(self, file: str, line: int, code: str, *parts: str) -> None:
        self.problems.append(Problem(file, line, "error", code, "", parts))


def reference_key(entry: Entry, column: Column) -> str:
    """The key that a reference means: a wider term is one of the same scheme."""
    value = str(entry.values[column.name])
    return f"{entry.values['scheme']}:{value}" if column.to == ("terms",) else value


def _sheet_name(entity: str) -> str:
    return "discrepancies" if entity == "discrepancy" else f"{entity}s"


def empty_values(sheet: Sheet) -> dict[str, Any]:
    return {column.name: None for column in BY_NAME[sheet.name].columns}
