"""Two versions differ by what their authors changed, not by how their entries are numbered."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.sealing import drive
from viewer.builder.build import Wishes, check
from viewer.builder.rows import records_of
from viewer.case import records
from viewer.case.diff import ENTITIES, Change, Difference, Reader, compare
from viewer.case.figure import Figure

GOOD = Path(__file__).resolve().parents[1] / "cases" / "good"
Edited = Callable[..., Reader]


def reader_of(folder: Path) -> Reader:
    """The records that the builder makes of a folder, restricted ones too."""
    made = records_of(check(folder, Wishes(draft=True, restricted=True)).material, {})

    def read(record: type[Any]) -> Iterable[Any]:
        return made.get(record, [])

    return read


@pytest.fixture(scope="module")
def old() -> Reader:
    return reader_of(GOOD)


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Makes a version in which, in these files, these words stand for those: claims=("a", "b")."""

    def edit(**changes: tuple[str, str]) -> Reader:
        folder = tmp_path / "new"
        shutil.copytree(GOOD, folder)
        for name, (before, after) in changes.items():
            file = next(path for path in (folder / f"{name}.csv", folder / f"{name}.toml") if path.exists())
            text = file.read_text("utf-8")
            assert text.count(before) == 1
            file.write_text(text.replace(before, after), "utf-8")
        return reader_of(folder)

    return edit


def test_a_case_does_not_differ_from_itself(old: Reader) -> None:
    assert drive(compare(old, old)) == ()


def test_a_changed_figure_is_told_as_it_stands_in_both(old: Reader, edited: Edited) -> None:
    new = edited(
        claims=("C1,E1,NEWS-A,DOCKERS,figure,killed,4,,,at-least", "C1,E1,NEWS-A,DOCKERS,figure,killed,5,,9,")
    )
    assert drive(compare(old, new)) == (
        Difference(
            "claim",
            "C1",
            "changed",
            "",
            (Change("figure", Figure(4, None, None, "at-least"), Figure(5, None, 9)),),
        ),
    )


def test_an_entry_in_front_renumbers_the_rest_and_is_the_only_difference(old: Reader, edited: Edited) -> None:
    new = edited(
        events=("E1,shooting", "A1,statement,An earlier word,2010-03-01,,,,,\nE1,shooting"),
        agents=("id,", "id,"),
    )
    assert {row.uid: row.id for row in new(records.Event)} != {row.uid: row.id for row in old(records.Event)}
    assert drive(compare(old, new)) == (Difference("event", "A1", "added", "An earlier word"),)


def test_what_is_gone_was_withdrawn_and_links_to_it_changed(old: Reader, edited: Edited) -> None:
    new = edited(claims=("C5,E1,DIARY,WITNESS,figure,killed,,4,,,,,,PA-5,,\n", ""))
    assert drive(compare(old, new)) == (Difference("claim", "C5", "withdrawn", ""),)
    assert drive(compare(new, old)) == (Difference("claim", "C5", "added", ""),)


def test_fields_point_to_entries_by_their_uids(old: Reader, edited: Edited) -> None:
    new = edited(claims=("C4,E1,NEWS-A,POLICE,", "C4,E2,NEWS-B,GOV,"))
    (difference,) = drive(compare(old, new))
    assert difference == Difference(
        "claim",
        "C4",
        "changed",
        "Police said that nobody was hit.",
        (Change("event", "E1", "E2"), Change("source", "NEWS-A", "NEWS-B"), Change("claimant", "POLICE", "GOV")),
    )


def test_links_are_part_of_the_entry_they_belong_to(old: Reader, edited: Edited) -> None:
    new = edited(
        event_agents=("E1,POLICE,present", "E1,POLICE,reported"),
        quotes=("PA-2,E1,Q2", "PA-2,E1; E2,Q2"),
        claims=("PA-3; PA-4", "PA-4"),
    )
    told = {(difference.entity, difference.uid): difference.changes for difference in drive(compare(old, new))}
    assert told == {
        ("event", "E1"): (
            Change(
                "agents",
                "DOCKERS, present\nPOLICE, present\nWITNESS, present",
                "DOCKERS, present\nPOLICE, reported\nWITNESS, present",
            ),
        ),
        ("claim", "C3"): (Change("passages", "PA-3, states\nPA-4, states", "PA-4, states"),),
        ("quote", "Q1"): (Change("events", "E1", "E1\nE2"),),
    }


def test_dates_are_compared_as_stated_and_not_by_their_bounds(old: Reader, edited: Edited) -> None:
    new = edited(events=("2010-06~", "2010-06?"))
    (difference,) = drive(compare(old, new))
    assert difference.changes == (Change("date_edtf", "2010-06~", "2010-06?"),)


def test_facts_about_the_case_are_compared(old: Reader, edited: Edited) -> None:
    new = edited(case=('version = "2"', 'version = "3"'))
    assert drive(compare(old, new)) == (
        Difference("case", "version", "changed", "version", (Change("value", "2", "3"),)),
    )


def test_sources_passages_and_documents_are_compared(old: Reader, edited: Edited) -> None:
    new = edited(
        sources=("NEWS-B,news,Shots at the harbour", "NEWS-B,news,Shots at the port"),
        passages=("PA-4,DOC-R,,,,,,12", "PA-4,DOC-R,,,,,,13"),
    )
    told = [(found.entity, found.uid, found.changes) for found in drive(compare(old, new))]
    assert told == [
        ("passage", "PA-4", (Change("page", "12", "13"),)),
        ("source", "NEWS-B", (Change("title", "Shots at the harbour", "Shots at the port"),)),
    ]


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_kind_of_entry_is_compared(old: Reader, entity: type[Any]) -> None:
    """Each but the first row of one kind taken away shows as withdrawn."""

    def fewer(record: type[Any]) -> Iterable[Any]:
        rows = list(old(record))
        return rows[:-1] if record is entity else rows

    gone = list(old(entity))[-1]
    told = drive(compare(old, fewer))
    uid = getattr(gone, "uid", None) or getattr(gone, "code", None) or getattr(gone, "key", None)
    assert ("withdrawn", uid) in {(found.kind, found.uid) for found in told}


def test_a_reference_into_nowhere_is_no_accident(old: Reader) -> None:
    def broken(record: type[Any]) -> Iterable[Any]:
        rows = list(old(record))
        return [dataclasses.replace(row, event_id=999) for row in rows] if record is records.Claim else rows

    told = drive(compare(old, broken))
    assert {change.new for found in told for change in found.changes} == {"?"}
