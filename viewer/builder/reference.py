"""The part of the help page that lists every file and column, made from the same table that reading follows."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.builder.columns import KINDS, Column, Sheet
from viewer.builder.flat import FLAT
from viewer.builder.sheets import SHEETS


def of_folder() -> str:
    """One section a file, one row a column, as Markdown."""
    return "\n".join(line for sheet in SHEETS for line in _section(sheet, f"### {sheet.file}"))


def of_flat_sheet() -> str:
    """The columns of the single sheet, as Markdown."""
    return "\n".join(_section(FLAT, "### The columns"))


def _section(sheet: Sheet, title: str) -> Iterator[str]:
    yield title
    yield ""
    yield sheet.says
    yield ""
    yield "| column | what may stand in it | what it means |"
    yield "|---|---|---|"
    for column in sheet.columns:
        name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
        yield f"| {name} | {_kind(column)} | {column.says} |"
    yield ""


def _kind(column: Column) -> str:
    words = KINDS[column.kind]
    if column.kind == "code":
        return f"{words}: {', '.join(f'`{word}`' for word in column.words)}"
    if column.kind == "term":
        return f"{words} `{column.scheme}`"
    if column.kind in ("ref", "refs"):
        return f"{words} {' or '.join(f'{name}.csv' for name in column.to)}"
    return words
