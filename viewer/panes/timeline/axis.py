"""The words and lines of the time axis for one view; knows no Qt, the width of text comes in as a ruler."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from viewer.case.frozen import dataclass
from viewer.case.when import jd_at
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.ticks import Step, between, labelled, moments, second_of
from viewer.wording.dates import Unit, axis_context, axis_label
from viewer.wording.voice import Voice

_WIDE = second_of(2028, 9, 28) + 20 * 3600  # a moment whose words are long in every unit


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `x` pixels from the left of the time; strong: the words say what the others leave unsaid."""

    x: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Lines with words, finer lines without, and what all the words leave unsaid at the earlier edge."""

    ticks: tuple[Tick, ...] = ()
    finer: tuple[float, ...] = ()
    context: str = ""
    step: Step = Step("year")


def divide(scale: Scale, voice: Voice, ruler: Ruler, gap: float) -> Axis:
    """The axis for this view; words stand `gap` pixels after their line, and find their place before the next."""

    def room(unit: Unit) -> float:
        return max(ruler.width(text, True) for text in _words(voice, _WIDE, unit)) + 3 * gap

    step = labelled(scale, room)
    finer = between(scale, step, 10.0)
    ticks = tuple(_ticks(scale, step, voice))
    places = {tick.x for tick in ticks}
    lines = scale.xs(moments(scale, finer)) if finer else ()
    context = axis_context(voice, jd_at(int(scale.start)), step.unit)
    return Axis(ticks, tuple(x for x in lines if x not in places), context, step)


def _ticks(scale: Scale, step: Step, voice: Voice) -> Iterator[Tick]:
    """A tick that begins another year of days, or another day of hours, says which."""
    known = axis_context(voice, jd_at(int(scale.start)), step.unit)
    for moment in moments(scale, step):
        label, context = _words(voice, moment, step.unit)
        yield Tick(scale.x(moment), label if context == known else context, context != known)
        known = context


@lru_cache(maxsize=1000)
def _words(voice: Voice, moment: int, unit: Unit) -> tuple[str, str]:
    """Label and context at a moment; the same ones come again with every frame."""
    jd = jd_at(moment)
    return axis_label(voice, jd, unit), axis_context(voice, jd, unit)
