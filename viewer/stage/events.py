"""Stages of events: the event itself, its figures by claimant, its accounts as a table, several on an axis."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.case.frozen import replace
from viewer.case.when import When, jd_at
from viewer.index.ask.about import heading
from viewer.index.ask.chips import ClaimView
from viewer.index.ask.events import Chart as Figures
from viewer.index.ask.events import EventView
from viewer.panes.detail.scale import axis, marks
from viewer.panes.timeline.scale import Scale
from viewer.panes.timeline.ticks import labelled, moments
from viewer.stage.asking import Asking
from viewer.stage.layout import (
    CHART,
    TABLE,
    TIMELINE,
    Columns,
    axis_height,
    headline_height,
    measured,
    pages_of,
)
from viewer.stage.scene import Chart, Headline, Row, Scene, Table, Timeline
from viewer.wording import stages
from viewer.wording.dates import Unit, axis_label
from viewer.wording.doubt import disputed_word
from viewer.wording.figures import (
    as_heading,
    figure_words,
    headline_measure,
    headline_range,
    headline_sentence,
)
from viewer.wording.sources import claimant_name

_EPOCH_JD, _DAY = 2440587.5, 86_400
_LABEL = 190.0  # pixels a label of the time axis wants, at scale 1


def event_scenes(ask: Asking, stamp: str, event: EventView) -> tuple[Scene, ...]:
    """Title, date and place, the range of all stated figures; a summary that is too long has its own stage."""
    voice, headline = ask.voice, event.headline
    body = Headline(
        headline_range(voice, headline) if headline else "",
        headline_measure(voice, headline) if headline else "",
        stages.disputed_line(voice, event.disputed_points),
        stages.editors_summary(voice, event.summary),
    )
    below = stages.dated_place(voice, event)
    source = headline_sentence(voice, headline) if headline else case_line(ask)

    def fits(one: Asking) -> bool:
        frame = one.frame(event.title, below, stamp, source)
        return headline_height(body, one.sizes) <= frame.bottom - frame.body

    roomy = ask.roomy(fits)
    if fits(roomy):
        return (roomy.scene(stamp, event.title, below, body, source),)
    return (
        roomy.scene(stamp, event.title, below, replace(body, summary=""), source),
        roomy.scene(stamp, event.title, below, Headline("", "", "", body.summary), case_line(ask)),
    )


def figures_scenes(ask: Asking, stamp: str, event: EventView, figures: Figures) -> tuple[Scene, ...]:
    """All claimants' figures on one point, on one axis, in the order in which they were stated."""
    voice = ask.voice
    title = stages.titled(voice, event)
    below = stages.figures_line(voice, as_heading(figures.label), len(figures.claims))
    legend = stages.band_line(voice, figures.bands) or case_line(ask)
    stated = [claim.figure for claim in figures.claims if claim.figure]
    across = axis(stated, 4)
    rows = [figure_row(ask, claim) for claim in figures.claims]
    words = (title, below, stamp, legend)
    roomy = ask.roomy(lambda one: _compares(_pages(one, CHART, rows, words)))
    ticks = tuple((across.share(tick), voice.number(tick)) for tick in across.ticks)
    bands = tuple((across.share(band.low), across.share(band.high)) for band in figures.bands)
    bodies = [Chart(page, across.high, ticks, bands) for page in _pages(roomy, CHART, rows, words)]
    return roomy.paged(stamp, title, below, bodies, legend)


def _compares(pages: Sequence[tuple[Row, ...]]) -> bool:
    """Whether no stage shows a single row where several could be compared."""
    return len(pages) == 1 or all(len(page) > 1 for page in pages)


def figure_row(ask: Asking, claim: ClaimView) -> Row:
    """The claimant first, then who carried it; every claimant's row is made the same way."""
    voice, figure = ask.voice, claim.figure
    return Row(
        claimant_name(voice, claim),
        ask.line(stages.carried(voice, claim)),
        figure_words(voice, figure) if figure else "",
        disputed_word(voice) if claim.disputed else "",
        marks(figure) if figure else None,
        figure.numbers if figure else (),
    )


