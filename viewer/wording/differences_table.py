"""Differences between two versions as a table that a spreadsheet opens, and as a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from viewer.case.diff import Difference
from viewer.wording.differences import count_differences, difference_lines, say_field, say_value
from viewer.wording.voice import Voice

HEADING = ("entity", "id", "difference", "title", "field", "old", "new")


class Rows(Protocol):
    """What csv.writer makes."""

    def writerow(self, row: Iterable[str], /) -> object: ...


def write_rows(rows: Rows, voice: Voice, differences: Iterable[Difference]) -> None:
    """A heading, then one row a field; an entry that was added or withdrawn has one row."""
    rows.writerow(HEADING)
    for difference in differences:
        for row in _rows(voice, difference):
            rows.writerow([_cell(text) for text in row])


def differences_text(voice: Voice, differences: tuple[Difference, ...]) -> str:
    """Every difference, then how many there are."""
    lines = [line for difference in differences for line in difference_lines(voice, difference)]
    return "\n".join([*lines, count_differences(voice, differences), ""])


def _rows(voice: Voice, difference: Difference) -> Iterator[tuple[str, ...]]:
    entry = (difference.entity, difference.uid, difference.kind, difference.title)
    if not difference.changes:
        yield (*entry, "", "", "")
    for change in difference.changes:
        values = (
            "" if value is None else say_value(voice, change.field, value) for value in (change.old, change.new)
        )
        yield (*entry, say_field(voice, change.field), *values)


def _cell(text: str) -> str:
    """A text that a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{text}" if re.match(r"[=+@\t\r]|-(?![\d.])", text) else text
