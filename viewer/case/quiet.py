"""Files and folders opened so that nothing tells of it afterwards: no link is followed, no time of access left."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

DEEPEST = 40  # folders within folders
_FILE = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_UNTOUCHED = getattr(os, "O_NOATIME", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def open_quietly(path: Path, *, follow: bool = False) -> BinaryIO:
    """A plain file for reading. Raises OSError, for a link as well unless it may be followed."""
    descriptor = _opened(path, _FILE | (0 if follow else _NO_LINK))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"no plain file: {path.name}")
    return open(descriptor, "rb")  # noqa: PTH123


def _opened(path: Path, flags: int) -> int:
    """Without leaving a time of access where the system lets us: it does for the owner of the file."""
    if _UNTOUCHED:
        with suppress(PermissionError):
            return os.open(path, flags | _UNTOUCHED)
    return os.open(path, flags)


def walk(folder: Path, deepest: int = DEEPEST) -> Iterator[Path]:
    """All below a folder that is no folder itself, a link included; what lies too deep is named as it is."""
    folders = []
    for name, is_folder in _inside(folder):
        if is_folder and deepest:
            folders.append(folder / name)
        else:
            yield folder / name
    for inner in folders:
        yield from walk(inner, deepest - 1)


def _inside(folder: Path) -> list[tuple[str, bool]]:
    """Names, and which are folders. Raises OSError."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as found:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
    descriptor = _opened(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(descriptor) as found:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
    finally:
        os.close(descriptor)
