"""What a start can do without is not imported before the first window: each of these costs milliseconds."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "typing", "urllib.parse", "ipaddress",
    "argparse", "dataclasses", "tomllib", "html", "platform", "markdown_it", "sqlite_utils", "pyroaring",
    "msgspec", "viewer.builder", "viewer.locked", "viewer.index.writer", "viewer.index.ask.finding",
    "viewer.panes.filters.pane",
    "viewer.panes.finder.popup", "viewer.panes.detail.accounts", "viewer.shell.failure_dialog",
    "viewer.shell.start_page", "viewer.shell.help_window", "viewer.shell.settings_dialog",
    "viewer.shell.about_program", "viewer.shell.leaving", "viewer.guard.traces", "ctypes",
)  # fmt: skip
LOADED = "import sys, viewer.app; viewer.app.loading.load(); import viewer.shell.start; print(*sys.modules)"
UNMADE = "from PySide6 import {module}; import viewer.shell.start; print({name!r} in vars({module}))"


def answer(program: str) -> list[str]:
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.split()


def test_modules_that_come_later_are_not_imported() -> None:
    assert sorted(set(LATER) & set(answer(LOADED))) == []


@pytest.mark.parametrize(
    "module, name", [("QtWidgets", "QStyle"), ("QtGui", "QAccessible"), ("QtWidgets", "QFileDialog")]
)
def test_classes_with_hundreds_of_names_are_not_made(module: str, name: str) -> None:
    assert answer(UNMADE.format(module=module, name=name)) == ["False"]
