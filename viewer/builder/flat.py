"""One sheet of claims, as CSV or as a spreadsheet: its columns, and its rows as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from viewer.builder.columns import Column as C  # noqa: N817 - a table reads best so
from viewer.builder.columns import Sheet
from viewer.builder.entries import Entry, Material
from viewer.builder.reading import Line, check_header, entry_of, lines_of, text_of
from viewer.builder.sheets import CLAIM_KINDS, QUALIFIERS
from viewer.case import records

TAB = "claims"
"""The tab of a spreadsheet that is read; without one of this name, the first."""

FLAT = Sheet("sheet", records.Claim, "One row for each claim; the same words mean the same thing.", (
    C("id", "id", "Your own id of the claim, if you have one."),
    C("event", "text", "Title of the event, or its id in events.csv.", required=True),
    C("event_kind", "text", "Kind of event; without it: event."),
    C("date", "text", "When it happened: 2011-04-08. 03/04/2022 is read with a warning."),
    C("place", "text", "Where, by name or by id in places.csv."),
    C("source", "text", "Who carried the claim: title of the report or article, or its id in sources.csv.",
      required=True),
    C("source_kind", "text", "Sort of source; without it: other."),
    C("source_date", "text", "When the source was published."),
    C("publisher", "text", "Who published it; without it: the source as written."),
    C("url", "url", "Address of the source."),
    C("claimant", "text", "Whose claim it is, by name or by id in agents.csv."),
    C("kind", "code", "Sort of claim; without it: figure where there is one, else statement.", words=CLAIM_KINDS),
    C("measure", "text", "What it speaks to: killed, injured …", required=True),
    C("category", "text", "Of whom or what."),
    C("figure", "text", "The figure as stated: 34, >=34, at least 34, 30-35, about 30, dozens."),
    C("low", "whole", "Instead of figure: the lowest number stated."),
    C("best", "whole", "Instead of figure: the number stated."),
    C("high", "whole", "Instead of figure: the highest number stated."),
    C("qualifier", "code", "Instead of figure: how the number is stated.", words=QUALIFIERS),
    C("as_of", "text", "Up to what time it counts."),
    C("text", "text", "The statement in your words."),
    C("lang", "lang", "Language of the text."),
    C("document", "text", "File below documents/ that holds the words, or its id in documents.csv."),
    C("page", "whole", "Page of the words."),
    C("words", "exact", "The words that carry the claim, exactly as in the document."),
    C("note", "text", "Anything to know about the claim."),
))  # fmt: skip


def read_flat(material: Material, path: Path) -> Iterator[Entry]:
    """The rows of the sheet; their values are those of its own columns."""
    lines = _spreadsheet(material, path) if path.suffix.lower() == ".xlsx" else _table(material, path)
    for line in lines:
        entry = entry_of(material, FLAT, path.name, line)
        if not entry.unfit:
            yield entry


def _table(material: Material, path: Path) -> Iterator[Line]:
    text = text_of(material, path)
    if text is not None:
        yield from lines_of(material, path.name, text, FLAT.columns)


def _spreadsheet(material: Material, path: Path) -> Iterator[Line]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        name = TAB if TAB in book.sheet_names else book.sheet_names[0]
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError) as bad:
        material.file_error(path.name, 1, "not-xlsx", str(bad))
        return
    header: list[str] = []
    for number, row in enumerate(rows, 1):
        cells = [_written(cell) for cell in row]
        if not any(cell.strip() for cell in cells):
            continue
        if header:
            yield Line(number, {name: cell for name, cell in zip(header, cells, strict=True) if name})
        else:
            header = [cell.strip() for cell in cells]
            check_header(material, path.name, number, [name for name in header if name], FLAT.columns)


def _written(cell: str | float | date | datetime | time | timedelta | bool) -> str:
    """A spreadsheet's value as a person would write it: 34, not 34.0; a day without midnight."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat() if cell.time() != time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
