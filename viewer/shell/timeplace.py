"""The place of the timeline in the window; its table comes there instead, once it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from viewer.panes.timeline.pane import TimelinePane


class TimePlace(QStackedWidget):
    """Shows the timeline, or what was put in its place."""

    def __init__(self, timeline: TimelinePane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self.addWidget(timeline)

    @property
    def shows_timeline(self) -> bool:
        return self.currentWidget() is self._timeline

    def show_timeline(self) -> None:
        self.setCurrentWidget(self._timeline)

    def show_instead(self, twin: QWidget) -> None:
        if self.indexOf(twin) < 0:
            self.addWidget(twin)
        self.setCurrentWidget(twin)
