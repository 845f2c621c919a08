"""evidence-case export: a case becomes the folder of tables and documents that build reads, and is built again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.case_commands.running import drive, guarded

if TYPE_CHECKING:
    from viewer.case_commands.running import Commands


def add(commands: Commands) -> None:
    """Make the command known."""
    export = commands.add_parser(
        "export",
        help="make a folder of a case: tables and documents",
        description="Writes the folder of CSV files and documents that build reads. The folder is then built once "
        "in a private place and its hashes compared with those of the case. Where they differ, or it cannot be "
        "built, that is listed, the folder stays, and the exit status is 1.",
    )
    export.add_argument("case", type=Path, metavar="CASE", help="a case: .evcase or folder")
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="a name that is still free"
    )
    export.set_defaults(command=guarded(_export))


def _export(told: argparse.Namespace) -> int:
    from viewer.intake.exporting import export
    from viewer.wording.as_folder import differing, say_other, say_same
    from viewer.wording.voice import English

    folder: Path = told.output
    if folder.exists():
        print(f"{folder} exists. Nothing was written.", file=sys.stderr)
        return 1
    done = drive(export(told.case, folder))
    print(f"{folder}: written")
    if done.same:
        print(say_same(English()))
        return 0
    print(*differing(English(), done.problems, done.files), sep="\n", file=sys.stderr)
    print(say_other(English(), done.is_draft), file=sys.stderr)
    return 1
