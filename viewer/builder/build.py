"""From a folder to a case: read, check, leave out, write; nothing is written while an error stands."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from viewer.builder.casefile import write_database
from viewer.builder.documents import check_documents
from viewer.builder.entries import Entry, Material
from viewer.builder.flat import read_flat
from viewer.builder.flat_entries import FlatEntries
from viewer.builder.ids import FILE, keep
from viewer.builder.inside import looking_inside
from viewer.builder.leaving import leave_out_restricted, leave_out_unfit
from viewer.builder.passages import check_passages
from viewer.builder.reading import FLAT_NAMES, read_case, read_tables
from viewer.builder.references import check_references
from viewer.builder.rows import records_of
from viewer.builder.sense import check_sense
from viewer.case import bag
from viewer.case.problem import Problem
from viewer.guard.private import private_prefix
from viewer.index.ask.health import Standing
from viewer.wording.problems import line_of
from viewer.wording.voice import English


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a case is to be built. draft: in spite of errors, marked. restricted: with restricted entries."""

    draft: bool = False
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder that has been read and checked; `problems` in the order of files and lines."""

    material: Material
    problems: tuple[Problem, ...]

    @property
    def standings(self) -> tuple[tuple[Entry, Standing], ...]:
        """Every passage that stays in the case, and how it stands in its document; in order of the rows."""
        standings = self.material.standings
        entries = self.material.entries["passages"]
        return tuple((entry, standings[str(entry.key)]) for entry in entries if str(entry.key) in standings)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check(folder: Path, wishes: Wishes) -> Checked:
    """Everything that is wrong or worth a look. Raises OSError where the folder cannot be read."""
    steps = check_in_steps(folder, wishes)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            checked: Checked = ended.value
            return checked


def check_in_steps(folder: Path, wishes: Wishes) -> Generator[float, None, Checked]:
    """As `check`, yielding the share done wherever it may be stopped."""
    yield 0.0
    material = _read(folder)
    check_references(material)
    yield 0.1
    with looking_inside() as inside:
        yield from _shares(0.1, 0.5, check_documents(material, inside), len(material.entries["documents"]))
        yield from _shares(0.5, 0.95, check_passages(material, inside), len(material.entries["passages"]))
    check_sense(material)
    if wishes.draft:
        leave_out_unfit(material)
    if not wishes.restricted:
        leave_out_restricted(material)
    order = {"error": 0, "as-stated": 1, "warning": 2}
    problems = sorted(material.problems, key=lambda problem: (problem.file, problem.line, order[problem.severity]))
    return Checked(material, tuple(dict.fromkeys(problems)))


def _shares(start: float, end: float, steps: Iterable[None], count: int) -> Iterator[float]:
    for done, _ in enumerate(steps, 1):
        yield start + (end - start) * done / count


def _read(folder: Path) -> Material:
    """A folder with its tables and sheets, or one sheet with a case.toml beside it or none."""
    if folder.is_dir():
        material = read_tables(folder)
        sheets = [folder / name for name in FLAT_NAMES if (folder / name).is_file()]
    else:
        material = _around(folder)
        sheets = [folder]
    if sheets:
        flat = FlatEntries(material)
        for path in sheets:
            for row in read_flat(material, path):
                flat.add(row)
        material.new_ids = flat.ids.listing()
    return material


def _around(sheet: Path) -> Material:
    """What names a case that is one sheet: case.toml beside it, else the sheet's own name."""
    material = Material(sheet.parent)
    if (sheet.parent / "case.toml").is_file():
        read_case(material)
    else:
        uid = re.sub(r"[^\w.-]+", "-", sheet.stem).strip("-.")[:64] or "case"
        material.case = {"uid": uid, "title": sheet.stem, "lang": "en"}
    return material


def can_be_built(checked: Checked, draft: bool) -> bool:
    """Without errors; a draft needs only what names the case."""
    named = {"uid", "title"} <= checked.material.case.keys()
    return named and (draft or not checked.errors)


def write(checked: Checked, target: Path) -> None:
    """The case as a bag: a ZIP file if the target ends in .evcase, else a folder."""
    material = checked.material
    made = records_of(material, _marks(checked))
    with tempfile.TemporaryDirectory(prefix=private_prefix()) as folder:
        database = Path(folder) / "case.sqlite"
        write_database(made, database)
        files = {held.name: held.place for held in material.held.values()}
        bag.write(target, {"case.sqlite": database, **files}, _info(material))
    if material.new_ids is not None:
        keep(material.root / FILE, material.new_ids)


def _marks(checked: Checked) -> dict[str, str]:
    """What the case says of itself where it was built in spite of errors."""
    if not checked.errors:
        return {}
    listed = "\n".join(line_of(English(), problem) for problem in checked.errors)
    return {"draft": "yes", "problems": listed}


def _info(material: Material) -> dict[str, str]:
    labels = {
        "External-Identifier": "uid",
        "External-Description": "title",
        "Source-Organization": "prepared_by",
        "Bagging-Date": "prepared_on",
    }
    return {label: material.case[key] for label, key in labels.items() if key in material.case}
