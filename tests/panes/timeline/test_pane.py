"""The strip as a widget: keys, hands, screen reader, both directions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panes.timeline.hands import press, settled, standing, wheel, where
from tests.panes.timeline.made import Remembered, days_of_two_years
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark
from viewer.look.current import Look
from viewer.panes.timeline.pane import TimelinePane
from viewer.panes.timeline.places import told_at
from viewer.panes.timeline.proxies import MOST
from viewer.panes.timeline.ticks import second_of
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

NewPane = Callable[..., TimelinePane]


def test_every_event_has_a_button_that_says_all(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow
) -> None:
    names = settled(new_pane(some_marks, [a_total]))
    assert "Friday 8 April 2011: Second operation, 0 to 37 killed, by 11 claims, disputed" in names
    assert "from about March 2009 to May 2010: Supplies held back" in names
    assert "a total over other events, not an event in time: Toll of all events" in names
    assert len(names) == 7, list(names)


def test_a_screen_reader_can_press_the_button(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    button = settled(new_pane(some_marks))["28 to 29 July 2009: First operation, disputed"]
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken and spoken.role() == QAccessible.Role.Button
    spoken.actionInterface().doAction("Press")
    QTest.qWait(250)
    assert navigator.focus == Focus(event="E2")


def test_buttons_are_only_made_for_what_is_in_view(new_pane: NewPane, mark: Callable[..., Mark]) -> None:
    days = days_of_two_years()
    marks = [mark(f"E{n:04d}", day) for n, day in enumerate(days)]
    pane = new_pane(marks)
    names = settled(pane)
    assert 0 < len(names) <= MOST
    assert pane.board.crowded
    assert "January to March 2010, 84 events, Enter to zoom" in names


@pytest.mark.parametrize(
    ("rtl", "next_", "previous"),
    [(False, Qt.Key.Key_Right, Qt.Key.Key_Left), (True, Qt.Key.Key_Left, Qt.Key.Key_Right)],
)
def test_keys_follow_the_reading_direction(
    new_pane: NewPane, some_marks: Sequence[Mark], rtl: bool, next_: Qt.Key, previous: Qt.Key
) -> None:
    pane = new_pane(some_marks, rtl=rtl)
    pane.setFocus()
    assert "Supplies held back" in standing(pane)
    press(next_)
    assert "First operation" in standing(pane)
    press(previous)
    assert "Supplies held back" in standing(pane)


def test_home_end_up_and_down_walk_the_strip(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow
) -> None:
    pane = new_pane(some_marks, [a_total])
    pane.setFocus()
    for key, title in (
        (Qt.Key.Key_End, "Seven people missing"),
        (Qt.Key.Key_Down, "Another statement"),
        (Qt.Key.Key_Down, "Toll of all events"),
        (Qt.Key.Key_Home, "Supplies held back"),
        (Qt.Key.Key_Up, "First operation"),
    ):
        press(key)
        assert title in standing(pane)


def test_walking_does_not_go_until_enter(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    pane.setFocus()
    press(Qt.Key.Key_Right)
    assert not navigator.focus
    press(Qt.Key.Key_Return)
    assert navigator.focus == Focus(event="E2")


def test_only_the_one_that_is_stood_on_is_a_tab_stop(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    pane.setFocus()
    press(Qt.Key.Key_Right)
    stops = [b for b in settled(pane).values() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.accessibleName() for stop in stops] == ["28 to 29 July 2009: First operation, disputed"]
    assert not pane.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_keys_zoom_and_nought_shows_all(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    everything = pane.board.scale.span
    pane.setFocus()
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Plus)
    assert pane.board.scale.span < everything / 2
    press(Qt.Key.Key_Minus)
    press(Qt.Key.Key_0)
    assert pane.board.scale.span == pytest.approx(everything)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_wheel_zooms_at_the_pointer(new_pane: NewPane, some_marks: Sequence[Mark], rtl: bool) -> None:
    pane = new_pane(some_marks, rtl=rtl)
    at = where(pane, "E4")
    before = pane.board.scale
    wheel(pane, at, down=240)
    assert pane.board.scale.span < before.span
    x = at.x() - pane.areas.time.left()
    assert pane.board.scale.moment(x) == pytest.approx(before.moment(x), abs=1)


@pytest.mark.parametrize(("rtl", "later"), [(False, True), (True, False)])
def test_shift_and_a_sideways_wheel_pan(
    new_pane: NewPane, some_marks: Sequence[Mark], rtl: bool, later: bool
) -> None:
    pane = new_pane(some_marks, rtl=rtl)
    pane.board.zoom(3, 300)
    start = pane.board.scale.start
    wheel(pane, QPoint(500, 100), across=-120)
    assert (pane.board.scale.start > start) is later
    wheel(pane, QPoint(500, 100), down=120, held=Qt.KeyboardModifier.ShiftModifier)
    assert pane.board.scale.start == pytest.approx(start, abs=1)


@pytest.mark.parametrize("long", [10.0**6, 6.1e9, 9.7e11])
def test_what_is_panned_is_laid_out_once_whatever_its_last_digits(
    new_pane: NewPane, some_marks: Sequence[Mark], long: float
) -> None:
    pane = new_pane(some_marks)
    middle = pane.board.scale.start + pane.board.scale.span / 2
    pane.show_moments(middle - long / 3, middle + long * 2 / 3)
    laid = []
    for step in range(24):
        pane.dragged.emit(-13.0 if step < 12 else 13.0, 0.0)
        pane.repaint()
        laid.append(pane._painter._layers._stretch[1])
    assert laid[1] is not None
    assert len({id(board) for board in laid[1:]}) == 1


def test_a_click_goes_and_a_drag_does_not(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    at, before = where(pane, "E4"), pane.board.scale.start
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(pane, at - QPoint(40, 0))
    QTest.mouseMove(pane, at - QPoint(80, 0))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=at - QPoint(80, 0))
    assert not navigator.focus and pane.board.scale.start > before
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=where(pane, "E4"))
    assert navigator.focus == Focus(event="E4")


def test_a_focus_from_elsewhere_comes_into_view(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    pane.board.show_span(some_marks[1].start or 0, some_marks[1].end or 0)
    navigator.go(Focus(event="E4"))
    placed = pane.board.strip.of("E4")
    assert placed and 0 <= placed.body.centre <= pane.areas.time.width()
    assert pane.board.chosen == "E4"


def test_an_event_without_end_is_in_view_wherever_its_bar_is(
    new_pane: NewPane, mark: Callable[..., Mark], navigator: Navigator
) -> None:
    pane = new_pane([mark("E1", "2009-01-01"), mark("E6", "2010-09-01/.."), mark("E7", "2016-01-01")])
    pane.board.zoom(6, pane.board.scale.x(second_of(2014, 1)))
    after = pane.board.scale
    navigator.go(Focus(event="E6"))
    assert pane.board.scale == after
    navigator.go(Focus(event="E1"))
    assert pane.board.scale.start < second_of(2009, 1)
    navigator.go(Focus(event="E6"))
    placed = pane.board.strip.of("E6")
    assert placed and placed.body.left < pane.areas.time.width()


def test_what_is_not_on_the_axis_can_be_clicked_in_the_tray(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow, navigator: Navigator
) -> None:
    pane = new_pane(some_marks, [a_total])
    item = pane.board.tray.items[0]
    at = QPointF(pane.areas.time.left() + item.left + 4, pane.areas.tray.center().y()).toPoint()
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at)
    assert navigator.focus == Focus(event="E9")


def test_names_stand_at_the_leading_side(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    assert not new_pane(some_marks).areas.names_at_right
    mirrored = new_pane(some_marks, rtl=True)
    assert mirrored.areas.names_at_right
    first, last = mirrored.board.strip.of("E1"), mirrored.board.strip.of("E6")
    assert first and last and first.body.left > last.body.left


def test_time_can_be_kept_from_left_to_right(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks, rtl=True)
    pane.keep_time_left_to_right(True)
    first, last = pane.board.strip.of("E1"), pane.board.strip.of("E6")
    assert first and last and first.body.left < last.body.left
    assert pane.areas.names_at_right


def test_enter_on_a_crowd_comes_closer(new_pane: NewPane, mark: Callable[..., Mark], navigator: Navigator) -> None:
    days = [mark(f"E{n:02d}", f"2011-04-{n:02d}") for n in range(1, 29)]
    pane = new_pane([mark("E00", "1999-04-01"), *days, mark("E99", "2021-04-01")])
    crowd = next(placed for placed in pane.board.strip.marks if placed.crowd)
    before = pane.board.scale.span
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=where(pane, crowd.uids[0]))
    assert pane.board.scale.span < before / 5
    assert not navigator.focus


def test_a_low_pane_scrolls_instead_of_losing_lanes(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    pane.resize(1000, 90)
    pane.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Down)
    assert pane.areas.scrolled > 0


def test_larger_text_takes_higher_rows_and_the_view_stays(
    new_pane: NewPane, some_marks: Sequence[Mark], look: Look
) -> None:
    pane = new_pane(some_marks)
    pane.resize(1000, 128)
    before, low = pane.board.scale, pane.board.strip.marks[0].height
    look.scale_text(2.0)
    assert pane.board.strip.marks[0].height > low
    assert pane.board.scale.start == before.start and pane.board.scale.end == before.end
    assert pane.board.scale.width < before.width  # names are wider


def test_keys_of_the_window_are_left_to_it(new_pane: NewPane, some_marks: Sequence[Mark]) -> None:
    pane = new_pane(some_marks)
    pane.setFocus()
    here, span = standing(pane), pane.board.scale.span
    widget = QApplication.focusWidget()
    assert widget
    QTest.keyClick(widget, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(widget, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (standing(pane), pane.board.scale.span) == (here, span)


def test_a_tooltip_is_told_where_the_pointer_is(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow
) -> None:
    pane = new_pane(some_marks, [a_total])
    board, areas, course = pane.board, pane.areas, pane.course

    def told(at: QPointF) -> tuple[str, ...]:
        return told_at(English(), board, areas, course, at)

    lines = told(QPointF(where(pane, "E4")))
    assert lines[0] == "Second operation"
    assert any("EDTF 2011-04-08" in line for line in lines)
    assert "0 to 37 killed, by 11 claims" in lines
    assert told(QPointF(areas.names.center().x(), areas.time.top() + 3)) == ("Use of force",)
    assert told(areas.tray.center()) == ("Not on the axis: 1 total",)
    assert told(areas.axis.center()) == ()


def test_a_case_without_dates_shows_its_tray(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow
) -> None:
    pane = new_pane(some_marks)
    pane.show_case(Remembered((), (), [a_total]))
    assert list(settled(pane)) == ["a total over other events, not an event in time: Toll of all events"]
    pane.grab()


def test_two_fingers_zoom_where_they_are_and_move_what_is_shown(
    new_pane: NewPane, some_marks: Sequence[Mark]
) -> None:
    pane = new_pane(some_marks)
    at = QPointF(where(pane, "E4"))
    x = at.x() - pane.areas.time.left()
    moment, span = pane.board.scale.moment(x), pane.board.scale.span

    def gesture(kind: Qt.NativeGestureType, value: float, delta: QPointF) -> None:
        device = QPointingDevice.primaryPointingDevice()
        place = pane.mapToGlobal(at)
        QApplication.sendEvent(pane, QNativeGestureEvent(kind, device, 2, at, at, place, value, delta))

    gesture(Qt.NativeGestureType.ZoomNativeGesture, 0.5, QPointF())
    assert pane.board.scale.span == pytest.approx(span / 1.5)
    assert pane.board.scale.x(moment) == pytest.approx(x)
    start = pane.board.scale.start
    gesture(Qt.NativeGestureType.PanNativeGesture, 0.0, QPointF(-40, 0))
    assert pane.board.scale.start > start
    assert pane.board.scale.x(moment) == pytest.approx(x - 40)
