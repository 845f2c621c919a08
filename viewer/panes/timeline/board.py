"""What the strip shows now: the view over time, and everything placed in it; knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from math import inf, isfinite

from viewer.case.frozen import dataclass, replace
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.panes.timeline.axis import Axis, divide
from viewer.panes.timeline.labels import Caption, Ruler
from viewer.panes.timeline.layout import Measures, Room, Strip, lay_out
from viewer.panes.timeline.scale import Scale, around
from viewer.panes.timeline.tray import Tray, fill_tray
from viewer.wording.dates import say_when
from viewer.wording.doubt import disputed_word
from viewer.wording.voice import Voice

Ask = Callable[[int, int], Sequence[Mark]]
"""Marks that touch a span of seconds, in order of start: all of them from memory, or a question to the index."""

MARGIN = 36.0
"""Pixels left free beside the first and the last event."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes in pixels the strip is laid out for; `height` is what the lanes may take without scrolling."""

    width: float = 1.0
    height: float = 1.0
    mirrored: bool = False
    measures: Measures = field(default_factory=Measures)


class Board:
    """Holds the view; whoever changes it finds `strip`, `axis` and `tray` laid out anew."""

    def __init__(self, voice: Voice, ruler: Ruler, axis_ruler: Ruler) -> None:
        self.ruler, self.axis_ruler = ruler, axis_ruler
        self.frame = Frame()
        self.scale = Scale(0, 1, 1)
        self.strip, self.axis, self.tray = Strip(), Axis(), Tray()
        self.chosen = ""
        self.lanes: tuple[Lane, ...] = ()
        self.loose: tuple[EventRow, ...] = ()
        self.extent: Extent | None = None
        self._voice = voice
        self._ask: Ask = lambda start, end: ()
        self._captions: dict[str, Caption] = {}
        self._seen: dict[str, Mark] = {}
        self._kept: tuple[float, Mapping[str, int]] = (0.0, {})

    def show(self, extent: Extent | None, lanes: Sequence[Lane], ask: Ask, loose: Sequence[EventRow]) -> None:
        """Begin anew, with all of time in view."""
        self.extent, self.lanes, self.loose, self._ask = extent, tuple(lanes), tuple(loose), ask
        self._captions.clear()
        self._seen.clear()
        self._kept = (0.0, {})
        self.show_all()

    def fit_into(self, frame: Frame) -> None:
        """Lay out for other sizes; the span stays."""
        self.frame = frame
        self._look(replace(self.scale.resized(frame.width), mirrored=frame.mirrored))

    def measure_with(self, ruler: Ruler, axis_ruler: Ruler) -> None:
        """The text has another size; whoever calls fits the frame anew."""
        self.ruler, self.axis_ruler = ruler, axis_ruler
        self._kept = (0.0, {})

    def show_all(self) -> None:
        """All events that have a date."""
        start, end = (self.extent.start, self.extent.end) if self.extent else (0, 1)
        self._look(around(start, end, self.frame.width, MARGIN, self.frame.mirrored))

    def show_span(self, start: float, end: float) -> None:
        """From `start` to `end`, seconds since 1970, with a margin."""
        self._look(around(start, end, self.frame.width, 4 * MARGIN, self.frame.mirrored))

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
        self.chosen = uid
        self._place()

    def marks(self) -> Sequence[Mark]:
        """Those that touch the view, and a little more, so that rows do not change at its edges."""
        beyond = self.scale.span / 4
        return self._ask(int(self.scale.start - beyond), int(self.scale.end + beyond))

    def mark(self, uid: str) -> Mark | None:
        """A mark that has been in view."""
        return self._seen.get(uid)

    def more_words(self, count: int) -> str:
        """What stands in the tray for those that found no room in it."""
        return self._voice.translate("Timeline", "and %n more", n=count)

    def _look(self, scale: Scale) -> None:
        self.scale = scale.kept_near(self.extent.start, self.extent.end) if self.extent else scale
        self._place()

    def _place(self) -> None:
        frame, marks = self.frame, self.marks()
        self._seen.update((mark.uid, mark) for mark in marks)
        zoom = self.scale.pixel
        kept = self._kept[1] if abs(self._kept[0] - zoom) < zoom * 1e-6 else {}
        room = Room(self.scale, frame.height, self._caption, self.ruler, frame.measures)
        self.strip = lay_out(marks, self.lanes, room, self.chosen, kept)
        self._kept = (zoom, {**kept, **self.strip.rows})
        gap = frame.measures.gap
        self.axis = divide(self.scale, self._voice, self.axis_ruler, gap)
        self.tray = fill_tray(self.loose, frame.width, self.ruler, frame.measures, frame.mirrored)

    def _caption(self, uids: tuple[str, ...]) -> Caption:
        if len(uids) > 1:
            return Caption(self._voice.translate("Timeline", "%n event(s)", n=len(uids)), "")
        if uids[0] not in self._captions:
            mark = self._seen[uids[0]]
            note = disputed_word(self._voice) if mark.row.disputed else ""
            self._captions[mark.uid] = Caption(say_when(self._voice, mark.when, "short"), mark.title, note)
        return self._captions[uids[0]]


def from_memory(marks: Sequence[Mark]) -> Ask:
    """Answers out of all the marks of a small case."""

    def touching(start: int, end: int) -> Sequence[Mark]:
        return [
            mark
            for mark in marks
            if (mark.start is None or mark.start <= end) and (mark.end is None or mark.end >= start)
        ]

    return touching
