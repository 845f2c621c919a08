"""Scripts that run in a process of their own, on whatever virtual screens a test wants."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from viewer import paths

CHECKOUT = Path(__file__).resolve().parents[1]


def screen(name: str, left: int, width: int, height: int) -> dict[str, Any]:
    """A virtual screen as Qt's offscreen platform reads it."""
    size = {"x": left, "y": 0, "width": width, "height": height}
    return {"name": name, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def say_each(checks: object, names: Sequence[str]) -> int:
    """In such a script: run each check and print `ok NAME`, or `FAILED NAME` and its trace; answers the status."""
    failed = 0
    for name in names:
        try:
            getattr(checks, name)()
            print("ok", name, flush=True)
        except BaseException:
            failed += 1
            print("FAILED", name, flush=True)
            traceback.print_exc(file=sys.stdout)
    return min(failed, 1)


TWO = (screen("LAPTOP", 0, 1440, 900), screen("PROJ", 1440, 1920, 1080))


def on_screens(
    folder: Path, screens: list[dict[str, Any]], script: str, *told: str
) -> subprocess.CompletedProcess[str]:
    """Run a script of tests/ with these screens and arguments; its reader's folder is in `folder`."""
    config = folder / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens})
    )
    around = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        paths.HOME_VARIABLE: str(folder / "reader"),
        "PYTHONPATH": str(CHECKOUT),
    }
    command = [sys.executable, str(CHECKOUT / "tests" / script), *told]
    return subprocess.run(
        command, env=around, cwd=CHECKOUT, capture_output=True, text=True, timeout=300, check=False
    )
