"""A case in several versions, with an index: as built, signed, and with a document that was altered."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from tests.sealing import make_key
from viewer.builder.build import Wishes, check, write
from viewer.builder.indexing import write_index
from viewer.case.seal import sign

GOOD = Path(__file__).parent / "cases" / "good"
ALTERED = "documents/DOC-A.md"


def built(folder: Path, name: str = "harbour", changes: tuple[tuple[str, str, str], ...] = ()) -> Path:
    """The case `good` as one file. changes: table, what stands there, what stands there instead."""
    tables = folder / f"{name}-tables"
    shutil.copytree(GOOD, tables)
    for table, old, new in changes:
        text = (tables / table).read_text("utf-8")
        assert old in text
        (tables / table).write_text(text.replace(old, new), "utf-8")
    target = folder / f"{name}.evcase"
    write(check(tables, Wishes()), target)
    return target


def indexed(case: Path) -> Path:
    """The index of a case."""
    target = case.with_suffix(".index.sqlite")
    for _ in write_index(case, target):
        pass
    return target


def signed(case: Path) -> str:
    """Sign a case with a new key beside it; the key's fingerprint."""
    key = make_key(case.with_suffix(".key"))
    for _ in sign(case, key):
        pass
    return key.fingerprint


def long_to_check(folder: Path) -> None:
    """Make a document of the folder so long that checking it takes seconds; no bytes are written."""
    with (folder / "data" / ALTERED).open("r+b") as file:
        file.truncate(4 << 30)


def altered(case: Path) -> Path:
    """The same case as a folder, with one document longer by a sign."""
    top = case.with_suffix("")
    with zipfile.ZipFile(case) as archive:
        archive.extractall(top.parent)
    with (top / "data" / ALTERED).open("ab") as file:
        file.write(b"!")
    return top
