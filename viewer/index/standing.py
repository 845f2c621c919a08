"""How claims stand to each other: origins, agreement, dispute, bands and ranges.

The rules are those of the README of the bundled case, applied in the same way to every event; each is symmetric in
its two sides, and none prefers a claim.

*Origin.* Whoever claims: the claimant, else the publisher of the source (of the source it reprints, if it does).
Ten reprints of one claimant are one origin; rings and counts count origins.

*Agreement.* Two claims of different origins on the same point agree if both state numbers, some number is admitted
by both, and at least one of them is bounded on both sides ("at least 7" and "at least 8" say nothing together).
Claims in words agree only where the compilers noted that one repeats the other.

*Disputed.* Two claims by different claimants on the same point cannot both be true: their figures exclude each
other (`case.figure.contradict`), or the compilers noted that one contradicts the other. A date is disputed
if two dates given for the event cannot be the same time.

*Band.* Numbers that two or more independent claimants each state; independent = not within the same agent at the
top. A one-sided statement states its number, "about" its whole span, a range all its numbers.

*Headline.* The smallest and the largest number that stand in the figures on the first measure that has figures,
whatever their category.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from viewer.case.figure import Figure, Span, Statement, admitted, contradict
from viewer.case.frozen import dataclass
from viewer.case.when import When, overlap

WITHOUT_TOP = frozenset({"at-least", "more-than"})


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as these rules see it. origin: who says it; top: the agent that origin belongs to at the top."""

    claim: int
    origin: str
    top: str
    figure: Figure | None = None
    as_of: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers that stand in figures, and in how many; open_high: some figure says "at least" or "more than"."""

    figures: int
    low: int
    high: int
    open_high: bool


Pair = tuple[int, int]


def agreements(point: Sequence[Said]) -> Iterator[Pair]:
    """Pairs of claims on one point whose figures agree."""
    for one, other in combinations([(one, one.figure) for one in point if one.figure], 2):
        if one[0].origin != other[0].origin and agree(one[1], other[1]):
            yield one[0].claim, other[0].claim


def agree(one: Figure, other: Figure) -> bool:
    a, b = admitted(one), admitted(other)
    return bool(one.numbers and other.numbers) and a.meets(b) and (bounded(a) or bounded(b))


def bounded(span: Span) -> bool:
    return span.low is not None and span.high is not None


def disputes(point: Sequence[Said], cumulative: bool) -> Iterator[Pair]:
    """Pairs of claims on one point whose figures cannot both be true."""
    for one, other in combinations(point, 2):
        if one.figure and other.figure and contradict(statement(one), statement(other), cumulative):
            yield one.claim, other.claim


def statement(said: Said) -> Statement:
    return Statement(said.origin, said.figure or Figure(), said.as_of)


def dates_disputed(dates: Sequence[When]) -> bool:
    """Whether two of the dates given for an event cannot be the same time."""
    return any(not overlap(one, other) for one, other in combinations(dates, 2))


def origins_of_claims(said: Iterable[Said], agreeing: Iterable[Pair]) -> dict[int, int]:
    """For each claim, how many origins state something that agrees, its own included."""
    origin = {one.claim: one.origin for one in said}
    together: dict[int, set[str]] = {claim: {name} for claim, name in origin.items()}
    for one, other in agreeing:
        for claim, by in ((one, other), (other, one)):
            if claim in together and by in origin:
                together[claim].add(origin[by])
    return {claim: len(origins) for claim, origins in together.items()}


def origins_of_event(said: Iterable[Said], counts: Mapping[int, int]) -> tuple[bool, ...]:
    """One entry an origin, True first: whether another agrees with it on some point."""
    agreed: dict[str, bool] = {}
    for one in said:
        agreed[one.origin] = agreed.get(one.origin, False) or counts[one.claim] > 1
    return tuple(sorted(agreed.values(), reverse=True))


def bands(point: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Numbers, low to high inclusive, that two or more independent claimants each state; smallest first."""
    stated: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in point:
        if one.figure and one.figure.numbers:
            stated[one.top].append(_stated(one.figure))
    edges: dict[int, int] = defaultdict(int)
    for ranges in stated.values():
        for low, high in _merged(ranges):
            edges[low] += 1
            edges[high + 1] -= 1
    yield from _covered_twice(edges)


def _stated(figure: Figure) -> tuple[int, int]:
    numbers = figure.numbers
    if figure.qualifier == "about":
        span = admitted(figure)
        return span.low or 0, span.high if span.high is not None else numbers[-1]
    return numbers[0], numbers[-1]


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What one claimant states, each number once."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _covered_twice(edges: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    depth, begun = 0, None
    for number in sorted(edges):
        depth += edges[number]
        if depth >= 2 and begun is None:
            begun = number
        elif depth < 2 and begun is not None:
            yield begun, number - 1
            begun = None


def stated_range(point: Iterable[Said]) -> Range | None:
    """The smallest and largest number that stand in figures; None where no figure has a number."""
    stated = [(numbers, one.figure) for one in point if one.figure and (numbers := one.figure.numbers)]
    if not stated:
        return None
    return Range(
        len(stated),
        min(numbers[0] for numbers, _ in stated),
        max(numbers[-1] for numbers, _ in stated),
        any(figure.qualifier in WITHOUT_TOP for _, figure in stated),
    )
