"""Indexes of large cases that the reader has let us keep: used again only where every byte is as we wrote it.

They lie in the reader's own folder, two files each: the index, and beside it what it should be. One that is of
another version of the program, or not as it should be, is thrown away; the case is then read as if for the first
time. Whoever may write into the reader's folder can deceive the reader in easier ways; this finds damage.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

from viewer import __version__, paths
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.quiet import open_quietly
from viewer.index import tables
from viewer.index.form import FORMAT
from viewer.index.reader import open_index
from viewer.index.writer import Digests

FOLDER = "indexes"
_CHUNK = 1 << 20
_LATELY = 3600  # seconds
_LONGEST = 1 << 14  # bytes of the file that says what an index should be
_OURS = re.compile(r"(?P<case>[0-9a-f]{64})\.(?:sqlite|json|\d+\.part)")
_FACTS = {"made_by": str, "case_digest": str, "database_digest": str, "sha256": str, "size": int, "title": str}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one case. size: bytes on the disk; kept_at: seconds since 1970; title: '' = not known."""

    case_digest: str
    size: int
    kept_at: float
    title: str


def folder() -> Path:
    """Where they lie; not made here."""
    return paths.own_folder() / FOLDER


def made_by() -> str:
    """What an index must have been made by to be used: this version, and exactly these tables."""
    return f"{__version__}, index {FORMAT}, {hashlib.sha256(tables.schema().encode()).hexdigest()}"


def keep(index: Path, digests: Digests, title: str) -> Generator[float, None, bool]:
    """Copies an index, yielding the share done; nothing is kept before it is whole. Raises OSError.

    False where meanwhile nothing may be kept any more.
    """
    place, case = folder(), digests.case_digest
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    _tidy(case)
    beside = place / f"{case}.{os.getpid()}.part"
    try:
        with index.open("rb") as source, _private(beside) as target:
            sha256 = yield from _copied(source, target, index.stat().st_size)
        if paths.keeps_nothing():
            return False
        facts = (made_by(), case, digests.database_digest, sha256, beside.stat().st_size, title[:500])
        written = json.dumps(dict(zip(_FACTS, facts, strict=True)), ensure_ascii=False)
        _facts_of(case).unlink(missing_ok=True)  # else they would speak of another index for a moment
        beside.replace(_index_of(case))
        with _private(beside) as file:
            file.write(written.encode())
            _settle(file)
        beside.replace(_facts_of(case))
        return True
    finally:
        beside.unlink(missing_ok=True)


def known(case_digest: str) -> bool:
    """Whether something is kept of this case that may be of use."""
    return _facts(case_digest) is not None


def sound(digests: Digests) -> Generator[float, None, Path | None]:
    """The index kept of a case whose files are all as listed; None = there is none, or no longer.

    Yields the share of it that was compared. One that cannot serve is erased, unless nothing may be changed.
    """
    case, facts = digests.case_digest, _facts(digests.case_digest)
    path = _index_of(case)
    if facts is None:
        return None
    try:
        if (facts["made_by"], facts["database_digest"]) == (made_by(), digests.database_digest):
            found = yield from _hashed(path, int(str(facts["size"])))
            if found == facts["sha256"] and _is_index_of(path, digests):
                return path
    except OSError:
        pass
    if not paths.keeps_nothing():
        with suppress(OSError):
            remove(case)
    return None


def listed() -> tuple[Kept, ...]:
    """All that is kept, also what was left half written; the newest first."""
    found: dict[str, list[Path]] = {}
    for path in _files():
        found.setdefault(path.name[:64], []).append(path)
    kept = (_kept(case, files) for case, files in found.items())
    return tuple(sorted(kept, key=lambda one: (-one.kept_at, one.case_digest)))


def remove(case_digest: str) -> None:
    """Erase what is kept of one case, and the folder with the last. Raises OSError."""
    for path in _files():
        if path.name.startswith(case_digest):
            path.unlink(missing_ok=True)
    with suppress(OSError):
        folder().rmdir()


def room() -> int:
    """Bytes that are free where they lie. Raises OSError."""
    place = folder()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free


# How it is done


def _tidy(case: str) -> None:
    """Take away what a program that was killed has left; what was written lately may be another's, at work."""
    for path in _files():
        if path.name.startswith(case) and path.suffix == ".part":
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _LATELY:
                    path.unlink()


def _index_of(case: str) -> Path:
    return folder() / f"{case}.sqlite"


def _facts_of(case: str) -> Path:
    return folder() / f"{case}.json"


def _files() -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder().iterdir() if _OURS.fullmatch(path.name))


def _private(path: Path) -> IO[bytes]:
    """A new file for its owner alone."""
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _settle(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _copied(source: IO[bytes], target: IO[bytes], size: int) -> Generator[float, None, str]:
    """SHA-256 of what was copied."""
    hashed, done = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        target.write(chunk)
        hashed.update(chunk)
        done += len(chunk)
        yield min(done / max(size, 1), 1.0)
    _settle(target)
    return hashed.hexdigest()


def _facts(case: str) -> dict[str, object] | None:
    """What the index of a case should be; None where nothing says so in the way we write it."""
    path = _facts_of(case)
    try:
        with open_quietly(path) as file:
            said = json.loads(file.read(_LONGEST))
    except (OSError, CaseError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or {name: type(value) for name, value in said.items()} != _FACTS:
        return None
    return said if said["case_digest"] == case else None


def _hashed(path: Path, size: int) -> Generator[float, None, str]:
    """SHA-256 of a file; '' where it has another size. Raises OSError, also where it is a link."""
    hashed, done = hashlib.sha256(), 0
    with open_quietly(path) as file:
        if os.fstat(file.fileno()).st_size != size:
            return ""
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
            done += len(chunk)
            yield done / size
    return hashed.hexdigest()


def _is_index_of(path: Path, digests: Digests) -> bool:
    """An index of exactly our tables, which says of itself that it was made of this case."""
    try:
        with closing(open_index(path)) as connection:
            said = dict(connection.execute("SELECT key, value FROM info WHERE key LIKE '%_digest'").fetchall())
            told = (said.get("case_digest"), said.get("database_digest"))
            ours = _schema(connection) == _tables()
    except (CaseError, sqlite3.Error):
        return False
    return ours and told == (digests.case_digest, digests.database_digest)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall())


def _tables() -> set[tuple[str, ...]]:
    """All that stands in the schema of an index of ours."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(tables.schema())
        return _schema(connection)


def _kept(case: str, files: list[Path]) -> Kept:
    facts = _facts(case) or {}
    states = [path.lstat() for path in files]
    size, at = sum(state.st_size for state in states), max(state.st_mtime for state in states)
    return Kept(case, size, at, str(facts.get("title", "")))
