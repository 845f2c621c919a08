"""The span in view as a range on the overview: where it is taken hold of, and how it moves; knows no Qt."""

from __future__ import annotations

from viewer.binding.typed import Literal
from viewer.case.frozen import dataclass
from viewer.panes.timeline.scale import SHORTEST, Scale

Grip = Literal["start", "end", "range", ""]

NARROWEST = 8.0
"""Pixels a range takes at least, so that it can be seen and held."""
NEAR = 6.0
"""Pixels beside an edge that still mean it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The span from `start` to `end`, in seconds since 1970, on the scale of the whole case."""

    scale: Scale
    start: float
    end: float

    def sides(self) -> tuple[float, float]:
        """Left and right in pixels, within the scale and never closer than can be seen."""
        width = self.scale.width
        left, right = sorted(min(max(0.0, self.scale.x(moment)), width) for moment in (self.start, self.end))
        least = min(NARROWEST, width)
        if right - left >= least:
            return left, right
        left = min(max(0.0, (left + right - least) / 2), width - least)
        return left, left + least

    def grip(self, x: float) -> Grip:
        """What is taken hold of at `x`: an edge, what lies between them, or nothing."""
        left, right = self.sides()
        if right - left > 3 * NEAR:
            if abs(x - left) <= NEAR:
                return "end" if self.scale.mirrored else "start"
            if abs(x - right) <= NEAR:
                return "start" if self.scale.mirrored else "end"
        elif x < left and left - x <= NEAR:
            return "end" if self.scale.mirrored else "start"
        elif x > right and x - right <= NEAR:
            return "start" if self.scale.mirrored else "end"
        return "range" if left <= x <= right else ""

    def dragged(self, grip: Grip, pixels: float) -> tuple[float, float]:
        """The span after what was taken hold of moved to the right."""
        seconds = pixels * self.scale.pixel * (-1 if self.scale.mirrored else 1)
        if grip == "start":
            return min(self.start + seconds, self.end - SHORTEST), self.end
        if grip == "end":
            return self.start, max(self.end + seconds, self.start + SHORTEST)
        return self.start + seconds, self.end + seconds

    def around(self, x: float) -> tuple[float, float]:
        """The span as long as it is, with its middle at `x`."""
        half = (self.end - self.start) / 2
        middle = self.scale.moment(x)
        return middle - half, middle + half

    def stepped(self, by: float) -> tuple[float, float]:
        """Moved by a share of its length, later if positive."""
        seconds = (self.end - self.start) * by
        return self.start + seconds, self.end + seconds

    def stretched(self, factor: float) -> tuple[float, float]:
        """As long by `factor`, around its middle."""
        half = max(SHORTEST, (self.end - self.start) * factor) / 2
        middle = (self.start + self.end) / 2
        return middle - half, middle + half
