"""Where things are: what ships with the program, and the reader's own folders."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "evidence-viewer"
HOME_VARIABLE = "EVIDENCE_VIEWER_HOME"


def resources() -> Path:
    """Fonts, themes, help and bundled cases: in the wheel, else built in the checkout; nowhere else."""
    package = Path(__file__).resolve().parent
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parent / "build" / "resources"


def bundled_case(name: str) -> Path:
    """The bundled case NAME as one file."""
    return resources() / "cases" / f"{name}.evcase"


def bundled_index(name: str) -> Path:
    """The ready index of the bundled case NAME."""
    return resources() / "cases" / f"{name}.index.sqlite"


def own_folder() -> Path:
    """The reader's folder for settings and notes; not made here."""
    told = os.environ.get(HOME_VARIABLE)
    if told:
        return Path(told)
    import platformdirs  # 4 ms: only when the reader's folder is really asked for

    return Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False))
