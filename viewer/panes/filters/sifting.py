"""Asks the index what the query leaves, once for all who show it; the newest question wins."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.case.frozen import replace
from viewer.case.when import BadDate
from viewer.index.ask import facets
from viewer.index.ask.facets import Facets, FacetValue
from viewer.index.query import Query
from viewer.index.wanted import BadWords
from viewer.session.desk import Desk
from viewer.session.navigator import Navigator

TOPIC = "facets"


class Sifting(QObject):
    """The answer to the navigator's query. While a newer one is on its way the older answer stays."""

    answered = Signal(object)  # Facets
    refused = Signal(object)  # BadWords or BadDate: an address or a saved view asks for what makes no sense

    def __init__(self, navigator: Navigator, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.navigator, self._desk = navigator, desk
        self.answer: Facets | None = None
        navigator.query_changed.connect(self._asked)
        desk.failed.connect(self._failed)

    def begin(self) -> None:
        """Ask for what the navigator asks for now."""
        self._asked(self.navigator.query)

    def turn(self, facet: str, value: str) -> None:
        """Choose a value, or choose it no longer."""
        query = self.navigator.query
        if facet == "flags":
            self.navigator.ask(with_flag(query, value, not getattr(query, value)), self)
        else:
            self.navigator.ask(query.turned(facet, value), self)

    def clear(self) -> None:
        """Ask for everything."""
        self.navigator.ask(Query(), self)

    def look_for(self, facet: str, beginning: str, answered: Callable[[tuple[FacetValue, ...]], None]) -> None:
        """Values of a long facet whose words begin so."""
        query = self.navigator.query

        def question(connection: sqlite3.Connection) -> tuple[FacetValue, ...]:
            return facets.values(connection, query, facet, beginning)

        self._desk.ask(f"values of {facet}", question, answered)

    def _asked(self, query: Query, _by: object = None) -> None:
        self._desk.ask(TOPIC, lambda connection: facets.facets(connection, query), self._answer)

    def _answer(self, answer: Facets) -> None:
        self.answer = answer
        self.answered.emit(answer)

    def _failed(self, topic: str, error: Exception) -> None:
        if topic != TOPIC:
            return
        if not isinstance(error, BadWords | BadDate):
            raise error
        self.refused.emit(error)


def with_flag(query: Query, flag: str, on: bool) -> Query:
    """The query with one of `viewer.index.query.FLAGS` set so."""
    return replace(query, **{flag: on})  # type: ignore[arg-type]
