"""Every name we write in the reader's folder is known to the eraser, which leaves what is not ours."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from viewer.guard.private import erase_private, left_behind, private_prefix
from viewer.guard.traces import KEPT, erase, kept

VIEWER = Path(__file__).resolve().parents[2] / "viewer"


@pytest.fixture(autouse=True)
def _temporary_files(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of their own: what a program that was killed left on this machine is not for a test to erase."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))


def names_in_own_folder(tree: ast.AST) -> set[str]:
    """Of `own_folder() / "name"`, or of a constant of the module in the name's place."""
    constants = {
        ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0]): node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
    }
    return {
        str(node.right.value if isinstance(node.right, ast.Constant) else constants[ast.unparse(node.right)])
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.left, ast.Call)
        and ast.unparse(node.left.func).endswith("own_folder")
    }


def test_the_eraser_knows_every_name_the_program_writes() -> None:
    written: set[str] = set()
    uses = 0
    for path in VIEWER.rglob("*.py"):
        text = path.read_text("utf-8")
        written |= names_in_own_folder(ast.parse(text))
        uses += text.count("own_folder() /")
    assert {"settings.toml", "views.toml", "originals"} <= written <= set(KEPT)
    assert uses >= len(written)


def test_a_name_that_is_not_known_would_be_found() -> None:
    assert names_in_own_folder(ast.parse("paths.own_folder() / 'diary.txt'")) == {"diary.txt"}
    assert names_in_own_folder(ast.parse("FILE = 'diary.txt'\nown_folder() / FILE")) == {"diary.txt"}


def test_all_of_ours_goes_and_the_folder_with_it(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "originals").mkdir(parents=True)
    for name in ("settings.toml", "settings.part", "views.toml", "notes.sqlite", "notes.sqlite-wal"):
        (own / name).write_text("x")
    (own / "originals" / "kept.json").write_text("{}")
    assert len(kept(own)) == 6
    done = erase(own)
    assert len(done.removed) == 6 and not done.failed and not done.left
    assert not own.exists()


def test_what_is_not_ours_stays_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "views.toml").write_text("x")
    (tmp_path / "diary.txt").write_text("x")
    done = erase(tmp_path)
    assert done.left == ("diary.txt",)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "evidence.pdf").write_text("x")
    own = tmp_path / "own"
    own.mkdir()
    (own / "originals").symlink_to(elsewhere)
    assert erase(own).removed == ("originals",)
    assert (elsewhere / "evidence.pdf").exists() and not own.exists()


def test_where_nothing_is_there_is_nothing_to_erase(tmp_path: Path) -> None:
    done = erase(tmp_path / "nowhere")
    assert (done.removed, done.failed, done.left) == ((), (), ())


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody may ask whether a process is over")
def test_what_an_earlier_run_left_among_temporary_files_goes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    old, ours = tmp_path / f"evidence-viewer-{over.pid}-x", Path(tempfile.mkdtemp(prefix=private_prefix()))
    others = tmp_path / f"evidence-viewer-{os.getppid()}-x"
    for folder in (old, others, tmp_path / "evidence-viewer-notes-x"):
        folder.mkdir()
    assert left_behind() == (old,)
    assert erase(tmp_path / "own").removed == (old.name,)
    assert ours.exists() and others.exists()
    erase_private()
    assert not ours.exists() and others.exists()
