"""A folder of CSV files and case.toml becomes entries; nothing is compared with anything else yet."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from viewer.builder.columns import Column, Sheet
from viewer.builder.entries import Entry, Material
from viewer.builder.sheets import BY_NAME
from viewer.builder.values import Refused, value_of
from viewer.case.problem import Problem

CASE_KEYS: dict[str, bool] = {
    "uid": True, "title": True, "lang": False, "summary": False, "prepared_by": True, "prepared_how": False,
    "prepared_on": True, "what_was_read": False, "left_out": False, "graded_by": False, "licence": False,
    "fiction": False, "version": False,
}  # fmt: skip
"""What stands under [case] in case.toml, and whether it must."""

FLAT_NAMES = ("claims.xlsx", "sheet.xlsx", "sheet.csv")
"""A single table of claims that may lie in the folder."""

_OTHERS = ("case.toml", "documents", "ids.csv", "problems.csv", *FLAT_NAMES)
_IGNORED = (".", "~$", "readme", "licence", "license", "thumbs.db", "desktop.ini")
_DELIMITERS = (",", ";", "\t")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table with a header: the line it begins on and its cells by column."""

    number: int
    cells: dict[str, str]


def read_tables(root: Path) -> Material:
    """Everything that the folder's case.toml and tables say, and the problems found in saying it."""
    material = Material(root)
    read_case(material)
    for sheet in BY_NAME.values():
        path = root / sheet.file
        if path.is_file():
            read_sheet(material, sheet, path)
    _look_for_strangers(material)
    return material


def _look_for_strangers(material: Material) -> None:
    known = {*_OTHERS, *(sheet.file for sheet in BY_NAME.values())}
    for path in sorted(material.root.iterdir()):
        name = path.name.casefold()
        if path.name not in known and not name.startswith(_IGNORED) and not name.endswith(".evcase"):
            close = get_close_matches(path.name, known, 1)
            material.file_error(path.name, 0, "unknown-file", close[0] if close else ", ".join(sorted(known)))


# case.toml


def read_case(material: Material) -> None:
    path = material.root / "case.toml"
    if not path.is_file():
        material.file_error("case.toml", 0, "missing-file")
        return
    text = text_of(material, path)
    if text is None:
        return
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as bad:
        material.file_error("case.toml", _line_in(str(bad)), "not-toml", str(bad))
        return
    _take_case(material, told, text)


def _line_in(message: str) -> int:
    """tomllib names the line in its message only."""
    found = message.partition("at line ")[2].partition(",")[0]
    return int(found) if found.isdecimal() else 0


def _take_case(material: Material, told: dict[str, Any], text: str) -> None:
    stated = told.pop("case", {})
    stated = stated if isinstance(stated, dict) else {}
    principles = told.pop("principles", stated.pop("principles", []))
    if isinstance(principles, list) and all(isinstance(principle, str) for principle in principles):
        material.principles = tuple(principles)
    else:
        material.file_error("case.toml", _line_of(text, "principles"), "not-a-list")
    for key in (*told, *(set(stated) - set(CASE_KEYS))):
        close = get_close_matches(key, CASE_KEYS, 1)
        expected = close[0] if close else ", ".join(CASE_KEYS)
        material.file_error("case.toml", _line_of(text, key), "unknown-key", key, expected)
    for key, required in CASE_KEYS.items():
        value = stated.get(key)
        if isinstance(value, bool):
            value = "yes" if value else ""
        elif value is not None:
            value = str(value).strip()
        if value:
            material.case[key] = value
        elif required:
            material.file_error("case.toml", 0, "missing-key", key)
    _check_case(material, text)


def _check_case(material: Material, text: str) -> None:
    checked = (("uid", "id"), ("lang", "lang"), ("prepared_on", "date"))
    for key, kind in checked:
        if key in material.case:
            try:
                value_of(Column(key, kind, ""), material.case[key])  # type: ignore[arg-type]
            except Refused as refused:
                line = _line_of(text, key)
                problem = Problem("case.toml", line, "error", refused.code, key, refused.parts)
                material.problems.append(problem)
                del material.case[key]
    if "fiction" in material.case:
        line = _line_of(text, "fiction")
        material.problems.append(Problem("case.toml", line, "warning", "fiction", "fiction"))


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip().startswith((f"{key} ", f"{key}=", f"[{key}]", f'"{key}"')):
            return number
    return 0


