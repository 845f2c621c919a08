"""PySide is loaded without what it carries for its makers: at a start, that takes longer than Qt itself."""

from __future__ import annotations

import builtins
import os
import sys
from _thread import RLock  # what threading's is, too
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from types import ModuleType
from typing import Any

from viewer.binding.archive import Archive
from viewer.binding.enums import fill_all, make_quickly

TRIED = "6.11."
"""PySide's versions with which this was tried; any other is loaded as it wants to be."""
SUPPORT = "shibokensupport."
LATE = (
    "signature.mapping", "signature.layout", "signature.parser", "signature.errorhandler",
    "signature.lib.tool", "signature.lib.enum_sig", "signature.lib.pyi_generator",
)  # fmt: skip
"""Modules that describe Qt's functions: asked when one is called with wrong arguments or its signature is read."""
_STAND_IN = """from viewer.binding.loading import late
__getattr__ = late(__name__)
"""
_MORE = {
    # Found by C++ in the module's dictionary, before anything else of it.
    "signature.mapping": "def update_mapping(): return __getattr__('update_mapping')()",
    # Asked at each import whether Qt's names are to be spelt another way: never.
    "feature": "def feature_import(*_, **__): return None\nfeature_imported = feature_import",
}


def _tempfile() -> ModuleType:
    import tempfile

    return tempfile


def _textwrap() -> ModuleType:
    import textwrap

    return textwrap


def _traceback() -> ModuleType:
    import traceback

    return traceback


def _zipfile() -> ModuleType:
    import zipfile

    return zipfile


SPARED = {"tempfile": _tempfile, "textwrap": _textwrap, "traceback": _traceback, "zipfile": _zipfile}
"""Python's own modules that shiboken6 imports and a start does not need; they bring a dozen others along."""
_FILES = {f"{SUPPORT}{name}".replace(".", "/") + ".py": f"{SUPPORT}{name}" for name in (*LATE, *_MORE)}

_sources: dict[str, Callable[[], bytes]] = {}
"""By the name of a module that is late: what reads its source."""
_one_at_a_time = RLock()


def load() -> None:
    """Import QtCore, and take back what it put around Python's own `import`: it slows every one of them."""
    make_quickly()
    with _spared():
        from PySide6.QtCore import Qt  # noqa: F401  (to make it, QtCore imports what it seldom uses)
    plain = vars(builtins).get("__orig_import__")
    if plain:
        vars(builtins)["__import__"] = plain


@contextmanager
def _spared() -> Iterator[None]:
    """Meanwhile, stand-ins for Python's own modules, each of which fetches its module if it is used after all."""
    stand_ins = {name: Spared(name) for name in SPARED if name not in sys.modules}
    for name, offered in (("zipfile", {"ZipFile": _opened}), ("textwrap", {"dedent": _dedent})):
        if name in stand_ins:
            vars(stand_ins[name]).update(offered)
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


class Spared(ModuleType):
    """Stands in for a module of Python's own."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # by whoever imports a module
            raise AttributeError(name)
        return getattr(_really(self.__name__), name)


def _really(name: str) -> Any:
    """The module of Python's own itself, from now on for all."""
    if isinstance(sys.modules.get(name), Spared):
        del sys.modules[name]
    return SPARED[name]()


def _dedent(text: str) -> Any:
    return _really("textwrap").dedent(text)


def _opened(file: BytesIO) -> Any:
    """PySide carries its support modules as source, in an archive, and compiles them at every start; those that
    are seldom needed are read from it as a stand-in of a few lines.
    """
    if sys.modules["shiboken6"].__version__.startswith(TRIED) and not os.environ.get("SBK_EMBED"):
        try:
            archive = Archive(file, _stand_in)
        except ValueError:
            pass
        else:
            _sources.update({name: partial(archive.read, path) for path, name in _FILES.items()})
            return archive
    return _really("zipfile").ZipFile(file)


def _stand_in(file: str) -> str | None:
    name = _FILES.get(file)
    return _STAND_IN + _MORE.get(name.removeprefix(SUPPORT), "") if name else None


def late(name: str) -> Callable[[str], Any]:
    """The `__getattr__` of the module of this name, which becomes itself when something of it is asked for."""

    def asked(attribute: str) -> Any:
        if attribute.startswith("__"):  # by whoever imports a module; nothing of PySide's is called so
            raise AttributeError(attribute)
        module = sys.modules[name]
        with _one_at_a_time:
            if name in _sources:
                fill_all()
                source = _sources.pop(name)()
                del module.__getattr__
                # As PySide's own importer would have done it.
                exec(compile(source, name.replace(".", "/") + ".py", "exec"), vars(module))
        return getattr(module, attribute)

    return asked
