"""The grid that time is counted on: buckets of six hours, and of twice as long at each further level."""

from __future__ import annotations

from viewer.binding.typed import Final

STEP: Final = 21_600  # seconds of a bucket of level 0
LEVELS: Final = 20  # the last one holds 359 years
ORIGIN: Final = -STEP << 22  # before every date a case can state, on the edge of a bucket at each level


def width(level: int) -> int:
    """Seconds of a bucket."""
    return STEP << level


def level_of(seconds: int) -> int:
    """The finest level with buckets no finer than so many seconds; the coarsest for what is longer still."""
    level = 0
    while level < LEVELS - 1 and width(level) < seconds:
        level += 1
    return level


def bucket(second: int, level: int) -> int:
    """The bucket in which a second lies."""
    return (second - ORIGIN) // STEP >> level


def begins(number: int, level: int) -> int:
    """The first second of a bucket."""
    return ORIGIN + number * width(level)
