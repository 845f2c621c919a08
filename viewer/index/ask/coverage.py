"""What rests on little: single origins, sources never cited, gaps in time, and where accounts differ."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from viewer.index.ask.chips import ClaimView, EventChip, SourceChip
from viewer.index.ask.events import Discrepancy, Reckoning
from viewer.index.query import Query


@dataclass(frozen=True, slots=True)
class Gap:
    """A span without an event on the axis, longer than the longest nine of ten; seconds since 1970, half open."""

    start: int
    end: int
    before: EventChip
    after: EventChip


@dataclass(frozen=True, slots=True)
class Coverage:
    """Each list holds at most 200 entries; *_count says how many there are."""

    single_origin: tuple[EventChip, ...]
    single_origin_count: int
    single_claims: tuple[ClaimView, ...]
    single_claims_count: int
    uncited: tuple[SourceChip, ...]
    uncited_count: int
    without_passage: tuple[ClaimView, ...]
    without_passage_count: int
    gaps: tuple[Gap, ...]
    discrepancies: tuple[tuple[Discrepancy, tuple[EventChip, ...]], ...]
    reckonings: tuple[tuple[Reckoning, tuple[EventChip, ...]], ...]
    out_of_order: tuple[ClaimView, ...]
    out_of_order_count: int


def coverage(connection: sqlite3.Connection, query: Query) -> Coverage:
    """Of the events that match the query."""
    raise NotImplementedError
