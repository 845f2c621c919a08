"""Runs the program and looks at it from outside: a reader's home of its own, no network, strace."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
JOURNEY = str(CHECKOUT / "tests" / "journey.py")
Ended = subprocess.CompletedProcess[str]


def tool(name: str) -> str:
    """The path of a system tool; without it the test is skipped, in CI it fails."""
    path = shutil.which(name)
    if path:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing: packaging/dev test installs it on Debian")
    pytest.skip(f"{name} is not installed")


def run(command: Sequence[str], platform: str = "offscreen", around: Mapping[str, str] = os.environ) -> Ended:
    """Run `command` to its end on the named Qt platform; what it says on both channels is in stdout."""
    return subprocess.run(
        command,
        env={**around, "QT_QPA_PLATFORM": platform, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=90,
        check=False,
    )


def journey(out: Path, *arguments: str) -> list[str]:
    """Start page, cases, documents, search, settings, a file dialog; the reader saves a picture in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    return [sys.executable, JOURNEY, str(out), *arguments]


def a_home(folder: Path) -> dict[str, str]:
    """Surroundings in which everything a program may keep for a reader lies below `folder`."""
    folder.mkdir(parents=True)
    ours = ("EVIDENCE_", "XDG_", "HOME")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "TMPDIR": str(folder)}


def tree(folder: Path) -> dict[str, str]:
    """Every file and folder below `folder`, with the hash of what stands in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
        if path.is_dir() or path.is_file()
    }


def traced(
    command: Sequence[str],
    log: Path,
    platform: str = "offscreen",
    calls: str = "socket,connect",
    around: Mapping[str, str] = os.environ,
) -> list[str]:
    """Run `command` under strace; answers the named calls it and its children made, one a line."""
    strace = [tool("strace"), "-f", "-qq", "-e", f"trace={calls},execve", "-o", str(log)]
    screen = [tool("xvfb-run"), "-a"] if platform == "xcb" else []
    # A session bus of its own: else Qt starts a daemon, and strace waits for that as well.
    ended = run([tool("dbus-run-session"), "--", *screen, *strace, *command], platform, around)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    assert any("execve(" in line for line in lines), f"nothing was traced: {ended.stdout}"
    assert ended.returncode == 0, ended.stdout
    return [line for line in lines if "execve(" not in line]
