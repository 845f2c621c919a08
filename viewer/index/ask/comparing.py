"""Accounts beside each other: one column a source, one row a point, each cell what that source says."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.index.ask.chips import ClaimView, EventChip, SourceChip


@dataclass(frozen=True, slots=True)
class Account:
    """A column: sources whose claims go back to the same origin stand together and count once.

    origin: the claimant's (or, without one, the publisher's) name; sources: at least one, by date.
    """

    origin: str
    sources: tuple[SourceChip, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says on one point; empty = it says nothing on it.

    differs: some other cell of the row cannot be true together with this one.
    """

    claims: tuple[ClaimView, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A point of one event: a measure, or 'date', 'place'. cells: one an account, in their order."""

    event: EventChip
    measure: str
    label: str
    cells: tuple[Cell, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """The table. Rows without any cell are left out."""

    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]


def accounts(connection: sqlite3.Connection, events: Sequence[str]) -> Accounts:
    """For one event or several (uids, at most 50). Raises UnknownFocus('no-such-event')."""
    raise NotImplementedError
