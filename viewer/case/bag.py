"""The bag that a case travels in (BagIt, RFC 8493), as a folder or as one ZIP file; nothing is ever extracted.

What is read is read by its name in the manifest and compared with its hash there; other names do not exist.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import zipfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, BinaryIO, Protocol

from viewer.case import verify_text
from viewer.case.bag_places import UNREADABLE, Place, collision, leads_outside, place
from viewer.case.errors import Damaged, NotACase
from viewer.case.exchange import exchange

ENDING = ".evcase"
DATABASE = "data/case.sqlite"
MANIFEST = "manifest-sha256.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_WHEN = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier time: the same input gives the same bytes
_CHUNK = 1 << 20
_DECLARED = re.compile(rb"BagIt-Version: \d+\.\d+[ \t]*\r?\nTag-File-Character-Encoding: ([\w.:-]+)\s*")
_DIGEST = re.compile(r"[0-9a-fA-F]{64}")
_LINE_END = re.compile(r"\r\n|\n|\r")  # and no other: a name may hold what Unicode takes for the end of a line
LARGEST = 512 << 20  # bytes of a file that is read whole
_LONGEST_LIST = 64 << 20  # bytes


# Writing


def write(target: Path, payload: Mapping[str, Path], info: Mapping[str, str]) -> None:
    """Put files (name below data/ -> where it lies) into a bag; a ZIP if the target ends in .evcase.

    It is written beside and then renamed: an older bag of that name stays whole until the new one is.
    Raises FileExistsError where the target is a folder that is no bag.
    """
    beside = target.with_name(f".{target.name}.part")
    _bring_back(target)
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
    if exchange(beside, target):
        return  # beside is now the old one, and goes
    old = _aside(target)
    _remove(old)
    target.rename(old)
    beside.rename(target)
    shutil.rmtree(old)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _bring_back(target: Path) -> None:
    """Where names cannot be exchanged, a build that was killed may have put the old bag aside and no more."""
    old = _aside(target)
    if not (old / "bagit.txt").is_file():
        return
    if target.exists():
        _remove(old)
    else:
        old.rename(target)


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

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf
        _check_declaration(shelf)
        self.manifest_bytes = shelf.read(MANIFEST, _LONGEST_LIST)
        """The manifest as it lies there: what is signed."""
        self.digest = hashlib.sha256(self.manifest_bytes).hexdigest()
        """The case digest: SHA-256 of the manifest."""
        self.manifest = _read_listing(self.manifest_bytes)
        """SHA-256 by name, names beginning with data/."""

    @classmethod
    def open(cls, path: Path) -> Bag:
        """Raises NotACase where there is no bag, Damaged where its list of files cannot be used."""
        shelf = place(path)
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
        """Raises Damaged where the manifest has no such name, a file is missing, too large or another."""
        if name not in self.manifest:
            raise Damaged("not-in-manifest", name)
        content = self._shelf.read(name, LARGEST)
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
        except (Damaged, *UNREADABLE):
            return None

    def hash(self, name: str) -> Generator[int, None, str]:
        """The SHA-256 of the bytes that lie there, yielding how many were read. Raises Damaged."""
        digest = hashlib.sha256()
        try:
            with self._shelf.open(name) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    yield len(chunk)
        except UNREADABLE as bad:
            raise Damaged("unreadable-file", name) from bad
        return digest.hexdigest()

    def check(self) -> Iterator[float]:
        """Read every file once, yielding the share done. Raises Damaged at the first that differs."""
        for done, (name, listed) in enumerate(self.manifest.items(), 1):
            found = _drained(self.hash(name))
            if found != listed:
                raise Damaged("hash-differs", name, found)
            yield done / len(self.manifest)


def _drained(reading: Generator[int, None, str]) -> str:
    while True:
        try:
            next(reading)
        except StopIteration as ended:
            return str(ended.value)


def _check_declaration(shelf: Place) -> None:
    """A bag that is written down as ours are. Raises NotACase, Damaged."""
    told = _DECLARED.fullmatch(shelf.read("bagit.txt", _CHUNK))
    if not told:
        raise Damaged("bad-declaration", "bagit.txt")
    if told[1].upper() != b"UTF-8":
        raise NotACase("bag-encoding", "bagit.txt", told[1].decode("ascii"))
    if MANIFEST not in shelf.names():
        raise NotACase("no-list", MANIFEST)


def _read_listing(listing: bytes) -> dict[str, str]:
    names: dict[str, str] = {}
    try:
        text = listing.decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as bad:
        raise Damaged("bad-manifest", MANIFEST) from bad
    for line in _LINE_END.split(text) if text else ():
        digest, _, written = line.partition(" ")
        name = _meant(written.strip(" *")).removeprefix("./")
        whole = str(PurePosixPath(name)) == name
        if not (_DIGEST.fullmatch(digest) and whole and name.startswith("data/")) or leads_outside(name):
            raise Damaged("bad-manifest", MANIFEST, line[:200])
        if name in names:
            raise Damaged("listed-twice", name)
        names[name] = digest.lower()
    if alike := collision(names):
        raise Damaged("listed-alike", alike)
    return names
