"""Cases and indexes for benchmarks, made once in build/bench/ and again when what makes them changes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from tests.bench.cases.kept import Case, Kept, keep
from tests.bench.cases.sigacts import Sigacts
from tests.bench.cases.synthetic import Synthetic
from tests.bench.cases.ucdp import Ucdp
from viewer.index.writer import Digests, write


def _here(*modules: str) -> tuple[str, ...]:
    return tuple(f"tests/bench/cases/{module}.py" for module in modules)


CHECKOUT: Final = Path(__file__).resolve().parents[3]
FOLDER: Final = CHECKOUT / "build" / "bench"
_DATA: Final = CHECKOUT.parent / "shared" / "data"
_MAKERS: Final[dict[str, Callable[[int | None], Case]]] = {
    "synthetic": lambda n: Synthetic(1_000_000 if n is None else n),
    "sigacts": lambda n: Sigacts(_DATA / "sigacts_iraq" / "sigacts_iraq.csv", n),
    "ucdp": lambda n: Ucdp(_DATA / "ucdp_ged_syria" / "ged_syria_2016_DEV.csv", n),
}
# What the records of a case follow from.
_EVERY: Final = ("viewer/case/schema.sql", "viewer/case/when.py", *_here("kept", "dates"))
_OWN: Final = {
    "synthetic": _here("synthetic", "setting", "tongues"),
    "sigacts": _here("sigacts"),
    "ucdp": _here("ucdp"),
}


def case(name: str, n: int | None = None) -> Case:
    """'synthetic' of n events; 'sigacts' or 'ucdp', whole or their first n rows."""
    return _MAKERS[name](n)


def kept(name: str, n: int | None = None) -> Path:
    """The folder in which this case is kept, for `Kept`."""
    target = FOLDER / f"{_label(name, n)}.case"

    def make(part: Path) -> None:
        keep(case(name, n), part)

    return _once(target, make, _digest(CHECKOUT / path for path in (*_EVERY, *_OWN[name])))


def fixture(name: str, n: int | None = None) -> Path:
    """The index of this case, for `viewer.index.reader`."""
    folder = kept(name, n)

    def make(part: Path) -> None:
        with Kept(folder) as found:
            digest = hashlib.sha256(folder.name.encode()).hexdigest()
            for _ in write(found.records, found.document, part, Digests(digest, digest)):
                pass

    index = sorted(path for path in (CHECKOUT / "viewer" / "index").iterdir() if path.suffix in (".py", ".sql"))
    stamp = _digest([folder.with_suffix(".stamp"), *index])
    return _once(FOLDER / f"{_label(name, n)}.index", make, stamp)


def _label(name: str, n: int | None) -> str:
    return name if n is None else f"{name}-{n}"


def _digest(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)).hexdigest()


def _once(target: Path, make: Callable[[Path], None], stamp: str) -> Path:
    """`target`, as it was left if its stamp is this one, else made beside and renamed."""
    noted = target.with_suffix(".stamp") if target.suffix == ".case" else target.with_suffix(".index-stamp")
    if target.exists() and noted.exists() and noted.read_text("ascii") == stamp:
        return target
    FOLDER.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    for old in (part, target):
        _remove(old)
    make(part)
    part.replace(target)
    noted.write_text(stamp, "ascii")
    return target


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
