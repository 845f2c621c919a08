"""A table is read the same however a spreadsheet program has written it, and problems name the right line."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.builder.build import Wishes, check
from viewer.builder.entries import Material
from viewer.builder.reading import read_tables
from viewer.case.problem import Problem

CASE = '[case]\nuid = "c"\ntitle = "C"\nprepared_by = "Us"\nprepared_on = 2020-06-01\nversion = 3\n'
PLACES = 'id,name,note\nP1,"Quay, north","two\nlines"\nP2,Town,\n'


def read(folder: Path, places: bytes) -> Material:
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "places.csv").write_bytes(places)
    return read_tables(folder)


def told(material: Material) -> list[tuple[int, object, object, object]]:
    return [(entry.line, entry["id"], entry["name"], entry["note"]) for entry in material.entries["places"]]


@pytest.mark.parametrize(
    "written",
    [
        PLACES,
        "\ufeff" + PLACES,
        PLACES.replace("\n", "\r\n"),
        'id;name;note\nP1;"Quay, north";"two\nlines"\nP2;Town;\n',
        'id\tname\tnote\nP1\tQuay, north\t"two\nlines"\nP2\tTown\t\n',
        'id,name,note,,\nP1,"Quay, north","two\nlines",,\nP2,Town,,,\n,,,,\n',
        'name,note,id\n"Quay, north","two\nlines",P1\nTown,,P2\n',
    ],
)
def test_a_table_is_read_the_same_however_it_is_written(tmp_path: Path, written: str) -> None:
    material = read(tmp_path, written.encode())
    assert not material.problems
    assert told(material) == [(2, "P1", "Quay, north", "two\nlines"), (4, "P2", "Town", None)]


def test_a_problem_below_a_cell_of_several_lines_names_its_own_line(tmp_path: Path) -> None:
    material = read(tmp_path, (PLACES + "P 3,Bad id,\n").encode())
    assert material.problems == [Problem("places.csv", 5, "error", "bad-id", "id", ("P 3",))]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_no_utf_8_is_found_with_its_line_and_position(tmp_path: Path, mark: bytes) -> None:
    written = mark + PLACES.encode() + "P3,Café,\n".encode("latin-1")
    material = read(tmp_path, written)
    place = str(written.index(b"\xe9"))
    assert material.problems == [Problem("places.csv", 5, "error", "bad-encoding", "", ("0xE9", place))]


def test_case_toml_may_hold_dates_and_numbers(tmp_path: Path) -> None:
    case = read(tmp_path, PLACES.encode()).case
    assert case["prepared_on"] == "2020-06-01"
    assert case["version"] == "3"


@pytest.mark.parametrize("cell", ["1e5", "-3", "3.0", "99999999999999999999", "½", "²"])
def test_a_whole_number_is_digits_and_not_too_many(tmp_path: Path, cell: str) -> None:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "events.csv").write_text(f"id,kind,title,sequence\nE1,x,X,{cell}\n", encoding="utf-8")
    assert [problem.code for problem in check(tmp_path, Wishes()).errors] == ["not-whole"]


@pytest.mark.parametrize("name", ["قُتِلوا", "E16-C04", "pop_2005.1", "東京"])
def test_an_id_may_be_written_in_any_script(tmp_path: Path, name: str) -> None:
    assert not read(tmp_path, f"id,name\n{name},X\n".encode()).problems


@pytest.mark.parametrize("name", ["a b", "a:b", "a/b", "..", "-a", "a;b", "x" * 65, "e\u0301", "a\u202eb"])
def test_an_id_that_would_not_do_as_a_name_is_refused(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in read(tmp_path, f"id,name\n{name},X\n".encode()).problems] == ["bad-id"]


@pytest.mark.parametrize("name", ["README.md", ".git", "problems.csv", "old.evcase", "~$claims.xlsx"])
def test_files_that_belong_to_no_table_may_lie_there(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert not read(tmp_path, PLACES.encode()).problems
