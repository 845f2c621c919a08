"""What a start can do without is not imported before the first window: each of these costs milliseconds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from viewer import binding

LATER = (
    "dataclasses", "tomllib", "html", "platform", "markdown_it", "sqlite_utils", "pyroaring", "msgspec",
    "viewer.builder", "viewer.locked", "viewer.index.writer", "viewer.index.ask.finding",
    "viewer.panes.filters.pane",
    "viewer.panes.finder.popup", "viewer.panes.detail.accounts", "viewer.shell.failure_dialog",
    "viewer.shell.start_page", "viewer.shell.help_window", "viewer.shell.settings_dialog",
    "viewer.shell.about_program", "viewer.shell.leaving", "viewer.guard.traces", "ctypes",
)  # fmt: skip
LOADED = "import sys, viewer.app, viewer.shell.start; print(*sys.modules)"
BOUND = "import sys; from viewer import binding; binding.load(); from PySide6.QtWidgets import QWidget"
UNMADE = "from PySide6 import {module}; import viewer.shell.start; print({name!r} in vars({module}))"


def answer(program: str) -> list[str]:
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.split()


def test_modules_that_come_later_are_not_imported() -> None:
    assert sorted(set(LATER) & set(answer(LOADED))) == []


def test_what_pyside_carries_for_its_makers_is_not_read() -> None:
    """If this fails, PySide has changed: look whether `viewer.binding` still does what it says."""
    late = "sorted(set(binding.LATE) & {name.removeprefix(binding.SUPPORT) for name in binding._sources})"
    assert answer(f"{BOUND}; print(*{late})") == sorted(binding.LATE)
    assert answer(f"{BOUND}; print(*{{'inspect', 'ast', 'logging'}} & set(sys.modules))") == []
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


def test_another_pyside_is_loaded_as_it_wants_to_be() -> None:
    other = BOUND.replace("binding.load", "binding.TRIED = 'none'; binding.load")
    assert answer(f"{other}; print(len(binding._sources), 'inspect' in sys.modules)") == ["0", "True"]


@pytest.mark.parametrize(
    "module, name", [("QtWidgets", "QStyle"), ("QtGui", "QAccessible"), ("QtWidgets", "QFileDialog")]
)
def test_classes_with_hundreds_of_names_are_not_made(module: str, name: str) -> None:
    assert answer(UNMADE.format(module=module, name=name)) == ["False"]
