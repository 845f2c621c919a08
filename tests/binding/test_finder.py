"""Our modules are found as Python finds them, only sooner."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import viewer
from viewer.binding.finder import Finder, find_ours_at_once

ROOT = Path(viewer.__path__[0])
NAMES = [
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(ROOT.rglob("*.py"))
    if path.parent != ROOT or path.stem != "__init__"
]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_is_found_as_python_finds_it(name: str) -> None:
    within = [str(ROOT.joinpath(*name.split(".")[1:-1]))]
    ours, theirs = Finder.find_spec(name, within), PathFinder.find_spec(name, within)
    assert ours and theirs
    assert ours == theirs
    assert (ours.cached, type(ours.loader)) == (theirs.cached, type(theirs.loader))


@pytest.mark.parametrize("name", ["json.decoder", "viewerlike.app", "viewer", "viewer.nowhere"])
def test_all_else_is_found_as_ever(name: str) -> None:
    assert Finder.find_spec(name, [str(ROOT)]) is None
    assert Finder.find_spec(name) is None


def test_a_frozen_program_has_no_files_to_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    find_ours_at_once()
    assert sys.meta_path == []
    monkeypatch.setattr(sys, "frozen", False)
    find_ours_at_once()
    find_ours_at_once()
    assert sys.meta_path == [Finder]


def test_the_program_finds_its_modules_so() -> None:
    begun = "import viewer.app, sys\ntry: viewer.app.main(['--version'])\nexcept SystemExit: pass"
    told = "print(any(finder.__module__ == 'viewer.binding.finder' for finder in sys.meta_path))"
    said = subprocess.run([sys.executable, "-c", f"{begun}\n{told}"], capture_output=True, text=True, check=True)
    assert said.stdout.split()[-1] == "True"
