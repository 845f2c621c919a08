"""Our modules are found as Python finds them, only sooner."""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import pytest

import viewer
from viewer.binding.finder import MOST, Finder, Loader, find_ours_at_once

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
    facts = ("name", "origin", "cached", "has_location", "submodule_search_locations")
    assert [getattr(ours, fact) for fact in facts] == [getattr(theirs, fact) for fact in facts]
    assert isinstance(ours.loader, SourceFileLoader)
    assert isinstance(theirs.loader, SourceFileLoader)
    assert (ours.loader.name, ours.loader.path) == (theirs.loader.name, theirs.loader.path)
    assert ours.loader.get_code(name) == theirs.loader.get_code(name)


def code_of(folder: Path) -> CodeType:
    """What our loader reads of the module viewer.made that lies there; as compiled by Python, if it is not yet."""
    spec = Finder.find_spec("viewer.made", [str(folder)])
    assert spec and isinstance(spec.loader, Loader)
    code = spec.loader.get_code("viewer.made")
    assert code
    return code


def value_of(folder: Path) -> object:
    space: dict[str, object] = {}
    exec(code_of(folder), space)
    return space["value"]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that is compiled: its compiled form says 1."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "made.py").write_text("value = 1\n")
    assert value_of(tmp_path) == 1
    return tmp_path


def compiled(folder: Path) -> Path:
    return Path(cache_from_source(str(folder / "made.py")))


def test_a_compiled_module_is_read_without_its_source(made: Path) -> None:
    """Swapped for another with the same stamps, so that it shows which one was read."""
    other = compile("value = 2\n", str(made / "made.py"), "exec")
    content = compiled(made).read_bytes()
    compiled(made).write_bytes(content[:16] + marshal.dumps(other))
    assert value_of(made) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: content[:10],
        lambda content: content[:40],
        lambda content: b"\0\0\r\n" + content[4:],
        lambda content: content[:4] + b"\1\0\0\0" + content[8:],
        lambda content: content[:12] + b"\0\0\0\0" + content[16:],
        lambda content: content[:16] + marshal.dumps("no code"),
        lambda content: content[:16] + marshal.dumps(compile("value = 2", "elsewhere.py", "exec")),
    ],
    ids=["empty", "short", "torn", "other Python", "by hash", "other size", "no code", "moved"],
)
def test_whatever_is_unusual_is_left_to_python(made: Path, change: Callable[[bytes], bytes]) -> None:
    content = compiled(made).read_bytes()
    compiled(made).write_bytes(change(content))
    spec = Finder.find_spec("viewer.made", [str(made)])
    assert spec and isinstance(spec.loader, Loader)
    assert spec.loader._read() is None


def test_a_module_that_was_changed_is_compiled_again(made: Path) -> None:
    (made / "made.py").write_text("value = 33\n")
    assert value_of(made) == 33
    assert value_of(made) == 33


def test_a_large_module_is_read_whole(made: Path) -> None:
    (made / "made.py").write_text(f"value = {'x' * MOST!r}[:3]\n")
    assert value_of(made) == "xxx"
    assert compiled(made).stat().st_size > MOST
    assert value_of(made) == "xxx"


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
