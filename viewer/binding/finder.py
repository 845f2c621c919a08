"""Our own modules are found and read where they lie; Python would look in many places, for six kinds of file."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib._bootstrap_external import MAGIC_NUMBER  # importlib.util has it too, and brings others along
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

OURS = "viewer."
MOST = 1 << 16
"""Bytes of a compiled module that are read at once; a larger one is read as ever."""


class Finder:
    """Knows modules of ours that are source files; all else is found as ever."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification that Python's own finder gives, but for the loader."""
        if path is None or len(path) != 1 or not name.startswith(OURS):
            return None
        last = name[name.rindex(".") + 1 :]
        place = f"{path[0]}{os.sep}{last}"
        return _spec(name, path[0], last, None) or _spec(name, place, "__init__", [place])


def _spec(name: str, folder: str, stem: str, within: list[str] | None) -> ModuleSpec | None:
    file = f"{folder}{os.sep}{stem}.py"
    try:
        found = os.stat(file)  # noqa: PTH116  (a Path for each module would cost what is saved)
    except OSError:
        return None
    loader = Loader(name, file, found)
    spec = ModuleSpec(name, loader, origin=file)
    spec.submodule_search_locations = within
    spec.has_location = True
    if _usual():
        loader.compiled = spec.cached = (
            f"{folder}{os.sep}__pycache__{os.sep}{stem}.{sys.implementation.cache_tag}.pyc"
        )
    return spec


def _usual() -> bool:
    """Whether compiled modules lie beside their sources, under the plain name."""
    return sys.implementation.cache_tag is not None and not sys.pycache_prefix and not sys.flags.optimize


class Loader(SourceFileLoader):
    """Reads what is compiled in a step or two; where anything about it is unusual, Python does as ever."""

    compiled = ""

    def __init__(self, name: str, path: str, found: os.stat_result) -> None:
        super().__init__(name, path)
        # As a compiled module with a time stamp begins; see PEP 552.
        stamps = (0, int(found.st_mtime) & 0xFFFFFFFF, found.st_size & 0xFFFFFFFF)
        self._begins = MAGIC_NUMBER + b"".join(stamp.to_bytes(4, "little") for stamp in stamps)

    def get_code(self, fullname: str) -> CodeType | None:
        return self._read() or super().get_code(fullname)

    def _read(self) -> CodeType | None:
        """None for what is missing, stale, compiled elsewhere or not whole."""
        try:
            number = os.open(self.compiled, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        try:
            content = os.read(number, MOST)
        finally:
            os.close(number)
        if not content.startswith(self._begins) or len(content) == MOST:
            return None
        try:
            code = marshal.loads(memoryview(content)[len(self._begins) :])
        except (ValueError, EOFError, TypeError):
            return None
        return code if isinstance(code, CodeType) and code.co_filename == self.path else None


def find_ours_at_once() -> None:
    """From now on, in this process; a frozen program carries no files."""
    if not getattr(sys, "frozen", False) and Finder not in sys.meta_path:
        sys.meta_path.insert(0, Finder)
