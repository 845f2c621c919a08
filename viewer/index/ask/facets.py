"""How many events each value of each facet would leave, and how many the query leaves at all."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from viewer.index.query import Query


@dataclass(frozen=True, slots=True)
class Matched:
    """Hidden rows are always counted. events: of the whole case; shown: match the query; possible_only: of those,
    how many only may lie in the span because their date is not sure; loose: of those shown, not on the axis.
    """

    events: int
    shown: int
    possible_only: int
    loose: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with the number of events it would leave together with the other facets (not with its own).

    within: value of the place this one lies in; level: depth in the hierarchy of places, 0 at the top.
    """

    value: str
    label: str
    events: int
    chosen: bool
    within: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet; values in the order shown (kinds in the case's order, places by hierarchy, others by count).

    more: how many values have events but are not listed (long facets give the 20 largest and all that are chosen).
    """

    name: str
    values: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Everything the filter panel shows. flags: counts for disputed, single_origin, uncited, undated."""

    matched: Matched
    facets: tuple[Facet, ...]
    flags: tuple[FacetValue, ...]


def matched(connection: sqlite3.Connection, query: Query) -> Matched:
    """Raises viewer.index.wanted.BadWords where the words make no sense."""
    raise NotImplementedError


def facets(connection: sqlite3.Connection, query: Query) -> Facets:
    """All facets with live counts. Raises BadWords."""
    raise NotImplementedError


def values(
    connection: sqlite3.Connection, query: Query, facet: str, beginning: str, limit: int = 50
) -> tuple[FacetValue, ...]:
    """Values of one facet whose label has a word that begins so, for finding a person among thousands."""
    raise NotImplementedError
