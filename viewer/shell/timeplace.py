"""The place of the timeline in the window; its table comes there instead, once it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from viewer.panes.timeline.pane import TimelinePane


class TimePlace(QStackedWidget):
    """Shows the timeline, or what was put in its place."""

    def hold(self, timeline: TimelinePane) -> None:
        """Made as a child of this."""
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
