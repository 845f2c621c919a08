"""A case becomes the folder that a build reads; the folder is built once more and compared with the case."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from viewer.builder.build import Checked, Wishes, check_in_steps, write
from viewer.builder.rows import Records
from viewer.builder.unbuilding import Unbuilding
from viewer.case import records, store
from viewer.case.bag import Bag
from viewer.case.errors import Damaged
from viewer.case.frozen import dataclass
from viewer.case.problem import Problem
from viewer.guard.private import private_prefix
from viewer.intake.reading import reading

Result = TypeVar("Result")
Steps = Generator[float, None, Result]
Unwanted = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what stands in the way of the same case.

    problems: errors in the folder. files: what does not come out with the same hash, by its name in the bag, with
    SHA-256 in the case and as built; None = not there.
    """

    folder: Path
    is_draft: bool
    problems: tuple[Problem, ...]
    files: tuple[tuple[str, str | None, str | None], ...]

    @property
    def same(self) -> bool:
        """Built again, the folder gives the same case."""
        return not self.problems and not self.files


def export(case: Path, folder: Path, unwanted: Unwanted = lambda: False) -> Steps[Exported]:
    """Writes a folder whose name is free, beside it and then renamed; yields the share done.

    Raises FileExistsError, CaseError, OSError, and Unwanted of the child's reader.
    """
    if folder.exists():
        raise FileExistsError(folder)
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)  # what an export that was killed has left
    try:
        beside.mkdir(parents=True)
        with Bag.open(case) as bag:
            is_draft, checked = yield from _written(bag, beside, unwanted)
            yield 0.95
            builds = is_draft or not checked.errors
            files = tuple(_other_files(bag.manifest, _built_again(checked))) if builds else ()
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    yield 1.0
    return Exported(folder, is_draft, checked.errors, files)


def _written(bag: Bag, folder: Path, unwanted: Unwanted) -> Steps[tuple[bool, Checked]]:
    """Whether the case is a draft, and the folder as a build finds it."""
    yield 0.0
    with reading(bag, unwanted) as read:
        made: Records = {record: list(read(record)) for record in store.TABLES}
    work = Unbuilding(made, folder)
    for done, _ in enumerate(work.write_documents(bag.document), 1):
        yield 0.2 + 0.2 * done / len(made[records.Document])
    work.write_tables({})
    is_draft = any(row.key == "draft" for row in made[records.Meta])
    wishes = Wishes(draft=is_draft, restricted=True)
    checked = yield from _between(0.4, 0.7, check_in_steps(folder, wishes))
    known = _not_as_stated(checked)
    if known:  # a case does not say that its authors knew: only looking does
        work.write_tables(known)
        checked = yield from _between(0.7, 0.95, check_in_steps(folder, wishes))
    return is_draft, checked


def _between(start: float, end: float, steps: Steps[Result]) -> Steps[Result]:
    while True:
        try:
            yield start + (end - start) * next(steps)
        except StopIteration as ended:
            result: Result = ended.value
            return result


def _not_as_stated(checked: Checked) -> dict[str, str]:
    """How passages stand that a build accepts only if the authors expect it."""
    return {str(entry.key): state for entry, state in checked.standings if state in ("moved", "missing")}


def _built_again(checked: Checked) -> Mapping[str, str]:
    """The list of files of the case that the folder builds into; empty where it cannot be built."""
    with tempfile.TemporaryDirectory(prefix=private_prefix()) as place:
        again = Path(place) / "again.evcase"
        try:
            write(checked, again)
        except (sqlite3.IntegrityError, Damaged):
            return {}
        with Bag.open(again) as built:
            return dict(built.manifest)


def _other_files(
    before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[str, str | None, str | None]]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield name, before.get(name), after.get(name)
