"""A case becomes a folder and a case again: the same digest, whatever stands in it."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.hostile.opening import opened_or_refused
from viewer.builder.build import Wishes, check, write
from viewer.builder.rows import Records
from viewer.builder.unbuilding import _thousandth
from viewer.case import bag, records, store
from viewer.case.bag import Bag
from viewer.case.errors import CaseError
from viewer.case_commands.running import drive
from viewer.cli import main
from viewer.intake.exporting import export
from viewer.intake.reading import reading

CASES = Path(__file__).parents[1] / "cases"
Capture = pytest.CaptureFixture[str]
Row = dict[str, object]

WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), include_characters="\n\t;,\"'="), max_size=40
)
NAME = WORDS.map(str.strip).filter(bool)
IDS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,12}", fullmatch=True)
DATES = st.sampled_from(("2011-04-08", "2011~", "[2022-03-04,2022-04-03]", "2009/..", "", "2011-04-08T05:30"))


def told(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def digest(case: Path) -> str:
    with Bag.open(case) as held:
        return held.digest


def there_and_back(case: Path, folder: Path) -> str:
    """Exported by the command, checked and built by the builder: the digest of what comes out."""
    assert told("export", case, "-o", folder) == 0
    checked = check(folder, Wishes(restricted=True))
    assert not checked.errors
    again = folder.with_name("again.evcase")
    write(checked, again)
    return digest(again)


@pytest.mark.parametrize("name", ["ashraf", "harbour"])
def test_a_bundled_case_comes_back(built_resources: Path, tmp_path: Path, name: str) -> None:
    case = built_resources / "cases" / f"{name}.evcase"
    assert there_and_back(case, tmp_path / name) == digest(case)


@pytest.mark.parametrize("name", ["good", "arabic", "flat"])
def test_a_case_of_the_builder_comes_back(tmp_path: Path, name: str) -> None:
    case = tmp_path / "case.evcase"
    folder = shutil.copytree(CASES / name, tmp_path / "source")  # a sheet's new ids are kept beside it
    write(check(folder, Wishes(restricted=True)), case)
    assert there_and_back(case, tmp_path / name) == digest(case)


def _table(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)


@st.composite
def folders(draw: st.DrawFn) -> Path:
    """A folder with texts, figures, dates, measures of length and a passage anywhere in its document."""
    root = Path(tempfile.mkdtemp())
    (root / "documents").mkdir()
    text = draw(WORDS.filter(lambda words: len(words) > 2 and "\ufeff" not in words))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    (root / "documents" / "a.md").write_bytes(text.encode())
    uid = draw(st.lists(IDS, min_size=4, max_size=4, unique_by=str.casefold))
    (root / "case.toml").write_text(
        '[case]\nuid = "c"\ntitle = "t"\nprepared_by = "p"\nprepared_on = "2024"\n', "utf-8"
    )
    low, high = draw(st.integers(0, 10**15 - 1)), draw(st.integers(0, 10**6))
    _table(root / "measures.csv", [{"code": "killed", "label": draw(NAME)}])
    place = {"id": uid[0], "name": draw(NAME), "lat": 3.5, "lon": -0.25, "note": draw(WORDS)}
    _table(root / "places.csv", [{**place, "radius_km": f"{draw(st.integers(0, 10**6)) / 1000:.3f}"}])
    dated = {"date": draw(DATES), "publisher": draw(NAME)}
    _table(root / "sources.csv", [{"id": uid[1], "kind": "other", "title": draw(NAME), **dated}])
    _table(root / "documents.csv", [{"id": uid[2], "source": uid[1], "title": draw(NAME), "file": "a.md"}])
    range_of = {"exact": text[start:end], "start": start, "end": end}
    _table(root / "passages.csv", [{"id": uid[3], "document": uid[2], **range_of}])
    event = {"id": uid[0], "kind": "event", "title": draw(NAME), "place": uid[0], "date": draw(DATES)}
    _table(root / "events.csv", [{**event, "summary": draw(WORDS)}])
    stated = {"low": low, "high": high, "qualifier": "range", "as_of": draw(DATES), "text": draw(WORDS)}
    carried = {"event": uid[0], "source": uid[1], "passages": uid[3], "kind": "figure", "measure": "killed"}
    _table(root / "claims.csv", [{"id": uid[1], **carried, **stated}])
    _add_what_is_rarer(draw, root, uid)
    return root


def _add_what_is_rarer(draw: st.DrawFn, root: Path, uid: list[str]) -> None:
    """Any choice of: people under restriction, an original elsewhere, translations, a hearing list, custody."""
    access = st.sampled_from(("", "open", "restricted"))
    away: Row = {
        "id": uid[0],
        "source": uid[1],
        "title": draw(NAME),
        "original_at": draw(NAME),
        "access": draw(access),
    }
    original = {"id": uid[0], "document": uid[0], "page": draw(st.integers(1, 9)), "label": draw(WORDS)}
    quote: Row = {"id": uid[0], "text": draw(NAME), "source": uid[1], "passage": uid[0], "said": draw(DATES)}
    translated = {"entity": "event", "id": uid[0], "field": "title", "lang": "ar", "text": draw(NAME)}
    step = {"id": uid[2], "storyboard": uid[3], "seq": 1, "title": draw(NAME), "note": draw(WORDS)}
    shown = {"minutes": draw(st.integers(0, 10**4)) / 10, "targets": f"event:{uid[0]}; passage:{uid[3]}"}
    rarer: dict[str, Row] = {
        "agents": {"id": uid[3], "name": draw(NAME), "kind": "person", "access": draw(access)},
        "quotes": quote,
        "translations": {**translated, "status": draw(st.sampled_from(("draft", "machine", "certified")))},
        "storyboards": {"id": uid[3], "title": draw(NAME), "purpose": draw(WORDS)},
        "storyboard_items": {**step, **shown},
        "exhibits": {"number": draw(NAME), "document": uid[2], "title": draw(NAME)},
        "custody": {"at": "2014-03-25", "actor": draw(NAME), "action": "received", "note": draw(WORDS)},
        "provenance": {"at": "2014-03-25", "activity": "import", "agent": draw(NAME), "note": draw(WORDS)},
    }
    of_an_original, of_a_list = {"quotes"}, {"storyboard_items", "storyboards"}
    apart = st.sampled_from(sorted(rarer.keys() - of_an_original - of_a_list))
    chosen = draw(st.sets(apart)) | draw(st.sampled_from((set(), of_a_list)))
    if draw(st.booleans()):
        chosen |= of_an_original
        held = {"id": uid[2], "source": uid[1], "title": draw(NAME), "file": "a.md", "derived_from": uid[0]}
        derived: Row = {**held, "derivation": draw(st.sampled_from(("translation", "redaction")))}
        _table(root / "documents.csv", [derived, away])
        _append(root / "passages.csv", original)
    for name in chosen:
        _table(root / f"{name}.csv", [rarer[name]])


def _append(path: Path, row: Row) -> None:
    _table(path, [*_rows(path), row])


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(one) for one in csv.DictReader(file)]


def _comes_back(folder: Path) -> None:
    beside = folder.with_name(f"{folder.name}-out")
    try:
        checked = check(folder, Wishes())
        assume(not checked.errors)
        case = folder / "case.evcase"
        write(checked, case)
        assert opened_or_refused(case) is None
        assert there_and_back(case, beside / "folder") == digest(case)
    finally:
        for made in (folder, beside):
            shutil.rmtree(made, ignore_errors=True)


_QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(max_examples=8, deadline=None, suppress_health_check=_QUIET)
@given(folders())
def test_any_case_comes_back(folder: Path) -> None:
    _comes_back(folder)


@pytest.mark.long
@settings(max_examples=500, deadline=None, suppress_health_check=_QUIET)
@given(folders())
def test_very_many_cases_come_back(folder: Path) -> None:
    _comes_back(folder)


@given(st.integers(0, 10**9), st.integers(0, 9))
def test_a_radius_comes_back_to_the_last_bit(whole: int, places: int) -> None:
    metres = whole / 10**places * 1000
    assert _thousandth(metres) * 1000 == metres


def test_words_that_are_known_to_have_moved_are_expected_to_have_moved(tmp_path: Path) -> None:
    """A case does not say what its authors expected; without it the folder could not be built again."""
    folder = next(folders_of_a_moved_passage(tmp_path))
    case = tmp_path / "case.evcase"
    write(check(folder, Wishes()), case)
    assert there_and_back(case, tmp_path / "out") == digest(case)
    assert "missing" in (tmp_path / "out" / "passages.csv").read_text("utf-8")


def folders_of_a_moved_passage(tmp_path: Path):  # type: ignore[no-untyped-def]
    folder = tmp_path / "moved"
    (folder / "documents").mkdir(parents=True)
    (folder / "case.toml").write_text('[case]\nuid = "c"\ntitle = "t"\nprepared_by = "p"\nprepared_on = "2024"\n')
    (folder / "documents" / "a.txt").write_text("other words")
    _table(folder / "documents.csv", [{"id": "D", "title": "t", "file": "a.txt"}])
    _table(folder / "passages.csv", [{"id": "P", "document": "D", "exact": "the words", "expect": "missing"}])
    yield folder


def of_another_program(tmp_path: Path, *changes: str) -> Path:
    """A case of ours whose database somebody has changed, by SQL, and put into a bag of its own."""
    case, place = tmp_path / "case.evcase", tmp_path / "files"
    write(check(CASES / "good", Wishes()), case)
    with Bag.open(case) as held:
        files = {name.removeprefix("data/"): held.read(name) for name in held.manifest}
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    with closing(sqlite3.connect(place / "case.sqlite")) as connection:
        for change in changes:
            connection.execute(change)
        connection.commit()
    bag.write(tmp_path / "other.evcase", {name: place / name for name in files}, {})
    return tmp_path / "other.evcase"


def test_what_a_folder_cannot_say_is_told(tmp_path: Path, capsys: Capture) -> None:
    """A case of another program may hold more than a folder can: it is never called the same."""
    case = of_another_program(tmp_path, "INSERT INTO meta VALUES ('of_another_program', 'yes')")
    assert told("export", case, "-o", tmp_path / "out") == 1
    assert "data/case.sqlite: " in capsys.readouterr().err
    assert (tmp_path / "out" / "case.toml").is_file()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET summary = 'one' || char(13) || 'two, three'",
        "UPDATE event SET title = '=cmd|x', summary = ' kept to the last space '",
        "UPDATE document SET uid = '../' || uid",
        "UPDATE document SET uid = iif(id = 1, 'doc', upper('doc')) WHERE id IN (SELECT id FROM document LIMIT 2)",
        "UPDATE claim SET low = 9000000000000000000, best = NULL, high = NULL",
        "UPDATE event SET date_edtf = 'no date'",
        "UPDATE meta SET value = '' WHERE key = 'title'",
        "DELETE FROM meta",
    ],
)
def test_whatever_another_program_wrote_is_exported_and_told(tmp_path: Path, capsys: Capture, change: str) -> None:
    """No row breaks in two, no name leads outside of the folder, and nothing falls."""
    case = of_another_program(tmp_path, change)
    before = {path.name for path in tmp_path.iterdir()}
    ended = told("export", case, "-o", tmp_path / "out")
    assert ended == 1
    assert capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} in (before, before | {"out"})
    if (tmp_path / "out").exists():
        events = [_rows(place / "events.csv") for place in (tmp_path / "out", CASES / "good")]
        assert {row["id"] for row in events[0]} == {row["id"] for row in events[1]}
        with Bag.open(case) as held:
            documents = sorted(held.read(name) for name in held.manifest if name != "data/case.sqlite")
        assert sorted(path.read_bytes() for path in (tmp_path / "out" / "documents").iterdir()) == documents


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, built_resources: Path, capsys: Capture) -> None:
    case = built_resources / "cases" / "harbour.evcase"
    (tmp_path / "kept").write_text("words")
    assert told("export", case, "-o", tmp_path) == 1
    assert "exists. Nothing was written." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_an_altered_document_is_not_exported(tmp_path: Path, built_resources: Path) -> None:
    """It is no longer the document; no folder is left that pretends to hold it."""
    case = tmp_path / "case"
    write(check(CASES / "good", Wishes()), case)
    altered = next((case / "data" / "documents").iterdir())
    altered.write_bytes(altered.read_bytes() + b" ")
    assert told("export", case, "-o", tmp_path / "out") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def _records(case: Path) -> Records:
    with Bag.open(case) as held, reading(held) as read:
        return {record: list(read(record)) for record in store.TABLES}


def test_of_a_draft_everything_comes_back_but_its_list_of_errors(tmp_path: Path, capsys: Capture) -> None:
    """The list stands in the case, and only the folder that it speaks of could give it again."""
    folder = tmp_path / "draft"
    shutil.copytree(CASES / "good", folder)
    _append(folder / "claims.csv", {"id": "C-FAULTY"})
    case, again = tmp_path / "case.evcase", tmp_path / "again.evcase"
    write(check(folder, Wishes(draft=True, restricted=True)), case)
    assert told("export", case, "-o", tmp_path / "out") == 1
    assert "a draft" in capsys.readouterr().err
    write(check(tmp_path / "out", Wishes(restricted=True)), again)
    before, after = _records(case), _records(again)
    assert {row.key for row in before[records.Meta]} - {row.key for row in after[records.Meta]} == {
        "draft",
        "problems",
    }
    assert {**before, records.Meta: []} == {**after, records.Meta: []}


def test_what_was_left_out_as_restricted_stays_out(tmp_path: Path) -> None:
    folder = tmp_path / "restricted"
    shutil.copytree(CASES / "good", folder)
    rows = _rows(folder / "agents.csv")
    _table(folder / "agents.csv", [{**rows[0], "access": "restricted"}, *rows[1:]])
    case, whole = tmp_path / "case.evcase", tmp_path / "whole.evcase"
    write(check(folder, Wishes()), case)
    write(check(folder, Wishes(restricted=True)), whole)
    assert there_and_back(case, tmp_path / "out") == digest(case) != digest(whole)
    (tmp_path / "again.evcase").unlink()
    assert there_and_back(whole, tmp_path / "all") == digest(whole)
    key = rows[0]["id"]
    named = [(tmp_path / name / "agents.csv").read_text("utf-8").splitlines()[1:] for name in ("out", "all")]
    assert [any(line.startswith(f"{key},") for line in lines) for lines in named] == [False, True]


COLUMNS = [(store.table_of(record), column) for record in store.TABLES for column in store.columns_of(record)]
ODD = st.sampled_from(
    (
        "",
        " ",
        "a;b",
        "a:b",
        "..",
        "none",
        "2011?",
        "\u202e",
        "\r\n",
        "None",
        "=1+1",
        "{}",
        -1,
        0,
        7,
        2**62,
        0.5,
        None,
    )
)


@st.composite
def changes(draw: st.DrawFn) -> str:
    """An UPDATE of some cells of one column to something odd."""
    table, column = draw(st.sampled_from(COLUMNS))
    value = draw(ODD)
    written = "NULL" if value is None else f"'{value}'" if isinstance(value, str) else str(value)
    rest = draw(st.sampled_from(("", f" || {column}", f" WHERE length({column}) % 3 = {draw(st.integers(0, 2))}")))
    return f"UPDATE OR IGNORE {table} SET {column} = {written}{rest}"


def _export_whatever(change: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        try:
            case = of_another_program(place, *change)
        except sqlite3.IntegrityError:
            assume(False)
        try:
            done = drive(export(case, place / "out"))
        except CaseError:
            assert opened_or_refused(case) is not None
            return
        if done.same:
            assert opened_or_refused(case) is None
            write(check(place / "out", Wishes(restricted=True)), place / "again.evcase")
            assert digest(place / "again.evcase") == digest(case)


@settings(max_examples=8, deadline=None, suppress_health_check=_QUIET)
@given(st.lists(changes(), min_size=1, max_size=4))
def test_whatever_stands_in_a_case_its_export_does_not_fall(change: list[str]) -> None:
    _export_whatever(change)


@pytest.mark.long
@settings(max_examples=500, deadline=None, suppress_health_check=_QUIET)
@given(st.lists(changes(), min_size=1, max_size=4))
def test_whatever_stands_in_very_many_cases_their_export_does_not_fall(change: list[str]) -> None:
    _export_whatever(change)
