"""How the panes stand in the window: side by side where there is room, else as tabs; never squeezed."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from viewer.look.current import Look

WIDE = 1100
MIDDLING = 820
LOW = 560
"""Widths and height in pixels at text scale 1 below which panes go into tabs."""


class Room(Enum):
    """What the size of the window allows."""

    ALL = "all panes side by side"
    LIST_AND_TABS = "the event list beside tabs"
    TABS = "tabs only"


def room_for(width: int, height: int, scale: float) -> Room:
    """Sizes in logical pixels, text scale 0.8-2."""
    if width >= WIDE * scale and height >= LOW * scale:
        return Room.ALL
    return Room.LIST_AND_TABS if width >= MIDDLING * scale else Room.TABS


class Arrangement(QWidget):
    """Holds list, timeline, detail and source, and moves them as the room changes. Panes keep their state.

    Panes are made where they stand side by side: the list in `columns`, then the timeline in `rows`, detail and
    source in `below`. Whatever takes a new parent later is dressed and measured again, with all that it holds.
    """

    rearranged = Signal(object)  # Room

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.room: Room | None = None
        self._expected = QSize()
        self.columns = _split(Qt.Orientation.Horizontal, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    @cached_property
    def rows(self) -> QSplitter:
        """Beside the list, which is there before."""
        return _split(Qt.Orientation.Vertical, self.columns)

    @cached_property
    def below(self) -> QSplitter:
        """Under the timeline, which is there before."""
        return _split(Qt.Orientation.Horizontal, self.rows)

    def hold(self, panes: tuple[QWidget, QWidget, QWidget, QWidget]) -> None:
        """Event list, timeline, detail, source."""
        self._list, self._timeline, self._detail, self._source = panes
        self.tabs = QTabWidget(self)  # last, so that the keyboard comes to the panes first
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Panes"))
        self.tabs.hide()
        self._look.changed.connect(self.fit)

    def expect(self, width: int, height: int) -> None:
        """Arrange for a size to come: before anything is shown, to give panes their places costs little."""
        self.resize(width, height)
        self._expected = self.size()
        self.fit()

    def fit(self) -> None:
        """Choose the arrangement for the present size and text."""
        room = room_for(self.width(), self.height(), self._look.type.scale)
        if room is self.room:
            return
        self.room = room
        arrange = {
            Room.ALL: self._side_by_side,
            Room.LIST_AND_TABS: self._list_and_tabs,
            Room.TABS: self._tabs_only,
        }
        arrange[room]()
        self.rearranged.emit(room)

    def bring_up(self, pane: QWidget) -> None:
        """Show a pane, whichever way the panes stand."""
        if self.tabs.indexOf(pane) >= 0:
            self.tabs.setCurrentWidget(pane)

    def sizes(self) -> tuple[list[int], list[int]]:
        """Widths of list, detail and source and heights of timeline and below, in pixels; empty when in tabs."""
        if self.room is not Room.ALL:
            return [], []
        left = self.columns.sizes()[0]
        return [left, *self.below.sizes()], self.rows.sizes()

    def restore(self, columns: list[int], rows: list[int]) -> None:
        """Set the widths and heights that `sizes` gave."""
        if self.room is Room.ALL and len(columns) == 3 and len(rows) == 2:
            self.columns.setSizes([columns[0], columns[1] + columns[2]])
            self.below.setSizes(columns[1:])
            self.rows.setSizes(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        otherwise = self._expected.isValid() and self._expected != self.size()
        self._expected = QSize()
        self.fit()
        if otherwise and self.room is Room.ALL:
            self._share_room()

    def _side_by_side(self) -> None:
        # From the outside in, so that nothing is dressed more often than once.
        for splitter, panes in (
            (self.columns, (self._list, self.rows)),
            (self.rows, (self._timeline, self.below)),
            (self.below, (self._detail, self._source)),
        ):
            for place, pane in enumerate(panes):
                if splitter.indexOf(pane) != place:
                    splitter.insertWidget(place, pane)
        self.tabs.hide()
        self._show_all()
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(1, 1)
        self.below.setStretchFactor(0, 3)
        self.below.setStretchFactor(1, 2)
        self._share_room()

    def _share_room(self) -> None:
        px = self._look.space.px
        right = max(1, self.width() - px(268))
        self.columns.setSizes([px(268), right])
        self.rows.setSizes([min(px(280), self.height() * 2 // 5), max(1, self.height() - px(280))])
        self.below.setSizes([right - px(470), px(470)])

    def _list_and_tabs(self) -> None:
        self._fill_tabs((self._timeline, self._detail, self._source))
        for pane in (self._list, self.tabs):
            self.columns.addWidget(pane)
        self._list.show()
        self.columns.setStretchFactor(1, 1)
        px = self._look.space.px
        self.columns.setSizes([px(250), max(1, self.width() - px(250))])

    def _tabs_only(self) -> None:
        self._fill_tabs((self._list, self._timeline, self._detail, self._source))
        self.columns.addWidget(self.tabs)

    def _fill_tabs(self, panes: tuple[QWidget, ...]) -> None:
        shown = self.tabs.currentWidget() or self._detail
        self.tabs.clear()
        for pane in panes:
            self.tabs.addTab(pane, self._title(pane))
        self.rows.hide()
        self.rows.setParent(self)
        self.tabs.setCurrentWidget(shown if shown in panes else self._detail)
        self.tabs.show()

    def _title(self, pane: QWidget) -> str:
        titles = {
            self._list: self.tr("Events"),
            self._timeline: self.tr("Timeline"),
            self._detail: self.tr("Event"),
            self._source: self.tr("Source"),
        }
        return titles[pane]

    def _show_all(self) -> None:
        for widget in (self._list, self._timeline, self._detail, self._source, self.below, self.rows):
            widget.show()


def _split(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter
