"""Who says what stands side by side; reprints of one origin are one column."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from viewer.case.errors import UnknownFocus
from viewer.index.ask import comparing
from viewer.index.reader import open_index


def test_a_column_is_an_origin_with_all_its_sources(index: sqlite3.Connection) -> None:
    table = comparing.accounts(index, ["E01"])
    columns = {account.origin: [source.uid for source in account.sources] for account in table.accounts}
    assert columns == {
        "Government": ["wire-1"],
        "A. Spokesman": ["wire-1"],
        "سكان المخيم": ["paper"],
        "United Nations": ["paper"],
        "The Wire": ["wire-1", "paper", "reprint"],
    }


def test_a_row_is_a_point_and_a_cell_what_one_account_says_on_it(index: sqlite3.Connection) -> None:
    table = comparing.accounts(index, ["E01"])
    assert [(row.event.uid, row.measure, row.disputed) for row in table.rows] == [
        ("E01", "killed", True), ("E01", "injured", False), ("E01", "cause", False),
    ]  # fmt: skip
    killed = table.rows[0]
    said = {
        account.origin: ([claim.uid for claim in cell.claims], cell.differs)
        for account, cell in zip(table.accounts, killed.cells, strict=True)
    }
    assert said == {
        "Government": (["C01"], True),
        "A. Spokesman": (["C02"], True),
        "سكان المخيم": (["C03"], True),
        "United Nations": (["C04"], True),
        "The Wire": (["C05"], False),  # "dozens" may be any number
    }


def test_a_cell_leads_to_its_passage(index: sqlite3.Connection) -> None:
    killed = comparing.accounts(index, ["E01"]).rows[0]
    assert killed.cells[0].claims[0].passages[0].uid == "P2"


def test_a_selection_has_the_rows_of_each_event_in_order_of_time(index: sqlite3.Connection) -> None:
    table = comparing.accounts(index, ["E03", "E01", "E03"])
    assert [(row.event.uid, row.label) for row in table.rows] == [
        ("E01", "Killed"), ("E01", "Injured"), ("E01", "Cause"), ("E03", "Killed"), ("E03", "Killed (children)"),
    ]  # fmt: skip
    assert all(len(row.cells) == len(table.accounts) for row in table.rows)


def test_nothing_said_is_an_empty_table(index: sqlite3.Connection) -> None:
    assert comparing.accounts(index, ["E05"]) == comparing.Accounts((), ())
    with pytest.raises(UnknownFocus):
        comparing.accounts(index, ["E99"])


def test_differing_cells_are_those_of_the_disputes(ashraf_index: Path) -> None:
    with closing(open_index(ashraf_index)) as ashraf:
        table = comparing.accounts(ashraf, ["E16"])
        disputed = {row.label for row in table.rows if any(cell.differs for cell in row.cells)}
        assert disputed == {row.label for row in table.rows if row.disputed}
        assert disputed