def accounts_scenes(ask: Asking, stamp: str, event: EventView) -> tuple[Scene, ...]:
    """All that is said of an event, one account below the other, in our paraphrase."""
    voice = ask.voice
    below = stages.accounts_line(voice, len(event.claims))
    source = case_line(ask)
    rows = [
        Row(
            claimant_name(voice, claim),
            ask.line(stages.carried(voice, claim)),
            stages.point_line(voice, claim.measure_label, _said(ask, claim)),
            disputed_word(voice) if claim.disputed else "",
        )
        for claim in event.claims
    ]
    title = stages.titled(voice, event)
    words = (title, below, stamp, source)
    roomy = ask.roomy(lambda one: _compares(_pages(one, TABLE, rows, words, with_axis=False)))
    pages = _pages(roomy, TABLE, rows, words, with_axis=False)
    return roomy.paged(stamp, title, below, [Table(page) for page in pages], source)


def span_scenes(ask: Asking, stamp: str, title: str, events: Sequence[EventView]) -> tuple[Scene, ...]:
    """Events one a row on an axis of time; one that has no place in time has no bar."""
    below, source = stages.span_line(ask.voice, len(events)), case_line(ask)
    placed = [event.when for event in events if event.when and not event.loose]
    scale = _scale(placed)
    ticks = _ticks(ask, scale) if scale else ()
    rows = [_event_row(ask, event, scale) for event in events]
    pages = _pages(ask, TIMELINE, rows, (title, below, stamp, source), with_axis=bool(ticks))
    return ask.paged(stamp, title, below, [Timeline(page, ticks) for page in pages], source)


def case_line(ask: Asking) -> str:
    """The case itself, where a stage rests on many sources."""
    return heading(ask.connection).title


def _said(ask: Asking, claim: ClaimView) -> str:
    if claim.figure:
        return figure_words(ask.voice, claim.figure)
    return claim.text or ""


def _pages(
    ask: Asking, columns: Columns, rows: list[Row], words: tuple[str, str, str, str], *, with_axis: bool = True
) -> list[tuple[Row, ...]]:
    frame = ask.frame(*words)
    room = frame.bottom - frame.body - (axis_height(ask.sizes) if with_axis else 0)
    return pages_of([measured(row, columns, ask.sizes, room) for row in rows], room)


def _event_row(ask: Asking, event: EventView, scale: Scale | None) -> Row:
    time = _time(event.when, scale) if event.when and scale and not event.loose else None
    return Row(event.title, ask.line(stages.dated_place(ask.voice, event)), time=time)


def _time(when: When, scale: Scale) -> tuple[float, float, bool, bool] | None:
    """Where a date stands on the axis, 0 to 1; an open end reaches the edge and is not sure."""
    start = scale.start if when.earliest_jd is None else _second(when.earliest_jd)
    end = scale.end if when.latest_jd is None else _second(when.latest_jd)
    shares = (scale.x(start) / scale.width, scale.x(end) / scale.width)
    return max(0.0, shares[0]), min(1.0, shares[1]), when.sure_start, when.sure_end


def _scale(placed: Sequence[When]) -> Scale | None:
    """A view of all the dates with some air; None where there is none."""
    bounds = [jd for when in placed for jd in (when.earliest_jd, when.latest_jd) if jd is not None]
    if not bounds:
        return None
    start, end = _second(min(bounds)), _second(max(bounds))
    air = max((end - start) * 0.05, 15 * _DAY)
    return Scale(start - air, end + air, TIMELINE.plot[1])


def _ticks(ask: Asking, scale: Scale) -> tuple[tuple[float, str], ...]:
    step = labelled(scale, lambda unit: _label_width(ask, unit))
    return tuple(
        (scale.x(moment) / scale.width, axis_label(ask.voice, jd_at(moment), step.unit))
        for moment in moments(scale, step)
    )


def _label_width(ask: Asking, unit: Unit) -> float:
    return _LABEL * ask.scale * (1.25 if unit in ("month", "quarter") else 1.0)


def _second(jd: float) -> float:
    return (jd - _EPOCH_JD) * _DAY
