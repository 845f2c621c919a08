"""Where things are: what ships with the program, and the reader's own folders."""

from __future__ import annotations

import os
import sys

from viewer.binding.sparing import Path
from viewer.binding.typed import Literal

NAME = "evidence-viewer"
HOME_VARIABLE = "EVIDENCE_VIEWER_HOME"
PORTABLE_VARIABLE = "EVIDENCE_VIEWER_PORTABLE"
KEEPING_VARIABLE = "EVIDENCE_VIEWER_KEEPING"
PORTABLE_MARK, PORTABLE_FOLDER = "portable", "evidence-viewer-data"

Keeping = Literal["nothing", "choices"]


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
    if is_portable():
        return beside() / PORTABLE_FOLDER
    import platformdirs  # 4 ms: only when the reader's folder is really asked for

    return Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False))


def beside() -> Path:
    """The folder the program lies in: of the executable when frozen, else the one that holds our package."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def is_portable() -> bool:
    """Whether the program keeps to its own folder: asked to, or a file `portable` lies beside it."""
    return bool(os.environ.get(PORTABLE_VARIABLE)) or (beside() / PORTABLE_MARK).is_file()


def keeps_nothing() -> bool:
    """Whether nothing may be written into the reader's folder: as last said by `keep`, else in portable mode."""
    said = os.environ.get(KEEPING_VARIABLE)
    return said == "nothing" if said in ("nothing", "choices") else is_portable()


def keep(what: Keeping) -> None:
    """From now on, in this process."""
    os.environ[KEEPING_VARIABLE] = what
