"""The console: what is on, what comes next, notes, times, the list. Always dark; it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from viewer.case.hearing import Noted
from viewer.look.announce import announce
from viewer.presenting.attire import Attire
from viewer.presenting.audience import NAMED_FOR
from viewer.presenting.behind import sources_behind
from viewer.presenting.conductor import BESIDE_SIGN, Conductor
from viewer.presenting.doings import Doings
from viewer.presenting.jump_line import JumpLine
from viewer.presenting.keys import key_of
from viewer.presenting.label import Label
from viewer.presenting.notes_panel import NotesPanel
from viewer.presenting.on_stage import NextUp, OnStage
from viewer.presenting.overview import Overview
from viewer.presenting.running_list import RunningList
from viewer.presenting.sources_panel import SourcesPanel
from viewer.presenting.times_panel import TimesPanel
from viewer.session.hearing_keys import Key

_SIDES = 0.21
"""Share of the width that each side takes."""
_LOW = 560
"""Pixels of height at scale 1 below which the sources make room for the rest."""
_REPEATED = ("Up", "Down", "Left", "Right", "Backspace")
"""Keys that repeat while they are held, in the overview and the jump box only."""


class Console(QWidget):
    """`of_the_case` says whether the words beside an item came with the case."""

    case_asked = Signal()

    def __init__(
        self,
        attire: Attire,
        conductor: Conductor,
        of_the_case: Callable[[Noted], bool],
        *,
        rehearsal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._attire, self._conductor = attire, conductor
        self._of_the_case, self._rehearsal = of_the_case, rehearsal
        self._noted: Noted | None = None
        self._standing = ""
        self.setObjectName("console")
        self.setWindowTitle(self.tr("Evidence Viewer: presenter"))
        attire.dress(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.say("")
        self.refresh()

    def say(self, sentence: str) -> None:
        """Below the page in hand, until the next change; spoken too."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def say_log(self, sentence: str) -> None:
        """Whether this hearing keeps a log; stays."""
        self._log.setText(sentence)

    def name_itself(self) -> None:
        """Say for a moment which screen this is."""
        self._label.show()
        self._label.raise_()
        QTimer.singleShot(NAMED_FOR, self._label, self._label.hide)

    def cover(self, sentence: str) -> None:
        """Nothing but a sentence: the presenter's screen may be the room's now. Any key uncovers."""
        self._lost.setText(sentence)
        self._pages.setCurrentWidget(self._lost)
        announce(self, sentence)

    def uncover(self) -> None:
        self._pages.setCurrentWidget(self._whole)

    @property
    def is_covered(self) -> bool:
        return self._pages.currentWidget() is self._lost

    def refresh(self) -> None:
        """As the show is now."""
        conductor = self._conductor
        show, stop = conductor.show, conductor.stop
        self._on.refresh(rehearsal=self._rehearsal)
        self._next.refresh()
        self._list.take(show)
        self._jump.show_state(show, BESIDE_SIGN)
        self._doings.show_state(show, conductor.tool)
        self._middle.setCurrentWidget(self._overview if show.overview else self._desk)
        if stop is not None and (noted := conductor.reel.item(stop.uid).noted) is not self._noted:
            self._take_item(noted)
        standing = f"{self._on.standing_words}. {self._on.place_of(show.ready)}"
        if standing != self._standing:
            self._standing = standing
            announce(self, standing)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        show = self._conductor.show
        if event.isAutoRepeat() and not (key.name in _REPEATED and (show.overview or show.jump is not None)):
            return
        if self.is_covered:
            self.uncover()
            if not key.ctrl:
                return
        self.say("")
        if key.ctrl and key.name in ("Up", "Down"):
            self._notes.scroll_by(3 if key.name == "Down" else -3)
        elif not (show.overview and self._overview.press(key)):
            self._press(key)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of the hearing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed from outside it ends the hearing, as Ctrl+Q does."""
        if event.spontaneous():
            event.ignore()
            self._conductor.end_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._attire.space.px
        side = min(px(340), max(px(200), round(self.width() * _SIDES)), self.width() // 4)
        self._left.setFixedWidth(side)
        self._right.setFixedWidth(side)
        self._label.setGeometry(0, self.height() - px(90), self.width(), px(90))
        for part in (self._behind, self._sources):
            part.setVisible(self.height() >= px(_LOW))

    # How it is done

    def _press(self, key: Key) -> None:
        was_open = self._conductor.show.overview
        self._conductor.press(key)
        if self._conductor.show.overview and not was_open:
            self._overview.open_at(self._conductor.show.at.stop)

    def _ask(self, verb: str) -> None:
        was_open = self._conductor.show.overview
        self._conductor.do(verb)  # type: ignore[arg-type]  # a signal carries any word
        if self._conductor.show.overview and not was_open:
            self._overview.open_at(self._conductor.show.at.stop)

    def _go(self, place: int) -> None:
        from viewer.session.show import go_to

        self._conductor.apply(lambda show: go_to(show, place))

    def _take_item(self, noted: Noted) -> None:
        """Another item is in hand, or other words stand beside it."""
        self._noted = noted
        self._notes.show_noted(noted, of_the_case=self._of_the_case(noted))
        self._sources.show_sources(sources_behind(self._conductor.reel.ask.connection, noted.step))

    def _make_parts(self) -> None:
        attire, conductor = self._attire, self._conductor
        self._pages = QStackedWidget(self)
        self._whole, self._lost = QWidget(), QLabel()
        self._lost.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lost.setWordWrap(True)
        self._lost.setStyleSheet(f"font-size: {attire.type.px(26)}px;")
        self._left, self._right, self._desk = QWidget(), QWidget(), QWidget()
        self._middle = QStackedWidget()
        self._list, self._jump = RunningList(attire), JumpLine(attire)
        self._on, self._next = OnStage(attire, conductor), NextUp(attire, conductor)
        self._notes, self._times = NotesPanel(attire), TimesPanel(attire, conductor)
        self._behind = Label(self.tr("Behind this exhibit"), "strong", "muted")
        self._sources, self._overview = SourcesPanel(attire), Overview(attire, conductor)
        self._doings = Doings(attire, ("swap",) if self._rehearsal else ())
        self._said, self._log = Label(), Label(text="label", tone="muted")
        self._said.setStyleSheet(f"color: {attire.theme.highlight_mark.name()}; font-weight: 600;")
        self._label = QLabel(self.tr("Presenter"), self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setStyleSheet(
            f"background: #000; color: #fff; font-size: {attire.type.px(44)}px; font-weight: 600;"
        )
        self._label.hide()

    def _lay_out(self) -> None:
        space = self._attire.space
        heading = Label(self.tr("Hearing list"), "strong", "muted")
        _fill(self._left, space.small, heading, (self._list, 1), self._jump, self._log)
        _fill(self._right, space.small, self._next, self._times, self._behind, (self._sources, 1))
        _fill(self._desk, space.small, (self._on, 5), self._said, (self._notes, 4))
        self._middle.addWidget(self._desk)
        self._middle.addWidget(self._overview)
        row = QHBoxLayout()
        row.setSpacing(space.large)
        row.addWidget(self._left)
        row.addWidget(self._middle, 1)
        row.addWidget(self._right)
        lines = QVBoxLayout(self._whole)
        lines.setContentsMargins(space.large, space.large, space.large, space.small)
        lines.addLayout(row, 1)
        lines.addWidget(self._doings)
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self._lost)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # Never larger than its screen, whatever is in it: what stands over its edge is seen by the room.
        whole.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        conductor = self._conductor
        conductor.changed.connect(self.refresh)
        conductor.tool_changed.connect(self.refresh)
        conductor.stops_changed.connect(lambda: self._list.take(conductor.show))
        conductor.nothing_found.connect(lambda _text: self.say(self.tr("Nothing found")))
        conductor.nothing_prepared.connect(
            lambda: self.say(
                self.tr("No passage is marked on this page. Draw a box on the picture to enlarge it.")
            )
        )
        self._list.chosen.connect(self._go)
        self._overview.chosen.connect(self._go)
        self._doings.asked.connect(self._ask)
        self._doings.case_asked.connect(self.case_asked)


def _fill(column: QWidget, gap: int, *parts: QWidget | tuple[QWidget, int]) -> None:
    """Parts below each other; those with a share divide the height that the others leave."""
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(gap)
    for part in parts:
        widget, share = part if isinstance(part, tuple) else (part, 0)
        lines.addWidget(widget, share)
