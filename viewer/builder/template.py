"""The folder that a new case begins with: a small invented example to change."""

from __future__ import annotations

import shutil
from pathlib import Path

from viewer import paths


def template() -> Path:
    """The example that ships with the program."""
    return paths.resources() / "template"


def begin(folder: Path) -> None:
    """Copy the example. Raises FileExistsError where the folder is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    shutil.copytree(template(), folder, dirs_exist_ok=True)
