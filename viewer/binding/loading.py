"""PySide is loaded without what it carries for its makers: at a start, that takes longer than Qt itself."""

from __future__ import annotations

import builtins
import os
import sys
from _thread import RLock  # what threading's is, too
from collections.abc import Callable
from functools import partial
from io import BytesIO

from viewer.binding.archive import Archive
from viewer.binding.enums import fill_all, make_quickly
from viewer.binding.sparing import really, spared
from viewer.binding.typed import Any

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


_FILES = {f"{SUPPORT}{name}".replace(".", "/") + ".py": f"{SUPPORT}{name}" for name in (*LATE, *_MORE)}

_sources: dict[str, Callable[[], bytes]] = {}
"""By the name of a module that is late: what reads its source."""
_one_at_a_time = RLock()


def load() -> None:
    """Import QtCore, and take back what it put around Python's own `import`: it slows every one of them."""
    make_quickly()
    with spared("tempfile", "traceback", "typing", zipfile={"ZipFile": _opened}, textwrap={"dedent": _dedent}):
        from PySide6.QtCore import Qt  # noqa: F401  (to make it, QtCore imports what it seldom uses)
    plain = vars(builtins).get("__orig_import__")
    if plain:
        vars(builtins)["__import__"] = plain


def _dedent(text: str) -> Any:
    return really("textwrap").dedent(text)


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
    return really("zipfile").ZipFile(file)


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
