"""Files put beside the payload of a bag that exists: the payload stays as it is, byte for byte."""

from __future__ import annotations

import copy
import os
import shutil
import zipfile
import zlib
from collections.abc import Collection, Generator, Iterator, Mapping
from pathlib import Path

from viewer.case.errors import Damaged

_WHEN = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20


def put(bag: Path, added: Mapping[str, bytes], removed: Collection[str] = ()) -> Generator[float, None, None]:
    """Add or replace tag files, in this order, after taking some away; yields the share done.

    Each file is written beside the bag and then renamed, a ZIP as a whole: killed at any moment, every file is
    whole, old or new. Raises OSError, Damaged where a ZIP cannot be read.
    """
    assert not any(name.startswith("data/") for name in (*added, *removed)), "the payload is not touched"
    beside = bag.with_name(f".{bag.name}.part")
    _tidy(beside)
    try:
        if bag.is_dir():
            _put_in_folder(bag, beside, added, removed)
        else:
            yield from _rewrite(bag, beside, added, removed)
    finally:
        _tidy(beside)
    yield 1.0


def _tidy(beside: Path) -> None:
    """Take away what a run that was killed has left."""
    if beside.is_dir():
        shutil.rmtree(beside)
    else:
        beside.unlink(missing_ok=True)


def _put_in_folder(bag: Path, beside: Path, added: Mapping[str, bytes], removed: Collection[str]) -> None:
    for name in removed:
        (bag / name).unlink(missing_ok=True)
    for name, content in added.items():
        place = bag / name
        place.parent.mkdir(exist_ok=True)
        if not place.parent.resolve().is_relative_to(bag.resolve()):
            raise Damaged("leads-outside", name)
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)


def _rewrite(bag: Path, beside: Path, added: Mapping[str, bytes], removed: Collection[str]) -> Iterator[float]:
    with beside.open("xb") as file:
        try:
            with zipfile.ZipFile(bag) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as new:
                yield from _copy_entries(old, new, added, removed)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, zlib.error) as bad:
            raise Damaged("unreadable-file", bag.name) from bad
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(bag, beside)
    beside.replace(bag)


def _copy_entries(
    old: zipfile.ZipFile, new: zipfile.ZipFile, added: Mapping[str, bytes], removed: Collection[str]
) -> Iterator[float]:
    """Every entry in its order, with its time and stored; what is replaced stands where the old one stood."""
    entries = old.infolist()
    top = entries[0].filename.partition("/")[0]
    gone = {f"{top}/{name}" for name in removed}
    fresh = {f"{top}/{name}": content for name, content in added.items()}
    whole, done = sum(entry.file_size for entry in entries) or 1, 0
    for entry in entries:
        if entry.filename in fresh:
            new.writestr(_like(entry), fresh.pop(entry.filename))
        elif entry.filename not in gone:
            with old.open(_unchecked(entry)) as content, new.open(_like(entry), "w") as file:
                while chunk := content.read(_CHUNK):
                    file.write(chunk)
                    done += len(chunk)
                    yield done / whole
    for name, data in fresh.items():
        added_entry = zipfile.ZipInfo(name, _WHEN)
        added_entry.create_system = 3
        added_entry.external_attr = 0o100644 << 16
        new.writestr(added_entry, data)


def _unchecked(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Without the ZIP's own checksum: what lies there is carried over, altered or not; SHA-256 will tell."""
    same = copy.copy(entry)
    del same.CRC
    return same


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The same name, time and rights, stored."""
    made = zipfile.ZipInfo(entry.filename, entry.date_time)
    made.create_system = entry.create_system
    made.external_attr = entry.external_attr
    made.file_size = entry.file_size
    made.comment = entry.comment
    return made
