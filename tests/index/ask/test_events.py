"""Events are told with every account of them, none before another."""

from __future__ import annotations

import sqlite3

import pytest

from viewer.case.errors import UnknownFocus
from viewer.index.ask import events
from viewer.index.ask.chips import ClaimView
from viewer.index.ask.events import Band, EventRow, EventView


def lines(index: sqlite3.Connection) -> dict[str, EventRow]:
    return {row.uid: row for group in events.by_kind(index) for row in group.events}


def claims(view: EventView) -> dict[str, ClaimView]:
    return {claim.uid: claim for claim in view.claims}


def test_kinds_come_in_the_order_of_the_case(index: sqlite3.Connection) -> None:
    groups = events.by_kind(index)
    assert [(group.code, group.label, group.number) for group in groups] == [
        ("visit", "Visit", 0),
        ("force", "Use of force", 1),
        ("report", "report", 2),
    ]
    assert [row.uid for row in groups[1].events] == ["E09", "E01", "E02", "E08", "E05", "E06"]


def test_the_headline_is_the_range_of_all_stated_figures(index: sqlite3.Connection) -> None:
    headline = lines(index)["E01"].headline
    assert headline is not None
    assert (headline.measure, headline.low, headline.high, headline.claims) == ("killed", 3, 36, 4)
    assert headline.open_high
    every_category = lines(index)["E03"].headline
    assert every_category is not None
    assert (every_category.low, every_category.high, every_category.claims) == (2, 8, 3)
    assert lines(index)["E08"].headline is None


def test_figures_that_exclude_each_other_make_an_event_disputed(index: sqlite3.Connection) -> None:
    assert events.event(index, "E01").disputed_points == ("Killed",)
    found = claims(events.event(index, "E01"))
    assert found["C03"].disputed_by == ("C01", "C02")
    assert found["C01"].disputed_by == ("C03", "C04")
    assert not found["C05"].disputed  # "dozens"
    assert not found["C06"].disputed  # more than 300 against at least 200


def test_a_later_higher_count_does_not_dispute_an_earlier_one(index: sqlite3.Connection) -> None:
    assert not lines(index)["E03"].disputed


def test_dates_that_exclude_each_other_make_an_event_disputed(index: sqlite3.Connection) -> None:
    assert not lines(index)["E02"].disputed
    assert lines(index)["E04"].disputed
    assert events.event(index, "E04").disputed_points == ("date",)


def test_origins_count_claimants_and_not_reprints(index: sqlite3.Connection) -> None:
    found = claims(events.event(index, "E01"))
    assert found["C01"].origins == 2  # the government and its spokesman
    assert found["C03"].origins == 2  # 36 and at least 34
    assert found["C07"].origins == 1  # at least 200 and more than 300 say nothing together
    assert found["C08"].origins == 2  # repeated by C10
    assert found["C09"].origins == 1  # a reprint of The Wire
    # The government, its spokesman, residents and the United Nations, and The Wire, which is also its reprint.
    assert lines(index)["E01"].origins == (True,) * 5


def test_a_chart_stands_for_each_point_with_figures(index: sqlite3.Connection) -> None:
    charts = events.event(index, "E01").charts
    assert [(chart.label, [claim.uid for claim in chart.claims]) for chart in charts] == [
        ("Killed", ["C01", "C02", "C03", "C04", "C05"]),
        ("Injured", ["C06", "C07"]),
    ]
    assert charts[0].bands == ()  # government and spokesman are not independent
    assert charts[0].disputed
    assert [chart.label for chart in events.event(index, "E03").charts] == ["Killed", "Killed (children)"]


def test_bands_stand_where_independent_claimants_overlap(index: sqlite3.Connection) -> None:
    (chart,) = events.event(index, "E02").charts
    assert chart.bands == (Band(44, 45),)
    assert not chart.disputed


def test_rows_come_in_the_order_in_which_they_were_stated(index: sqlite3.Connection) -> None:
    assert [claim.uid for claim in events.event(index, "E03").charts[0].claims] == ["C13", "C14"]


def test_a_claim_names_claimant_source_and_passage(index: sqlite3.Connection) -> None:
    claim = claims(events.event(index, "E01"))["C03"]
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.source.publisher) == ("سكان المخيم", "A Paper")
    assert [(chip.uid, chip.hold, chip.relation) for chip in claim.passages] == [
        ("P3", "note", "states"),
        ("P4", "held", "supports"),
    ]
    assert claims(events.event(index, "E01"))["C01"].passages[0].label == "Sentence 1"
    assert claims(events.event(index, "E01"))["C09"].answers == ("C10",)
    assert claims(events.event(index, "E01"))["C08"].claimant is None


def test_an_event_is_told_whole(index: sqlite3.Connection) -> None:
    view = events.event(index, "E01")
    assert view.when is not None
    assert (view.when.edtf, view.kind, view.kind_label) == ("2011-04-07/2011-04-08", 1, "Use of force")
    assert view.place is not None
    assert (view.place.short_name, view.place.reported) == ("The Camp", ("near", "far"))
    assert [(role.agent.name, role.agent.full_name, role.role) for role in view.roles] == [
        ("Government", "Government of Utopia", "actor")
    ]
    assert [given.when.edtf for given in view.dates] == ["2011-04-08"]
    assert [(quote.uid, quote.beside, quote.events) for quote in view.quotes] == [("Q1", ("Q2",), ("E01",))]
    assert [(d.uid, [chip.uid for chip in d.sources]) for d in view.discrepancies] == [("D1", ["paper"])]
    assert [(title.lang, title.status) for title in view.translations] == [("fa", "draft")]
    (relation,) = view.relations
    assert relation.event is not None
    assert (relation.kind, relation.outgoing, relation.event.uid) == ("part-of", False, "E02")


def test_a_relation_may_lead_to_a_passage(index: sqlite3.Connection) -> None:
    view = events.event(index, "E02")
    assert [(r.outgoing, r.event and r.event.uid, r.passage and r.passage.uid) for r in view.relations] == [
        (True, "E01", None),
        (True, None, "P3"),
    ]
    assert [chip.uid for chip in view.passages] == ["P3"]


def test_an_unknown_event_is_refused(index: sqlite3.Connection) -> None:
    with pytest.raises(UnknownFocus) as refused:
        events.event(index, "E99")
    assert (refused.value.code, refused.value.found) == ("no-such-event", "E99")
