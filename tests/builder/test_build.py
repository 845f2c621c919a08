"""A folder becomes a case: what stands in it, what is left out, and always the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from viewer.builder.build import Wishes, can_be_built, check, write
from viewer.case import store
from viewer.case.bag import Bag

CASES = Path(__file__).parents[1] / "cases"
Ask = Callable[[str], list[tuple[Any, ...]]]
Open = Callable[..., Ask]


def build(folder: Path, target: Path, wishes: Wishes | None = None) -> Path:
    wishes = wishes or Wishes()
    checked = check(folder, wishes)
    assert can_be_built(checked, wishes.draft)
    write(checked, target)
    return target


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Builds a folder of tests/cases and asks its database."""
    connections: list[sqlite3.Connection] = []

    def make(name: str, wishes: Wishes | None = None) -> Ask:
        folder = tmp_path / name  # a copy: the ids of a sheet are written beside it
        shutil.copytree(CASES / name, folder)
        with Bag.open(build(folder, tmp_path / f"{name}.evcase", wishes)) as bag:
            connection = sqlite3.connect(":memory:")
            connections.append(connection)
            connection.deserialize(bag.database())
        return lambda question: connection.execute(question).fetchall()

    yield make
    for connection in connections:
        connection.close()


def test_the_same_folder_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy"
    shutil.copytree(CASES / "good", copy)  # other times, another place
    one = build(CASES / "good", tmp_path / "case.evcase")
    other = build(copy, tmp_path / "elsewhere" / "case.evcase")
    assert one.read_bytes() == other.read_bytes()


def test_the_database_is_sound_and_as_the_format_says(tmp_path: Path) -> None:
    bag = build(CASES / "good", tmp_path / "case")
    path = bag / "data" / "case.sqlite"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        told = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "page_size", "journal_mode", "freelist_count")
        ]
        made = set(connection.execute("SELECT sql FROM sqlite_schema"))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    with closing(sqlite3.connect(":memory:")) as empty:
        store.create(empty)
        assert made == set(empty.execute("SELECT sql FROM sqlite_schema"))
    assert told == [0x43415345, 1, 4096, "delete", 0]


def test_the_facts_about_the_case_are_those_of_the_folder(opened: Open) -> None:
    ask = opened("good")
    told: dict[str, str] = dict(ask("SELECT key, value FROM meta"))
    assert told["case_uid"] == "harbour-2010"
    assert told["fiction"] == "yes"
    assert "draft" not in told
    assert ask("SELECT text FROM principle")[0] == ("Every figure is a claim.",)


def test_integers_are_given_in_the_order_of_ids_and_terms_keep_theirs(opened: Open) -> None:
    ask = opened("good")
    assert ask("SELECT uid FROM event ORDER BY id") == [("E1",), ("E10",), ("E2",)]
    assert ask("SELECT code FROM term WHERE scheme = 'kind' ORDER BY id") == [
        ("force",),
        ("shooting",),
        ("statement",),
    ]
    assert ask("SELECT code, rank FROM measure ORDER BY rank") == [("killed", 1), ("attribution", 2)]
    assert ask("SELECT number FROM exhibit ORDER BY id") == [("12",), ("2",)]


def test_dates_bring_their_bounds(opened: Open) -> None:
    ask = opened("good")
    rows = ask("SELECT datetime(earliest_jd), datetime(latest_jd) FROM event WHERE uid = 'E1'")
    assert rows == [("2010-03-03 17:30:00", "2010-03-03 17:31:00")]
    assert ask("SELECT date(as_of_earliest_jd), date(as_of_latest_jd) FROM claim WHERE uid = 'C3'") == [
        ("2010-06-01", "2010-07-01")
    ]


def test_passages_are_anchored_in_the_document_text(opened: Open) -> None:
    ask = opened("good")
    text = (CASES / "good/documents/agency.md").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    for exact, start, end in ask("SELECT exact, start_char, end_char FROM passage WHERE uid IN ('PA-1', 'PA-2')"):
        assert text[start:end] == exact
    assert ask("SELECT exact FROM passage WHERE uid = 'PA-3'") == [("The report counts three dead.",)]


def test_lists_become_links(opened: Open) -> None:
    ask = opened("good", Wishes(restricted=True))
    assert ask("SELECT count(*) FROM quote_pair") == [(2,)], "neither is shown without the other"
    assert ask("SELECT count(*) FROM quote_event") == [(3,)]
    assert ask("SELECT count(*) FROM place_source") == [(2,)]
    assert ask("SELECT reported FROM place WHERE uid = 'QUAY'") == [("north of the crane\nbeside the gate",)]
    assert ask(
        "SELECT seq, entity, uid FROM storyboard_target JOIN claim ON claim.id = entity_id WHERE seq = 2"
    ) == [(2, "claim", "C5")]
    assert ask("SELECT relation FROM claim_passage JOIN claim ON claim.id = claim_id WHERE uid = 'C2'") == [
        ("supports",)
    ]
    assert ask("SELECT seconds FROM storyboard_item") == [(90,)]
    assert ask("SELECT to_id IS NULL, to_passage_id IS NULL FROM event_relation") == [(0, 1), (1, 0)]
    assert ask("SELECT label FROM term WHERE id = (SELECT broader_id FROM term WHERE code = 'shooting')") == [
        ("Use of force",)
    ]


