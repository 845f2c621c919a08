"""Which screen is whose: arithmetic of names and places, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Monitor:
    """A screen as the system tells it. place: left, top, width, height in pixels of the desktop."""

    name: str
    serial: str
    place: tuple[int, int, int, int]
    primary: bool = False

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.name} {self.serial}".strip()

    def shares(self, other: Monitor) -> bool:
        """Whether something on one is seen on the other too: equal geometry, or mirrored at another size."""
        left, top, wide, tall = self.place
        across, down, wider, taller = other.place
        return left < across + wider and across < left + wide and top < down + taller and down < top + tall


@dataclass(frozen=True, slots=True)
class Places:
    """Numbers of the presenter's and the audience's screen; None = it has none and is not shown."""

    presenter: int | None
    audience: int | None


def places(monitors: Sequence[Monitor], remembered: str = "") -> Places:
    """The audience gets the screen it had last time, else the first that is not the primary one.

    Notes stand only on a screen that no other one shares; where there is none, the audience has the only screen.
    """
    private = [number for number in range(len(monitors)) if not _is_shared(monitors, number)]
    first = next((number for number, one in enumerate(monitors) if one.primary), 0)
    told = [number for number, one in enumerate(monitors) if remembered and one.key == remembered]
    others = [number for number in range(len(monitors)) if number != first]
    for audience in (*told, *others):
        for presenter in (first, *others):
            if presenter in private and presenter != audience:
                return Places(presenter, audience)
    return Places(None, first if monitors else None)


def _is_shared(monitors: Sequence[Monitor], number: int) -> bool:
    return any(one.shares(monitors[number]) for other, one in enumerate(monitors) if other != number)
