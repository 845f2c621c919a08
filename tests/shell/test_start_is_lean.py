"""What a start can do without is not imported before the first window: each of these costs milliseconds."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "dataclasses", "tomllib", "html", "platform", "markdown_it", "sqlite_utils", "pyroaring", "msgspec",
    "viewer.builder", "viewer.locked", "viewer.index.writer", "viewer.index.ask.finding",
    "viewer.panes.filters.pane",
    "viewer.panes.finder.popup", "viewer.panes.detail.accounts", "viewer.shell.failure_dialog",
    "viewer.shell.start_page", "viewer.shell.help_window", "viewer.shell.settings_dialog",
    "viewer.shell.about_program", "viewer.shell.leaving", "viewer.guard.traces", "ctypes",
)  # fmt: skip
LOADED = "import sys, viewer.app, viewer.shell.start; print(*sys.modules)"
UNMADE = "from PySide6 import {module}; import viewer.shell.start; print({name!r} in vars({module}))"


def answer(program: str) -> list[str]:
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.split()


def test_modules_that_come_later_are_not_imported() -> None:
    assert sorted(set(LATER) & set(answer(LOADED))) == []


def test_pyside_still_has_the_question_that_is_answered_for_it() -> None:
    """If this fails, PySide has changed: `app._spare_reading` does nothing any more and can go."""
    module = "sys.modules['shibokensupport.feature']"
    assert answer(f"import sys, PySide6.QtCore; print(hasattr({module}, '_mod_uses_pyside'))") == ["True"]


def test_what_writes_type_stubs_is_left_empty_and_all_else_is_whole() -> None:
    """If this fails, PySide has changed: look whether `app._without_stub_writers` still does what it says."""
    start = "import sys, viewer.app; viewer.app._spare_reading(); from PySide6.QtWidgets import QWidget"
    support = "sys.modules['shibokensupport.signature.%s']"
    assert answer(f"{start}; print('logging' in sys.modules)") == ["False"]
    read = (f"'annotations' in vars({support % name})" for name in ("lib.enum_sig", "lib.pyi_generator", "parser"))
    assert answer(f"{start}; print({', '.join(read)})") == ["False", "False", "True"]
    wrong = f"{start}\ntry: QWidget('x')\nexcept TypeError as said: print('signatures:' in str(said), compile)"
    assert answer(wrong) == ["True", "<built-in", "function", "compile>"]


@pytest.mark.parametrize(
    "module, name", [("QtWidgets", "QStyle"), ("QtGui", "QAccessible"), ("QtWidgets", "QFileDialog")]
)
def test_classes_with_hundreds_of_names_are_not_made(module: str, name: str) -> None:
    assert answer(UNMADE.format(module=module, name=name)) == ["False"]
