"""Order of the accounts, and which points are left out."""

from __future__ import annotations

import pytest

from tests.panes.accounts.made import BOTH, ONE
from viewer.panes.accounts.arranged import Order, arranged, columns_of, events_of, part_of
from viewer.wording.voice import English

VOICE = English()


@pytest.mark.parametrize(
    "order, names",
    [
        (Order.DATE, ["Government", "OHCHR", "Residents"]),  # who gives no date comes last
        (Order.SIDE, ["Residents", "Government", "OHCHR"]),
        (Order.POINTS, ["Government", "OHCHR", "Residents"]),
    ],
)
def test_accounts_are_ordered(order: Order, names: list[str]) -> None:
    assert [account.origin for account in arranged(VOICE, ONE, order, False).accounts] == names


def test_who_speaks_on_more_points_comes_first() -> None:
    assert [account.origin for account in arranged(VOICE, BOTH, Order.POINTS, False).accounts] == [
        "Government",
        "Residents",
        "OHCHR",
    ]


def test_cells_move_with_their_account() -> None:
    table = arranged(VOICE, BOTH, Order.DATE, False)
    for at, account in enumerate(table.accounts):
        said = {claim.claimant.name for row in table.rows for claim in row.cells[at].claims if claim.claimant}
        assert said == {account.origin}


def test_points_on_which_one_speaks_can_be_left_out_and_who_speaks_on_none_goes_with_them() -> None:
    table = arranged(VOICE, BOTH, Order.DATE, True)
    assert [(row.event.uid, row.label) for row in table.rows] == [("E1", "killed")]
    assert len(table.accounts) == 3
    alone = arranged(VOICE, part_of(BOTH, [1], [0, 1, 2]), Order.DATE, False)
    assert [account.origin for account in alone.accounts] == ["Government"]


def test_a_column_knows_its_side_its_points_and_its_first_day() -> None:
    government = columns_of(VOICE, ONE)[2]
    assert (government.side, government.points) == ("a side in the dispute", 2)
    assert government.first < columns_of(VOICE, ONE)[1].first


def test_events_are_named_once() -> None:
    assert [event.uid for event in events_of(BOTH)] == ["E1", "E2"]
