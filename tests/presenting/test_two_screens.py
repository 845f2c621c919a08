"""Console and public screen on two virtual screens, in a process of their own: all keys, all states."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.presenting.on_two_screens import Checks
from viewer import paths

CHECKOUT = Path(__file__).resolve().parents[2]
CHECKS = tuple(name for name, check in vars(Checks).items() if callable(check) and not name.startswith("_"))
NAMES = tuple(name for name in CHECKS if name not in ("begin", "rows"))


def screen(name: str, left: int, width: int, height: int) -> dict[str, Any]:
    """A virtual screen as Qt's offscreen platform reads it."""
    size = {"x": left, "y": 0, "width": width, "height": height}
    return {"name": name, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def on_screens(
    folder: Path, screens: list[dict[str, Any]], script: str, *told: str
) -> subprocess.CompletedProcess[str]:
    """Run a script of this folder with these screens; its reader's folder is in `folder`."""
    config = folder / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens})
    )
    around = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        paths.HOME_VARIABLE: str(folder / "reader"),
        "PYTHONPATH": str(CHECKOUT),
    }
    command = [sys.executable, str(CHECKOUT / "tests" / "presenting" / script), str(folder), *told]
    return subprocess.run(
        command, env=around, cwd=CHECKOUT, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, built_resources: Path) -> str:
    """What the checks say."""
    folder = tmp_path_factory.mktemp("screens")
    both = [screen("LAPTOP", 0, 1440, 900), screen("PROJ", 1440, 1920, 1080)]
    ended = on_screens(folder, both, "on_two_screens.py", *NAMES)
    return ended.stdout + ended.stderr


@pytest.mark.parametrize("name", NAMES)
def test_on_two_screens(told: str, name: str) -> None:
    assert f"ok {name}" in told.splitlines(), told
