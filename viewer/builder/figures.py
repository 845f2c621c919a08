"""A figure as people write it in one cell, "at least 34" or "30-35", becomes low, best, high and a qualifier."""

from __future__ import annotations

import re

from viewer.builder.values import Refused
from viewer.case.figure import WORDS_FOR_NUMBERS, Figure

_N = r"(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)"
_SPANS = (rf"{_N} ?(?:-|–|—|to) ?{_N}", rf"between {_N} and {_N}", rf"from {_N} to {_N}")
_ABOUT = r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|some|~|≈)"
_WAYS = {
    "exact": (rf"(?:exactly )?{_N}",),
    "at-least": (
        rf"(?:at least|no fewer than|no less than|not less than|a minimum of|>=|≥) ?{_N}", rf"{_N} ?\+",
        rf"{_N} or more",
    ),
    "more-than": (rf"(?:more than|over|above|>) ?{_N}",),
    "up-to": (rf"(?:up to|at most|no more than|not more than|a maximum of|<=|≤) ?{_N}", rf"{_N} or fewer"),
    "fewer-than": (rf"(?:fewer than|less than|under|below|<) ?{_N}",),
    "about": (rf"{_ABOUT} ?{_N}",),
}  # fmt: skip


def figure_of(text: str) -> Figure:
    """What is stated, nothing added: "at least 34" has no upper bound. Raises Refused."""
    words = " ".join(text.casefold().split())
    for pattern in _SPANS:
        if found := re.fullmatch(rf"(?P<about>{_ABOUT} ?)?(?:{pattern})", words):
            low, high = (_number(number) for number in found.groups()[1:])
            return Figure(low=low, high=high, qualifier="about" if found["about"] else "range")
    for qualifier, patterns in _WAYS.items():
        for pattern in patterns:
            if found := re.fullmatch(pattern, words):
                return _stated(qualifier, _number(found[1]))
    if words in WORDS_FOR_NUMBERS:
        return Figure(qualifier=words)
    raise Refused("bad-figure", text)


def _stated(qualifier: str, number: int) -> Figure:
    match qualifier:
        case "exact":
            return Figure(number, number, number, qualifier)
        case "at-least" | "more-than":
            return Figure(low=number, qualifier=qualifier)
        case "up-to" | "fewer-than":
            return Figure(high=number, qualifier=qualifier)
        case _:
            return Figure(best=number, qualifier=qualifier)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))
