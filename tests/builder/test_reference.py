"""The help pages and the template follow the table that reading follows."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from viewer.builder.build import Wishes, check
from viewer.builder.columns import KINDS, Sheet
from viewer.builder.flat import FLAT
from viewer.builder.reading import CASE_KEYS
from viewer.builder.reference import of_flat_sheet, of_folder
from viewer.builder.sheets import SHEETS

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER_PAGE = (RESOURCES / "help" / "folder-format.md").read_text("utf-8")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_page_describes_every_column(sheet: Sheet) -> None:
    section = FOLDER_PAGE.partition(f"### {sheet.file}\n")[2].partition("\n### ")[0]
    for column in sheet.columns:
        (row,) = [
            line
            for line in section.splitlines()
            if line.startswith((f"| `{column.name}`", f"| **`{column.name}`"))
        ]
        assert column.says in row
        assert all(f"`{word}`" in row for word in column.words)


def test_the_pages_hold_the_table_as_it_is_now() -> None:
    """After a change of the table, put what `viewer.builder.reference` says at the end of both pages."""
    assert FOLDER_PAGE.endswith(of_folder())
    assert (RESOURCES / "help" / "one-sheet.md").read_text("utf-8").endswith(of_flat_sheet())


def test_the_page_names_every_entry_of_case_toml() -> None:
    assert all(f"`{key}`" in FOLDER_PAGE or f"{key} = " in FOLDER_PAGE for key in CASE_KEYS)


@pytest.mark.parametrize("sheet", (*SHEETS, FLAT), ids=lambda sheet: sheet.name)
def test_every_column_says_what_it_means_in_a_sentence(sheet: Sheet) -> None:
    for column in sheet.columns:
        assert column.says[-1] in ".…?"
        assert column.kind in KINDS


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_goes_to_a_field_of_its_record(sheet: Sheet) -> None:
    names = {field.name for field in fields(sheet.record)}
    assert {column.goes_to for column in sheet.columns if column.goes_to} <= names
    assert {bound for column in sheet.columns for bound in column.bounds or ()} <= names


def test_the_template_has_every_file_with_every_column() -> None:
    for sheet in SHEETS:
        header = (RESOURCES / "template" / sheet.file).read_text("utf-8").splitlines()[0]
        assert header == ",".join(column.name for column in sheet.columns)


def test_the_template_is_without_errors_and_says_that_it_is_invented() -> None:
    checked = check(RESOURCES / "template", Wishes())
    assert [problem.code for problem in checked.problems] == ["fiction"]
