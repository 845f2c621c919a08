"""Our own modules are found where they lie; Python would look in several places, for six kinds of file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType

OURS = "viewer."


class Finder:
    """Knows modules of ours that are source files; all else is found as ever."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification that Python's own finder gives."""
        if path is None or len(path) != 1 or not name.startswith(OURS):
            return None
        place = f"{path[0]}{os.sep}{name[name.rindex('.') + 1 :]}"
        for file, within in ((f"{place}.py", None), (f"{place}{os.sep}__init__.py", [place])):
            if os.path.isfile(file):  # noqa: PTH113  (a Path for each module would cost what is saved)
                spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
                spec.submodule_search_locations = within
                spec.has_location = True
                return spec
        return None


def find_ours_at_once() -> None:
    """From now on, in this process; a frozen program carries no files."""
    if not getattr(sys, "frozen", False) and Finder not in sys.meta_path:
        sys.meta_path.insert(0, Finder)
