"""The bundled case is whole: counted against itself, against its extract notes and against its fact base."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from viewer.builder.build import Checked, Wishes, check, write

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "cases" / "ashraf"
NOTES = FOLDER / "documents"
Row = dict[str, str]
Facts = dict[str, Any]

COUNTS = {
    "event": 40,
    "claim": 258,
    "source": 185,
    "quote": 6,
    "place": 13,
    "agent": 65,
    "discrepancy": 30,
    "storyboard_item": 10,
    "reckoning": 9,
    "principle": 6,
}
PARAGRAPHS, SPANS = 18, 49
MARK = "Our paraphrase. Original not held."
VERBATIM_HASH = "c0de41178fb6896918fb29ec42613628f6ae4d88abfdcdf3546571fe4cba22e9"
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
           14: "14|fourteen", 40: "40|forty"}  # fmt: skip
# Words with which a note would take a side or name the tools of its making.
UNWANTED = re.compile(r"massacre|murder|martyr|hypocrite|factbase|fact base", re.IGNORECASE)


def rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def several(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower())


def note_of(source: str) -> str:
    return (NOTES / f"{source}.md").read_text("utf-8")


def without_quotations(note: str) -> str:
    """What is ours in a note: all lines but the block quotes."""
    return "\n".join(line for line in note.splitlines() if not line.startswith("> "))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(FOLDER, Wishes())


@pytest.fixture(scope="module")
def case(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    bag = tmp_path_factory.mktemp("built") / "ashraf"
    write(checked, bag)
    database = next(bag.rglob("case.sqlite"))
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        yield connection


@pytest.fixture
def facts(shared_data: Callable[[str], Path]) -> Facts:
    loaded: Facts = json.loads((shared_data("../case") / "ashraf.json").read_text("utf-8"))
    return loaded


def test_the_folder_has_no_error_and_nothing_out_of_order(checked: Checked) -> None:
    assert [problem for problem in checked.problems if problem.severity != "warning"] == []


def test_the_warnings_are_the_ones_that_are_true(checked: Checked) -> None:
    kinds: dict[str, int] = {}
    for problem in checked.problems:
        kinds[problem.code] = kinds.get(problem.code, 0) + 1
    assert kinds == {"single-origin": 2, "uncited-source": 13}


@pytest.mark.parametrize(("table", "count"), COUNTS.items())
def test_the_built_case_holds_the_whole_fact_base(case: sqlite3.Connection, table: str, count: int) -> None:
    assert case.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


def test_every_claim_has_a_passage_in_a_note_of_its_own_source(case: sqlite3.Connection) -> None:
    unanchored = case.execute(
        "SELECT uid FROM claim c WHERE NOT EXISTS (SELECT 1 FROM claim_passage cp"
        " JOIN passage p ON p.id = cp.passage_id JOIN document d ON d.id = p.document_id"
        " WHERE cp.claim_id = c.id AND d.source_id = c.source_id AND d.derivation = 'extract-note')"
    )
    assert unanchored.fetchall() == []


def test_every_passage_of_a_held_document_is_found_exactly_once() -> None:
    files = {row["id"]: row["file"] for row in rows("documents") if row["file"]}
    held = [row for row in rows("passages") if row["document"] in files]
    texts = {document: (NOTES / name).read_text("utf-8") for document, name in files.items()}
    assert len(held) > COUNTS["claim"]
    assert [row["id"] for row in held if texts[row["document"]].count(row["exact"]) != 1] == []


def test_the_offsets_in_the_built_case_cut_out_the_very_words(case: sqlite3.Connection) -> None:
    held = case.execute(
        "SELECT p.exact, p.start_char, p.end_char, d.uid FROM passage p JOIN document d ON d.id = p.document_id"
        " WHERE d.external_ref IS NULL"
    ).fetchall()
    assert len(held) > COUNTS["claim"]
    assert [
        exact for exact, start, end, note in held if note_of(note.removeprefix("N-"))[start:end] != exact
    ] == []


def test_every_number_of_a_figure_stands_in_the_passages_that_carry_it() -> None:
    words = {row["id"]: row["exact"].lower() for row in rows("passages")}
    missing = []
    for claim in rows("claims"):
        carried = " ".join(words[passage] for passage in several(claim["passages"]))
        stated = {int(claim[column]) for column in ("low", "best", "high") if claim[column]} - {0}
        missing += [(claim["id"], number) for number in stated if not _says(carried, number)]
    assert missing == []


def _says(text: str, number: int) -> bool:
    in_digits = rf"(?<![\d,]){number:,}(?![\d,]*\d)"
    return re.search(rf"{in_digits}|\b({NUMBERS.get(number, in_digits)})\b", text) is not None


def test_a_figure_of_none_is_said_in_words() -> None:
    words = {row["id"]: row["exact"] for row in rows("passages")}
    none = [row for row in rows("claims") if row["low"] == row["best"] == row["high"] == "0"]
    assert [row["id"] for row in none] == ["E11-C02", "E16-C03", "E38-C01"]
    assert all(re.search(r"nobody|denied any deaths", words[row["passages"]]) for row in none)


def test_every_cited_source_has_an_original_that_is_not_held_and_an_extract_note() -> None:
    cited = {row["source"] for row in rows("claims") + rows("quotes")}
    originals = {row["source"]: row["id"] for row in rows("documents") if row["original_at"]}
    notes = {row["source"]: row for row in rows("documents") if row["file"]}
    assert notes.keys() == cited
    assert originals.keys() == {row["id"] for row in rows("sources")}
    for source, row in notes.items():
        assert (row["derivation"], row["derived_from"]) == ("extract-note", originals[source])


@pytest.mark.parametrize("note", sorted(NOTES.glob("*.md")), ids=lambda note: note.stem)
def test_a_note_says_that_it_is_one_and_quotes_nothing_but_the_six_quotations(note: Path) -> None:
    text = note.read_text("utf-8")
    lines = text.splitlines()
    assert lines[0].startswith("# Extract note: ")
    assert lines[2].startswith(f"{MARK} This note was prepared for this case from ")
    ours = without_quotations(text)
    assert not re.search('["“”«»„]', ours)
    assert not UNWANTED.search(re.sub(r"^(Original|# Extract note): .*$", "", ours, flags=re.MULTILINE))
    quoted = [line[2:] for line in lines if line.startswith("> ")]
    assert quoted == [row["text"] for row in rows("quotes") if row["source"] == note.stem]


def test_no_table_names_the_tools_the_case_was_made_with() -> None:
    texts = [path.read_text("utf-8") for path in FOLDER.iterdir() if path.is_file()]
    assert not any(re.search(r"factbase|fact base", text) for text in texts)


def test_the_boumedra_quotation_is_verbatim() -> None:
    quote = next(row for row in rows("quotes") if row["id"] == "Q1")
    assert hashlib.sha256(quote["text"].encode()).hexdigest() == VERBATIM_HASH
    assert note_of("article-000").count(quote["text"]) == 1


def test_answering_quotations_are_shown_with_each_other() -> None:
    shown = {row["id"]: set(several(row["show_with"])) for row in rows("quotes")}
    assert shown == {"Q1": {"Q4"}, "Q2": {"Q3"}, "Q3": {"Q2"}, "Q4": {"Q1"}, "Q5": set(), "Q6": set()}


def test_the_article_has_its_paragraphs_its_spans_and_its_hash(facts: Facts) -> None:
    article = facts["article"]
    passages = {row["id"]: row for row in rows("passages")}
    assert len(article["paragraphs"]) == PARAGRAPHS
    for told in article["paragraphs"]:
        summary, original = passages[f"article-{told['id']}"], passages[f"article-original-{told['id']}"]
        assert (summary["exact"], summary["original"]) == (told["summary"], original["id"])
        assert original["sha256"] == told["sha256"]
        assert (original["start"], original["end"]) == (str(told["cp_start"]), str(told["cp_end"]))
    assert len(article["extraction"]) == SPANS
    for told in article["extraction"]:
        span = passages[told["id"]]
        assert (span["start"], span["end"]) == (str(told["cp_start"]), str(told["cp_end"]))
        assert span["label"]
    file = next(row for row in rows("documents") if row["id"] == "D-article-000")
    assert (file["sha256"], file["byte_size"]) == (article["sha256"], str(article["bytes"]))


def test_what_the_article_says_of_an_event_can_be_reached_from_it(facts: Facts) -> None:
    reached = {(row["event"], row["passage"]) for row in rows("event_passages")}
    reached |= {(row["event"], passage) for row in rows("claims") for passage in several(row["passages"])}
    told = {(event["id"], f"article-{part}") for event in facts["events"] for part in event["article_paragraphs"]}
    told |= {(span["event"], span["id"]) for span in facts["article"]["extraction"] if span.get("event")}
    assert told - reached == set()


def test_every_claim_of_the_fact_base_survives(facts: Facts) -> None:
    told = {claim["id"]: (event["id"], claim) for event in facts["events"] for claim in event["claims"]}
    claims = {row["id"]: row for row in rows("claims")}
    assert claims.keys() == told.keys()
    for key, (event, claim) in told.items():
        row = claims[key]
        columns = ("low", "best", "high", "qualifier", "as_of", "credibility", "source")
        assert {column: row[column] for column in columns} == {column: _cell(claim[column]) for column in columns}
        assert (row["event"], row["claimant"]) == (event, _cell(claim["attributed_to"]))
        assert (row["text"], row["measure"]) == (claim["wording"], slug(claim["measure"]))


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def test_a_number_or_a_word_for_one_makes_a_claim_a_figure_unless_it_says_who_did_it() -> None:
    for row in rows("claims"):
        counted = bool(row["low"] or row["best"] or row["high"] or row["qualifier"] == "dozens")
        assert counted == (row["kind"] == "figure") or row["kind"] == "attribution"


def test_every_event_keeps_its_date_its_other_dates_its_people_and_its_relations(facts: Facts) -> None:
    events = {row["id"]: row for row in rows("events")}
    for told in facts["events"]:
        row = events[told["id"]]
        columns = ("title", "summary", "precision", "place")
        assert {column: row[column] for column in columns} == {column: told[column] for column in columns}
        assert (row["date"], row["kind"]) == (told["edtf"], slug(told["type"]))
        assert row["subkind"] == slug(told["subtype"] or "")
    assert {(row["event"], row["date"], row["source"]) for row in rows("event_dates")} == {
        (told["id"], other["edtf"], other["source"])
        for told in facts["events"]
        for other in told["date_alternatives"]
    }
    assert {(row["event"], row["agent"], row["role"]) for row in rows("event_agents")} == {
        (told["id"], actor["actor"], actor["role"]) for told in facts["events"] for actor in told["actors"]
    }
    assert {(row["event"], row["relation"], row["to"], row["note"]) for row in rows("event_relations")} == {
        (told["id"], link["type"], link["target"].replace("article:", "article-"), link["note"] or "")
        for told in facts["events"]
        for link in told["relations"]
    }


def test_only_the_stated_total_is_a_total() -> None:
    assert [row["id"] for row in rows("events") if row["total"]] == ["E40"]


def test_every_source_keeps_its_date_its_reading_and_its_proposed_grade(facts: Facts) -> None:
    sources = {row["id"]: row for row in rows("sources")}
    assert len(sources) == len(facts["sources"])
    for told in facts["sources"]:
        row = sources[told["id"]]
        expected = (told["title"], _cell(told["date_edtf"]), told["kind"], told["party_to_events"])
        assert (row["title"], row["date"], row["kind"], row["party"]) == expected
        reading = (told["read_status"], _cell(told["reposted_by"]), told["admiralty_reliability"])
        assert (row["read_status"], row["reposted_by"], row["reliability"]) == reading
        assert row["url"] in (told["url"] or "", "")
    assert [key for key, row in sources.items() if not row["url"]] == ["article-000", "ep-debate-2009-04-24"]


def test_every_actor_and_place_survives(facts: Facts) -> None:
    assert {(row["id"], row["name"], row["party"]) for row in rows("agents")} == {
        (told["id"], told["name"], told["party_to_events"]) for told in facts["actors"]
    }
    places = {row["id"]: row for row in rows("places")}
    for told in facts["places"]:
        row = places[told["id"]]
        assert (row["lat"], row["lon"], row["radius_km"]) == (
            _cell(told["lat"]), _cell(told["lon"]), _cell(told["uncertainty_km"]),
        )  # fmt: skip
        assert several(row["reported"]) == told.get("reported_distances", [])
        assert several(row["sources"]) == told["sources"]


def test_every_quotation_discrepancy_and_step_survives(facts: Facts) -> None:
    for told, row in zip(facts["quotes"], rows("quotes"), strict=True):
        assert (row["id"], row["text"], row["speaker"]) == (told["id"], told["text"], told["speaker"])
        assert (row["said"], row["context"]) == (told["date_edtf"], told["context"])
        assert several(row["events"]) == [e["id"] for e in facts["events"] if told["id"] in e["quotes"]]
    for told, row in zip(facts["discrepancies"], rows("discrepancies"), strict=True):
        assert (row["id"], row["topic"], row["says"]) == (told["id"], told["topic"], told["article_says"])
        assert several(row["sources"]) == told["sources"]
        assert row["events"]
    for told, row in zip(facts["storyboard"], rows("storyboard_items"), strict=True):
        assert (row["title"], row["note"], row["minutes"]) == (told["title"], told["say"], str(told["minutes"]))
        assert several(row["targets"]) == [f"event:{event}" for event in told["events"]]


def test_no_difference_between_accounts_is_called_settled() -> None:
    judged = re.compile("resolved|settled|supported|imprecise|outlier|omission|contradicted", re.IGNORECASE)
    assert [row["status"] for row in rows("discrepancies") if judged.search(row["status"])] == []


def test_every_translated_title_is_a_draft(facts: Facts) -> None:
    translated = {(row["id"], row["lang"]): row["text"] for row in rows("translations")}
    told = {(event["id"], lang): text for event in facts["events"] for lang, text in event["i18n"].items()}
    told |= {("", lang): text for lang, text in facts["i18n_case_title"].items() if lang != "en"}
    assert translated == told
    assert {row["status"] for row in rows("translations")} == {"draft"}


def test_every_measure_and_every_word_of_the_fact_base_is_explained(facts: Facts) -> None:
    measures = [row["code"] for row in rows("measures")]
    assert measures[:2] == ["killed", "injured"]
    assert set(measures) == {slug(claim["measure"]) for event in facts["events"] for claim in event["claims"]}
    terms = {(row["scheme"], row["code"]) for row in rows("terms")}
    lists = {"event_type": "kind", "event_subtype": "subkind", "party_to_events": "party",
             "read_status": "read-status", "admiralty_reliability": "reliability",
             "admiralty_credibility": "credibility"}  # fmt: skip
    told = {(scheme, code) for name, scheme in lists.items() for code in facts["vocabularies"][name]}
    told = {(scheme, slug(code) if scheme in ("kind", "subkind") else code) for scheme, code in told}
    assert told <= terms


def test_rows_are_in_a_stable_order() -> None:
    for name in ("agents", "places", "sources", "events", "claims", "quotes", "discrepancies", "reckonings"):
        keys = [row["id"] for row in rows(name)]
        assert keys == sorted(keys), name
