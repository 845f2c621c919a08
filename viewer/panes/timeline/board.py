"""What the strip shows now: the view over time, and everything placed in it; knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, isfinite

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass, replace
from viewer.index.ask.strip import Across, Dot, Era
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.panes.timeline.asking import ROOMY, Ask, Loose, Nothing
from viewer.panes.timeline.axis import Axis, Tick, divide
from viewer.panes.timeline.heap import Heap, share_height
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.layout import LanePlace, Measures, Room, Strip, lay_out
from viewer.panes.timeline.nearby import Nearby
from viewer.panes.timeline.scale import Scale, around
from viewer.panes.timeline.telling import Telling, Told
from viewer.panes.timeline.tray import Tray, fill_tray
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.panes.timeline.swarm import Swarm

MARGIN = 36.0
"""Pixels left free beside the first and the last event."""
TRAYED = 60
"""Events without a place on the axis that the tray asks for; the others it counts."""
KEPT = 4000
"""Events whose row is remembered while the zoom stays."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes in pixels the strip is laid out for; `height` is what the lanes may take without scrolling."""

    width: float = 1.0
    height: float = 1.0
    mirrored: bool = False
    measures: Measures = Measures()
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Laid:
    """What is to be drawn for one view. heap: where events are counted; across: by lane, how many cover all of it.

    possible: events that only may lie in the span that is asked for.
    """

    strip: Strip | Swarm
    heap: Heap | None
    across: Mapping[int, Across]
    axis: Axis
    beside: tuple[Tick, ...]
    possible: frozenset[str] = frozenset()


