"""What a mark looks like at one zoom: a point or a bar, and how honest its ends are; knows no Qt."""

from __future__ import annotations

from viewer.case.frozen import dataclass, replace
from viewer.case.when import When, seconds
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.scale import Scale

FINE = ("day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a bar. fade: pixels over which it loses its strength, 0 = a sure edge.

    onward: the time runs on, open or unknown, beyond what can be shown.
    """

    fade: float = 0.0
    onward: bool = False

    @property
    def sure(self) -> bool:
        return not self.fade and not self.onward


@dataclass(frozen=True, slots=True)
class Body:
    """A mark in pixels from the earlier side, not clipped to the view.

    point: a glyph at `centre`; its time is finer than the glyph is wide, or somewhere in a day.
    reach: (from, to) of the time a point may have happened in, where that is wider than the glyph.
    soft: about or uncertain: drawn with a halo, never as a sharp point. hollow: not dated to the day.
    """

    left: float
    right: float
    point: bool
    first: End = End()
    last: End = End()
    reach: tuple[float, float] | None = None
    soft: bool = False
    hollow: bool = False

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


def body_of(mark: Mark, scale: Scale, glyph: float) -> Body:
    """The body of `mark`; open ends reach to the edge of the view. `glyph` is the side of a point in pixels."""
    along = replace(scale, mirrored=False) if scale.mirrored else scale
    left = along.x(mark.start) if mark.start is not None else min(0.0, _known(mark.end, along) - 4 * glyph)
    right = along.x(mark.end) if mark.end is not None else max(along.width, _known(mark.start, along) + 4 * glyph)
    soft = mark.approximate or mark.uncertain
    hollow = not mark.to_the_day
    closed = mark.start is not None and mark.end is not None
    if closed and (mark.when.precision in FINE or right - left < 1.4 * glyph):
        return _point(left, right, glyph, soft, hollow)
    first = _end(mark.start is None, mark.sure_start, _doubt(mark.when.start or mark.when, along), right - left)
    last = _end(mark.end is None, mark.sure_end, _doubt(mark.when.end or mark.when, along), right - left)
    return Body(left, right, False, first, last, None, soft, hollow)


def _known(moment: int | None, scale: Scale) -> float:
    return scale.x(moment) if moment is not None else scale.width / 2


def _point(left: float, right: float, glyph: float, soft: bool, hollow: bool) -> Body:
    centre = (left + right) / 2
    reach = (left, right) if right - left > 1.4 * glyph else None
    return Body(centre - glyph / 2, centre + glyph / 2, True, reach=reach, soft=soft, hollow=hollow)


def _end(onward: bool, sure: bool, doubt: float, width: float) -> End:
    if onward:
        return End(min(width, 120.0), True)
    return End() if sure else End(min(width / 2, max(20.0, doubt)))


def _doubt(when: When, scale: Scale) -> float:
    """Pixels between the bounds of one end."""
    if when.earliest_jd is None or when.latest_jd is None:
        return 0.0
    return (seconds(when.latest_jd) - seconds(when.earliest_jd)) / scale.pixel
