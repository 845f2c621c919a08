"""Databases and bags made by others: refused for what they are, without a crash, a hang or a write."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.opening import opened_or_refused
from tests.hostile.trace import state
from viewer.wording.failures import say_failure
from viewer.wording.voice import English

Shared = Callable[[str], Path]

# Why an invalid bag of the conformance suite is refused; the others for being no case.
_INVALID = {
    "bom-in-bagit.txt": "bad-declaration",
    "baginfo-missing-encoding": "bad-declaration",
    "bagit-with-invalid-whitespace": "bad-declaration",
    "invalid-version-number": "bad-declaration",
    "missing-bagit.txt": "no-bag",
}
_NO_CASE = {"no-list", "no-database", "bag-encoding"}


def test_every_forensic_database_is_refused_as_no_case(shared_data: Shared) -> None:
    paths = sorted(shared_data("sqlite_forensic").rglob("*.db"))
    assert len(paths) > 80
    began = time.monotonic()
    for path in paths:
        told = opened_or_refused(path)
        assert told is not None
        assert told.code in ("not-our-database", "no-zip"), (path, told)
        assert told.code not in say_failure(English(), told)
    assert time.monotonic() - began < 15


def test_a_forensic_database_that_calls_itself_a_case_is_refused(shared_data: Shared, tmp_path: Path) -> None:
    """The mark and version of a case put on: now the deeper checks have to see it."""
    codes = set()
    for number, path in enumerate(sorted(shared_data("sqlite_forensic").rglob("*.db"))[::4]):
        content = bytearray(path.read_bytes())
        if len(content) < 100:
            continue
        content[68:72], content[60:64] = b"CASE", b"\0\0\0\1"
        (tmp_path / f"{number}.sqlite").write_bytes(content)
        told = opened_or_refused(tmp_path / f"{number}.sqlite")
        assert told is not None
        codes.add(told.code)
    assert "not-our-tables" in codes
    assert codes <= {
        "not-our-tables",
        "odd-header",
        "database-cut",
        "database-damaged",
        "database-unsettled",
        "no-zip",
    }


def bags(folder: Path, kind: str) -> list[Path]:
    return sorted(path for path in folder.glob(f"v*/{kind}/*") if path.is_dir())


def test_valid_bags_that_hold_no_case_are_refused_for_that(shared_data: Shared) -> None:
    folder = shared_data("bagit_conformance")
    before = state(folder / "v1.0")
    found = bags(folder, "valid")
    assert len(found) > 20
    for path in found:
        told = opened_or_refused(path)
        assert told is not None
        expected = {"bag-fetches"} if path.name == "holey-bag" else _NO_CASE
        assert told.code in expected | _NO_CASE, (path, told)
    assert state(folder / "v1.0") == before


@pytest.mark.parametrize("kind", ["invalid", "linux-only", "windows-only"])
def test_invalid_bags_are_refused_for_the_right_reason(shared_data: Shared, kind: str) -> None:
    found = bags(shared_data("bagit_conformance"), kind)
    assert found
    for path in found:
        told = opened_or_refused(path)
        assert told is not None
        assert told.code in reasons(path), (path, told)
        assert "%" not in re.sub(r"%\d\d", "", say_failure(English(), told))


def reasons(path: Path) -> set[str]:
    """Lists in other hashes than SHA-256 are not read at all: such a bag is no case, whatever they say."""
    if path.name in _INVALID:
        return {_INVALID[path.name]}
    if not (path / "manifest-sha256.txt").is_file():
        return {"no-list", "no-bag"}
    if (path / "fetch.txt").is_file():
        return {"bag-fetches", "bad-manifest"}
    if "out-of-scope" in path.name:
        return {"bad-manifest"}
    if "listed-twice" in path.name:
        return {"listed-twice"}
    return {"no-database"}
