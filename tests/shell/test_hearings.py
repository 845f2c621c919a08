"""Hearings from the window of a case, on two virtual screens in a process of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens import TWO, on_screens
from tests.shell.hearing_in_the_window import Checks

NAMES = tuple(
    name
    for name, check in vars(Checks).items()
    if callable(check) and not name.startswith("_") and name not in ("window", "begun")
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, built_resources: Path) -> str:
    """What the checks say."""
    folder = tmp_path_factory.mktemp("screens")
    ended = on_screens(folder, list(TWO), "shell/hearing_in_the_window.py", *NAMES)
    return ended.stdout + ended.stderr


@pytest.mark.parametrize("name", NAMES)
def test_in_the_window(told: str, name: str) -> None:
    assert f"ok {name}" in told.splitlines(), told
