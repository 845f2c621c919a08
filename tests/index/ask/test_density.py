"""Columns count every event once, none more finely than its date is known, and say what runs across."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from tests.index.ask.naive import Plainly
from tests.index.ask.test_chosen import BOUNDED
from viewer.index import doubt
from viewer.index.ask import chosen, timeline
from viewer.index.ask.density import density
from viewer.index.grid import LEVELS, level_of, width
from viewer.index.query import Query

DAY = 86_400
FIRST, LAST = 300_000_000, 2_000_000_000
STARTS = st.integers(FIRST, LAST)
LENGTHS = st.sampled_from([DAY // 2, DAY, 30 * DAY, 365 * DAY, 45 * 365 * DAY])
BY = st.sampled_from(timeline.lanes.__globals__["BY"])
ASKED = st.sampled_from([None, Query(words="market"), Query(since="2001"), Query(kind=("shelling",))])


@BOUNDED
@given(start=STARTS, length=LENGTHS, columns=st.integers(2, 500), by=BY, query=ASKED)
def test_each_event_stands_in_the_column_or_block_of_its_beginning(
    drawn: sqlite3.Connection,
    plainly: Plainly,
    start: int,
    length: int,
    columns: int,
    by: str,
    query: Query | None,
) -> None:
    found = density(drawn, start, start + length, columns, by=by, query=query)
    wanted = set(chosen.ords(drawn, query)) if query else {event.ord for event in plainly}
    ends = found.start + found.width * len(found.counts[0])
    assert found.start <= start
    assert ends >= start + length
    assert len(found.counts[0]) <= columns + 1 or found.width == width(LEVELS - 1)
    counts = [0] * len(found.counts[0])
    coarse = 0
    for event in plainly:
        grain = doubt.grain(event.date) if event.date else None
        if event.loose or event.start is None or grain is None or event.ord not in wanted:
            continue
        if width(level_of(grain[1])) > found.width:
            coarse += event.start < ends and event.start + grain[0] > found.start
        elif found.start <= event.start < ends:
            counts[(event.start - found.start) // found.width] += 1
    assert [sum(column) for column in zip(*found.counts, strict=True)] == counts
    assert sum(block.n for block in found.coarse) == coarse


@BOUNDED
@given(start=STARTS, length=LENGTHS, columns=st.integers(2, 500), query=ASKED)
def test_what_lasts_runs_across_the_columns_it_covers(
    drawn: sqlite3.Connection, plainly: Plainly, start: int, length: int, columns: int, query: Query | None
) -> None:
    found = density(drawn, start, start + length, columns, query=query)
    wanted = set(chosen.ords(drawn, query)) if query else {event.ord for event in plainly}
    lasting = [
        event for event in plainly
        if event.date and not event.loose and doubt.lasts(event.date) and event.ord in wanted
    ]  # fmt: skip
    for column in range(0, len(found.counts[0]), 7):
        begins = found.start + column * found.width
        ends = begins + found.width
        across = sum(
            (event.start is None or event.start <= begins) and (event.end is None or event.end >= ends)
            for event in lasting
        )
        assert sum(lane[column] for lane in found.running) == across


def test_a_month_is_not_a_comb_of_days_nor_a_spike(index: sqlite3.Connection) -> None:
    # E03 is "2011-05": in columns of six hours it is a block over its month, in columns of years it is counted.
    month = next(mark for mark in timeline.within(index, FIRST, LAST) if mark.uid == "E03")
    assert month.start is not None
    fine = density(index, month.start, month.start + 10 * DAY, 400)
    assert sum(map(sum, fine.counts)) == 0
    assert [(block.start, block.end, block.n) for block in fine.coarse] == [(month.start, month.end, 1)]
    wide = density(index, FIRST, LAST, 60)
    assert all(block.start != month.start for block in wide.coarse)
    assert wide.events == 6


def test_columns_stand_still_while_the_view_moves(drawn: sqlite3.Connection) -> None:
    one = density(drawn, 1_000_000_000, 1_000_000_000 + 365 * DAY, 400)
    other = density(drawn, 1_000_000_000 + 12_345, 1_000_012_345 + 365 * DAY, 400)
    assert (other.start - one.start) % one.width == 0
    skipped = (other.start - one.start) // one.width
    same = min(len(one.counts[0]) - skipped, len(other.counts[0]))
    assert one.counts[0][skipped : skipped + same] == other.counts[0][:same]
