"""The sources behind the item in hand, for a question from the bench."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.index.ask.chips import SourceChip
from viewer.presenting.attire import Attire
from viewer.presenting.label import Label
from viewer.wording.presenting import behind_line, more_words

_MOST = 40
"""Sources that are listed; a chart of a whole war has hundreds."""


class SourcesPanel(QScrollArea):
    """One line a source: identifier, publisher and date, title."""

    def __init__(self, attire: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire = attire
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Sources behind this exhibit"))

    def show_sources(self, chips: tuple[SourceChip, ...]) -> None:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        space = self._attire.space
        lines.setContentsMargins(0, 0, space.small, 0)
        lines.setSpacing(space.tight)
        for chip in chips[:_MOST]:
            for part in self._lines_of(chip):
                lines.addWidget(part)
            lines.addSpacing(space.tight)
        if len(chips) > _MOST:
            lines.addWidget(Label(more_words(self._attire.voice, len(chips) - _MOST), "label", "muted"))
        lines.addStretch(1)
        self.setWidget(inner)

    def _lines_of(self, chip: SourceChip) -> tuple[QWidget, QWidget]:
        return Label(behind_line(self._attire.voice, chip), "body"), Label(chip.title, "label", "muted")
