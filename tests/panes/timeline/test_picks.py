"""Events are picked on the strip, with Ctrl; they carry a tick there and are spoken so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.panes.timeline.hands import press, settled, where
from tests.panes.timeline.made import days_of_two_years
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.pane import TimelinePane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

NewPane = Callable[..., TimelinePane]
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def picked(navigator: Navigator) -> list[str]:
    return list(navigator.picked)


def pictured(pane: TimelinePane) -> QImage:
    QApplication.processEvents()
    return pane.grab().toImage()


def differs(one: QImage, other: QImage, around: QPoint, reach: int = 16) -> bool:
    """Whether the pictures differ near a place, and only there."""
    spots = {
        (x, y) for x in range(one.width()) for y in range(one.height()) if one.pixel(x, y) != other.pixel(x, y)
    }
    assert all(abs(x - around.x()) <= reach and abs(y - around.y()) <= reach for x, y in spots)
    return bool(spots)


def test_ctrl_and_a_click_picks_an_event_and_the_focus_stays(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    navigator.go(Focus(event="E3"))
    QTest.mouseClick(pane, LEFT, CTRL, where(pane, "E4"))
    assert picked(navigator) == ["E3", "E4"]  # the first one brings the event in focus along
    assert navigator.focus == Focus(event="E3")
    QTest.mouseClick(pane, LEFT, CTRL, where(pane, "E4"))
    assert picked(navigator) == ["E3"]
    QTest.mouseClick(pane, LEFT, CTRL, QPoint(pane.width() - 3, round(pane.areas.time.top()) + 2))
    assert picked(navigator) == ["E3"]


def test_two_clicks_with_ctrl_are_two_clicks(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    span = pane.board.scale.span
    QTest.mouseDClick(pane, LEFT, CTRL, where(pane, "E4"))
    assert picked(navigator) == []
    assert pane.board.scale.span == span


def test_keys_pick_what_the_keyboard_stands_on(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    pane.setFocus()
    press(Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or pane, Qt.Key.Key_Space, CTRL)
        press(Qt.Key.Key_Right)
    assert picked(navigator) == ["E1", "E2"]
    assert navigator.focus == Focus()
    press(Qt.Key.Key_Escape)
    assert picked(navigator) == []


def test_a_picked_event_is_spoken_so_as_soon_as_it_is_picked(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow, navigator: Navigator
) -> None:
    pane = new_pane(some_marks, [a_total])
    settled(pane)
    navigator.pick(["E3", "E9"])
    said = {name for name in settled(pane) if name.startswith("picked, ")}
    assert said == {
        "picked, Thursday 11 February 2010: A statement",
        "picked, a total over other events, not an event in time: Toll of all events",
    }
    navigator.pick([])
    assert not any(name.startswith("picked") for name in settled(pane))


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("uid", ["E4", "E9"])
def test_a_tick_stands_at_the_mark_and_nothing_else_changes(
    new_pane: NewPane, some_marks: Sequence[Mark], a_total: EventRow, navigator: Navigator, uid: str, rtl: bool
) -> None:
    pane = new_pane(some_marks, [a_total], rtl=rtl)
    before = pictured(pane)
    navigator.pick([uid])
    if uid == "E9":
        item = pane.board.tray.items[0]
        outer = item.right if rtl else item.left
        around = QPoint(round(pane.areas.time.left() + outer), round(pane.areas.tray.center().y()))
    else:
        around = where(pane, uid)
    assert differs(before, pictured(pane), around)
    navigator.pick([])
    assert pictured(pane) == before


def test_a_bar_carries_its_tick_where_it_begins_in_view(
    new_pane: NewPane, some_marks: Sequence[Mark], navigator: Navigator
) -> None:
    pane = new_pane(some_marks)
    before = pictured(pane)
    navigator.pick(["E6"])
    placed = pane.board.strip.of("E6")
    assert placed and not placed.body.point
    time = pane.areas.time
    begins = QPoint(round(time.left() + max(0.0, placed.body.left)) + 9, round(time.top() + placed.y))
    assert differs(before, pictured(pane), begins)


def test_a_mark_of_several_events_picks_all_of_them_and_puts_all_back(
    new_pane: NewPane, mark: Callable[..., Mark], navigator: Navigator
) -> None:
    marks = [mark(f"E{n}", "2010-05-05") for n in range(30)] + [mark("Z", "2014")]
    pane = new_pane(marks)
    crowd = next(placed for placed in pane.board.strip.marks if placed.crowd)
    navigator.pick(["Z"])
    QTest.mouseClick(pane, LEFT, CTRL, where(pane, crowd.uids[0]))
    assert picked(navigator) == ["Z", *crowd.uids]
    assert any(name.startswith("picked, ") and "events" in name for name in settled(pane))
    QTest.mouseClick(pane, LEFT, CTRL, where(pane, crowd.uids[0]))
    assert picked(navigator) == ["Z"]


def test_where_events_are_counted_a_key_picks_nothing(
    new_pane: NewPane, mark: Callable[..., Mark], navigator: Navigator
) -> None:
    days = days_of_two_years()
    pane = new_pane([mark(f"E{n:04d}", day) for n, day in enumerate(days)])
    assert pane.board.crowded
    pane.setFocus()
    settled(pane)
    QTest.keyClick(QApplication.focusWidget() or pane, Qt.Key.Key_Space, CTRL)
    assert picked(navigator) == []
