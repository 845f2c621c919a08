"""Where the files of a bag are read from: a folder or a ZIP file. Nothing is extracted, nothing leads outside."""

from __future__ import annotations

import copy
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Protocol

from viewer.case.errors import Damaged, NotACase
from viewer.case.quiet import open_quietly, walk

MOST_FILES = 200_000
MOST_TIMES = 100  # an entry may be this much larger than it is packed
SMALL = 64 << 10  # bytes that may be packed as well as they can be
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises where a list of entries cannot be used; and where an entry's bytes cannot be had: broken,
# encrypted, packed in an unknown way.
_NO_ZIP = (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError)
UNREADABLE = (*_NO_ZIP, zlib.error, EOFError, RuntimeError, OSError)


class Place(Protocol):
    """Where the files of a bag are read from."""

    def read(self, name: str, most: int) -> bytes:
        """The whole file. Raises Damaged: missing-file, unreadable-file, too-large-file (beyond `most` bytes)."""
        ...

    def open(self, name: str) -> IO[bytes]: ...

    def size(self, name: str) -> int: ...

    def names(self) -> Iterator[str]: ...

    def close(self) -> None: ...


def place(path: Path) -> Place:
    """Raises NotACase where there is no bag, Damaged where a ZIP is built to do harm."""
    return _Folder(path) if path.is_dir() else _Zip(path)


def leads_outside(name: str) -> bool:
    """Whether a name could mean a place outside of the bag, on any system."""
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or "\\" in name or "\0" in name or name[1:2] == ":"


def collision(names: Iterable[str]) -> str:
    """The first name that a system which does not tell capitals apart takes for an earlier one; '' = none."""
    met: set[str] = set()
    for name in names:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if folded in met:
            return name
        met.add(folded)
    return ""


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        if not (folder / "bagit.txt").is_file():
            raise NotACase("no-bag", folder.name)

    def read(self, name: str, most: int) -> bytes:
        if self.size(name) > most:
            raise Damaged("too-large-file", name)
        try:
            with self.open(name) as file:
                return _at_most(file, name, most)
        except OSError as bad:
            raise Damaged("unreadable-file", name) from bad

    def open(self, name: str) -> IO[bytes]:
        path = self._folder / name
        if not path.is_file() or not path.resolve().is_relative_to(self._folder):
            raise Damaged("missing-file", name)
        try:
            return open_quietly(path)
        except OSError as bad:
            raise Damaged("unreadable-file", name) from bad

    def size(self, name: str) -> int:
        path = self._folder / name
        return path.stat().st_size if path.is_file() else 0

    def names(self) -> Iterator[str]:
        for path in walk(self._folder):
            yield path.relative_to(self._folder).as_posix()

    def close(self) -> None:
        """Nothing is held open."""


class _Zip:
    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotACase("no-such-file", path.name)
        self._file = open_quietly(path, follow=True)
        try:
            self._archive = zipfile.ZipFile(self._file)
            self._entries = {entry.filename: entry for entry in self._archive.infolist()}
            check_entries(self._archive.infolist(), path.stat().st_size)
            self._top = _top(self._entries, path.name)
        except _NO_ZIP as bad:
            self._file.close()
            raise NotACase("no-zip", path.name) from bad
        except BaseException:
            self._file.close()
            raise

    def read(self, name: str, most: int) -> bytes:
        if self.size(name) > most:
            raise Damaged("too-large-file", name)
        try:
            with self.open(name) as file:
                return _at_most(file, name, most)
        except UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad

    def open(self, name: str) -> IO[bytes]:
        """Without the ZIP's own checksum: what lies there is to be hashed, changed or not."""
        try:
            entry = copy.copy(self._entries[f"{self._top}/{name}"])
            del entry.CRC
            return self._archive.open(entry)
        except KeyError as absent:
            raise Damaged("missing-file", name) from absent
        except UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad

    def size(self, name: str) -> int:
        entry = self._entries.get(f"{self._top}/{name}")
        return entry.file_size if entry else 0

    def names(self) -> Iterator[str]:
        below = f"{self._top}/"
        for name in self._entries:
            if not name.endswith("/"):
                yield name.removeprefix(below) if name.startswith(below) else f"../{name}"

    def close(self) -> None:
        self._archive.close()
        self._file.close()


def _top(entries: Mapping[str, object], name: str) -> str:
    """The one folder in which the bag lies."""
    top = next(iter(entries), "").partition("/")[0]
    if f"{top}/bagit.txt" not in entries:
        raise NotACase("no-bag", name)
    return top


def _at_most(file: IO[bytes], name: str, most: int) -> bytes:
    content = file.read(most + 1)
    if len(content) > most:
        raise Damaged("too-large-file", name)
    return content


def check_entries(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse a ZIP file of `size` bytes that could do harm or be read in two ways. Raises Damaged."""
    if len(entries) > MOST_FILES:
        raise Damaged("zip-too-many", found=str(len(entries)))
    names = [entry.filename for entry in entries]
    for name, times in Counter(names).items():
        if times > 1:
            raise Damaged("zip-twice", name)
    for entry in entries:
        _check_entry(entry)
    if alike := collision(name.rstrip("/") for name in names):
        raise Damaged("zip-alike", alike)
    if sum(entry.compress_size for entry in entries) > size:
        raise Damaged("zip-overlap")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name, mode = entry.orig_filename, entry.external_attr >> 16
    if leads_outside(name) or not name.strip("/"):
        raise Damaged("zip-outside", name)
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Damaged("zip-link", name)
    if entry.flag_bits & _ENCRYPTED:
        raise Damaged("zip-encrypted", name)
    if entry.compress_type not in _PACKINGS:
        raise Damaged("zip-packing", name)
    if entry.file_size > SMALL and entry.file_size > MOST_TIMES * entry.compress_size:
        raise Damaged("zip-bomb", name)
    if entry.compress_type == zipfile.ZIP_STORED and entry.file_size != entry.compress_size:
        raise Damaged("zip-sizes", name)
