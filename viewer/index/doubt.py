"""Parsed dates as text in the index and back, so that nothing parses EDTF while showing."""

from __future__ import annotations

import json
from typing import Any

from viewer.case.when import When

_FLAGS = (
    "approximate", "uncertain", "unspecified", "sure_start", "sure_end", "start_open", "end_open", "every",
)  # fmt: skip


def pack(when: When) -> str:
    """A date as JSON; the same date gives the same text."""
    return json.dumps(_packed(when), ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> When:
    """The date that `pack` was given."""
    return _unpacked(json.loads(text))


def to_the_day(when: When) -> bool:
    """Whether every end that is stated is given to the day or finer, doubted or not."""
    stated = when.members or tuple(part for part in (when.start, when.end) if part)
    if stated:
        return all(to_the_day(part) for part in stated)
    return when.precision in ("day", "hour", "minute", "second")


def _packed(when: When) -> list[Any]:
    flags = sum(1 << bit for bit, name in enumerate(_FLAGS) if getattr(when, name))
    return [
        when.edtf, when.earliest_jd, when.latest_jd, when.precision, flags,
        when.start and _packed(when.start), when.end and _packed(when.end),
        [_packed(member) for member in when.members], when.grouping, when.zone,
    ]  # fmt: skip


def _unpacked(parts: list[Any]) -> When:
    edtf, earliest, latest, precision, flags, start, end, members, grouping, zone = parts
    return When(
        edtf, earliest, latest, precision,
        start=_unpacked(start) if start else None,
        end=_unpacked(end) if end else None,
        members=tuple(_unpacked(member) for member in members),
        grouping=grouping, zone=zone,
        **{name: bool(flags >> bit & 1) for bit, name in enumerate(_FLAGS)},
    )  # fmt: skip
