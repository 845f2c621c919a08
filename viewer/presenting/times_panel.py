"""The clock of the room, the time used by the stopwatch, and how much of the budget that is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.presenting.attire import Attire
from viewer.presenting.conductor import Conductor
from viewer.presenting.label import Label
from viewer.session.stopwatch import budget
from viewer.wording.presenting import clock_words, elapsed_words, used_words

_TICK = 500
_FEW = 0.85
"""Share of the budget from which the bar says that little is left."""


class TimesPanel(QWidget):
    """Reads the conductor's stopwatch twice a second."""

    def __init__(self, attire: Attire, conductor: Conductor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire, self._conductor = attire, conductor
        self._used, self._clock, self._below = Label(), QLabel(), Label(text="label", tone="muted")
        self._bar = _Bar(attire)
        self._used.setAccessibleName(self.tr("Time used"))
        self._clock.setAccessibleName(self.tr("Clock"))
        self._used.setStyleSheet(f"font-size: {attire.type.px(34)}px; font-weight: 600;")
        self._clock.setStyleSheet(f"font-size: {attire.type.px(20)}px; color: {attire.theme.muted.name()};")
        self._lay_out()
        conductor.changed.connect(self.refresh)
        tick = QTimer(self, interval=_TICK)
        tick.timeout.connect(self.refresh)
        tick.start()
        self.refresh()

    def refresh(self) -> None:
        voice, conductor = self._attire.voice, self._conductor
        now = datetime.now().astimezone()
        whole = budget(tuple(stop.seconds for stop in conductor.show.stops))
        running = conductor.stopwatch.since is not None
        self._clock.setText(clock_words(voice, now.hour, now.minute))
        self._used.setText(elapsed_words(voice, conductor.used))
        self._below.setText(used_words(voice, conductor.used, whole, running=running))
        self._bar.show_share(conductor.used / whole if whole else None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._used, 1)
        row.addWidget(self._clock)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._attire.space.tight)
        lines.addLayout(row)
        lines.addWidget(self._below)
        lines.addWidget(self._bar)


class _Bar(QWidget):
    """A thin bar that fills; None hides it."""

    def __init__(self, attire: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire = attire
        self._share = 0.0
        self.setFixedHeight(attire.space.px(6))

    def show_share(self, share: float | None) -> None:
        self.setVisible(share is not None)
        if share is not None and share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._attire.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, theme.line)
        wide = box.width() * min(1.0, self._share)
        left = box.right() - wide if self.isRightToLeft() else box.left()
        colour = theme.highlight_mark if self._share >= _FEW else theme.accent
        painter.fillRect(QRectF(left, box.top(), wide, box.height()), colour)
        painter.end()
