"""The guided tour: a small panel in the corner that leads through a bundled case; nothing is locked meanwhile."""

from __future__ import annotations

import tomllib

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer import paths
from viewer.case.frozen import dataclass
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.wording.voice import Voice

WIDTH = 248
"""Of the panel, in pixels at text scale 1."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step goes and what it says."""

    focus: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """The tour as a whole; `case` is the name of the bundled case."""

    case: str
    steps: tuple[Step, ...]

    @property
    def case_uid(self) -> str:
        """What the addresses of the steps call the case."""
        return self.steps[0].focus.removeprefix("case:").partition("/")[0]


def read_route() -> Route:
    """The tour as it lies among the help pages."""
    told = tomllib.loads((paths.resources() / "help" / "tour.toml").read_text("utf-8"))
    return Route(told["case"], tuple(Step(**step) for step in told["step"]))


class Tour(QFrame):
    """Stays in the lower corner of `parent`. Right and Left go on and back, Esc ends."""

    step_shown = Signal(str)  # address of where the step goes
    ended = Signal()

    def __init__(self, route: Route, look: Look, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._route = route
        self._look = look
        self._voice = voice
        self._at = 0
        self._count = Paragraph("small", "muted")
        self._title = Paragraph("strong")
        self._text = Paragraph("body")
        self._back = QPushButton(self.tr("Back"), self)
        self._next = QPushButton(self.tr("Next"), self)
        self._end = QPushButton(self.tr("End"), self)
        dress(self, role="card")
        self.setAccessibleName(self.tr("Tour"))
        self._lay_out()
        self._listen()
        parent.installEventFilter(self)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._at

    def begin(self) -> None:
        """Show the first step, with the keyboard on Next."""
        self._go(0)
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.isRightToLeft()
        onward, backward = (Qt.Key.Key_Left, Qt.Key.Key_Right) if rtl else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
        elif event.key() == onward:
            self._go_on()
        elif event.key() == backward:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._around:
            self._place()
        return super().eventFilter(watched, event)

    # What others tell us

    def _go_on(self) -> None:
        if self._at + 1 < len(self._route.steps):
            self._go(self._at + 1)
        else:
            self._stop()

    def _go_back(self) -> None:
        if self._at:
            self._go(self._at - 1)

    def _stop(self) -> None:
        self.hide()
        self.ended.emit()

    # How it is done

    def _go(self, at: int) -> None:
        self._at, step, number = at, self._route.steps[at], self._voice.number
        counted = self.tr("Tour, step %1 of %2").replace("%1", number(at + 1))
        self._count.setText(counted.replace("%2", number(len(self._route.steps))))
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._back.setEnabled(at > 0)
        last = at + 1 == len(self._route.steps)
        self._next.setText(self.tr("Done") if last else self.tr("Next"))
        self._end.setVisible(not last)
        self._place()
        self.step_shown.emit(step.focus)

    def _place(self) -> None:
        """In the lower leading corner, over the event list: detail and source stay in sight."""
        px, parent = self._look.space.px, self._around
        width = min(px(WIDTH), parent.width() - 2 * px(8))
        self.setFixedWidth(width)
        layout = self.layout()
        tall = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        left = parent.width() - width - px(8) if self.isRightToLeft() else px(8)
        self.setGeometry(left, max(parent.height() - tall - px(40), 0), width, tall)

    def _listen(self) -> None:
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._end.clicked.connect(self._stop)
        self._look.changed.connect(self._place)

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self._next, role="primary")
        dress(self._end, role="quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(space.small)
        for button in (self._back, self._next):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.medium, space.medium, space.medium, space.medium)
        column.setSpacing(space.small)
        lines: tuple[QLabel, ...] = (self._count, self._title, self._text)
        for line in lines:
            column.addWidget(line)
        column.addLayout(buttons)
