"""The strip where events are counted, its foot, its zone, calendar and eras."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.panes.timeline.hands import press, settled, standing, where
from tests.panes.timeline.made import Remembered, days_of_two_years
from viewer.index.ask.strip import Era
from viewer.index.ask.timeline import Lane, Mark
from viewer.panes.timeline.pane import TimelinePane
from viewer.panes.timeline.places import told_at
from viewer.panes.timeline.telling import Told
from viewer.panes.timeline.ticks import second_of
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

NewPane = Callable[..., TimelinePane]

# Where events are counted


def counted(pane: TimelinePane) -> bool:
    return pane.board.crowded


@pytest.fixture
def crowded(new_pane: NewPane, mark: Callable[..., Mark]) -> TimelinePane:
    days = days_of_two_years()
    return new_pane([mark(f"E{n:04d}", day, n % 3) for n, day in enumerate(days)])


def test_keys_walk_from_span_to_span_and_enter_zooms(crowded: TimelinePane) -> None:
    assert counted(crowded)
    settled(crowded)
    crowded.setFocus()
    press(Qt.Key.Key_Home)
    assert standing(crowded) == "January to March 2010, 84 events, Enter to zoom"
    press(Qt.Key.Key_Right)
    assert standing(crowded) == "April to June 2010, 84 events, Enter to zoom"
    press(Qt.Key.Key_Return)
    assert not counted(crowded)
    assert crowded.board.scale.start == pytest.approx(second_of(2010, 4), abs=86_400)
    assert crowded.board.scale.end == pytest.approx(second_of(2010, 7), abs=86_400)


def test_a_click_on_columns_comes_closer_there(crowded: TimelinePane) -> None:
    at = QPointF(crowded.areas.time.left() + 400, crowded.areas.time.center().y()).toPoint()
    moment, span = crowded.board.scale.moment(400), crowded.board.scale.span
    QTest.mouseClick(crowded, Qt.MouseButton.LeftButton, pos=at)
    assert crowded.board.scale.span == pytest.approx(span / 4)
    assert crowded.board.scale.moment(400) == pytest.approx(moment, abs=86_400)


def test_a_column_tells_what_is_counted_in_it(crowded: TimelinePane) -> None:
    board, areas = crowded.board, crowded.areas
    at = QPointF(areas.time.left() + board.scale.x(second_of(2010, 5, 10)), areas.time.top() + 5)
    lines = told_at(English(), board, areas, crowded.course, at)
    assert lines[0].startswith("Use of force · ")
    assert lines[1].endswith("begin here")


def test_panning_asks_only_when_it_leaves_what_is_at_hand(new_pane: NewPane, mark: Callable[..., Mark]) -> None:
    marks = [mark(f"E{n:04d}", f"20{n // 300:02d}-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}") for n in range(3000)]
    pane = new_pane(marks)
    ask = pane.board.ask
    assert isinstance(ask, Remembered)
    pane.show_moments(second_of(2003, 3), second_of(2003, 5))
    pane.grab()
    ask.asked.clear()
    for _ in range(20):
        pane.dragged.emit(-13.0, 0.0)
        pane.grab()
    assert len(ask.asked) <= 2


def test_what_only_may_lie_in_the_span_says_so(
    new_pane: NewPane, some_marks: Sequence[Mark], lanes: Sequence[Lane]
) -> None:
    pane = new_pane(some_marks)
    pane.show_answers(Remembered(some_marks, lanes, possible=["E5"]))
    assert pane.board.possible() == {"E5"}
    lines = told_at(English(), pane.board, pane.areas, pane.course, QPointF(where(pane, "E5")))
    assert lines[-1] == "only possibly in the span that is asked for"
    pane.grab()


def test_other_answers_leave_the_view_where_it_is(
    new_pane: NewPane, some_marks: Sequence[Mark], lanes: Sequence[Lane]
) -> None:
    pane = new_pane(some_marks)
    pane.show_moments(second_of(2010, 1), second_of(2012, 1))
    before = pane.board.scale
    pane.show_answers(Remembered(some_marks[:2], lanes))
    assert pane.board.scale == before
    pane.show_case(Remembered(some_marks, lanes))
    assert pane.board.scale != before


# Zone, calendar, eras


def test_a_zone_moves_times_of_day_and_nothing_else(new_pane: NewPane, mark: Callable[..., Mark]) -> None:
    pane = new_pane([mark("E1", "2011-04-08T05:00+03:00"), mark("E2", "2011-04-08"), mark("E3", "2011-04-10")])
    before = {uid: pane.board.mark(uid) for uid in ("E1", "E2")}
    pane.tell_as(Told("UTC"))
    after = {uid: pane.board.mark(uid) for uid in ("E1", "E2")}
    assert before["E1"] and after["E1"] and before["E1"].start and after["E1"].start
    assert before["E1"].start - after["E1"].start == 3 * 3600
    assert before["E2"] == after["E2"]


def test_a_calendar_takes_a_second_line_and_stands_in_the_tooltip(
    new_pane: NewPane, some_marks: Sequence[Mark]
) -> None:
    pane = new_pane(some_marks)
    high = pane.areas.axis.height()
    pane.tell_as(Told(calendar="jalali"))
    assert pane.areas.axis.height() > high
    assert "1390" in [tick.words for tick in pane.board.laid.beside]
    lines = told_at(English(), pane.board, pane.areas, pane.course, QPointF(where(pane, "E4")))
    assert "19 Farvardin 1390 · Solar Hijri (Jalali)" in lines
    pane.grab()


def test_an_era_is_told_where_it_is_shaded(
    new_pane: NewPane, some_marks: Sequence[Mark], lanes: Sequence[Lane]
) -> None:
    era = Era("Transition", "As the authors name it", second_of(2009, 1), second_of(2010, 1))
    pane = new_pane(some_marks)
    pane.show_case(Remembered(some_marks, lanes, eras=[era]))
    axis = pane.areas.axis
    at = QPointF(axis.left() + pane.board.scale.x(second_of(2009, 6)), axis.top() + 3)
    assert told_at(English(), pane.board, pane.areas, pane.course, at) == ("Transition", "As the authors name it")
    pane.grab()


# The foot


def test_the_overview_moves_the_view_and_follows_it(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    pane.show_moments(second_of(2010, 1), second_of(2011, 1))
    overview = pane.foot.overview
    assert overview.reach.start == pytest.approx(pane.board.scale.start)
    left, right = overview.reach.sides()
    middle = QPointF((left + right) / 2, 10).toPoint()
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(overview, middle + QPoint(100, 0))
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=middle + QPoint(100, 0))
    assert pane.board.scale.start > second_of(2010, 2)
    before = pane.board.scale
    QTest.keyClick(overview, Qt.Key.Key_Left)
    assert pane.board.scale.start < before.start
    QTest.keyClick(overview, Qt.Key.Key_Up)
    assert pane.board.scale.span < before.span
    QTest.keyClick(overview, Qt.Key.Key_0)
    assert pane.board.scale.span == pytest.approx(pane.board.whole().span)


def test_the_view_is_said_once_it_rests(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    pane.show_moments(second_of(2011, 1), second_of(2011, 7))
    QTest.qWait(200)
    assert "2011" in pane.foot.overview.accessibleDescription()
    assert pane.foot.overview.accessibleDescription().endswith("events")
    assert navigator.span == (pane.board.scale.start, pane.board.scale.end)


def test_a_span_from_elsewhere_is_shown(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    navigator.show_span(second_of(2010, 1), second_of(2010, 7))
    assert pane.board.scale.start == pytest.approx(second_of(2010, 1), abs=1)


def test_the_corner_says_what_is_chosen(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    assert pane.foot.corner.text() == "By kind · local time"
    pane.tell_as(Told("UTC"))
    assert pane.foot.corner.text() == "By kind · UTC"
    assert "UTC" in pane.foot.corner.accessibleName()


def test_a_double_click_comes_close_to_the_event(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=where(pane, "E4"))
    assert pane.board.scale.span == pytest.approx(3 * 86_400)
