"""Parsed dates as text in the index and back, so that nothing parses EDTF while showing."""

from __future__ import annotations

import json
from functools import lru_cache

from viewer.binding.typed import Any
from viewer.case.when import When, seconds

_FLAGS = (
    "approximate", "uncertain", "unspecified", "sure_start", "sure_end", "start_open", "end_open", "every",
)  # fmt: skip


def pack(when: When) -> str:
    """A date as JSON; the same date gives the same text."""
    return json.dumps(_packed(when), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2048)
def unpack(text: str) -> When:
    """The date that `pack` was given."""
    return _unpacked(json.loads(text))


def to_the_day(when: When) -> bool:
    """Whether every end that is stated is given to the day or finer, doubted or not."""
    stated = when.members or tuple(part for part in (when.start, when.end) if part)
    if stated:
        return all(to_the_day(part) for part in stated)
    return when.precision in ("day", "hour", "minute", "second")


def grain(when: When) -> tuple[int, int] | None:
    """How finely the beginning is known: seconds of the span in which it is stated, and in which it may be.

    The second is one step longer where the date is "about" or doubted. None: no beginning is known.
    """
    if when.members and when.every:
        when = min(when.members, key=lambda member: member.earliest_jd or 0)
    start = when.start if when.precision == "interval" else when
    if start is None or start.earliest_jd is None or start.latest_jd is None:
        return None
    stated = seconds(start.latest_jd) - seconds(start.earliest_jd)
    return stated, stated * 2 if start.doubted else stated


def reach(when: When) -> tuple[int, int]:
    """Seconds by which the two ends may lie further out because they are "about" or doubted."""
    return _reach_of(when.start or when), _reach_of(when.end or when)


def lasts(when: When) -> bool:
    """Whether it is stated to last from its beginning to its end, and neither is unknown."""
    return when.precision == "interval" and bool(when.start or when.start_open) and bool(when.end or when.end_open)


def _reach_of(end: When) -> int:
    if not end.doubted or end.earliest_jd is None or end.latest_jd is None:
        return 0
    return seconds(end.latest_jd) - seconds(end.earliest_jd)


def _packed(when: When) -> list[Any]:
    flags = sum(1 << bit for bit, name in enumerate(_FLAGS) if getattr(when, name))
    return [
        when.edtf, when.earliest_jd, when.latest_jd, when.precision, flags,
        when.start and _packed(when.start), when.end and _packed(when.end),
        [_packed(member) for member in when.members], when.grouping, when.zone,
    ]  # fmt: skip


def _unpacked(parts: list[Any]) -> When:
    edtf, earliest, latest, precision, flags, start, end, members, grouping, zone = parts
    approximate, uncertain, unspecified, sure_start, sure_end, start_open, end_open, every = (
        bool(flags >> bit & 1) for bit in range(len(_FLAGS))
    )
    # By place, in the order of the fields: thousands are made while somebody waits.
    return When(
        edtf, earliest, latest, precision, approximate, uncertain, unspecified, sure_start, sure_end,
        _unpacked(start) if start else None, _unpacked(end) if end else None, start_open, end_open,
        tuple(_unpacked(member) for member in members), every, grouping, zone,
    )  # fmt: skip
