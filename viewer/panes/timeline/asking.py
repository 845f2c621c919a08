"""What the strip asks of whoever knows the events: for what is in view, one question at a time; knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.binding.typed import Final, Protocol
from viewer.case.frozen import dataclass
from viewer.index.ask.density import Density
from viewer.index.ask.events import EventRow
from viewer.index.ask.strip import Era, Near
from viewer.index.ask.timeline import Extent, Lane, Mark

FEW: Final = 600
"""Events that are drawn one by one; more are counted."""
ROOMY: Final = 60
"""Events that are drawn with rings, and all of whose labels are tried."""


@dataclass(frozen=True, slots=True)
class Loose:
    """The first events that have no place on the axis, and how many there are."""

    rows: Sequence[EventRow] = ()
    events: int = 0


class Ask(Protocol):
    """Answers of one case under one query and one choice of lanes, each within a frame. Seconds since 1970."""

    by: str
    """Of viewer.index.ask.lanes.BY."""
    doubtful: bool
    """The query has a span, and asks for what may lie in it as well."""

    def extent(self) -> Extent | None:
        """Of the whole case, whatever the query; None when no event has a date."""
        ...

    def lanes(self) -> Sequence[Lane]: ...

    def eras(self) -> Sequence[Era]: ...

    def loose(self, limit: int) -> Loose: ...

    def density(self, start: int, end: int, columns: int) -> Density: ...

    def near(self, start: int, end: int, limit: int) -> Near | None: ...

    def within(self, start: int, end: int, limit: int) -> Sequence[Mark]: ...

    def marks(self, uids: Sequence[str]) -> Sequence[Mark]: ...

    def begun(self, edges: Sequence[int]) -> Sequence[int]: ...

    def first(self) -> str | None: ...

    def last(self) -> str | None: ...

    def along(self, uid: str, by: int) -> str | None: ...

    def across(self, uid: str, by: int) -> str | None: ...


class Nothing:
    """No case."""

    by = "kind"
    doubtful = False

    def extent(self) -> Extent | None:
        return None

    def lanes(self) -> Sequence[Lane]:
        return ()

    def eras(self) -> Sequence[Era]:
        return ()

    def loose(self, _limit: int) -> Loose:
        return Loose()

    def density(self, start: int, _end: int, _columns: int) -> Density:
        return Density(start, 1, (), (), (), ())

    def near(self, _start: int, _end: int, _limit: int) -> Near | None:
        return Near(())

    def within(self, _start: int, _end: int, _limit: int) -> Sequence[Mark]:
        return ()

    def marks(self, _uids: Sequence[str]) -> Sequence[Mark]:
        return ()

    def begun(self, edges: Sequence[int]) -> Sequence[int]:
        return (0,) * max(0, len(edges) - 1)

    def first(self) -> str | None:
        return None

    def last(self) -> str | None:
        return None

    def along(self, _uid: str, _by: int) -> str | None:
        return None

    def across(self, _uid: str, _by: int) -> str | None:
        return None