# Tables


def text_of(material: Material, path: Path) -> str | None:
    """The file's text with LF line ends, None where it is no UTF-8: then a problem says on what line."""
    content = path.read_bytes()
    name = path.relative_to(material.root).as_posix()
    try:
        text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as bad:
        if content.startswith(_UTF16):
            material.file_error(name, 1, "utf-16")
        else:
            line = content.count(b"\n", 0, bad.start) + 1
            material.file_error(name, line, "bad-encoding", f"0x{content[bad.start]:02X}", str(bad.start))
        return None
    if "\0" in text:
        material.file_error(name, text.count("\n", 0, text.index("\0")) + 1, "control-character", "U+0000")
        return None
    if "\N{REPLACEMENT CHARACTER}" in text:
        line = text.count("\n", 0, text.index("\N{REPLACEMENT CHARACTER}")) + 1
        material.problems.append(Problem(name, line, "warning", "lost-letter"))
    return text


def read_sheet(material: Material, sheet: Sheet, path: Path) -> None:
    text = text_of(material, path)
    if text is None:
        return
    for line in lines_of(material, sheet.file, text, sheet.columns):
        material.entries[sheet.name].append(entry_of(material, sheet, sheet.file, line))


def entry_of(material: Material, sheet: Sheet, file: str, line: Line) -> Entry:
    """The row as values; a cell that cannot be used is a problem."""
    entry = Entry(sheet, file, line.number, {})
    for column in sheet.columns:
        entry.values[column.name] = None
        try:
            entry.values[column.name] = value_of(column, line.cells.get(column.name, ""))
        except Refused as refused:
            material.error(entry, column.name, refused.code, *refused.parts)
        else:
            if column.required and entry.values[column.name] is None and column.name in line.cells:
                material.error(entry, column.name, "empty-cell")
            elif column.required and entry.values[column.name] is None:
                entry.unfit = True  # the missing column is reported once, not on each line
    return entry


def lines_of(material: Material, file: str, text: str, columns: tuple[Column, ...]) -> Iterator[Line]:
    """The rows below the header. Problems: no header, unknown or missing columns, broken quoting, row length."""
    names = [column.name for column in columns]
    delimiter = _delimiter(text, names)
    rows = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter, strict=True)
    header: list[str] = []
    begin = 1
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                pass
            elif not header:
                header = [cell.strip() for cell in _without_tail(row, 0)]
                check_header(material, file, begin, header, columns)
            elif len(cells := _without_tail(row, len(header))) != len(header):
                material.file_error(file, begin, "row-length", str(len(cells)), str(len(header)))
            else:
                yield Line(begin, dict(zip(header, cells, strict=True)))
            begin = rows.line_num + 1
    except csv.Error as bad:
        material.file_error(file, begin, "not-csv", str(bad))
    if not header:
        material.file_error(file, 1, "no-header", ", ".join(names))


def _without_tail(row: list[str], least: int) -> list[str]:
    """The row without the empty cells that spreadsheets write after the last column."""
    end = len(row)
    while end > least and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _delimiter(text: str, names: list[str]) -> str:
    """The separator under which most of the header's cells are column names."""
    header = next((line for line in text.split("\n") if line.strip()), "")
    fits = [sum(cell.strip(' "') in names for cell in header.split(sign)) for sign in _DELIMITERS]
    return _DELIMITERS[fits.index(max(fits))]


def check_header(material: Material, file: str, line: int, header: list[str], columns: tuple[Column, ...]) -> None:
    names = [column.name for column in columns]
    for name in header:
        if name not in names:
            close = get_close_matches(name, names, 1)
            material.file_error(file, line, "unknown-column", name, close[0] if close else ", ".join(names))
    for name in dict.fromkeys(name for name in header if header.count(name) > 1):
        material.file_error(file, line, "double-column", name)
    for column in columns:
        if column.required and column.name not in header:
            material.file_error(file, line, "missing-column", column.name)
