"""A long list is measured before it takes the place of the one that shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.case.frozen import replace
from viewer.index.ask.events import EventRow, KindGroup
from viewer.index.ask.first_lines import in_sight
from viewer.look.current import Look
from viewer.panes.listing.delegate import RowDelegate
from viewer.panes.listing.model import FEW, RECORD
from viewer.panes.listing.pane import AT_ONCE, ListingPane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

LONG = "A title that is long enough to be broken into two lines at every width a list may have here"


def group(code: str, events: int) -> KindGroup:
    rows = (
        EventRow(f"{code}{n}", LONG if n % 2 else "Short", None, None, 0, None, False, (True,), "undated")
        for n in range(events)
    )
    return KindGroup(code, code, 0, None, tuple(rows))


@pytest.fixture
def pane(navigator: Navigator, look: Look, qtbot: QtBot) -> ListingPane:
    pane = ListingPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    return pane


def listed(pane: ListingPane) -> int:
    model = pane.view.model()
    return model.rowCount(model.index(0, 0)) if model.rowCount() else 0


def test_a_short_list_is_there_at_once(pane: ListingPane) -> None:
    for code in "ab":
        pane.show_groups([group(code, AT_ONCE)])
        assert listed(pane) == AT_ONCE


def test_a_long_list_comes_when_all_of_it_is_measured_and_the_older_one_stays(
    pane: ListingPane, qtbot: QtBot
) -> None:
    pane.show_groups([group("a", 3)])
    pane.show_groups([group("b", 3 * AT_ONCE)])
    assert listed(pane) == 3
    qtbot.waitUntil(lambda: listed(pane) == 3 * AT_ONCE)


def test_a_newer_list_takes_the_place_of_one_that_is_still_measured(pane: ListingPane, qtbot: QtBot) -> None:
    sizes: list[int] = []
    pane.show_groups([group("a", 3)])
    pane.view.model().modelReset.connect(lambda: sizes.append(listed(pane)))
    pane.show_groups([group("b", 9 * AT_ONCE)])
    pane.show_groups([group("c", 2 * AT_ONCE)])
    qtbot.waitUntil(lambda: bool(sizes))
    pane.show_groups([group("d", 9 * AT_ONCE)])
    pane.show_groups([group("e", 4)])
    qtbot.wait(50)
    assert sizes == [2 * AT_ONCE, 4]


def test_a_row_is_as_high_as_its_title_is_written(look: Look, qtbot: QtBot, pane: ListingPane) -> None:
    delegate = RowDelegate(look, English(), pane)
    for width in range(180, 420, 7):
        room = delegate._room(width)
        for row in group("a", 2).events:
            lines = len(delegate._wrapped(row.title, room))
            one = delegate.measure(group("a", 1).events[0], width)
            assert delegate.measure(row, width) == one + (lines - 1) * delegate._line(delegate._title)


def heights(pane: ListingPane) -> list[int]:
    model = pane.view.model()
    above = model.index(0, 0)
    return [pane.view.visualRect(model.index(row, 0, above)).height() for row in range(model.rowCount(above))]


@pytest.mark.parametrize("count", [AT_ONCE, 5 * AT_ONCE])
def test_of_the_first_list_what_is_in_sight_is_measured_at_once_and_the_rest_soon_after(
    pane: ListingPane, qtbot: QtBot, count: int
) -> None:
    events = group("a", count)
    pane.show_groups([events])
    delegate, width = pane._delegate, pane.view.viewport().width()
    known = delegate.measured_only or frozenset()
    assert 5 < len(known) < 40
    in_sight = [row for row in events.events if row.uid in known]
    assert heights(pane)[: len(in_sight)] == [delegate.measure(row, width) for row in in_sight]
    qtbot.waitUntil(lambda: delegate.measured_only is None)
    qtbot.wait(20)
    assert heights(pane) == [delegate.measure(row, width) for row in events.events]


def test_a_short_first_list_is_measured_without_being_listed_again(pane: ListingPane, qtbot: QtBot) -> None:
    pane.show_groups([group("a", AT_ONCE)])
    assert pane._delegate.measured_only
    with qtbot.assertNotEmitted(pane.view.model().modelReset):
        qtbot.waitUntil(lambda: pane._delegate.measured_only is None)
        qtbot.wait(20)


def test_an_event_far_down_is_in_sight_from_the_first(navigator: Navigator, look: Look, qtbot: QtBot) -> None:
    pane = ListingPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    navigator.go(Focus(event="a200"))
    pane.show_groups([group("a", 3 * AT_ONCE)])

    def seen() -> bool:
        return pane.view.viewport().rect().contains(pane.view.visualRect(pane.view.currentIndex()))

    assert seen()
    where = pane.view.visualRect(pane.view.currentIndex()).top()
    qtbot.waitUntil(lambda: pane._delegate.measured_only is None)
    qtbot.wait(20)
    assert pane.view.visualRect(pane.view.currentIndex()).top() == where
    assert listed(pane) == 3 * AT_ONCE


def test_the_first_of_a_long_list_are_there_at_once_and_all_are_counted(pane: ListingPane, qtbot: QtBot) -> None:
    pane.show_groups([group("a", 5 * AT_ONCE), group("b", 2)])
    model = pane.view.model()
    assert listed(pane) == FEW + 1
    assert "460" in model.index(FEW, 0, model.index(0, 0)).data()
    pane.view.verticalScrollBar().setValue(300)

    def there() -> tuple[object, int]:
        index = pane.view.indexAt(QPoint(100, 100))
        return index.data(), pane.view.visualRect(index).top()

    before = there()
    qtbot.waitUntil(lambda: listed(pane) == 5 * AT_ONCE)
    assert there() == before


def test_the_whole_list_comes_too_when_the_look_changes_meanwhile(
    pane: ListingPane, look: Look, qtbot: QtBot
) -> None:
    pane.show_groups([group("a", 5 * AT_ONCE)])
    assert listed(pane) == FEW + 1
    look.changed.emit()
    assert listed(pane) == 5 * AT_ONCE


def test_no_turn_measures_more_than_some_rows(pane: ListingPane, qtbot: QtBot) -> None:
    turns: list[int] = []
    pane._refining.timeout.connect(lambda: turns.append(len(pane._unmeasured)))
    pane.show_groups([group("a", 5 * AT_ONCE)])
    qtbot.waitUntil(lambda: listed(pane) == 5 * AT_ONCE)
    assert turns == [4 * AT_ONCE, 3 * AT_ONCE, 2 * AT_ONCE, AT_ONCE, 0]


def test_a_list_that_was_begun_is_completed_and_nothing_in_sight_moves(pane: ListingPane, qtbot: QtBot) -> None:
    before, whole = group("a", 60), group("b", 3 * AT_ONCE)
    begun = [replace(before, events=before.events[:8]), replace(whole, events=whole.events[:12])]
    totals = {"a": 60, "b": 5000}
    pane.show_groups(begun, totals)
    pane._navigator.go(Focus(event="b0"))  # lines of the kind above are in sight, too, and more of them will come
    top = pane.view.visualRect(pane.view.currentIndex()).top()
    pane.complete_groups([before, whole], totals)
    model = pane.view.model()
    qtbot.waitUntil(lambda: model.rowCount(model.index(1, 0)) == 3 * AT_ONCE + 1)
    assert model.rowCount(model.index(0, 0)) == 60
    assert pane.view.currentIndex().data() == whole.events[0].title
    assert abs(pane.view.visualRect(pane.view.currentIndex()).top() - top) <= 1


def test_a_window_has_room_for_no_more_lines_than_are_begun(pane: ListingPane) -> None:
    pane.show_groups([group("a", 90)])
    lines = [pane.view.visualRect(pane.view.indexAt(QPoint(5, y))).top() for y in range(40, 400, 4)]
    assert len(set(lines)) <= pane.lines_in_sight()


def test_completing_a_list_that_shows_nothing_shows_it(pane: ListingPane) -> None:
    pane.complete_groups([group("a", 4)], {"a": 4})
    assert listed(pane) == 4


def test_a_reader_who_has_scrolled_a_list_that_was_begun_stays_where_they_are(
    pane: ListingPane, qtbot: QtBot
) -> None:
    before, whole = group("a", 60), group("b", AT_ONCE)
    totals = {"a": 60, "b": 5000}
    pane.show_groups([replace(before, events=()), whole], totals)
    pane._navigator.go(Focus(event="b0"))
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 1500)
    seen, top = pane._held()
    assert seen not in ("", "b0")
    pane.complete_groups([before, whole], totals)
    model = pane.view.model()
    qtbot.waitUntil(lambda: model.rowCount(model.index(0, 0)) == 60)
    index = pane._model.find(seen)
    assert abs(pane.view.visualRect(index).top() - top) <= 1


@pytest.mark.parametrize("whole", [True, False], ids=["as it is", "with totals"])
def test_lines_above_the_event_in_focus_stay_when_a_long_list_is_listed_whole(
    pane: ListingPane, qtbot: QtBot, whole: bool
) -> None:
    """Of kinds with many events the last lines are in sight above the next kind: those are listed at once."""
    far, before, own = group("a", 3 * AT_ONCE), group("b", 2 * AT_ONCE), group("c", 3 * AT_ONCE)
    pane._navigator.go(Focus(event="c0"))
    pane.show_groups([far, before, own], None if whole else {"a": 9000, "b": 9000, "c": 9000})

    def in_sight() -> list[tuple[int, str]]:
        seen = {pane.view.indexAt(QPoint(60, y)) for y in range(0, 400, 4)}
        return sorted((pane.view.visualRect(index).top(), str(index.data())) for index in seen)

    QApplication.processEvents()  # painted for the first time, before the rest comes
    shown = in_sight()
    model = pane.view.model()
    assert model.rowCount(model.index(0, 0)) == FEW + 1
    qtbot.waitUntil(lambda: model.rowCount(model.index(0, 0)) >= 3 * AT_ONCE)
    assert in_sight() == shown


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("at", [0, 2, 8, 30, 57, 59])
def test_whatever_comes_into_sight_first_is_measured(
    navigator: Navigator, look: Look, qtbot: QtBot, at: int, whole: bool
) -> None:
    pane = ListingPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(320, 400)
    pane.show()
    navigator.go(Focus(event=f"a{at}"))
    listed_, behind = group("a", 60), group("b", 5000)
    seen = range(60) if whole else in_sight(at, 60, pane.lines_in_sight())
    begun = replace(listed_, events=listed_.events[seen.start : seen.stop], skipped=seen.start)
    pane.show_groups([begun, replace(behind, events=())], {"a": 60, "b": 5000})
    known = pane._delegate.measured_only
    assert known is not None and len(known) < 25
    view = pane.view
    shown = [view.indexAt(QPoint(100, y)) for y in range(0, view.viewport().height(), 5)]
    rows = {index.data(RECORD).uid for index in shown if isinstance(index.data(RECORD), EventRow)}
    assert f"a{at}" in rows
    assert rows <= known


def test_a_line_that_counts_the_rest_of_a_kind_out_of_sight_is_measured_later(
    pane: ListingPane, qtbot: QtBot
) -> None:
    pane.resize(200, 400)
    first, others = group("a", AT_ONCE), [replace(group(code, 1), events=()) for code in "bcd"]
    pane.show_groups([first, *others], dict.fromkeys("abcd", 61_787))
    model = pane.view.model()

    def high() -> int:
        return pane.view.visualRect(model.index(0, 0, model.index(2, 0))).height()

    one = round(pane._delegate._line(pane._delegate._date)) + 2 * pane._look.space.px(9)
    assert high() == one
    qtbot.waitUntil(lambda: high() > one)


class Painted(QObject):
    """Notes how wide a widget is whenever it is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widths: list[int] = []
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.widths.append(self._widget.width())
        return False


def test_a_list_that_begins_at_its_top_is_first_painted_beside_its_bar(pane: ListingPane, qtbot: QtBot) -> None:
    qtbot.waitExposed(pane)
    QApplication.processEvents()
    painted = Painted(pane.view.viewport())
    pane.show_groups([group("a", 5 * AT_ONCE)])
    qtbot.waitUntil(lambda: listed(pane) == 5 * AT_ONCE)
    assert pane.view.verticalScrollBar().isVisible()
    assert set(painted.widths) == {pane.view.viewport().width()}
