"""The cases that benchmarks stand on: whole, the same each time, and with dates that our own parser reads."""

from __future__ import annotations

import csv
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.bench.cases import sigacts, ucdp
from tests.bench.cases.kept import Case, Kept, keep
from tests.bench.cases.sigacts import Sigacts
from tests.bench.cases.synthetic import Synthetic
from tests.bench.cases.ucdp import Ucdp
from viewer.case import store
from viewer.case.figure import Figure
from viewer.case.records import Claim, ClaimPassage, Document, Event, EventAgent, Passage, Place, Source
from viewer.case.when import parse
from viewer.index.writer import Digests, write

ROWS = 500
MADE_UP = 600
DIGESTS = Digests("0" * 64, "0" * 64)
Shared = Callable[[str], Path]


@pytest.fixture(scope="module")
def made_up() -> Synthetic:
    return Synthetic(MADE_UP)


@pytest.fixture
def sigacts_file(shared_data: Shared) -> Path:
    return shared_data("sigacts_iraq") / "sigacts_iraq.csv"


@pytest.fixture
def ucdp_file(shared_data: Shared) -> Path:
    return shared_data("ucdp_ged_syria") / "ged_syria_2016_DEV.csv"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def kept_whole(case: Case, folder: Path) -> Counter[str]:
    """Keeps the case, checks it as SQLite checks it, and counts its records by table."""
    keep(case, folder)
    with closing(sqlite3.connect(folder / "case.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = [store.table_of(record) for record in store.TABLES]
        return Counter({t: connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables})


def indexed(case: Case, target: Path) -> Counter[str]:
    """Writes the index and counts what stands on the time axis and beside it."""
    for _ in write(case.records, case.document, target, DIGESTS):
        pass
    with closing(sqlite3.connect(target)) as connection:
        loose = dict(connection.execute("SELECT loose, count(*) FROM standing GROUP BY loose"))
        counted = connection.execute("SELECT value FROM info WHERE key = 'count_on_axis'").fetchone()[0]
        return Counter({**loose, "on axis": int(counted)})


def all_dates_parse(events: Iterable[Event]) -> None:
    for event in events:
        bounds: tuple[float | None, float | None] = (None, None)
        if event.date_edtf is not None:
            when = parse(event.date_edtf)
            bounds = (when.earliest_jd, when.latest_jd)
        assert (event.earliest_jd, event.latest_jd) == bounds, event.date_edtf


# Made up


def test_every_record_of_a_made_up_case_fits_the_schema_and_points_at_something(
    made_up: Synthetic, tmp_path: Path
) -> None:
    counts = kept_whole(made_up, tmp_path / "case")
    assert (counts["event"], counts["claim"], counts["source"]) == (MADE_UP, MADE_UP * 28 // 20, MADE_UP // 50)
    assert counts["place"] == 200
    assert counts["passage"] == 10 * counts["source"]


def test_a_kept_case_gives_the_same_records_and_documents(made_up: Synthetic, tmp_path: Path) -> None:
    keep(made_up, tmp_path / "case")
    with Kept(tmp_path / "case") as kept:
        for record in store.TABLES:
            # Tables without ids come in the order of their keys.
            assert sorted(kept.records(record), key=repr) == sorted(made_up.records(record), key=repr)
        path = next(iter(made_up.records(Document))).path
        assert kept.document(path) == made_up.document(path)


def test_the_same_seed_draws_the_same_case_and_another_seed_another() -> None:
    def drawn(seed: int) -> str:
        case = Synthetic(300, seed, text_bytes=30_000)
        records = [list(case.records(record)) for record in store.TABLES]
        return hashlib.sha256(repr(records).encode()).hexdigest()

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_all_made_up_dates_parse_and_each_kind_of_doubt_occurs() -> None:
    events = list(Synthetic(20_000).records(Event))
    all_dates_parse(events)
    dates = [event.date_edtf for event in events if event.date_edtf]
    assert 0.69 < sum(_is_to_the_day(date) for date in dates) / len(events) < 0.72
    assert {parse(date).precision for date in dates} == {
        "minute", "day", "month", "season", "year", "decade", "interval", "set"
    }  # fmt: skip
    assert all(any(mark in date for date in dates) for mark in "?~%X[T")
    undated = [event for event in events if event.date_edtf is None]
    assert 0.008 < len(undated) / len(events) < 0.016
    assert any(event.sequence for event in undated)
    years_long = sum(event.latest_jd - event.earliest_jd > 400 for event in events if _is_bounded(event))
    assert 0.004 < years_long / len(events) < 0.02


def _is_to_the_day(date: str) -> bool:
    return len(date) in (10, 16) and "X" not in date and "/" not in date


def _is_bounded(event: Event) -> bool:
    return event.earliest_jd is not None and event.latest_jd is not None


def test_languages_come_in_their_shares_and_some_arabic_is_vowelled() -> None:
    events = list(Synthetic(20_000).records(Event))
    shares = {lang: count / len(events) for lang, count in Counter(event.lang for event in events).items()}
    assert shares == pytest.approx({"en": 0.72, "ar": 0.13, "fa": 0.08, "ru": 0.07}, abs=0.01)
    vowelled = sum("\u064e" in (event.summary or "") for event in events if event.lang == "ar")
    assert 0.05 < vowelled / sum(event.lang == "ar" for event in events) < 0.4


def test_a_common_word_stands_in_about_two_thirds_of_all_events() -> None:
    events = list(Synthetic(20_000).records(Event))
    share = sum(" the " in f" {event.title} {event.summary} ".lower() for event in events) / len(events)
    assert 0.55 < share < 0.72


def test_made_up_passages_stand_where_they_say_in_their_documents(made_up: Synthetic) -> None:
    documents = {record.id: made_up.document(record.path).decode() for record in made_up.records(Document)}
    passages: list[Passage] = list(made_up.records(Passage))
    assert passages
    for passage in passages:
        assert documents[passage.document_id][passage.start_char : passage.end_char] == passage.exact


def test_a_made_up_claims_passage_stands_in_the_document_of_its_source(made_up: Synthetic) -> None:
    document = {passage.id: passage.document_id for passage in made_up.records(Passage)}
    source = {claim.id: claim.source_id for claim in made_up.records(Claim)}
    pairs: list[ClaimPassage] = list(made_up.records(ClaimPassage))
    assert len(pairs) > 0.8 * len(source)
    assert all(document[pair.passage_id] == source[pair.claim_id] for pair in pairs)


def test_the_amount_of_text_is_as_asked() -> None:
    case = Synthetic(5_000, text_bytes=2_000_000)
    assert sum(record.byte_size for record in case.records(Document)) == pytest.approx(2_000_000, rel=0.1)


def test_a_made_up_case_becomes_an_index_and_no_event_is_lost(made_up: Synthetic, tmp_path: Path) -> None:
    found = indexed(made_up, tmp_path / "case.index")
    assert found["on axis"] == found[""]
    assert found[""] + found["undated"] + found["order"] + found["total"] == MADE_UP


# SIGACTS


def test_each_row_of_sigacts_is_an_event_and_its_claim_says_the_row(sigacts_file: Path, tmp_path: Path) -> None:
    case = Sigacts(sigacts_file, ROWS)
    counts = kept_whole(case, tmp_path / "case")
    assert (counts["event"], counts["claim"]) == (ROWS, ROWS)
    said: list[Claim] = list(case.records(Claim))
    for row, claim in zip(rows_of(sigacts_file), said, strict=False):
        assert (claim.text or "").split(" | ") == list(row.values())
    all_dates_parse(case.records(Event))


def test_what_is_no_city_becomes_no_place(sigacts_file: Path) -> None:
    names = {place.name for place in Sigacts(sigacts_file).records(Place)}
    assert {"Baghdad", "Ramadi", "Ba`qubah"} <= names
    assert not [name for name in names if name.startswith(("Coalition", "Target", "City", "Host Nation"))]


def test_a_sigacts_time_is_given_to_the_minute_and_a_heading_has_none() -> None:
    assert sigacts.edtf("2004-01-01 00:20:00") == "2004-01-01T00:20"
    assert sigacts.edtf("") is None
    assert sigacts.kind("Attack Type") == "page-heading"
    assert sigacts.kind("Mortar, Rock") == "other"


@pytest.mark.long
def test_all_rows_of_sigacts_arrive_in_the_index(sigacts_file: Path, tmp_path: Path) -> None:
    case = Sigacts(sigacts_file)
    counts = kept_whole(case, tmp_path / "case")
    assert (counts["event"], counts["claim"]) == (162_852, 162_852)
    with Kept(tmp_path / "case") as kept:
        found = indexed(kept, tmp_path / "case.index")
    assert (found["on axis"], found["undated"]) == (158_026, 4_826)


# UCDP


def test_each_row_of_ucdp_is_an_event_with_its_figures_as_stated(ucdp_file: Path, tmp_path: Path) -> None:
    case = Ucdp(ucdp_file, ROWS)
    counts = kept_whole(case, tmp_path / "case")
    assert (counts["event"], counts["event_agent"]) == (ROWS, 2 * ROWS)
    stated = [
        (claim.low, claim.best, claim.high)
        for claim in case.records(Claim)
        if claim.kind == "figure" and claim.category is None
    ]
    assert stated == [
        tuple(int(row[name]) for name in ("low", "best", "high")) for row in rows_of(ucdp_file)[:ROWS]
    ]


def test_ucdp_figures_out_of_order_are_kept_and_flagged(ucdp_file: Path) -> None:
    figures = [claim for claim in Ucdp(ucdp_file).records(Claim) if claim.kind == "figure" and not claim.category]
    assert len(figures) == 6170
    assert sum(claim.low > claim.best for claim in figures) == 6
    assert sum(claim.high < claim.best for claim in figures) == 9
    flagged = sum(Figure(claim.low, claim.best, claim.high).out_of_order for claim in figures)
    assert flagged == sum(not claim.low <= claim.best <= claim.high for claim in figures)


def test_all_ucdp_dates_parse_and_reach_over_the_days_of_their_row(ucdp_file: Path) -> None:
    case = Ucdp(ucdp_file)
    all_dates_parse(case.records(Event))
    for row, event in zip(rows_of(ucdp_file), case.records(Event), strict=True):
        first, last = parse(row["date_start"]), parse(row["date_end"])
        assert (event.earliest_jd, event.latest_jd) == (first.earliest_jd, last.latest_jd)


@pytest.mark.parametrize(
    ("precision", "start", "end", "expected"),
    [
        ("1", "2016-01-01", "2016-01-01", "2016-01-01"),
        ("1", "2016-01-01", "2016-01-03", "2016-01-01/2016-01-03"),
        ("2", "2016-01-01", "2016-01-03", "[2016-01-01..2016-01-03]"),
        ("2", "2016-01-01", "2016-01-01", "2016-01-01~"),
        ("3", "2016-01-11", "2016-01-17", "[2016-01-11..2016-01-17]"),
        ("4", "2016-04-01", "2016-04-30", "2016-04"),
        ("4", "2016-04-22", "2016-04-30", "[2016-04-22..2016-04-30]"),
        ("5", "2016-01-01", "2016-12-31", "2016"),
        ("5", "2016-01-29", "2016-03-29", "[2016-01-29..2016-03-29]"),
    ],
)
def test_date_prec_becomes_edtf(precision: str, start: str, end: str, expected: str) -> None:
    assert ucdp.edtf(precision, start, end) == expected
    parse(expected)


def test_every_report_that_ucdp_names_is_a_source_and_is_cited(ucdp_file: Path) -> None:
    case = Ucdp(ucdp_file)
    named = sum(int(row["number_of_sources"]) for row in rows_of(ucdp_file))
    cited = sum(len(ucdp.articles(row)) for row in rows_of(ucdp_file))
    assert cited == named
    sources: list[Source] = list(case.records(Source))
    assert {claim.source_id for claim in case.records(Claim)} == {source.id for source in sources}


def test_both_sides_of_a_ucdp_dyad_are_agents_with_their_role(ucdp_file: Path) -> None:
    roles: list[EventAgent] = list(Ucdp(ucdp_file, ROWS).records(EventAgent))
    assert Counter(role.role for role in roles) == {"side a": ROWS, "side b": ROWS}


def test_ucdp_becomes_an_index_and_no_row_is_lost(ucdp_file: Path, tmp_path: Path) -> None:
    assert indexed(Ucdp(ucdp_file, ROWS), tmp_path / "case.index")["on axis"] == ROWS


def test_a_made_up_case_answers_only_for_documents_it_holds(sigacts_file: Path) -> None:
    held: Any = Sigacts(sigacts_file, 1)
    with pytest.raises(KeyError):
        held.document("documents/none.txt")
