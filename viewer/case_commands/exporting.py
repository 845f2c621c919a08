"""evidence-case export: a case becomes the folder of tables and documents that build reads, and is built again."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.case_commands.running import drive, guarded

if TYPE_CHECKING:
    from viewer.builder.build import Checked
    from viewer.builder.rows import Records
    from viewer.case.bag import Bag
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
    from viewer.case.bag import Bag

    folder: Path = told.output
    if folder.exists():
        print(f"{folder} exists. Nothing was written.", file=sys.stderr)
        return 1
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)  # what an export that was killed has left
    try:
        beside.mkdir(parents=True)
        with Bag.open(told.case) as bag:
            is_draft, differing = drive(_export_in_steps(bag, beside))
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    print(f"{folder}: written")
    if differing:
        print("\n".join(differing), file=sys.stderr)
        print("The folder does not build into the same files.", file=sys.stderr)
        if is_draft:
            print("The case is a draft: the errors that it lists stand in no folder.", file=sys.stderr)
        return 1
    print("Built again, it gives the same files: every hash in the manifest agrees.")
    return 0


def _export_in_steps(bag: Bag, folder: Path) -> Generator[float, None, tuple[bool, tuple[str, ...]]]:
    """Yields the share done. Is the case a draft? What stands in the way of the same files, a line each?

    Raises CaseError, OSError.
    """
    from viewer.builder.build import Wishes, check_in_steps
    from viewer.builder.unbuilding import Unbuilding
    from viewer.case import records, store
    from viewer.case_commands.opening import reading

    with reading(bag) as read:
        made: Records = {record: list(read(record)) for record in store.TABLES}
    work = Unbuilding(made, folder)
    for done, _ in enumerate(work.write_documents(bag.document), 1):
        yield 0.4 * done / len(made[records.Document])
    work.write_tables({})
    is_draft = any(row.key == "draft" for row in made[records.Meta])
    wishes = Wishes(draft=is_draft, restricted=True)
    checked = yield from check_in_steps(folder, wishes)
    known = _not_as_stated(checked)
    if known:  # a case does not say that its authors knew: only looking does
        work.write_tables(known)
        checked = yield from check_in_steps(folder, wishes)
    return is_draft, tuple(_differing(bag, checked))


def _not_as_stated(checked: Checked) -> dict[str, str]:
    """How passages stand that a build accepts only if the authors expect it."""
    return {str(entry.key): state for entry, state in checked.standings if state in ("moved", "missing")}


def _differing(bag: Bag, checked: Checked) -> Iterator[str]:
    from viewer.builder.build import can_be_built, write
    from viewer.case.bag import Bag
    from viewer.guard.private import private_prefix
    from viewer.wording.problems import line_of
    from viewer.wording.voice import English

    yield from (line_of(English(), problem) for problem in checked.errors)
    if not can_be_built(checked, bool(checked.errors)):
        return
    with tempfile.TemporaryDirectory(prefix=private_prefix()) as place:
        again = Path(place) / "again.evcase"
        write(checked, again)
        with Bag.open(again) as built:
            yield from _other_files(bag.manifest, built.manifest)


def _other_files(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name, 'not there')} → {after.get(name, 'not there')}"
