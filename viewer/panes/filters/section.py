"""One facet: a heading that folds, its values with live counts, and a field to find one among thousands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.index.ask.facets import Facet, FacetValue
from viewer.look.current import Look
from viewer.look.reading import Words
from viewer.look.style import dress
from viewer.panes.filters.heading import FoldHeading
from viewer.panes.filters.naming import named
from viewer.panes.filters.value import ValueBox
from viewer.wording.filters import facet_title, flag_meaning, more_values
from viewer.wording.voice import Voice

PAUSE = 60
"""Milliseconds of quiet before values are looked for."""
LISTED = 20
"""Values from which on a list may be cut."""
IN_ORDER = ("kind", "place", "reliability", "flags")
"""Facets whose values keep their order: that order says something."""


class Section(QWidget):
    """Boxes are made when the section is opened, and kept while their values stay."""

    turned = Signal(str, str)  # facet, value
    sought = Signal(str, str)  # facet, the beginning of a word; "" = look no longer

    def __init__(self, facet: str, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._look, self._voice = look, voice
        self._values: tuple[FacetValue, ...] = ()
        self._found: tuple[FacetValue, ...] | None = None
        self._more = 0
        self._boxes: dict[str, ValueBox] = {}
        self.heading = FoldHeading(look, facet_title(voice, facet), self)
        self.heading.toggled.connect(self._fold)
        self._field: QLineEdit | None = None
        self._holder: QWidget | None = None
        self._hint: Words | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.sought.emit(self.facet, self._typed()))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.heading)

    @property
    def open(self) -> bool:
        return self.heading.isChecked()

    def show_facet(self, facet: Facet) -> None:
        """New counts. A section without values is hidden."""
        self._values = tuple(self._named(value) for value in facet.values)
        # Those that a short list leaves out would leave no event.
        self._more = facet.more if len(facet.values) >= LISTED else 0
        chosen = sum(value.chosen for value in facet.values)
        self.heading.show_count(self._voice.number(chosen) if chosen else "")
        self.setVisible(bool(facet.values))
        if self._found is not None:  # what was found shows its own counts
            self._pause.start()
        self._show()

    def show_found(self, values: tuple[FacetValue, ...]) -> None:
        """Values that were looked for, in place of the largest ones."""
        if self._typed():
            self._found = tuple(self._named(value) for value in values)
            self._show()

    def boxes(self) -> list[ValueBox]:
        """Those that are shown, from above."""
        return sorted(self._boxes.values(), key=self._layout.indexOf)

    # How it is done

    def _fold(self, opened: bool) -> None:
        if not opened:
            self._found = None
            if self._field:
                self._field.clear()
        self._show()

    def _show(self) -> None:
        values = self._in_order() if self.open else ()
        self._make_field()
        for gone in self._boxes.keys() - {value.value for value in values}:
            box = self._boxes.pop(gone)
            box.hide()
            box.deleteLater()
        first = 2 if self._field else 1
        for place, value in enumerate(values, first):
            box = self._boxes.get(value.value) or self._make_box(value)
            if self._layout.indexOf(box) != place:
                self._layout.insertWidget(place, box)
            box.show_value(value, flag_meaning(self._voice, value.value) if self.facet == "flags" else "")
        self._show_hint(values)
        _chain([self.heading, *([self._field] if self._field else []), *self.boxes()])

    def _named(self, value: FacetValue) -> FacetValue:
        return named(self._voice, self.facet, value)

    def _in_order(self) -> Sequence[FacetValue]:
        if self._found is not None:
            return self._found
        if self.facet in IN_ORDER:
            return self._values
        return sorted(self._values, key=lambda value: not value.chosen)

    def _make_box(self, value: FacetValue) -> ValueBox:
        box = self._boxes[value.value] = ValueBox(self._look, self._voice, self)
        box.clicked.connect(lambda: self.turned.emit(self.facet, box.value))
        return box

    def _make_field(self) -> None:
        """Only where there is more than is listed; it stays while the section is open."""
        if self._field is None and self.open and self._more:
            self._field = QLineEdit(self, clearButtonEnabled=True)
            self._field.setPlaceholderText(self.tr("Find…"))
            self._field.setAccessibleName(self.tr("Find in: %1").replace("%1", self.heading.text()))
            self._field.textEdited.connect(self._look_for)
            space = self._look.space
            self._holder = QWidget(self)
            inside = QVBoxLayout(self._holder)
            inside.setContentsMargins(space.medium, 0, space.medium, space.tight)
            inside.addWidget(self._field)
            self._layout.insertWidget(1, self._holder)
        if self._holder:
            self._holder.setVisible(self.open)

    def _look_for(self, _text: str) -> None:
        if self._typed():
            self._pause.start()
        else:
            self._found = None
            self._show()

    def _typed(self) -> str:
        return self._field.text().strip() if self._field else ""

    def _show_hint(self, values: Sequence[FacetValue]) -> None:
        words = ""
        if self.open and self._found is not None and not values:
            words = self.tr("No value has a word that begins so.")
        elif self.open and self._found is None and self._more:
            words = more_values(self._voice, self._more)
        if self._hint is None and words:
            self._hint = Words(self)
            dress(self._hint, text="small", tone="muted")
            self._hint.setContentsMargins(
                self._look.space.px(31), self._look.space.tight, self._look.space.medium, 0
            )
            self._layout.addWidget(self._hint)
        if self._hint:
            self._hint.setText(words)
            self._hint.setVisible(bool(words))


def _chain(widgets: Sequence[QWidget]) -> None:
    """The keyboard goes through them as they stand."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
