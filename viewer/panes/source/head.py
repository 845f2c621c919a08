"""The bibliographic head of a source, kept short so that the document has the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from viewer.index.ask.sources import SourceView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.lines import CutLine, Line, rich_tip
from viewer.panes.source.words import head_line, side_line
from viewer.wording.dates import say_bounds
from viewer.wording.voice import Voice


class SourceHead(QWidget):
    """Publisher, kind, title, date, side, what was read; a button opens the rest."""

    more_wanted = Signal(bool)  # whether the rest should show
    reading_wanted = Signal(bool)  # whether the document shows as plain text
    acts_wanted = Signal(object)  # QPoint of the screen: what can be done with the document

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._publisher = CutLine(1, "label")
        dress(self._publisher, role="chip")
        self._kind = CutLine(1, "label", "muted")
        self._publisher.hug()
        self._kind.hug()
        self._title = CutLine(3, "strong")
        self._facts = Line("label", "muted")
        self._more = QToolButton()
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setAccessibleName(self.tr("More about this source"))
        self._more.toggled.connect(self._toggle)
        self._reading = self._icon_button(self.tr("Reading view: the document as plain text (Ctrl+R)"))
        self._reading.setCheckable(True)
        self._reading.toggled.connect(self.reading_wanted)
        self._acts = self._icon_button(self.tr("What can be done with this document"))
        self._acts.clicked.connect(self._offer)
        self._lay_out()
        self.wear()

    def show_source(self, source: SourceView) -> None:
        chip = source.chip
        self._publisher.say(chip.publisher)
        self._publisher.setToolTip(rich_tip(side_line(self._voice, source)))
        self._kind.say(chip.kind_label)
        self._title.say(chip.title)
        self._facts.setText(head_line(self._voice, chip))
        bounds = say_bounds(self._voice, chip.when) if chip.when else ""
        tips = (bounds, side_line(self._voice, source), source.read_definition or "")
        self._facts.setToolTip(rich_tip("\n".join(tip for tip in tips if tip)))

    def show_reading(self, reading: bool) -> None:
        """Whether the document shows as plain text."""
        self._reading.blockSignals(True)
        self._reading.setChecked(reading)
        self._reading.blockSignals(False)

    def shorten(self, low: bool) -> None:
        """Title on one line, and the rest only under "More"."""
        self._title.limit(1 if low else 3)
        self._facts.setVisible(not low)

    def wear(self) -> None:
        """Take on the look of now."""
        space = self._look.space
        self._lines.setContentsMargins(space.large, space.small, space.small, space.small)
        self._lines.setSpacing(space.tight)
        self._first.setSpacing(space.small)
        self._publisher.pad(space.px(12))
        dress(self._more, text="label")
        self._reading.setIcon(self._look.icon("list"))
        self._acts.setIcon(self._look.icon("menu"))
        self._toggle_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_button()

    # How it is done

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout(self)
        self._first = QHBoxLayout()
        self._first.addWidget(self._publisher, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first.addWidget(self._kind)
        self._first.addStretch(1)
        for button in (self._reading, self._acts, self._more):
            self._first.addWidget(button)
        self._lines.addLayout(self._first)
        self._lines.addWidget(self._title)
        self._lines.addWidget(self._facts)

    def _icon_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _offer(self) -> None:
        self.acts_wanted.emit(self._acts.mapToGlobal(self._acts.rect().bottomLeft()))

    def _toggle(self, wanted: bool) -> None:
        self._toggle_icon()
        self.more_wanted.emit(wanted)

    def _toggle_icon(self) -> None:
        self._more.setIcon(self._look.icon("chevron-up" if self._more.isChecked() else "chevron-down"))
        self._name_button()

    def _name_button(self) -> None:
        wide = self.width() >= self._look.space.px(430)
        self._kind.setVisible(self.width() >= self._look.space.px(240))
        self._reading.setVisible(self.width() >= self._look.space.px(340))
        self._acts.setVisible(self.width() >= self._look.space.px(200))
        self._more.setText(self.tr("More about this source") if wide else self.tr("More"))
