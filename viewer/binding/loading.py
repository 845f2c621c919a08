"""PySide is loaded without what it carries for its makers: at a start, that takes longer than Qt itself."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from types import CodeType
from typing import Any

from viewer.binding.enums import make_quickly

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

_sources: dict[str, tuple[Any, str]] = {}
"""By the name of a module that is late: its source, and the name of its file."""
_one_at_a_time = RLock()


def load() -> None:
    """Import QtCore, and take back what it put around Python's own `import`: it slows every one of them."""
    make_quickly()
    with _support_comes_late():
        import PySide6.QtCore  # noqa: F401
    plain = vars(builtins).get("__orig_import__")
    if plain:
        vars(builtins)["__import__"] = plain


@contextmanager
def _support_comes_late() -> Iterator[None]:
    """PySide carries its support modules as source and compiles them at every start, by its own importer, which
    asks `compile`. Meanwhile it is given, for those that are seldom needed, a stand-in of a few lines.
    """
    really = builtins.compile
    files = {f"{SUPPORT}{name}".replace(".", "/") + ".py": name for name in (*LATE, *_MORE)}

    def compiled(source: Any, filename: Any, *more: Any, **named: Any) -> Any:
        name = files.get(filename)
        if name and sys.modules["shiboken6"].__version__.startswith(TRIED):
            _sources[f"{SUPPORT}{name}"] = source, filename
            source = _STAND_IN + _MORE.get(name, "")
        return really(source, filename, *more, **named)

    vars(builtins)["compile"] = compiled
    try:
        yield
    finally:
        vars(builtins)["compile"] = really


def late(name: str) -> Callable[[str], Any]:
    """The `__getattr__` of the module of this name, which becomes itself when something of it is asked for."""

    def asked(attribute: str) -> Any:
        if attribute.startswith("__"):  # by whoever imports a module; nothing of PySide's is called so
            raise AttributeError(attribute)
        module = sys.modules[name]
        with _one_at_a_time:
            if name in _sources:
                source, filename = _sources.pop(name)
                del module.__getattr__
                code: CodeType = compile(source, filename, "exec")
                exec(code, vars(module))  # as PySide's own importer would have done
        return getattr(module, attribute)

    return asked
