"""evidence-case diff: what was added, changed and withdrawn between two versions of a case."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable
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
    from viewer.intake.reading import reading
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
    from viewer.wording.differences_table import write_rows
    from viewer.wording.voice import English

    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8-sig", newline="") as file:
        write_rows(csv.writer(file), English(), differences)
    beside.replace(path)
