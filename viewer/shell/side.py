"""The column beside the panes: the event list, and in its place the filters; above both, what is filtered.

Nothing of the filters is imported or made before they are opened or something is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.session.session import Session
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.panes.filters.line import QueryLine
    from viewer.panes.filters.pane import FiltersPane
    from viewer.panes.filters.sifting import Sifting

EVENTS, FILTERS = 0, 1


class Side(QWidget):
    """Tabs "Events" and "Filters" appear once the filters have been opened."""

    turned = Signal()  # the list took the place of the filters, or the other way round

    def __init__(self, session: Session, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look, self._voice = session, look, voice
        self._sifting: Sifting | None = None
        self.line: QueryLine | None = None
        self.filters: FiltersPane | None = None
        self._tabs: QTabBar | None = None
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        session.navigator.query_changed.connect(self._show_query)
        look.changed.connect(self._show_look)

    def hold(self, listing: QWidget, status: QWidget) -> None:
        """The event list, and the line at the foot."""
        self._stack.addWidget(listing)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(status)

    @property
    def shows_filters(self) -> bool:
        return self._stack.currentIndex() == FILTERS

    def show_filters(self) -> FiltersPane:
        """Make the filters where they are not made yet, and bring them up."""
        self._make_line()
        if self.filters is None:
            self.filters = self._make_filters()
        self._turn(FILTERS)
        return self.filters

    def show_events(self) -> None:
        self._turn(EVENTS)

    # What others tell us

    def _show_query(self, query: Query, _by: object) -> None:
        if query:
            self._make_line()
        if self.line:
            self.line.setVisible(bool(query) or self.filters is not None)

    def _show_look(self) -> None:
        """Distances and fonts are taken when the filters are made: make them anew."""
        if self.filters:
            worn_out, shown = self.filters, self.shows_filters
            self._stack.removeWidget(worn_out)
            worn_out.deleteLater()
            self.filters = self._make_filters()
            self._turn(FILTERS if shown else EVENTS)

    def _turn(self, number: int) -> None:
        if self._stack.currentIndex() != number:
            self._stack.setCurrentIndex(number)
            self.turned.emit()
        if self._tabs:
            self._tabs.setCurrentIndex(number)

    # How it is done

    def _make_line(self) -> None:
        if self.line:
            self.line.show()
            return
        from viewer.panes.filters.line import QueryLine
        from viewer.panes.filters.sifting import Sifting

        self._sifting = Sifting(self._session.navigator, self._session.desk, self)
        self.line = QueryLine(self._sifting, self._look, self._voice, self)
        self.line.all_asked.connect(self.show_filters)
        self._column.insertWidget(0, self.line)
        self._sifting.begin()

    def _make_filters(self) -> FiltersPane:
        from viewer.panes.filters.pane import FiltersPane

        assert self._sifting  # made with the line
        filters = FiltersPane(self._sifting, self._session.views, self._look, self._voice, self)
        filters.left.connect(self.show_events)
        self._stack.addWidget(filters)
        if self._tabs is None:
            self._make_tabs()
        return filters

    def _make_tabs(self) -> None:
        tabs = self._tabs = QTabBar(self)
        tabs.setDocumentMode(True)
        tabs.setExpanding(True)
        tabs.setAccessibleName(self.tr("Events or filters"))
        tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tabs.addTab(self.tr("Events"))
        tabs.addTab(self.tr("Filters"))
        tabs.currentChanged.connect(self._turn)
        self._column.insertWidget(0, tabs)
