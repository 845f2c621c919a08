"""What rests on little is listed, and where accounts differ is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from viewer.case import when
from viewer.index.ask.coverage import coverage
from viewer.index.query import Query
from viewer.index.reader import open_index


def test_events_and_points_with_one_origin_are_listed(index: sqlite3.Connection) -> None:
    found = coverage(index, Query())
    assert [chip.uid for chip in found.single_origin] == ["E07"]
    assert [claim.uid for claim in found.single_claims] == ["C15", "C16"]
    assert (found.single_origin_count, found.single_claims_count) == (1, 2)


def test_claims_without_a_passage_are_listed_in_order_of_time(index: sqlite3.Connection) -> None:
    found = coverage(index, Query())
    bare = [claim.uid for claim in found.without_passage]
    assert found.without_passage_count == len(bare) == 14
    assert bare[:3] == ["C02", "C04", "C05"]
    assert found.uncited == ()


def test_a_query_limits_what_is_listed(index: sqlite3.Connection) -> None:
    found = coverage(index, Query(kind=("visit",)))
    assert (found.single_origin, found.without_passage, found.discrepancies) == ((), (), ())
    assert [entry.uid for entry, _ in coverage(index, Query(kind=("force",))).discrepancies] == ["D1"]


def test_the_longest_spans_without_an_event_are_gaps(index: sqlite3.Connection) -> None:
    (gap,) = coverage(index, Query()).gaps
    assert (gap.before.uid, gap.after.uid) == ("E04", "E08")
    start, end = when.parse("2012-01-04").earliest_jd, when.parse("2013-09-01").earliest_jd
    assert start is not None
    assert end is not None
    assert (gap.start, gap.end) == (when.seconds(start), when.seconds(end))


def test_counts_are_the_same_whether_all_are_asked_for_or_each(drawn: sqlite3.Connection) -> None:
    kinds = tuple(sorted(code for (code,) in drawn.execute("SELECT code FROM kind")))
    everything, each = coverage(drawn, Query()), coverage(drawn, Query(kind=kinds))
    assert everything == each
    assert everything.out_of_order_count > 0
    assert all(claim.figure and claim.figure.out_of_order for claim in everything.out_of_order)
    assert everything.single_claims_count > 200 == len(everything.single_claims)


def test_the_bundled_case_tells_where_accounts_differ(ashraf_index: Path) -> None:
    with closing(open_index(ashraf_index)) as ashraf:
        found = coverage(ashraf, Query())
    told = " ".join(f"{d.topic} {d.says} {d.others_say}" for d, _ in found.discrepancies)
    assert len(found.discrepancies) == 30
    assert "Kobler" in told
    assert "101" in told + " ".join(f"{r.text} {r.result}" for r, _ in found.reckonings)
    assert "116" in told
    assert any("Mere weeks" in reckoning.text for reckoning, _ in found.reckonings)
