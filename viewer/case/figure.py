"""Stated figures: what numbers a statement admits, and when two statements cannot both be true.

Nothing here prefers one figure to another; every rule is symmetric in its two sides.
"""

from __future__ import annotations

from functools import lru_cache

from viewer.case.frozen import dataclass

WORDS_FOR_NUMBERS = frozenset({"dozens", "hundreds", "thousands"})


@dataclass(frozen=True, slots=True)
class Figure:
    """low, best, high as stated (None = not given, any order), and the qualifier of `schema.sql`."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    qualifier: str | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that stand in the statement, smallest first."""
        return _numbers(self.low, self.best, self.high)

    @property
    def out_of_order(self) -> bool:
        """True where low > best, best > high or low > high: kept as stated, and flagged."""
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        return given != sorted(given)


@dataclass(frozen=True, slots=True)
class Span:
    """The whole numbers a statement admits; None = no bound on that side."""

    low: int | None = None
    high: int | None = None

    def meets(self, other: Span) -> bool:
        """True if some number is admitted by both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above


def admitted(figure: Figure) -> Span:
    """What a statement admits, read generously.

    at-least N: N and more. more-than N: N + 1 and more. up-to N: 0 to N. fewer-than N: 0 to N - 1.
    about N: N give or take half a unit of its last digit that is not zero (about 3,400: 3,350 to 3,450).
    "dozens" and the like, and statements without a number, admit everything.
    """
    return _admitted(figure.numbers, figure.qualifier)


@lru_cache(maxsize=4096)  # a case states the same few numbers again and again
def _numbers(*stated: int | None) -> tuple[int, ...]:
    return tuple(sorted({number for number in stated if number is not None}))


@lru_cache(maxsize=4096)
def _admitted(numbers: tuple[int, ...], qualifier: str | None) -> Span:
    if not numbers:
        return Span()
    least, most = numbers[0], numbers[-1]
    match qualifier:
        case "at-least":
            return Span(least, None)
        case "more-than":
            return Span(least + 1, None)
        case "up-to":
            return Span(0, most)
        case "fewer-than":
            return Span(0, max(most - 1, 0))
        case "about":
            return Span(max(0, least - _half_a_unit(least)), most + _half_a_unit(most))
        case _:
            return Span(least, most)


def _half_a_unit(number: int) -> int:
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit // 2


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with its claimant and the time up to which it counts (julian days, None = not said)."""

    claimant: str
    figure: Figure
    as_of: tuple[float, float] | None = None


def contradict(one: Statement, other: Statement, cumulative: bool) -> bool:
    """True if two claims by different claimants on the same point cannot both be true.

    For a cumulative measure a later, higher count does not contradict an earlier, lower one:
    people die of wounds.
    """
    if one.claimant == other.claimant:
        return False
    a, b = admitted(one.figure), admitted(other.figure)
    if a.meets(b):
        return False
    return not (cumulative and (_may_have_grown(one, other, a, b) or _may_have_grown(other, one, b, a)))


def _may_have_grown(early: Statement, late: Statement, before: Span, after: Span) -> bool:
    """The earlier statement ends before the later one begins, and its figure lies below."""
    if early.as_of is None or late.as_of is None or early.as_of[1] > late.as_of[0]:
        return False
    return before.high is not None and after.low is not None and before.high < after.low
