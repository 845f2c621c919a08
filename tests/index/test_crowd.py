"""A point with very many claims is counted as one with few: the same rules, without every pair."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.case.figure import Figure
from viewer.index import crowd, standing
from viewer.index.standing import Said

QUALIFIERS = ("exact", "about", "at-least", "more-than", "up-to", "fewer-than", "range", "dozens", None)
NUMBER = st.one_of(st.none(), st.integers(0, 30))
FIGURES = st.one_of(st.none(), st.builds(Figure, NUMBER, NUMBER, NUMBER, st.sampled_from(QUALIFIERS)))
POINT = st.lists(
    st.tuples(st.sampled_from("abcde"), FIGURES, st.sampled_from([None, (1.0, 2.0), (3.0, 4.0)])), max_size=14
)


def said(point: list[tuple[str, Figure | None, tuple[float, float] | None]]) -> list[Said]:
    return [Said(number, origin, origin, figure, as_of) for number, (origin, figure, as_of) in enumerate(point)]


@settings(max_examples=300, deadline=None)
@given(POINT, st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=3))
def test_as_many_origins_agree(
    point: list[tuple[str, Figure | None, tuple[float, float] | None]], noted: list[tuple[int, int]]
) -> None:
    claims = said(point)
    pairs = [(claims[a], claims[b]) for a, b in noted if max(a, b) < len(claims)]
    agreeing = [*standing.agreements(claims), *((one.claim, other.claim) for one, other in pairs)]
    assert crowd.origins_of_claims([claims], pairs) == standing.origins_of_claims(claims, agreeing)


@settings(max_examples=200, deadline=None)
@given(POINT, st.booleans())
def test_the_same_claims_are_disputed(
    point: list[tuple[str, Figure | None, tuple[float, float] | None]], cumulative: bool
) -> None:
    claims = said(point)

    def both(pairs: object) -> set[tuple[int, int]]:
        return {pair for one, other in pairs for pair in ((one, other), (other, one))}  # type: ignore[attr-defined]

    assert both(crowd.disputes(claims, cumulative)) == both(standing.disputes(claims, cumulative))


def test_of_thousands_of_disputes_each_claim_keeps_the_nearest() -> None:
    claims = [Said(n, f"o{n}", f"o{n}", Figure(best=n, qualifier="exact")) for n in range(1200)]
    pairs = set(crowd.disputes(claims, cumulative=False))
    assert len(pairs) < 1200 * 101
    assert all((one.claim, other.claim) in pairs for one, other in pairwise(claims))
