"""The filter panel: facets with live counts, a span of dates, saved views. Speaks only to the navigator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.case.frozen import replace
from viewer.index.ask.facets import Facet, Facets
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.filters.saved import SavedViews
from viewer.panes.filters.section import Section
from viewer.panes.filters.sifting import Sifting
from viewer.panes.filters.span import SpanSection
from viewer.session.views import Views
from viewer.wording.voice import Voice

ORDER = ("flags", "kind", "place", "agent", "role", "source", "party", "reliability", "language")
OPEN_AT_FIRST = ("flags", "kind", "place")


class FiltersPane(QWidget):
    """What is chosen here is asked of the navigator; what the navigator asks for is shown here."""

    left = Signal()  # Esc: back to the events

    def __init__(
        self, sifting: Sifting, views: Views, look: Look, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sifting, self._look = sifting, look
        self.setAccessibleName(self.tr("Filters"))
        self._inside = QWidget()
        self._scroll = QScrollArea(self)
        self.span = SpanSection(look, voice, self._inside)
        self.sections = {name: Section(name, look, voice, self._inside) for name in ORDER}
        self.saved = SavedViews(sifting.navigator, look, views, self._inside)
        self._lay_out()
        self._connect()
        self.span.show_query(sifting.navigator.query)
        if sifting.answer:
            self.show_answer(sifting.answer)

    def show_answer(self, answer: Facets) -> None:
        """New counts everywhere; the keyboard stays where it is."""
        for facet in answer.facets:
            if section := self.sections.get(facet.name):
                section.show_facet(facet)
        flags = tuple(replace(flag, value=flag.label) for flag in answer.flags)
        self.sections["flags"].show_facet(Facet("flags", flags, 0))

    def take_keyboard(self) -> None:
        """To the first heading."""
        self.saved.heading.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down step like Tab; Esc goes back to the events."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)
            case _:
                super().keyPressEvent(event)

    # What others tell us

    def _show_query(self, query: Query, _by: object) -> None:
        self.span.show_query(query)

    def _ask_span(self, since: str, until: str, certain: bool) -> None:
        query = self._sifting.navigator.query
        certain = certain and bool(since or until)
        self._sifting.navigator.ask(replace(query, since=since, until=until, certain=certain), self)

    def _look_for(self, facet: str, beginning: str) -> None:
        self._sifting.look_for(facet, beginning, self.sections[facet].show_found)

    # How it is done

    def _lay_out(self) -> None:
        dress(self, role="side")
        dress(self._inside, role="side")
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, self._look.space.large)
        inside.setSpacing(0)
        for part in (self.saved, self.span, *self.sections.values()):
            inside.addWidget(part)
        inside.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def _connect(self) -> None:
        for section in self.sections.values():
            section.hide()
            section.turned.connect(self._sifting.turn)
            section.sought.connect(self._look_for)
            if section.facet in OPEN_AT_FIRST:
                section.heading.setChecked(True)
        self.span.asked.connect(self._ask_span)
        self._sifting.answered.connect(self.show_answer)
        self._sifting.navigator.query_changed.connect(self._show_query)
