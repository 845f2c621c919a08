"""The tutorial case is whole: made the same each time, invented on every sheet, every state of a passage in it."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from viewer import paths
from viewer.builder.build import Checked, Wishes, check
from viewer.builder.inside import Inside, looking_inside
from viewer.case import store
from viewer.case.custody import verify_chain
from viewer.case.records_of_use import Custody
from viewer.index.ask import about, coverage, events, health, timeline
from viewer.index.query import Query
from viewer.index.reader import open_index
from viewer.locked.messages import OpenPdf, PageText, PdfFacts, ReadPage
from viewer.session.address import parse

CHECKOUT = Path(__file__).parents[1]
MAKER = CHECKOUT / "packaging" / "harbour" / "make.py"
FICTION = "Fiction made for the Evidence Viewer"
COUNTS = {
    "event": 13,
    "claim": 50,
    "source": 14,
    "document": 19,
    "passage": 67,
    "quote": 3,
    "agent": 14,
    "place": 4,
    "discrepancy": 3,
    "reckoning": 1,
    "storyboard_item": 5,
    "exhibit": 3,
}


@pytest.fixture(scope="module")
def folder(built_resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case folder, made anew."""
    made = tmp_path_factory.mktemp("made") / "harbour"
    subprocess.run([sys.executable, MAKER, made], check=True)
    return made


@pytest.fixture(scope="module")
def checked(folder: Path) -> Checked:
    return check(folder, Wishes())


@pytest.fixture
def harbour(built_resources: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(paths.bundled_index("harbour"))) as connection:
        yield connection


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_two_makings_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, MAKER, tmp_path / "again"], check=True)
    assert _digests(folder) == _digests(tmp_path / "again")
    assert len(_digests(folder)) > 30


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_folder_has_no_error_and_the_warnings_it_is_meant_to_have(checked: Checked) -> None:
    assert checked.errors == ()
    assert Counter(problem.code for problem in checked.problems) == {
        "fiction": 1,
        "claim-without-passage": 1,
        "single-origin": 4,
        "hidden-person": 3,
        "hidden-position": 1,
        "hidden-device": 1,
        "expected-moved": 1,
        "expected-missing": 1,
    }


def test_every_state_of_a_passage_is_as_intended(checked: Checked) -> None:
    states = {str(entry.key): state for entry, state in checked.standings}
    assert Counter(states.values()) == {"exact": 54, "placed": 7, "not-held": 4, "moved": 1, "missing": 1}
    assert (states["COURIER-1"], states["COURIER-2"]) == ("moved", "missing")
    assert (states["REG-1"], states["PHOTO-1"], states["SOUND-1"]) == ("placed", "placed", "placed")
    assert all(state == "exact" for key, state in states.items() if key.startswith(("LOG", "AR", "FA", "CRANE")))


@pytest.mark.parametrize(("table", "count"), COUNTS.items())
def test_the_case_holds_what_it_should(harbour: sqlite3.Connection, table: str, count: int) -> None:
    assert harbour.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


def test_it_says_that_it_is_fiction_in_its_title_and_on_every_text(folder: Path) -> None:
    told = tomllib.loads((folder / "case.toml").read_text("utf-8"))["case"]
    assert "fiction" in told["title"]
    assert told["fiction"] is True
    texts = [path for path in (folder / "documents").iterdir() if path.suffix in (".md", ".html")]
    assert len(texts) == 8
    assert all(FICTION in path.read_text("utf-8") for path in texts)


def test_every_page_with_text_says_so_and_a_scan_has_none(folder: Path) -> None:
    with looking_inside() as inside:
        for name in ("log", "crane", "witness-ar", "letter-fa"):
            assert all(FICTION in text for text in _pages(inside, folder / "documents" / f"{name}.pdf"))
        assert _pages(inside, folder / "documents" / "register.pdf") == ["", ""]


def _pages(inside: Inside, path: Path) -> list[str]:
    inside.keep(path.name, path.read_bytes)
    count = len(inside.ask(OpenPdf(path.name), PdfFacts).sizes)
    return [inside.ask(ReadPage(path.name, page), PageText).text.strip() for page in range(count)]


def test_the_log_has_an_outline(folder: Path) -> None:
    with looking_inside() as inside:
        inside.keep("log", (folder / "documents" / "log.pdf").read_bytes)
        outline = inside.ask(OpenPdf("log"), PdfFacts).outline
    assert [line.title for line in outline][:2] == ["Harbour log, week 11", "Monday to Wednesday"]
    assert outline[-1].page == 2


def test_the_photograph_lies_on_its_side(folder: Path) -> None:
    with Image.open(folder / "documents" / "warehouse.jpg") as photograph:
        assert photograph.size == (800, 1200)
        assert photograph.getexif()[274] == 6


def test_what_was_covered_was_taken_out(folder: Path) -> None:
    assert {row["derivation"] for row in rows(folder, "documents")} == {
        "",
        "redaction",
        "translation",
        "transcript",
        "extract-note",
    }
    with looking_inside() as inside:
        (text,) = _pages(inside, folder / "documents" / "crane.pdf")
    assert "asked for by and was not given" in " ".join(text.split())


def test_the_accounts_differ_as_a_case_needs_to_learn_from(harbour: sqlite3.Connection) -> None:
    fire = events.event(harbour, "E-FIRE")
    assert fire.headline is not None
    assert (fire.headline.measure, fire.headline.low, fire.headline.claims) == ("crates", 120, 8)
    assert about.heading(harbour).events == 13
    loose = {row.uid: row.loose for row in timeline.loose(harbour)}
    assert loose == {"E-KEYS": "order", "E-CART": "undated", "E-TOTAL": "total"}
    found = coverage.coverage(harbour, Query())
    assert found.without_passage_count == 1
    assert len(found.discrepancies) == 3


def test_the_stored_anchors_are_those_of_the_folder(harbour: sqlite3.Connection) -> None:
    stored = {each.passage: each.anchor for each in health.citations(harbour)}
    assert (stored["COURIER-1"].start, stored["COURIER-1"].end) == (261, 331)
    assert stored["COURIER-2"].start is None
    assert stored["LOG-13"].page == 3
    assert len(json.loads(stored["LOG-1"].rects or "[]")) == 2


def test_the_custody_entries_are_a_chain_that_holds(harbour: sqlite3.Connection) -> None:
    chain = list(store.read(harbour, Custody))
    assert len(chain) == 6
    assert verify_chain(chain) == ()
    assert verify_chain([chain[0], *chain[2:]]) != ()


def test_every_step_of_the_tour_leads_to_something(harbour: sqlite3.Connection) -> None:
    told = tomllib.loads((CHECKOUT / "resources" / "help" / "tour.toml").read_text("utf-8"))
    tables = ("event", "claim", "quote", "source", "document", "passage")
    assert len(told["step"]) >= 8
    for step in told["step"]:
        focus, _query = parse(step["focus"], "harbour-tutorial")
        assert focus
        for table in tables:
            if uid := getattr(focus, table):
                assert harbour.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone(), uid
        assert step["text"].count(".") + step["text"].count("?") <= 3
