"""evidence-case diff: what was added, changed and withdrawn between two versions of a case."""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.case_commands.running import drive, guarded

if TYPE_CHECKING:
    from viewer.case.diff import Difference
    from viewer.case_commands.running import Commands


def add(commands: Commands) -> None:
    """Make the command known."""
    diff = commands.add_parser(
        "diff",
        help="what differs between two versions of a case",
        description="Compares entry by entry under the id its authors gave it; numbers inside the files do not "
        "count. Lists what was added, changed (old → new) and withdrawn.",
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="a case: .evcase or folder")
    diff.add_argument("new", type=Path, metavar="NEW", help="a later version of it")
    diff.add_argument("--csv", type=Path, metavar="FILE", help="write the differences to this table as well")
    diff.set_defaults(command=guarded(_diff))


def _diff(told: argparse.Namespace) -> int:
    from viewer.case.bag import Bag
    from viewer.case.diff import compare
    from viewer.case_commands.opening import reading
    from viewer.wording.differences import count_differences, difference_lines
    from viewer.wording.voice import English

    with Bag.open(told.old) as old, Bag.open(told.new) as new, reading(old) as before, reading(new) as after:
        differences = drive(compare(before, after))
    for difference in differences:
        print("\n".join(difference_lines(English(), difference)))
    print(count_differences(English(), differences))
    if told.csv:
        _write_table(told.csv, differences)
    return 0


def _write_table(path: Path, differences: Iterable[Difference]) -> None:
    """With a byte order mark, so that spreadsheets read it as UTF-8; beside, then renamed."""
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("entity", "id", "difference", "title", "field", "old", "new"))
        for difference in differences:
            rows.writerows([_cell(text) for text in row] for row in _rows(difference))
    beside.replace(path)


def _rows(difference: Difference) -> Iterator[tuple[str, ...]]:
    from viewer.wording.differences import say_field, say_value
    from viewer.wording.voice import English

    entry = (difference.entity, difference.uid, difference.kind, difference.title)
    if not difference.changes:
        yield (*entry, "", "", "")
    for change in difference.changes:
        values = (
            "" if value is None else say_value(English(), change.field, value)
            for value in (change.old, change.new)
        )
        yield (*entry, say_field(English(), change.field), *values)


def _cell(text: str) -> str:
    """A text that a spreadsheet would take for a formula is led by an apostrophe."""
    return f"'{text}" if re.match(r"[=+@\t\r]|-(?![\d.])", text) else text
