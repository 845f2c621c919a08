"""The rules of `standing` for a point with very many claims: the same counts without looking at every pair.

Agreement is counted by sorting. Disputes are as many as pairs, so of each claim only the nearest are written down:
whether a claim is disputed at all stays exact, unless thousands of nearer ones are excused by their dates.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from viewer.case.figure import Span, admitted, contradict
from viewer.index.standing import Pair, Said, agree, bounded, statement

MANY: Final = 200
_NAMED: Final = 50  # disputes that are written down for each claim and side
_LOOKED_AT: Final = 2000
_FOREVER: Final = 1 << 62


def origins_of_claims(points: Sequence[Sequence[Said]], noted: Iterable[tuple[Said, Said]]) -> dict[int, int]:
    """For each claim, how many origins state something that agrees, its own included."""
    counts: dict[int, int] = {}
    on_point: dict[int, Sequence[Said]] = {}
    for point in points:
        counts.update(_counts(point))
        on_point.update((one.claim, point) for one in point)
    more: dict[int, set[str]] = defaultdict(set)
    for one, other in noted:
        for claim, by in ((one, other), (other, one)):
            if claim.origin != by.origin and not _agrees_with(claim, by.origin, on_point.get(claim.claim, ())):
                more[claim.claim].add(by.origin)
    return {claim: counts.get(claim, 1) + len(more.get(claim, ())) for claim in {*counts, *more}}


def _agrees_with(claim: Said, origin: str, point: Sequence[Said]) -> bool:
    figure = claim.figure
    return figure is not None and any(
        one.origin == origin and one.figure is not None and agree(figure, one.figure) for one in point
    )


def _counts(point: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """A bounded claim agrees with every claim it meets, another only with bounded ones."""
    spans = {one.claim: admitted(one.figure) for one in point if one.figure and one.figure.numbers}
    everybody = _Ranges((one.origin, spans[one.claim]) for one in point if one.claim in spans)
    limited = _Ranges(
        (one.origin, spans[one.claim]) for one in point if one.claim in spans and bounded(spans[one.claim])
    )
    own = defaultdict(list)
    for one in point:
        if one.claim in spans and bounded(spans[one.claim]):
            own[one.origin].append(spans[one.claim])
    for one in point:
        span = spans.get(one.claim)
        if span is None:
            yield one.claim, 1
        elif bounded(span):
            yield one.claim, everybody.met(span)
        else:
            own_met = any(span.meets(other) for other in own[one.origin])
            yield one.claim, limited.met(span) + (not own_met)


class _Ranges:
    """The numbers that each origin admits, and how many origins some span meets."""

    def __init__(self, stated: Iterable[tuple[str, Span]]) -> None:
        by_origin: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for origin, span in stated:
            by_origin[origin].append(_ends(span))
        # An origin is counted where a span meets the first of its ranges that it meets: the one before has ended.
        pieces = [piece for ranges in by_origin.values() for piece in _pieces(ranges)]
        self._lows = sorted(low for _, low, _ in pieces)
        self._highs = sorted(high for _, _, high in pieces)
        self._joined = sorted((low, before) for before, low, _ in pieces if before is not None)

    def met(self, span: Span) -> int:
        """Ranges that are not over before the span and have begun within it, each origin's once."""
        low, high = _ends(span)
        begun = bisect_right(self._lows, high)
        over = bisect_left(self._highs, low)
        met = begun - over
        # Of an origin with several ranges met, those whose forerunner is met as well do not count again.
        first = bisect_right(self._joined, (low, _FOREVER))
        last = bisect_right(self._joined, (high, _FOREVER))
        again = sum(before >= low for _, before in self._joined[first:last])
        return met - again


def _ends(span: Span) -> tuple[int, int]:
    return span.low or 0, _FOREVER if span.high is None else span.high


def _pieces(ranges: list[tuple[int, int]]) -> Iterator[tuple[int | None, int, int]]:
    """Ranges of one origin, joined where they meet: end of the one before, low, high."""
    joined: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    before = None
    for low, high in joined:
        yield before, low, high
        before = high


def disputes(point: Sequence[Said], cumulative: bool) -> Iterator[Pair]:
    """For each claim the nearest claims on either side that cannot be true together with it."""
    with_figures = [one for one in point if one.figure]
    spans = {one.claim: _ends(admitted(one.figure)) for one in with_figures if one.figure}
    by_high = sorted(with_figures, key=lambda one: spans[one.claim][1])
    highs = [spans[one.claim][1] for one in by_high]
    by_low = sorted(with_figures, key=lambda one: spans[one.claim][0])
    lows = [spans[one.claim][0] for one in by_low]
    for one in with_figures:
        low, high = spans[one.claim]
        below = bisect_left(highs, low)
        above = bisect_right(lows, high)
        yield from _named(one, reversed(by_high[max(0, below - _LOOKED_AT) : below]), cumulative)
        yield from _named(one, by_low[above : above + _LOOKED_AT], cumulative)


def _named(one: Said, others: Iterable[Said], cumulative: bool) -> Iterator[Pair]:
    left = _NAMED
    for other in others:
        if contradict(statement(one), statement(other), cumulative):
            yield one.claim, other.claim
            left -= 1
            if not left:
                return
