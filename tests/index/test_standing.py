"""How claims stand to each other: the same rules for every side."""

from __future__ import annotations

from viewer.case.figure import Figure
from viewer.case.when import parse
from viewer.index import standing
from viewer.index.standing import Said


def said(claim: int, origin: str, figure: Figure | None = None, top: str = "") -> Said:
    return Said(claim, origin, top or origin, figure)


def exactly(number: int) -> Figure:
    return Figure(number, number, number, "exact")


def at_least(number: int) -> Figure:
    return Figure(low=number, qualifier="at-least")


def test_figures_agree_if_a_number_fits_both_and_one_is_bounded() -> None:
    point = [said(1, "a", exactly(36)), said(2, "b", at_least(34)), said(3, "c", at_least(30))]
    assert list(standing.agreements(point)) == [(1, 2), (1, 3)]


def test_dozens_agree_with_nobody() -> None:
    point = [said(1, "a", Figure(qualifier="dozens")), said(2, "b", exactly(36))]
    assert list(standing.agreements(point)) == []


def test_a_claimant_neither_agrees_nor_disagrees_with_itself() -> None:
    point = [said(1, "a", exactly(3)), said(2, "a", exactly(3)), said(3, "a", exactly(9))]
    assert list(standing.agreements(point)) == []
    assert list(standing.disputes(point, cumulative=False)) == []


def test_figures_that_exclude_each_other_are_disputed_in_either_order() -> None:
    one, other = said(1, "a", exactly(0)), said(2, "b", at_least(34))
    assert list(standing.disputes([one, other], cumulative=True)) == [(1, 2)]
    assert list(standing.disputes([other, one], cumulative=True)) == [(2, 1)]


def test_origins_count_claimants_once() -> None:
    claims = [said(1, "a"), said(2, "b"), said(3, "b"), said(4, "c")]
    counts = standing.origins_of_claims(claims, [(1, 2), (1, 3)])
    assert counts == {1: 2, 2: 2, 3: 2, 4: 1}
    assert standing.origins_of_event(claims, counts) == (True, True, False)


def test_a_band_stands_where_two_independent_claimants_state_a_number() -> None:
    point = [
        said(1, "a", Figure(30, None, 40, "range")),
        said(2, "b", at_least(34)),
        said(3, "c", Figure(39, None, 45, "range")),
        said(4, "d", exactly(99)),
    ]
    assert list(standing.bands(point)) == [(34, 34), (39, 40)]


def test_one_agent_and_its_spokesman_make_no_band() -> None:
    point = [said(1, "gov", exactly(3)), said(2, "spokesman", exactly(3), top="gov")]
    assert list(standing.bands(point)) == []
    assert list(standing.agreements(point)) == [(1, 2)]


def test_about_states_its_whole_span() -> None:
    point = [said(1, "a", Figure(best=40, qualifier="about")), said(2, "b", exactly(44))]
    assert list(standing.bands(point)) == [(44, 44)]


def test_the_range_has_the_numbers_that_stand_in_claims() -> None:
    point = [said(1, "a", exactly(0)), said(2, "b", at_least(34)), said(3, "c", Figure(qualifier="dozens"))]
    assert standing.stated_range(point) == standing.Range(2, 0, 34, open_high=True)
    assert standing.stated_range(point[2:]) is None


def test_figures_out_of_order_count_as_stated() -> None:
    found = standing.stated_range([said(1, "a", Figure(9, 5, 3, "range"))])
    assert found == standing.Range(1, 3, 9, open_high=False)


def test_dates_are_disputed_only_if_they_cannot_be_the_same_time() -> None:
    assert not standing.dates_disputed([parse("2011-04-07/2011-04-08"), parse("2011-04-08")])
    assert standing.dates_disputed([parse("2011-04-07"), parse("2011-04"), parse("2011-04-09")])
    assert not standing.dates_disputed([parse("2011-04-07")])
