"""PySide's support modules come late and whole; another PySide is loaded as it wants to be."""

from __future__ import annotations

import subprocess
import sys

from viewer.binding import loading
from viewer.binding.sparing import SPARED

BOUND = "import sys; from viewer.binding import loading; loading.load(); from PySide6.QtWidgets import QWidget"


def answer(program: str) -> list[str]:
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.split()


def test_what_pyside_carries_for_its_makers_is_not_read() -> None:
    """If this fails, PySide has changed: look whether `viewer.binding` still does what it says."""
    late = "sorted(set(loading.LATE) & {name.removeprefix(loading.SUPPORT) for name in loading._sources})"
    assert answer(f"{BOUND}; print(*{late})") == sorted(loading.LATE)
    spared = {"inspect", "ast", "logging", "shutil", "random", *SPARED}
    assert answer(f"{BOUND}; print(*{spared} & set(sys.modules))") == []
    assert "__feature_import__" not in answer(f"{BOUND}; print(__import__.__name__, compile.__name__)")


def test_what_is_late_comes_when_it_is_asked_for() -> None:
    wrong = f"{BOUND}\ntry: QWidget('x')\nexcept TypeError as said: print('QWidget.__init__(str)' in str(said))"
    assert answer(wrong) == ["True"]
    twice = (
        f"{wrong}\nfrom shibokensupport.signature.lib import enum_sig\nprint(enum_sig.ExactEnumerator.__name__)"
    )
    assert answer(twice) == ["True", "ExactEnumerator"]
    asked = f"{BOUND}\nfrom PySide6.support.signature import get_signature\nprint(get_signature(QWidget.raise_))"
    assert answer(asked) == ["(self,", "/)", "->", "None"]


def test_a_module_that_was_spared_is_itself_for_whoever_imports_it() -> None:
    imported = f"{BOUND}; import zipfile, shiboken6; print(zipfile.ZipInfo is shiboken6.zipfile.ZipInfo)"
    assert answer(imported) == ["True"]
    assert answer(f"{BOUND}; import traceback; print(type(traceback).__name__)") == ["module"]


def test_paths_come_without_all_that_is_known_of_addresses_in_the_net() -> None:
    path = "import viewer.app, sys, pathlib; print('urllib.parse' in sys.modules, pathlib.Path('/a b/c').as_uri())"
    assert answer(path) == ["False", "file:///a%20b/c"]
    both = (
        "import viewer.app, urllib.parse; print(type(urllib.parse).__name__, urllib.parse.urlsplit('a:b').scheme)"
    )
    assert answer(both) == ["module", "a"]


def test_another_pyside_is_loaded_as_it_wants_to_be() -> None:
    other = BOUND.replace("loading.load", "loading.TRIED = 'none'; loading.load")
    assert answer(f"{other}; print(len(loading._sources), 'inspect' in sys.modules)") == ["0", "True"]
