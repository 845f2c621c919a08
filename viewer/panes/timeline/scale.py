"""Moments laid over pixels: zooming, panning, mirroring; knows no Qt and no calendar."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.case.frozen import dataclass, replace

YEAR = 31_556_952.0
SHORTEST, LONGEST = 600.0, 1000 * YEAR
"""The span of a view in seconds: ten minutes to a thousand years."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds since 1970 from `start` to `end` over `width` pixels; later is left if mirrored."""

    start: float
    end: float
    width: float
    mirrored: bool = False

    @property
    def span(self) -> float:
        return self.end - self.start

    @property
    def pixel(self) -> float:
        """Seconds in a pixel."""
        return self.span / max(1.0, self.width)

    def x(self, moment: float) -> float:
        """Pixels from the left."""
        along = (moment - self.start) / self.pixel
        return self.width - along if self.mirrored else along

    def xs(self, moments: Iterable[float]) -> list[float]:
        """The same for many: a frame has a hundred."""
        start, pixel, width = self.start, self.pixel, self.width
        if self.mirrored:
            return [width - (moment - start) / pixel for moment in moments]
        return [(moment - start) / pixel for moment in moments]

    def moment(self, x: float) -> float:
        """The moment at `x` pixels from the left."""
        along = self.width - x if self.mirrored else x
        return self.start + along * self.pixel

    def shows(self, start: float, end: float) -> bool:
        """Whether [start, end] touches the view."""
        return start <= self.end and end >= self.start

    def zoomed(self, factor: float, x: float) -> Scale:
        """Closer by `factor` (> 1), the moment at `x` staying where it is; stops at the limits."""
        span = min(LONGEST, max(SHORTEST, self.span / factor))
        held = self.moment(x)
        start = held - (held - self.start) * span / self.span
        return replace(self, start=start, end=start + span)

    def panned(self, pixels: float) -> Scale:
        """The view moved to the right by `pixels`: what stood there comes towards the middle."""
        moved = self.pixel * (-pixels if self.mirrored else pixels)
        return replace(self, start=self.start + moved, end=self.end + moved)

    def resized(self, width: float) -> Scale:
        """The same span over another width."""
        return replace(self, width=max(1.0, width))

    def kept_near(self, start: float, end: float) -> Scale:
        """Moved as little as needed so that a fifth of the view still holds something of [start, end]."""
        least = self.span / 5
        moved = max(0.0, start + least - self.end) or min(0.0, end - least - self.start)
        return replace(self, start=self.start + moved, end=self.end + moved)

    def showing(self, start: float, end: float, margin: float) -> Scale:
        """Moved as little as needed so that [start, end] is `margin` pixels inside, or at least its start."""
        room = margin * self.pixel
        moved = max(0.0, end + room - self.end)
        moved = min(moved, start - room - self.start) if start - room < self.start + moved else moved
        return replace(self, start=self.start + moved, end=self.end + moved)


def around(start: float, end: float, width: float, margin: float, mirrored: bool = False) -> Scale:
    """All of [start, end] with `margin` pixels free on both sides."""
    width = max(1.0, width)
    share = max(0.1, 1 - 2 * margin / width)
    span = min(LONGEST, max(SHORTEST, (end - start) / share))
    middle = (start + end) / 2
    return Scale(middle - span / 2, middle + span / 2, width, mirrored)
