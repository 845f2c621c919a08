"""Carries records from the index to the panes as the focus moves. Viewport questions only: a few milliseconds."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from viewer.index.ask import events, sources, timeline
from viewer.index.ask.events import EventView, KindGroup
from viewer.index.ask.sources import DocumentView, SourceView
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.session.focus import Focus
from viewer.session.session import Session


class ListEnd(Protocol):
    def show_groups(self, groups: tuple[KindGroup, ...]) -> None: ...


class TimeEnd(Protocol):
    def show_marks(
        self,
        extent: Extent | None,
        lanes: tuple[Lane, ...],
        marks: tuple[Mark, ...],
        loose: tuple[events.EventRow, ...],
    ) -> None: ...


class DetailEnd(Protocol):
    def show_event(self, event: EventView) -> None: ...

    def show_nothing(self) -> None: ...


class SourceEnd(Protocol):
    def show_source(self, source: SourceView) -> None: ...

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
        self.event_view: EventView | None = None
        self.source_view: SourceView | None = None
        self.document_view: DocumentView | None = None
        session.navigator.focus_moved.connect(self._carry)

    def fill(self, listing: ListEnd, line: TimeEnd) -> tuple[str, ...]:
        """Fill the panes that show the whole case; answers all event uids in order of time, the loose last."""
        connection = self._session.connection
        extent = timeline.extent(connection)
        marks = timeline.within(connection, extent.start, extent.end) if extent else ()
        loose = timeline.loose(connection)
        listing.show_groups(events.by_kind(connection))
        line.show_marks(extent, timeline.lanes(connection), marks, loose)
        return tuple(mark.uid for mark in marks) + tuple(row.uid for row in loose)

    def _carry(self, focus: Focus, _by: QObject | None) -> None:
        self._carry_event(focus)
        self._carry_source(focus)

    def _carry_event(self, focus: Focus) -> None:
        if focus.event is None:
            if focus.source is None:
                self.event_view = None
                self._detail.show_nothing()
        elif self.event_view is None or self.event_view.uid != focus.event:
            self.event_view = events.event(self._session.connection, focus.event)
            self._detail.show_event(self.event_view)

    def _carry_source(self, focus: Focus) -> None:
        if focus.source is None:
            self.source_view = self.document_view = None
            self._source.show_nothing()
            return
        if self.source_view is None or self.source_view.chip.uid != focus.source:
            self.source_view = sources.source(self._session.connection, focus.source)
            self.document_view = None
            self._source.show_source(self.source_view)
        if focus.document and (self.document_view is None or self.document_view.head.uid != focus.document):
            self.document_view = sources.document(self._session.connection, focus.document)
            self._source.show_document(self.document_view)
