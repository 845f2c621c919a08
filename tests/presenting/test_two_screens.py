"""Console and public screen on two virtual screens, in a process of their own: all keys, all states."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.presenting.on_two_screens import Checks
from tests.screens import TWO, on_screens

CHECKS = tuple(name for name, check in vars(Checks).items() if callable(check) and not name.startswith("_"))
NAMES = tuple(name for name in CHECKS if name not in ("begin", "rows"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, built_resources: Path) -> str:
    """What the checks say."""
    folder = tmp_path_factory.mktemp("screens")
    ended = on_screens(folder, list(TWO), "presenting/on_two_screens.py", str(folder), *NAMES)
    return ended.stdout + ended.stderr


@pytest.mark.parametrize("name", NAMES)
def test_on_two_screens(told: str, name: str) -> None:
    assert f"ok {name}" in told.splitlines(), told
