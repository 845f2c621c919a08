"""What we keep on the disk: every name we ever write in the reader's own folder, and how all of it is erased."""

from __future__ import annotations

import shutil
from pathlib import Path

from viewer import paths
from viewer.case.frozen import dataclass
from viewer.guard.private import left_behind

KEPT = ("settings.toml", "views.toml", "trusted.toml", "notes.sqlite", "originals", "indexes", "places.toml")
"""Files and folders in the reader's own folder. A test finds whoever writes another."""
_BESIDE = (".part", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, what could not be and why, and what lies there that is not ours and was left."""

    removed: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    left: tuple[str, ...]


def kept(folder: Path | None = None) -> tuple[Path, ...]:
    """What of ours lies in the reader's own folder now, and what earlier runs left among temporary files."""
    own = folder or paths.own_folder()
    names = (name + ending for name in KEPT for ending in ("", *_BESIDE))
    beside = (own / Path(name).with_suffix(".part") for name in KEPT)
    candidates = dict.fromkeys((*(own / name for name in names), *beside))
    return (*(path for path in candidates if path.is_symlink() or path.exists()), *left_behind())


def erase(folder: Path | None = None) -> Erased:
    """Remove all of it, and the folder where it is empty then. What is not ours stays."""
    own = folder or paths.own_folder()
    removed: list[str] = []
    failed: list[tuple[str, str]] = []
    for path in kept(own):
        try:
            _remove(path)
            removed.append(path.name)
        except OSError as error:
            failed.append((path.name, error.strerror or str(error)))
    left = tuple(sorted(path.name for path in own.iterdir())) if own.is_dir() else ()
    if own.is_dir() and not left:
        try:
            own.rmdir()
        except OSError as error:
            failed.append((own.name, error.strerror or str(error)))
    others = tuple(name for name in left if name not in dict(failed))
    return Erased(tuple(removed), tuple(failed), others)


def _remove(path: Path) -> None:
    """A link is removed, never what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