def test_figures_out_of_order_are_kept_as_stated(opened: Open) -> None:
    assert opened("good")("SELECT low, best, high FROM claim WHERE uid = 'C3'") == [(5, 3, 3)]


def test_documents_travel_byte_for_byte_under_names_of_our_own(tmp_path: Path) -> None:
    with Bag.open(build(CASES / "good", tmp_path / "case.evcase")) as bag:
        names = {name for name in bag.manifest if name.startswith("data/documents/")}
        assert names == {
            "data/documents/DOC-A.md",
            "data/documents/DOC-R-NOTE.txt",
            "data/documents/DOC-DIARY-CUT.txt",
        }
        original = (CASES / "good/documents/agency.md").read_bytes()
        assert bag.document("documents/DOC-A.md") == original
        assert bag.manifest["data/documents/DOC-A.md"] == hashlib.sha256(original).hexdigest()


def test_restricted_entries_take_along_what_hangs_on_them(opened: Open, tmp_path: Path) -> None:
    ask = opened("good")
    for table in ("agent", "source", "document", "passage", "claim"):
        assert not ask(f"SELECT uid FROM {table} WHERE uid IN ('WITNESS', 'DIARY', 'DOC-DIARY', 'PA-5', 'C5')")
    assert ask("SELECT derived_from, derivation FROM document WHERE uid = 'DOC-DIARY-CUT'") == [
        (None, "redaction")
    ]
    assert ask("SELECT count(*) FROM translation") == [(3,)]
    with Bag.open(tmp_path / "good.evcase") as bag:
        assert b"Four fell beside me" not in b"".join(bag.read(name) for name in bag.manifest)


def test_restricted_entries_stay_on_request(opened: Open) -> None:
    ask = opened("good", Wishes(restricted=True))
    assert ask("SELECT uid FROM claim WHERE uid = 'C5'") == [("C5",)]


def test_a_folder_with_errors_is_not_built() -> None:
    checked = check(CASES / "with-problems", Wishes())
    assert checked.errors
    assert not can_be_built(checked, draft=False)


def test_a_draft_is_built_without_what_cannot_be_used_and_says_so(opened: Open) -> None:
    ask = opened("with-problems", Wishes(draft=True))
    told: dict[str, str] = dict(ask("SELECT key, value FROM meta"))
    assert told["draft"] == "yes"
    assert "claims.csv:2: a figure without a number" in told["problems"]
    assert ask("SELECT uid FROM claim ORDER BY uid") == [("C3",), ("C5",)]
    assert ask("SELECT exact, start_char FROM passage WHERE uid = 'PA1'") == [("Three fish", None)]
    assert not ask("SELECT uid FROM quote"), "words that do not stand in their passage are no quotation"


def test_what_names_no_case_is_not_even_a_draft() -> None:
    wishes = Wishes(draft=True)
    assert not can_be_built(check(CASES / "no-case", wishes), draft=True)


def test_an_arabic_folder_is_built(opened: Open, tmp_path: Path) -> None:
    ask = opened("arabic")
    text = (CASES / "arabic/documents/خبر.md").read_bytes().decode().replace("\r\n", "\n")
    ((exact, start, end),) = ask("SELECT exact, start_char, end_char FROM passage")
    assert text[start:end] == exact
    assert ask("SELECT uid, low, lang FROM claim ORDER BY id")[0] == ("قول-١", 34, "ar")
    with Bag.open(tmp_path / "arabic.evcase") as bag:
        assert bag.document("documents/وثيقة.md").decode().startswith("# إطلاق نار")


def test_one_sheet_becomes_events_claims_and_passages(opened: Open) -> None:
    ask = opened("flat")
    assert ask("SELECT uid, title, date_edtf FROM event") == [
        ("E0001", "Shots on the quay", "2010-03-03"),
        ("E0002", "A statement", "2010-06"),
    ]
    assert ask("SELECT date_edtf FROM event_date") == [("[2010-03-04,2010-04-03]",)]
    assert ask("SELECT low, best, high, qualifier FROM claim ORDER BY id") == [
        (4, None, None, "at-least"),
        (0, 0, 0, "exact"),
        (30, None, 35, "range"),
        (None, None, None, "dozens"),
        (None, None, None, None),
    ]
    assert ask("SELECT code, label FROM measure") == [
        ("killed", "Killed"),
        ("course of events", "Course of events"),
    ]
    assert ask("SELECT exact, start_char, page FROM passage ORDER BY id") == [
        ("At least four people were killed", 0, None),
        (None, None, 3),
        ("fired in the air", None, 7),
    ]
