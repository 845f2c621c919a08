"""The command line: what it writes, what it says, and its exit status."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viewer import paths
from viewer.case.bag import Bag
from viewer.cli import main

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def template_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example as it stands in the checkout, built resources or not."""
    monkeypatch.setattr(paths, "resources", lambda: TESTS.parent / "resources")


def told(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_a_case_is_built_as_one_file(tmp_path: Path, capsys: Capture) -> None:
    assert told("build", CASES / "good", "-o", tmp_path / "good.evcase") == 0
    with Bag.open(tmp_path / "good.evcase") as bag:
        assert list(bag.check())[-1] == 1
    out, err = capsys.readouterr()
    assert "0 errors, 1 figure kept as stated, 16 warnings" in out
    assert "claims.csv:4: as stated: column low: the figures are not in order (5 > 3 > 3)" in err


@pytest.mark.parametrize("arguments", [("case",), ("case.evcase", "--folder")])
def test_a_case_is_built_as_a_folder(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert told("build", CASES / "good", "--quiet", "-o", tmp_path / arguments[0], *arguments[1:]) == 0
    assert (tmp_path / "case" / "data" / "case.sqlite").is_file()


def test_errors_stop_the_build_and_nothing_is_written(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "bad.evcase"
    target.write_bytes(b"an older case")
    assert told("build", CASES / "with-problems", "-o", target) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["bad.evcase"]
    assert target.read_bytes() == b"an older case"
    assert "Nothing was written." in capsys.readouterr().err


def test_a_draft_is_built_in_spite_of_errors(tmp_path: Path, capsys: Capture) -> None:
    assert told("build", CASES / "with-problems", "--draft", "-o", tmp_path / "draft.evcase") == 0
    assert "draft written" in capsys.readouterr().out


def test_check_lists_every_problem_and_tells_by_its_status(capsys: Capture) -> None:
    assert told("check", CASES / "with-problems") == 1
    expected = (TESTS / "expected" / "problems" / "with-problems.txt").read_text("utf-8")
    assert capsys.readouterr().err == expected
    assert told("check", CASES / "good") == 0


def test_problems_are_written_as_a_table(tmp_path: Path) -> None:
    told("check", CASES / "with-problems", "--problems", tmp_path / "problems.csv")
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(
        (TESTS / "expected" / "problems" / "with-problems.txt").read_text("utf-8").splitlines()
    )
    assert {row["severity"] for row in rows} == {"error", "as-stated", "warning"}
    assert {"file": "claims.csv", "line": "3", "code": "statement-without-text"}.items() <= next(
        row for row in rows if row["file"] == "claims.csv" and row["line"] == "3"
    ).items()


def test_a_sheet_is_built_and_its_ids_kept_beside_it(tmp_path: Path) -> None:
    shutil.copytree(CASES / "flat", tmp_path / "flat")
    assert told("build", tmp_path / "flat" / "sheet.csv", "--quiet", "-o", tmp_path / "flat.evcase") == 0
    assert "claims,Shots on the quay | Agency report | Dockers" in (tmp_path / "flat" / "ids.csv").read_text(
        "utf-8"
    )


def test_a_new_folder_can_be_built_at_once(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "mine"
    assert told("new", folder) == 0
    assert told("build", folder, "-o", tmp_path / "mine.evcase") == 0
    assert told("new", folder) == 1
    assert "is not empty" in capsys.readouterr().err


def test_an_index_is_made_of_a_case(tmp_path: Path) -> None:
    told("build", CASES / "good", "--quiet", "-o", tmp_path / "good.evcase")
    assert told("index", tmp_path / "good.evcase", "-o", tmp_path / "good.index.sqlite") == 0
    assert (tmp_path / "good.index.sqlite").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "absent"),
        ("build", "absent", "-o", "absent.evcase"),
        ("index", "absent.evcase", "-o", "absent.sqlite"),
        ("build", CASES / "good", "--quiet", "-o", "no/such/folder.evcase"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, arguments: tuple[str | Path, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told(*arguments) == 1
    assert capsys.readouterr().err.strip()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)])
def test_help_is_given(capsys: Capture, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        told(*arguments)
    assert ended.value.code == 0
    assert "evidence-case" in capsys.readouterr().out


def test_building_reaches_neither_qt_nor_a_socket(tmp_path: Path) -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a socket')\n"
        "socket.socket.__init__ = refuse\n"
        "from viewer.cli import main\n"
        "status = main(sys.argv[1:])\n"
        "assert 'PySide6' not in sys.modules\n"
        "sys.exit(status)"
    )
    target = str(tmp_path / "good.evcase")
    command = [sys.executable, "-c", script, "build", str(CASES / "good"), "-o", target]
    assert subprocess.run(command, cwd=TESTS.parent, check=False, capture_output=True).returncode == 0
