"""Carries records from the index to the panes as the focus moves. Viewport questions only: a few milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer

from viewer.binding.typed import TYPE_CHECKING, Protocol
from viewer.index.ask import events, sources, timeline
from viewer.index.ask.events import EventView, KindGroup
from viewer.index.ask.sources import DocumentView, SourceView
from viewer.index.query import Query
from viewer.panes.detail.claims import grouped
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.shell.times import Times

if TYPE_CHECKING:
    from viewer.index.ask.first_lines import Listed

AT_ONCE = 2000
"""Events up to which the first list is fetched whole before the window is shown."""
SOON = 200
"""Milliseconds after which the window has been painted, and the list of a larger case is completed."""


class ListEnd(Protocol):
    def collapsed_kinds(self) -> Sequence[str]: ...

    def lines_in_sight(self) -> int: ...

    def show_groups(self, groups: tuple[KindGroup, ...], totals: Mapping[str, int] | None = None) -> None: ...

    def complete_groups(self, groups: tuple[KindGroup, ...], totals: Mapping[str, int]) -> None: ...


class TimeEnd(Protocol):
    def show_case(self, ask: Times) -> None: ...


class DetailEnd(Protocol):
    def show_event(self, event: EventView) -> None: ...

    def show_nothing(self) -> None: ...


class SourceEnd(Protocol):
    def show_source(self, source: SourceView, document: DocumentView | None = None) -> None: ...

    def show_document(self, document: DocumentView) -> None: ...

    def show_nothing(self) -> None: ...


class Carrier(QObject):
    """Asks only for what has changed; the last answers are kept for those who cite them."""

    def __init__(
        self, session: Session, detail: DetailEnd, source: SourceEnd, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._detail = detail
        self._source = source
        self._asked: EventView | None = None
        self.event_view: EventView | None = None
        self.source_view: SourceView | None = None
        self.document_view: DocumentView | None = None
        self._listing: ListEnd | None = None
        self._begun = False  # the list: its beginning is shown
        session.navigator.focus_moved.connect(self._carry)
        session.navigator.query_changed.connect(self._carry_query)

    def fill(self, listing: ListEnd, line: TimeEnd) -> None:
        """Fill the panes that show the whole case."""
        connection = self._session.connection
        self._listing = listing
        if self._session.heading.events <= AT_ONCE:
            listing.show_groups(events.by_kind(connection))
        else:
            self._begin_list(listing)
        line.show_case(Times(connection))

    def complete_list(self) -> None:
        """Ask for the whole of a list that was begun, unless another has been asked for since."""
        if self._begun:
            self._ask_for_list(self._session.navigator.query, self._complete_listed)

    def first_focus(self) -> Focus | None:
        """The first event in time, at the claim its detail shows first; None where there is no event.

        To go to the event first and then to its claim would build the panes twice.
        """
        uid = timeline.first(self._session.connection)
        if not uid:
            return None
        self._asked = event = events.event(self._session.connection, uid)
        _label, claims = next(iter(grouped(event.claims)), ("", []))
        return Focus(event=event.uid, claim=claims[0].uid if claims else None)

    def renew(self) -> None:
        """Ask again for what is shown: the answers are other ones now."""
        focus, connection = self._session.navigator.focus, self._session.connection
        if self.event_view is not None:
            self.event_view = events.event(connection, self.event_view.uid)
            self._detail.show_event(self.event_view)
        if self.source_view is not None:
            self.source_view = self.document_view = None
            self._carry_source(focus)

    def _begin_list(self, listing: ListEnd) -> None:
        from viewer.index.ask.first_lines import first_lines

        focus, folded = self._session.navigator.focus.event or "", listing.collapsed_kinds()
        self._show_listed(first_lines(self._session.connection, focus, folded, listing.lines_in_sight()))
        self._begun = True
        QTimer.singleShot(SOON, self, self.complete_list)

    def _carry_query(self, query: Query, _by: QObject | None = None) -> None:
        """The list follows what is asked for; words that make no sense leave it as it is."""
        self._ask_for_list(query, self._show_listed)

    def _ask_for_list(self, query: Query, answered: Callable[[Listed], None]) -> None:
        from viewer.index.ask import listing

        self._begun = False
        self._session.desk.ask("listing", lambda connection: listing.by_kind(connection, query), answered)

    def _show_listed(self, listed: Listed) -> None:
        if self._listing:
            self._listing.show_groups(listed.groups, _totals(listed))

    def _complete_listed(self, listed: Listed) -> None:
        if self._listing:
            self._listing.complete_groups(listed.groups, _totals(listed))

    def _carry(self, focus: Focus, _by: QObject | None) -> None:
        self._carry_event(focus)
        self._carry_source(focus)

    def _carry_event(self, focus: Focus) -> None:
        if focus.event is None:
            if focus.source is None:
                self.event_view = None
                self._detail.show_nothing()
        elif self.event_view is None or self.event_view.uid != focus.event:
            asked, self._asked = self._asked, None
            known = asked if asked and asked.uid == focus.event else None
            self.event_view = known or events.event(self._session.connection, focus.event)
            self._detail.show_event(self.event_view)

    def _carry_source(self, focus: Focus) -> None:
        if focus.source is None:
            self.source_view = self.document_view = None
            self._source.show_nothing()
            return
        another = self.source_view is None or self.source_view.chip.uid != focus.source
        if self.source_view is None or another:
            self.source_view = sources.source(self._session.connection, focus.source)
            self.document_view = None
        if focus.document and (self.document_view is None or self.document_view.head.uid != focus.document):
            self.document_view = sources.document(self._session.connection, focus.document)
            if not another:
                self._source.show_document(self.document_view)
        if another:
            self._source.show_source(self.source_view, self.document_view)


def _totals(listed: Listed) -> dict[str, int]:
    """How many events each kind has, by its code."""
    return {group.code: total for group, total in zip(listed.groups, listed.totals, strict=True)}