class Board:
    """Holds the view; what is placed in it is laid out when somebody looks at it after a change."""

    def __init__(self, voice: Voice, ruler: Ruler, axis_ruler: Ruler) -> None:
        self.ruler, self.axis_ruler = ruler, axis_ruler
        self.frame = Frame()
        self.scale = Scale(0, 1, 1)
        self.chosen = ""
        self.ask: Ask = Nothing()
        self.lanes: tuple[Lane, ...] = ()
        self.eras: tuple[Era, ...] = ()
        self.loose = Loose()
        self.extent: Extent | None = None
        self.resting = True
        self.edition = 0
        self.told = Told()
        self._voice = voice
        self._telling = Telling(voice, self.ask, self.told)
        self._nearby = Nearby(self.ask, None)
        self._kept: tuple[float, dict[str, int]] = (0.0, {})
        self._laid: Laid | None = None
        self._tray: Tray | None = None

    @property
    def laid(self) -> Laid:
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    @property
    def strip(self) -> Strip | Swarm:
        return self.laid.strip

    @property
    def axis(self) -> Axis:
        return self.laid.axis

    @property
    def tray(self) -> Tray:
        if self._tray is None:
            frame = self.frame
            self._tray = fill_tray(self.loose, frame.width, self.ruler, frame.measures, frame.mirrored)
        return self._tray

    @property
    def telling(self) -> Telling:
        return self._telling

    @property
    def heap(self) -> Heap | None:
        """What is drawn where events are counted; a case of few events is never laid out to learn that."""
        return None if self._nearby.few else self.laid.heap

    @property
    def crowded(self) -> bool:
        """Whether events are counted, not drawn."""
        return self.heap is not None

    def show(self, ask: Ask, anew: bool = True) -> None:
        """Another case, with all of time in view; or, not anew, other answers about the same."""
        self.ask, self.extent = ask, ask.extent()
        self.lanes, self.eras = tuple(ask.lanes()), tuple(ask.eras())
        self.loose = ask.loose(TRAYED)
        self._telling = Telling(self._voice, ask, self.told)
        self._nearby = Nearby(ask, self.extent)
        self._kept = (0.0, {})
        self._begin_anew()
        if anew:
            self.show_all()

    def tell_as(self, told: Told) -> None:
        """In another zone or calendar."""
        self.told = told
        self._telling = Telling(self._voice, self.ask, told)
        self._begin_anew()

    def fit_into(self, frame: Frame) -> None:
        """Lay out for other sizes; the span stays."""
        if frame != self.frame:
            self.frame = frame
            self._begin_anew()
        self._look(replace(self.scale.resized(frame.width), mirrored=frame.mirrored))

    def measure_with(self, ruler: Ruler, axis_ruler: Ruler) -> None:
        """The text has another size; whoever calls fits the frame anew."""
        self.ruler, self.axis_ruler = ruler, axis_ruler
        self._kept = (0.0, {})
        self._begin_anew()

    def whole(self) -> Scale:
        """All of time, as `show_all` shows it."""
        start, end = (self.extent.start, self.extent.end) if self.extent else (0, 1)
        return around(start, end, self.frame.width, MARGIN, self.frame.mirrored)

    def show_all(self) -> None:
        """All events that have a date."""
        self._look(self.whole())

    def show_span(self, start: float, end: float) -> None:
        """From `start` to `end`, seconds since 1970, with a margin."""
        self._look(around(start, end, self.frame.width, 4 * MARGIN, self.frame.mirrored))

    def show_exactly(self, start: float, end: float) -> None:
        """From `start` to `end`, without a margin."""
        self._look(around(start, end, self.frame.width, 0.0, self.frame.mirrored))

    def zoom(self, factor: float, x: float) -> None:
        """Closer by `factor` at `x` pixels from the left."""
        self._look(self.scale.zoomed(factor, x))

    def pan(self, pixels: float) -> None:
        """What is on screen moves to the left by `pixels`."""
        self._look(self.scale.panned(pixels))

    def reveal(self, mark: Mark) -> bool:
        """Move the view so that it holds the mark; False if it does already."""
        start = mark.start if mark.start is not None else -inf
        end = mark.end if mark.end is not None else inf
        if self.scale.shows(start, end):
            return False
        known = [moment for moment in (start, end) if isfinite(moment)]
        self._look(self.scale.showing(known[0], known[-1], 4 * MARGIN))
        return True

    def choose(self, uid: str) -> None:
        """The event in focus: its label comes first."""
        if uid != self.chosen:
            self.chosen = uid
            self.edition += 1
            self._laid = None

    def rest(self) -> bool:
        """The view has come to rest: everything finely, all words. True if that changes anything."""
        if self.resting:
            return False
        self.resting, self._laid = True, None
        return True

    def stretched(self) -> Board:
        """The same over a stretch of time twice as long, for as long as the view moves within it."""
        from copy import copy

        wide = copy(self)
        beyond = self.scale.span / 2
        wide.scale = replace(
            self.scale, start=self.scale.start - beyond, end=self.scale.end + beyond, width=2 * self.scale.width
        )
        wide._laid = None
        self._kept = wide._keep_from(wide.laid.strip.rows)
        return wide

    def mark(self, uid: str) -> Mark | None:
        """None if it has no place on the axis."""
        return self._telling.mark(uid)

    def more_words(self, count: int) -> str:
        """What stands in the tray for those that found no room in it."""
        return self._voice.translate("Timeline", "and %n more", n=count)

    def possible(self) -> frozenset[str]:
        """Events in view that only may lie in the span that is asked for."""
        return self.laid.possible

    # How it is done

    def _begin_anew(self) -> None:
        self.edition += 1
        self._laid = self._tray = None

    def _keep_from(self, rows: Mapping[str, int]) -> tuple[float, dict[str, int]]:
        self._keep(rows)
        return self._kept

    def _look(self, scale: Scale) -> None:
        if scale != self.scale and self._laid is not None:
            self.resting = False
        self.scale = scale.kept_near(self.extent.start, self.extent.end) if self.extent else scale
        self._laid = None

    def _lay_out(self) -> Laid:
        strip, heap, across = self._place()
        gap = self.frame.measures.gap
        axis = divide(self.scale, self._voice, self.axis_ruler, gap)
        beside: tuple[Tick, ...] = ()
        if self.told.calendar != "gregorian":
            from viewer.panes.timeline.beside import divide_beside

            beside = divide_beside(self.scale, self.told.calendar, self._voice, self.axis_ruler, gap)
        return Laid(strip, heap, across, axis, beside, self._nearby.possible())

    def _place(self) -> tuple[Strip | Swarm, Heap | None, Mapping[int, Across]]:
        if self._nearby.few:
            marks = self._telling.moved(self._nearby.all_marks())
            return self._in_full(marks), None, {}
        seen = self._nearby.seen(self.scale, self.resting)
        if isinstance(seen, Heap):
            places = share_height(self.lanes, self.frame.height, self.frame.factor)
            return Strip(places, (), sum(place.height for place in places)), seen, {}
        dots, across = self._telling.moved_dots(seen.dots), {one.lane: one for one in seen.across}
        if len(dots) <= ROOMY:
            marks = self._telling.marks([dot.uid for dot in dots])
            return self._in_full(marks, bool(across)), None, across
        return self._in_swarm(dots, bool(across)), None, across

    def _in_full(self, marks: Sequence[Mark], banded: bool = False) -> Strip:
        top = self.frame.measures.band if banded else 0.0
        room = Room(self.scale, self.frame.height, self._telling.caption, self.ruler, self.frame.measures, top)
        strip = lay_out(marks, self.lanes, room, self.chosen, self._rows())
        self._keep(strip.rows)
        return strip

    def _in_swarm(self, dots: Sequence[Dot], banded: bool) -> Swarm:
        from viewer.panes.timeline.swarm import Ground, swarm

        top = self.frame.measures.band if banded else 0.0
        ground = Ground(self.scale, self.frame.height, self.frame.measures, self.lanes, top)
        telling = self._telling
        made = swarm(
            dots,
            ground,
            self._rows(),
            lambda specks: telling.words(specks, self.ruler, ground, self.chosen, self.resting),
        )
        self._keep(made.rows)
        return made

    def _rows(self) -> Mapping[str, int]:
        """Rows of events while the zoom stays."""
        zoom = self.scale.pixel
        return self._kept[1] if abs(self._kept[0] - zoom) < zoom * 1e-6 else {}

    def _keep(self, rows: Mapping[str, int]) -> None:
        kept = {**self._rows(), **rows}
        if len(kept) > KEPT:
            kept = dict(rows)
        self._kept = (self.scale.pixel, kept)


def lane_at(places: Sequence[LanePlace], y: float) -> LanePlace | None:
    """The lane at `y` pixels from the top of the lanes."""
    return next((place for place in places if place.top <= y < place.top + place.height), None)
