"""The bundled case's events of most claims, from its own index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from viewer.index.ask import comparing
from viewer.index.reader import open_index
from viewer.panes.accounts.arranged import Order, arranged
from viewer.panes.accounts.pane import AccountsPane
from viewer.wording.accounts import excluded, others_of
from viewer.wording.citation import Reference
from viewer.wording.voice import English

REFERENCE = Reference("Camp Ashraf", "case:x")
FIVE = ("E11", "E16", "E31", "E37", "E40")


@pytest.fixture
def case(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_index(ashraf_index)) as connection:
        yield connection


@pytest.mark.parametrize("events", [("E16",), ("E11",), ("E31",), FIVE])
def test_every_claim_of_the_events_stands_in_one_cell(case: sqlite3.Connection, events: tuple[str, ...]) -> None:
    table = comparing.accounts(case, events)
    found = [claim.uid for row in table.rows for cell in row.cells for claim in cell.claims]
    marks = ", ".join("?" for _ in events)
    question = f"SELECT c.uid FROM claim c JOIN event e ON e.id = c.event_id WHERE e.uid IN ({marks})"
    assert sorted(found) == sorted(uid for (uid,) in case.execute(question, events))


@pytest.mark.parametrize("events", [("E16",), ("E11",), ("E31",), FIVE])
def test_marks_are_symmetric(case: sqlite3.Connection, events: tuple[str, ...]) -> None:
    others = others_of(comparing.accounts(case, events))
    assert others
    for uid, claim in others.items():
        assert all(uid in others[other].disputed_by for other in claim.disputed_by)


@pytest.mark.parametrize("order", list(Order))
def test_an_order_loses_nothing(case: sqlite3.Connection, order: Order) -> None:
    table = comparing.accounts(case, FIVE)
    again = arranged(English(), table, order, False)
    assert others_of(again) == others_of(table)
    assert {account.origin for account in again.accounts} == {account.origin for account in table.accounts}


def test_ohchr_on_the_dead_of_april_2011_is_spoken(case: sqlite3.Connection, pane: AccountsPane) -> None:
    pane.show_accounts(comparing.accounts(case, ("E16",)), REFERENCE)
    model = pane.table.accounts
    column = [account.origin for account in model.table.accounts].index("OHCHR")
    row = [row.label for row in model.table.rows].index("killed")
    heard = model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
    count = len(excluded(model.cell(row, column)))
    differs = f", differs from {count} other{'' if count == 1 else 's'}" if count else ""
    assert heard == f"OHCHR, killed: at least 34, as of 15 April 2011{differs}"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_five_events_at_once_are_shown_both_ways_round(
    case: sqlite3.Connection, pane: AccountsPane, direction: Qt.LayoutDirection
) -> None:
    pane.setLayoutDirection(direction)
    pane.show_accounts(comparing.accounts(case, FIVE), REFERENCE, scope="shown", shown=5)
    assert pane._title.text() == "Accounts of 5 events"
    assert pane.table.accounts.rowCount() > 15
    assert not pane.grab().isNull()
