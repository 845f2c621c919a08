"""The zone in which times of day are told: local at the place, UTC, or a named one; whole days never move."""

from __future__ import annotations

from viewer.binding.typed import Final
from viewer.case.frozen import replace
from viewer.case.when import When, seconds
from viewer.wording.voice import Voice

LOCAL: Final = "local"
UTC: Final = "UTC"
_FINE: Final = ("hour", "minute", "second")


def moved(when: When, zone: str) -> When:
    """The same date told in `zone`; one not finer than a day, or whose own zone is not stated, stays as it is."""
    if zone == LOCAL:
        return when
    if when.precision == "interval":
        return _moved_span(when, zone)
    shift = shift_of(when, zone)
    return when if shift is None else _later(when, shift)


def shift_of(when: When, zone: str) -> int | None:
    """Minutes by which the clock of `zone` is ahead of the one the date is stated in; None if it does not move."""
    if zone == LOCAL or when.precision not in _FINE or when.zone is None or when.earliest_jd is None:
        return None
    return offset(zone, seconds(when.earliest_jd) - when.zone * 60) - when.zone


def offset(zone: str, moment: int) -> int:
    """Minutes east of Greenwich in `zone` at a moment, seconds of UTC since 1970; 0 for a zone nobody knows."""
    if zone in (LOCAL, UTC):
        return 0
    from datetime import UTC as GREENWICH
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        there = datetime(1970, 1, 1, tzinfo=GREENWICH) + timedelta(seconds=moment)
        east = there.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return 0
    return round(east.total_seconds() / 60) if east else 0


def zone_name(voice: Voice, zone: str) -> str:
    """How the zone is called where it is chosen."""
    if zone == LOCAL:
        return voice.translate("Zones", "local at the place")
    return voice.translate("Zones", "UTC", "Coordinated Universal Time") if zone == UTC else zone


def known_zones() -> list[str]:
    """Names of all zones, for a list to choose from."""
    from zoneinfo import available_timezones

    return sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/"))
    )


def _moved_span(when: When, zone: str) -> When:
    start, end = (moved(part, zone) if part else None for part in (when.start, when.end))
    if start is when.start and end is when.end:
        return when
    earliest = start.earliest_jd if start else when.earliest_jd
    return replace(
        when, start=start, end=end, earliest_jd=earliest, latest_jd=end.latest_jd if end else when.latest_jd
    )


def _later(when: When, minutes: int) -> When:
    days = minutes / 1440
    assert when.earliest_jd is not None and when.latest_jd is not None and when.zone is not None  # it has a shift
    return replace(
        when, earliest_jd=when.earliest_jd + days, latest_jd=when.latest_jd + days, zone=when.zone + minutes
    )
