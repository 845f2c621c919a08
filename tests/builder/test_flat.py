"""One sheet, as CSV or spreadsheet: read the same, and its ids stay what they are."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from viewer.builder.build import Checked, Wishes, check, write
from viewer.case.when import When

HEADER = "event,date,source,claimant,measure,figure,text"
ROWS = (
    "Shots,2010-03-03,Agency,Dockers,killed,4,",
    "Shots,,Police report,Police,killed,0,",
    "Fire,2010-04,Agency,Dockers,injured,about 30,",
)


def sheet(folder: Path, rows: tuple[str, ...] = ROWS, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    path = folder / "claims of the harbour.csv"
    text = "\n".join((HEADER, *rows)).replace(",", delimiter) + "\n"
    path.write_text(text, encoding=encoding)
    return path


def stated(checked: Checked) -> dict[str, tuple[object, ...]]:
    """What each claim says, by its id."""
    events = {entry.key: entry["title"] for entry in checked.material.entries["events"]}
    return {
        str(claim.key): (events[claim["event"]], claim["source"], claim["low"], claim["best"], claim["high"])
        for claim in checked.material.entries["claims"]
    }


def built(path: Path) -> dict[str, tuple[object, ...]]:
    checked = check(path, Wishes())
    assert not checked.errors
    write(checked, path.parent / "case.evcase")
    return stated(checked)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_sheet_alone_is_a_case(tmp_path: Path, delimiter: str, encoding: str) -> None:
    checked = check(sheet(tmp_path, encoding=encoding, delimiter=delimiter), Wishes())
    assert checked.material.case["title"] == "claims of the harbour"
    assert checked.material.case["uid"] == "claims-of-the-harbour"
    assert stated(checked)["C0003"] == ("Fire", "S0001", None, 30, None)


def test_a_spreadsheet_says_the_same_as_the_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.append(["not the claims"])
    claims = book.create_sheet("claims")
    claims.append([*HEADER.split(","), None])
    claims.append(["Shots", date(2010, 3, 3), "Agency", "Dockers", "killed", 4])
    claims.append([])
    claims.append(["Shots", None, "Police report", "Police", "killed", 0])
    claims.append(["Fire", "2010-04", "Agency", "Dockers", "injured", "about 30"])
    book.save(tmp_path / "book.xlsx")
    spreadsheet = check(tmp_path / "book.xlsx", Wishes())
    assert not spreadsheet.errors
    assert stated(spreadsheet) == stated(check(sheet(tmp_path), Wishes()))
    assert [claim.line for claim in spreadsheet.material.entries["claims"]] == [2, 4, 5]
    day = spreadsheet.material.entries["events"][0]["date"]
    assert isinstance(day, When)
    assert day.edtf == "2010-03-03"


def test_ids_stay_when_rows_move_and_figures_are_corrected(tmp_path: Path) -> None:
    before = built(sheet(tmp_path))
    listing = (tmp_path / "ids.csv").read_bytes()
    moved = (ROWS[2], "Flood,2010-05,Agency,Dockers,killed,1,", ROWS[1], ROWS[0].replace(",4,", ",5,"))
    after = built(sheet(tmp_path, moved))
    assert after["C0001"] == ("Shots", "S0001", 5, 5, 5)
    assert {key: after[key] for key in ("C0002", "C0003")} == {key: before[key] for key in ("C0002", "C0003")}
    assert after["C0004"][0] == "Flood"
    with (tmp_path / "ids.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert all(row in rows for row in csv.reader(listing.decode().splitlines()))


def test_a_build_that_gives_no_new_id_leaves_the_side_file_alone(tmp_path: Path) -> None:
    built(sheet(tmp_path))
    before = (tmp_path / "ids.csv").stat().st_mtime_ns
    built(sheet(tmp_path))
    assert (tmp_path / "ids.csv").stat().st_mtime_ns == before


def test_checking_writes_nothing(tmp_path: Path) -> None:
    check(sheet(tmp_path), Wishes())
    assert not (tmp_path / "ids.csv").exists()


def test_a_sheet_in_a_folder_speaks_of_what_the_folder_has(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(
        '[case]\nuid = "h"\ntitle = "H"\nprepared_by = "Us"\nprepared_on = "2020"\n', encoding="utf-8"
    )
    (tmp_path / "events.csv").write_text("id,kind,title,date\nE7,force,Shots,2010-03-03\n", encoding="utf-8")
    (tmp_path / "agents.csv").write_text("id,name,kind\nDOCK,Dockers,people\n", encoding="utf-8")
    (tmp_path / "measures.csv").write_text("code,label\nkilled,People killed\n", encoding="utf-8")
    (tmp_path / "sheet.csv").write_text(
        f"{HEADER}\nE7,,Agency,DOCK,People killed,4,\nshots,,Agency,dockers,killed,5,\n", encoding="utf-8"
    )
    checked = check(tmp_path, Wishes())
    assert not checked.errors
    claims = checked.material.entries["claims"]
    assert {(claim["event"], claim["claimant"], claim["measure"]) for claim in claims} == {
        ("E7", "DOCK", "killed")
    }
    assert len(checked.material.entries["events"]) == 1


@pytest.mark.parametrize(
    ("written", "edtf"),
    [("03/04/2022", "[2022-03-04,2022-04-03]"), ("25/04/2022", "2022-04-25"), ("04/04/2022", "2022-04-04")],
)
def test_a_date_with_slashes_is_read_as_all_it_can_mean(tmp_path: Path, written: str, edtf: str) -> None:
    checked = check(sheet(tmp_path, (f"Shots,{written},Agency,Dockers,killed,4,",)), Wishes())
    assert checked.material.entries["events"][0]["date"].edtf == edtf
    warned = [problem.code for problem in checked.problems if problem.column == "date"]
    assert warned == (["two-readings"] if "," in edtf else [])
