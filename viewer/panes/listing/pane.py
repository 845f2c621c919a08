"""The list of events by kind. Speaks only to the navigator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.events import EventRow, KindGroup
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.viewport import viewport_of
from viewer.panes.listing.delegate import RowDelegate
from viewer.panes.listing.model import RECORD, ListingModel, Rest, shortened
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import Voice

AT_ONCE = 100
"""Rows that are measured in one turn of the window: a few milliseconds."""
SOON = 120
"""Milliseconds after which the first list has been painted."""

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords
    from viewer.panes.listing.picked_bar import PickedBar
    from viewer.session.picking import Picking


class ListingView(QTreeView):
    """A tree without its own marks: the delegate draws rows whole, and Enter or a click opens them."""

    opened = Signal(QModelIndex)
    pick_wished = Signal(str, QModelIndex)  # as of viewer.look.picking.Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.some_picked = False
        self._empty: Paragraph | None = None
        self._viewport = viewport_of(self)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self.opened)

    def say_empty(self, words: str) -> None:
        """What stands where no row does; "" where there are rows."""
        if self._empty is None and words:
            self._empty = Paragraph("body", "muted", self.viewport())
        if self._empty:
            self._empty.setText(words)
            self._empty.setVisible(bool(words))
            self._place_words()
        self.setAccessibleDescription(words)

    def _place_words(self) -> None:
        if self._empty is None:
            return
        edge = self.fontMetrics().height()
        width = max(1, self.viewport().width() - 2 * edge)
        self._empty.setGeometry(edge, edge, width, self._empty.heightForWidth(width))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        from viewer.look.picking import by_click

        if wish := by_click(self, event):
            self.pick_wished.emit(*wish)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from viewer.look.picking import picks

        if not picks(event):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from viewer.look.picking import by_key

        by = Qt.Key
        if wish := by_key(self, event, self.some_picked):
            self.pick_wished.emit(*wish)
        elif event.key() in (by.Key_Return, by.Key_Enter, by.Key_Space) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self._place_words()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ListingPane(QWidget):
    """Kinds that fold, and their events; the one in focus is marked and kept in view."""

    folded = Signal()  # a kind was folded or unfolded
    rest_opened = Signal(str)  # code of a kind whose unlisted events are wanted
    comparison_asked = Signal()  # the accounts of the events picked

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look, self._voice = navigator, look, voice
        self._model = ListingModel(voice, self)
        self._collapsed: set[str] = set()
        self._coming: tuple[Sequence[KindGroup], Mapping[str, int] | None] = ((), None)
        self._unmeasured: list[EventRow] = []
        self._shortened = False
        self._measuring = QTimer(self, interval=0)
        self._refining = QTimer(self)
        self.view = ListingView(self)
        self.view.setModel(self._model)
        self.view.setAccessibleName(self.tr("Events by kind"))
        self._delegate = RowDelegate(look, voice, self.view)
        self.view.setItemDelegate(self._delegate)
        self.setFocusProxy(self.view)
        self._picking: Picking | None = None
        self._bar: PickedBar | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addWidget(self.view)
        self._connect()
        self._show_ground()

    def show_groups(self, groups: Sequence[KindGroup], totals: Mapping[str, int] | None = None) -> None:
        """Events, kind by kind; folded kinds stay folded. `totals`: by code of kind, where not all are listed."""
        self._expect(groups, totals)
        self._refining.stop()
        self._delegate.measured_only = None
        if not self._model.rowCount():
            self._take_first()
        elif len(self._unmeasured) <= AT_ONCE:
            self._take()
        else:
            self._measuring.start()

    def complete_groups(self, groups: Sequence[KindGroup], totals: Mapping[str, int]) -> None:
        """All lines of a list whose beginning is shown: they are measured by and by, and none in sight moves."""
        if not self._model.rowCount():
            self.show_groups(groups, totals)
            return
        self._measuring.stop()
        self._expect(groups, totals)
        self._shortened = True
        self._refining.start(0)

    def lines_in_sight(self) -> int:
        """How many events have room in the window, at most."""
        return self.window().height() // self._delegate.least + 1

    def collapsed_kinds(self) -> list[str]:
        """Codes of the kinds that are folded, for the settings."""
        return sorted(self._collapsed)

    def collapse_kinds(self, codes: Iterable[str]) -> None:
        """Fold these kinds and no other."""
        self._collapsed = set(codes)
        self._fold()

    # What others tell us

    def _measure(self) -> None:
        """Some rows in each turn of the window: the list that shows stays until all of the next one are known."""
        width, some = self.view.viewport().width(), self._unmeasured[-AT_ONCE:]
        del self._unmeasured[-AT_ONCE:]
        for row in some:
            self._delegate.measure(row, width)
        if not self._unmeasured:
            self._take()

    def _show_focus(self, focus: Focus, by: object) -> None:
        self._delegate.chosen = focus.event or ""
        index = self._model.find(self._delegate.chosen)
        if index.isValid():
            self.view.expand(index.parent())
            self.view.setCurrentIndex(index)
            if by is not self:
                self._bring_into_view(index)
        self.view.viewport().update()

    def _pick(self, wish: str, index: QModelIndex) -> None:
        from viewer.look.picking import ALL, CLEAR, STRETCH

        if self._picking is None:
            from viewer.session.picking import Picking

            self._picking = Picking(self._navigator, self._model.between)
        record = index.data(RECORD)
        if wish == CLEAR:
            self._navigator.pick(())
        elif wish == ALL:
            self._picking.all(self._model.uids())
        elif isinstance(record, EventRow):
            (self._picking.stretch if wish == STRETCH else self._picking.turn)(record.uid)

    def _show_picked(self, picked: tuple[str, ...], more: int) -> None:
        self._model.picked = frozenset(picked)
        self.view.some_picked = bool(picked)
        self.view.viewport().update()
        if self._bar is None and picked:
            from viewer.panes.listing.picked_bar import PickedBar

            self._bar = PickedBar(self._look, self._voice, self)
            self._bar.comparison_asked.connect(self.comparison_asked)
            self._bar.clearing_asked.connect(lambda: self._navigator.pick(()))
            self._room.addWidget(self._bar)
        if self._bar:
            self._bar.show_picked(len(picked), more)

    def show_hidden(self, count: int) -> None:
        """How many of the events picked are not among those that are asked for."""
        if self._bar:
            self._bar.show_hidden(count)

    def _show_sought(self, sought: SoughtWords | None) -> None:
        self._delegate.sought = sought
        self.view.viewport().update()

    def _show_look(self) -> None:
        worn_out, comes_whole = self._delegate, self._refining.isActive()
        self._delegate = RowDelegate(self._look, self._voice, self.view)
        self._delegate.chosen, self._delegate.sought = worn_out.chosen, worn_out.sought
        self.view.setItemDelegate(self._delegate)
        worn_out.deleteLater()
        self._show_ground()
        if comes_whole:
            self._take(bring=False)
        self.view.scheduleDelayedItemsLayout()

    def _show_ground(self) -> None:
        colours = self.view.palette()
        colours.setColor(colours.ColorRole.Base, self._look.theme.window)
        self.view.setPalette(colours)

    def _open(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if isinstance(record, EventRow):
            self._navigator.go(Focus(event=record.uid), by=self)
        elif isinstance(record, KindGroup):
            self.view.setExpanded(index, not self.view.isExpanded(index))
        elif isinstance(record, Rest):
            self.rest_opened.emit(self._model.group(index.parent().row()).code)

    # How it is done

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.pick_wished.connect(self._pick)
        self._navigator.picked_changed.connect(self._show_picked)
        self.view.collapsed.connect(lambda index: self._remember(index, True))
        self.view.expanded.connect(lambda index: self._remember(index, False))
        self._measuring.timeout.connect(self._measure)
        self._refining.timeout.connect(self._refine)
        self._navigator.focus_moved.connect(self._show_focus)
        self._navigator.sought_changed.connect(self._show_sought)
        self._look.changed.connect(self._show_look)

    def _expect(self, groups: Sequence[KindGroup], totals: Mapping[str, int] | None) -> None:
        self._coming = groups, totals
        self._unmeasured = [row for group in groups if group.code not in self._collapsed for row in group.events]

    def _take_first(self) -> None:
        """Where nothing was shown yet: what comes into sight is listed and measured, and the rest soon after."""
        rows, (groups, totals) = list(self._unmeasured), self._coming
        sight = self._in_sight(rows)
        self._shortened = len(rows) > AT_ONCE
        if self._shortened:
            self._coming = shortened(groups, totals, self._navigator.focus.event)
        hidden = len(sight) < len(rows) or any(not group.events for group in groups)
        self._delegate.measured_only = frozenset(row.uid for row in sight) if hidden else None
        self._take()
        if self._delegate.measured_only is not None:
            self._coming, self._unmeasured = (groups, totals), rows
            self._refining.start(SOON)

    def _nothing(self) -> str:
        if self._navigator.query:
            return self.tr("No event matches what is asked for. Take a filter away, or clear all.")
        return self.tr("This case has no events.")

    def _in_sight(self, rows: Sequence[EventRow]) -> list[EventRow]:
        """The event in focus, else the first one, and its neighbours as far as the window reaches."""
        focus, width = self._navigator.focus.event, self.view.viewport().width()
        begin = next((number for number, row in enumerate(rows) if row.uid == focus), 0)
        room = max(self.view.viewport().height(), self.window().height())
        above = rows[:begin][::-1]
        # Where the first screen does not reach it, it is brought to the middle.
        middle = self._begins_late() or sum(self._delegate.guess(row, width) for row in above) > room
        seen: list[EventRow] = []
        left = room // 2 + 2 * self._delegate.least if middle else room
        for towards in (rows[begin:], above):
            for row in towards:
                if left <= 0:
                    break
                left -= self._delegate.measure(row, width)
                seen.append(row)
            left += room // 2 if middle else room
        return seen

    def _refine(self) -> None:
        """Some of the rows in each turn; then all are listed, as high as they are, and none in sight moves."""
        self._refining.setInterval(0)
        width, some = self.view.viewport().width(), self._unmeasured[-AT_ONCE:]
        del self._unmeasured[-AT_ONCE:]
        for row in some:
            self._delegate.measure(row, width)
        if not self._unmeasured:
            held, top = self._held()
            self._delegate.measured_only = None
            if self._shortened:
                self._take(bring=False)
            else:
                self._refining.stop()
                self.view.scheduleDelayedItemsLayout()
            self.view.executeDelayedItemsLayout()
            if (index := self._model.find(held)).isValid():
                bar = self.view.verticalScrollBar()
                bar.setValue(bar.value() + self.view.visualRect(index).top() - top)

    def _held(self) -> tuple[str, int]:
        """The event in focus, or where it is out of sight the first one that is wholly in it, and where its row
        begins, in pixels.
        """
        view = self.view
        focus = self._model.find(self._delegate.chosen)
        if focus.isValid() and view.viewport().rect().intersects(view.visualRect(focus)):
            return self._delegate.chosen, view.visualRect(focus).top()
        index = view.indexAt(view.viewport().rect().topLeft())
        while index.isValid():
            record, top = index.data(RECORD), view.visualRect(index).top()
            if isinstance(record, EventRow) and top >= 0:
                return record.uid, top
            index = view.indexBelow(index)
        return "", 0

    def _take(self, bring: bool = True) -> None:
        """Show what has come; the event in focus comes into view unless the view is to stay."""
        self._measuring.stop()
        self._refining.stop()
        self._model.show_groups(*self._coming)
        self.view.say_empty("" if self._model.rowCount() else self._nothing())
        self._unmeasured.clear()
        self._fold()
        self._show_focus(self._navigator.focus, None if bring else self)
        if bring and not self.view.currentIndex().isValid():
            self.view.scrollToTop()
            self.view.executeDelayedItemsLayout()  # the bar takes its room before the first paint, not after it

    def _bring_into_view(self, index: QModelIndex) -> None:
        """A row that is not wholly in sight comes to the middle, so that its neighbours are seen too.

        And so does one that would not be in sight if all before it were listed.
        """
        if self._begins_late() or not self.view.viewport().rect().contains(self.view.visualRect(index)):
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _begins_late(self) -> bool:
        """Whether lines before the first one are left out, as of a list that was begun."""
        return any(group.skipped for group in self._coming[0])

    def _remember(self, index: QModelIndex, collapsed: bool) -> None:
        """A kind was folded or unfolded, by a click, a key or a focus within it."""
        code = self._model.group(index.row()).code
        if collapsed != (code in self._collapsed):
            self._collapsed ^= {code}
            self.folded.emit()

    def _fold(self) -> None:
        for number in range(self._model.rowCount()):
            code = self._model.group(number).code
            self.view.setExpanded(self._model.index(number, 0), code not in self._collapsed)
