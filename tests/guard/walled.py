"""Runs Python in a process of its own that has forbidden itself what the window does, for it is for good."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FORBID = """
import sys
sys.path.insert(0, {checkout!r})
from viewer.guard import dumps, tripwire, wall
from viewer.locked.door import command
walled = wall.forbid_network()
dumps.forbid_dumps()
tripwire.stretch(command)
"""


def said(program: str, prelude: str = FORBID) -> list[str]:
    """The words a program prints behind the protections."""
    told = subprocess.run(
        [sys.executable, "-c", prelude.format(checkout=str(CHECKOUT)) + program],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},  # else every start compiles, and is timed so
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.split()
