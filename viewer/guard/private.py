"""Folders of our own among the temporary ones: named so that they are found again, should we end early."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PREFIX = "evidence-viewer-"


def private_prefix() -> str:
    """What the name of such a folder of this process begins with."""
    return f"{_PREFIX}{os.getpid()}-"


def erase_private() -> None:
    """Those of this process; one that cannot be erased stays."""
    import shutil
    import tempfile

    for folder in Path(tempfile.gettempdir()).glob(private_prefix() + "*"):
        shutil.rmtree(folder, ignore_errors=True)


def left_behind() -> tuple[Path, ...]:
    """Those of processes of ours that ended before they could erase them."""
    import tempfile

    found = sorted(Path(tempfile.gettempdir()).glob(_PREFIX + "*-*"))
    return tuple(path for path in found if path.is_dir() and not path.is_symlink() and _is_over(path.name))


def _is_over(name: str) -> bool:
    number = name.removeprefix(_PREFIX).partition("-")[0]
    if not number.isdigit() or sys.platform == "win32":  # where asking after a process may end it
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
