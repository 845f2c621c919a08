"""Python's own modules that others import and a start does not need: each brings a dozen more along."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

from viewer.binding.typed import Any

__all__ = ["SPARED", "Path", "Spared", "really", "spared"]


def _parse() -> ModuleType:
    import urllib.parse

    return urllib.parse


def _tempfile() -> ModuleType:
    import tempfile

    return tempfile


def _textwrap() -> ModuleType:
    import textwrap

    return textwrap


def _traceback() -> ModuleType:
    import traceback

    return traceback


def _typing() -> ModuleType:
    import typing

    return typing


def _zipfile() -> ModuleType:
    import zipfile

    return zipfile


SPARED = {
    "tempfile": _tempfile,
    "textwrap": _textwrap,
    "traceback": _traceback,
    "typing": _typing,
    "urllib.parse": _parse,
    "zipfile": _zipfile,
}


class Spared(ModuleType):
    """Stands in for a module of Python's own."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # by whoever imports a module
            raise AttributeError(name)
        return getattr(really(self.__name__), name)


def really(name: str) -> Any:
    """The module of Python's own itself, from now on for all."""
    if isinstance(sys.modules.get(name), Spared):
        del sys.modules[name]
    return SPARED[name]()


@contextmanager
def spared(*names: str, **offering: Mapping[str, Callable[..., Any]]) -> Iterator[None]:
    """Meanwhile, stand-ins for these modules, each of which fetches its module if it is used after all.

    offering: more of them, with what can be had of each without its being used.
    """
    wanted: dict[str, Mapping[str, Callable[..., Any]]] = {name: {} for name in names} | offering
    stand_ins = {name: Spared(name) for name in wanted if name not in sys.modules}
    for name, stand_in in stand_ins.items():
        vars(stand_in).update(wanted[name])
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _quote_from_bytes(*given: Any, **named: Any) -> Any:
    return really("urllib.parse").quote_from_bytes(*given, **named)


# It reads all about addresses in the net, for the one function that writes a path as such.
with spared(**{"urllib.parse": {"quote_from_bytes": _quote_from_bytes}}):
    from pathlib import Path
