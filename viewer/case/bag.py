"""The bag that a case travels in (BagIt, RFC 8493), as a folder or as one ZIP file; nothing is ever extracted.

What is read is read by its name in the manifest and compared with its hash there; other names do not exist.
"""

from __future__ import annotations

import copy
import hashlib
import io
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, BinaryIO, Protocol

from viewer.case import verify_text
from viewer.case.errors import Damaged, NotACase

ENDING = ".evcase"
DATABASE = "data/case.sqlite"
MANIFEST = "manifest-sha256.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_WHEN = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier time: the same input gives the same bytes
_CHUNK = 1 << 20
# What zipfile raises where a list of entries cannot be used; and where an entry's bytes cannot be had: broken,
# encrypted, packed in an unknown way.
_NO_ZIP = (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error)
_UNREADABLE = (*_NO_ZIP, zlib.error, EOFError, RuntimeError, OSError)


# Writing


def write(target: Path, payload: Mapping[str, Path], info: Mapping[str, str]) -> None:
    """Put files (name below data/ -> where it lies) into a bag; a ZIP if the target ends in .evcase.

    It is written beside and then renamed: an older bag of that name stays whole until the new one is.
    Raises FileExistsError where the target is a folder that is no bag.
    """
    beside = target.with_name(f".{target.name}.part")
    _remove(beside)  # what a build that was killed has left
    try:
        if target.suffix == ENDING:
            _write_zip(beside, target.stem, payload, info)
            beside.replace(target)
        else:
            _write_folder(beside, payload, info)
            _put_in_place(beside, target)
    finally:
        _remove(beside)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _put_in_place(beside: Path, target: Path) -> None:
    if not target.exists():
        beside.rename(target)
        return
    if not (target / "bagit.txt").is_file():
        raise FileExistsError(target)
    old = target.with_name(f".{target.name}.old")
    _remove(old)
    target.rename(old)
    beside.rename(target)
    shutil.rmtree(old)


class _Place(Protocol):
    """Where the files of a bag are put."""

    def add(self, name: str, content: BinaryIO, size: int) -> str:
        """Store one file; its SHA-256."""
        ...


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, top: str) -> None:
        self._archive = archive
        self._top = top

    def add(self, name: str, content: BinaryIO, size: int) -> str:
        entry = zipfile.ZipInfo(f"{self._top}/{name}", _WHEN)
        entry.create_system = 3  # the same on every system
        entry.external_attr = 0o100644 << 16
        entry.file_size = size
        with self._archive.open(entry, "w") as file:
            return _copy(content, file)


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, content: BinaryIO, size: int) -> str:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            digest = _copy(content, file)
            _settle(file)
        return digest


def _write_zip(path: Path, top: str, payload: Mapping[str, Path], info: Mapping[str, str]) -> None:
    with path.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            _fill(_Zip(archive, top), payload, info)
        _settle(file)


def _write_folder(path: Path, payload: Mapping[str, Path], info: Mapping[str, str]) -> None:
    path.mkdir(parents=True)
    _fill(_Folder(path), payload, info)


def _fill(place: _Place, payload: Mapping[str, Path], info: Mapping[str, str]) -> None:
    sizes = {name: path.stat().st_size for name, path in sorted(payload.items())}
    hashes = {}
    for name, size in sizes.items():
        with payload[name].open("rb") as file:
            hashes[f"data/{name}"] = place.add(f"data/{name}", file, size)
    oxum = {"Payload-Oxum": f"{sum(sizes.values())}.{len(sizes)}"}
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": _labels({**info, **oxum}),
        MANIFEST: _listing(hashes),
        verify_text.NAME: verify_text.text(),
    }
    listed = {name: place.add(name, io.BytesIO(content), len(content)) for name, content in sorted(tags.items())}
    listing = _listing(listed)
    place.add(_TAG_MANIFEST, io.BytesIO(listing), len(listing))


def _labels(info: Mapping[str, str]) -> bytes:
    return "".join(f"{label}: {' '.join(text.split())}\n" for label, text in info.items()).encode()


