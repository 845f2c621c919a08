"""Time used at a hearing, by a clock that cannot be set: a change of the wall clock leaves it alone."""

from __future__ import annotations

from viewer.case.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """used: seconds until the last pause; since: monotonic seconds of the last start, None while it stands."""

    used: float = 0.0
    since: float | None = None

    def at(self, now: float) -> float:
        """Seconds used at `now`, in monotonic seconds."""
        return self.used + (max(0.0, now - self.since) if self.since is not None else 0.0)

    def toggled(self, now: float) -> Stopwatch:
        """Started, or paused."""
        return Stopwatch(self.at(now)) if self.since is not None else replace(self, since=now)

    def started(self, now: float) -> Stopwatch:
        return self if self.since is not None else replace(self, since=now)


def budget(seconds: tuple[int | None, ...]) -> int:
    """Seconds that the items of a list may take together; items without a budget count nothing."""
    return sum(some for some in seconds if some)
