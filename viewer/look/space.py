"""Distances: a grid of four pixels that grows with the text."""

from __future__ import annotations

from viewer.case.frozen import dataclass

GRID = 4


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in whole pixels at one text scale."""

    scale: float = 1.0

    def px(self, size: float) -> int:
        """`size` pixels of the drawing board, at this scale; never less than one."""
        return max(1, round(size * self.scale))

    @property
    def tight(self) -> int:
        return self.px(GRID)

    @property
    def small(self) -> int:
        return self.px(2 * GRID)

    @property
    def medium(self) -> int:
        return self.px(3 * GRID)

    @property
    def large(self) -> int:
        return self.px(4 * GRID)

    @property
    def wide(self) -> int:
        return self.px(6 * GRID)

    @property
    def radius_mark(self) -> int:
        """Corner of chips, pills and buttons."""
        return self.px(4)

    @property
    def radius_card(self) -> int:
        """Corner of cards and pages."""
        return self.px(6)