def _listing(hashes: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {_written(name)}\n" for name, digest in sorted(hashes.items())).encode()


def _written(name: str) -> str:
    return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _meant(written: str) -> str:
    return written.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def _copy(content: BinaryIO, file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := content.read(_CHUNK):
        digest.update(chunk)
        file.write(chunk)
    return digest.hexdigest()


def _settle(file: IO[bytes]) -> None:
    """On the disk before it gets its name."""
    file.flush()
    os.fsync(file.fileno())


# Reading


class Bag:
    """A bag that is open for reading; who opens it closes it."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf
        self.manifest_bytes = shelf.read(MANIFEST)
        """The manifest as it lies there: what is signed."""
        self.digest = hashlib.sha256(self.manifest_bytes).hexdigest()
        """The case digest: SHA-256 of the manifest."""
        self.manifest = _read_listing(self.manifest_bytes)
        """SHA-256 by name, names beginning with data/."""

    @classmethod
    def open(cls, path: Path) -> Bag:
        """Raises NotACase where there is no bag, Damaged where its list of files cannot be used."""
        shelf = _FolderShelf(path) if path.is_dir() else _ZipShelf(path)
        try:
            return cls(shelf)
        except BaseException:
            shelf.close()
            raise

    def __enter__(self) -> Bag:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._shelf.close()

    def database(self) -> bytes:
        """The bytes of case.sqlite, compared with the manifest."""
        return self.read(DATABASE)

    def document(self, path: str) -> bytes:
        """A document by its `path` in the case, compared with the manifest."""
        return self.read(f"data/{path}")

    def read(self, name: str) -> bytes:
        """Raises Damaged where the manifest has no such name, the file is missing or its hash differs."""
        if name not in self.manifest:
            raise Damaged("not-in-manifest", name)
        content = self._shelf.read(name)
        found = hashlib.sha256(content).hexdigest()
        if found != self.manifest[name]:
            raise Damaged("hash-differs", name, found)
        return content

    def names(self) -> frozenset[str]:
        """Every file that lies in the bag, whether it is listed or not."""
        return frozenset(self._shelf.names())

    def size(self, name: str) -> int:
        """Bytes of a file as far as the bag knows; 0 where it is missing."""
        return self._shelf.size(name)

    def tag(self, name: str, most: int = _CHUNK) -> bytes | None:
        """The first `most` bytes of a file outside data/, which no manifest vouches for; None = not there."""
        try:
            with self._shelf.open(name) as file:
                return file.read(most)
        except (Damaged, *_UNREADABLE):
            return None

    def hash(self, name: str) -> Generator[int, None, str]:
        """The SHA-256 of the bytes that lie there, yielding how many were read. Raises Damaged."""
        digest = hashlib.sha256()
        try:
            with self._shelf.open(name) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    yield len(chunk)
        except _UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad
        return digest.hexdigest()

    def check(self) -> Iterator[float]:
        """Read every file once, yielding the share done. Raises Damaged at the first that differs."""
        for done, name in enumerate(self.manifest, 1):
            self.read(name)
            yield done / len(self.manifest)


def _read_listing(listing: bytes) -> dict[str, str]:
    names: dict[str, str] = {}
    try:
        lines = listing.decode().splitlines()
    except UnicodeDecodeError as bad:
        raise Damaged("bad-manifest", MANIFEST) from bad
    for line in lines:
        digest, _, written = line.partition(" ")
        name = _meant(written.strip(" *"))
        parts = PurePosixPath(name).parts
        if len(digest) != 64 or parts[:1] != ("data",) or ".." in parts or "\\" in name or name in names:
            raise Damaged("bad-manifest", MANIFEST, line)
        names[name] = digest.lower()
    return names


class _Shelf(Protocol):
    """Where the files of a bag are read from."""

    def read(self, name: str) -> bytes: ...

    def open(self, name: str) -> IO[bytes]: ...

    def size(self, name: str) -> int: ...

    def names(self) -> Iterator[str]: ...

    def close(self) -> None: ...


class _FolderShelf:
    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        if not (folder / "bagit.txt").is_file():
            raise NotACase("no-bag", folder.name)

    def read(self, name: str) -> bytes:
        with self.open(name) as file:
            return file.read()

    def open(self, name: str) -> IO[bytes]:
        path = self._folder / name
        if not path.is_file() or not path.resolve().is_relative_to(self._folder):
            raise Damaged("missing-file", name)
        return path.open("rb")

    def size(self, name: str) -> int:
        path = self._folder / name
        return path.stat().st_size if path.is_file() else 0

    def names(self) -> Iterator[str]:
        for place, folders, files in os.walk(self._folder):
            here = Path(place)
            links = [name for name in folders if (here / name).is_symlink()]
            yield from ((here / name).relative_to(self._folder).as_posix() for name in files + links)

    def close(self) -> None:
        """Nothing is held open."""


class _ZipShelf:
    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotACase("no-such-file", path.name)
        try:
            self._archive = zipfile.ZipFile(path)
        except _NO_ZIP as bad:
            raise NotACase("no-zip", path.name) from bad
        names = self._archive.namelist()
        self._top = names[0].partition("/")[0] if names else ""
        if len(set(names)) != len(names) or f"{self._top}/bagit.txt" not in names:
            self._archive.close()
            raise NotACase("no-bag", path.name)

    def read(self, name: str) -> bytes:
        try:
            with self.open(name) as file:
                return file.read()
        except _UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad

    def open(self, name: str) -> IO[bytes]:
        """Without the ZIP's own checksum: what lies there is to be hashed, changed or not."""
        try:
            entry = copy.copy(self._archive.getinfo(f"{self._top}/{name}"))
            del entry.CRC
            return self._archive.open(entry)
        except KeyError as absent:
            raise Damaged("missing-file", name) from absent
        except _UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad

    def size(self, name: str) -> int:
        try:
            return self._archive.getinfo(f"{self._top}/{name}").file_size
        except KeyError:
            return 0

    def names(self) -> Iterator[str]:
        below = f"{self._top}/"
        for name in self._archive.namelist():
            if not name.endswith("/"):
                yield name.removeprefix(below) if name.startswith(below) else f"../{name}"

    def close(self) -> None:
        self._archive.close()
