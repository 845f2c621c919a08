"""Which accounts and points are shown and in what order; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from viewer.index.ask.chips import ClaimView, EventChip
from viewer.index.ask.comparing import Account, Accounts, Cell, Row
from viewer.wording.accounts import side_words
from viewer.wording.voice import Voice


class Order(Enum):
    """How the columns follow each other; within each, by the date of the first statement."""

    DATE = "date"
    SIDE = "side"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Column:
    """An account with its claims. first: the earliest julian day of a statement; points: how many it speaks on."""

    account: Account
    claims: tuple[ClaimView, ...]
    side: str
    first: float
    points: int


def columns_of(voice: Voice, table: Accounts) -> tuple[Column, ...]:
    """The accounts in the order of the table."""
    return tuple(
        _column(voice, account, [row.cells[at] for row in table.rows]) for at, account in enumerate(table.accounts)
    )


def events_of(table: Accounts) -> tuple[EventChip, ...]:
    """The events of the table, each once, in the order of its rows."""
    return tuple({row.event.uid: row.event for row in table.rows}.values())


def speaking(row: Row) -> int:
    """How many accounts say something on the point."""
    return sum(bool(cell.claims) for cell in row.cells)


def arranged(voice: Voice, table: Accounts, order: Order, shared_only: bool) -> Accounts:
    """The table in another order; `shared_only`: points on which at least two accounts speak.

    Accounts that speak on no point that is left are left out with them.
    """
    rows = [row for row in table.rows if not shared_only or speaking(row) > 1]
    left = replace(table, rows=tuple(rows))
    columns = columns_of(voice, left)
    places = [at for at in _order(columns, order) if columns[at].points]
    return _picked(left, places)


def part_of(table: Accounts, rows: Sequence[int], columns: Sequence[int]) -> Accounts:
    """Some rows and columns of the table."""
    return _picked(replace(table, rows=tuple(table.rows[at] for at in rows)), columns)


# How it is done


def _column(voice: Voice, account: Account, cells: list[Cell]) -> Column:
    claims = tuple(claim for cell in cells for claim in cell.claims)
    return Column(
        account=account,
        claims=claims,
        side=side_words(voice, claims),
        first=min((_day(claim) for claim in claims), default=float("inf")),
        points=sum(bool(cell.claims) for cell in cells),
    )


def _day(claim: ClaimView) -> float:
    """When the claim was stated; what has no date comes last."""
    when = claim.as_of or claim.source.when
    return when.earliest_jd if when and when.earliest_jd is not None else float("inf")


def _order(columns: Sequence[Column], order: Order) -> list[int]:
    def place(at: int) -> tuple[str, int, float]:
        column = columns[at]
        side = column.side.casefold() if order is Order.SIDE else ""
        return side, -column.points if order is Order.POINTS else 0, column.first

    return sorted(range(len(columns)), key=place)


def _picked(table: Accounts, places: Sequence[int]) -> Accounts:
    return Accounts(
        accounts=tuple(table.accounts[at] for at in places),
        rows=tuple(replace(row, cells=tuple(row.cells[at] for at in places)) for row in table.rows),
    )
