"""Sets of events as bitmaps of their ords: read from the index when they are asked for, and kept with it.

Nothing here is loaded before somebody filters: at window start counts suffice.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable
from functools import partial

from viewer.binding.typed import TYPE_CHECKING, Any, Final
from viewer.index.ask.fetch import fact
from viewer.index.query import Query
from viewer.index.reader import Index

if TYPE_CHECKING:
    from pyroaring import BitMap

_MOST_ANSWERS: Final = 6  # selections and what follows from them; beyond that the oldest is let go


def kept(connection: sqlite3.Connection, key: tuple[object, ...], make: Callable[[], Any]) -> Any:
    """What was made under this key before, for as long as the connection is open."""
    if not isinstance(connection, Index):
        return make()
    if key not in connection.kept:
        connection.kept[key] = make()
    return connection.kept[key]


def kept_awhile(connection: sqlite3.Connection, key: tuple[object, ...], make: Callable[[], Any]) -> Any:
    """The same for answers to a query: only the last few of each sort are held."""
    if isinstance(connection, Index) and key not in connection.kept:
        answers = [other for other in connection.kept if other[0] == key[0]]
        for old in answers[: max(0, len(answers) - _MOST_ANSWERS + 1)]:
            del connection.kept[old]
    return kept(connection, key, make)


def answers(connection: sqlite3.Connection, query: Query | None) -> dict[tuple[object, ...], Any]:
    """What is kept of a query (None = of all events) and of none, for another connection to the same index.

    That may be another thread's: sets are shared, for nobody changes them; what grows with questions is copied.
    """
    known = connection.kept if isinstance(connection, Index) else {}
    wanted = {key: made for key, made in known.items() if query in key or not _of_a_query(key)}
    return {key: dict(made) if isinstance(made, dict) else made for key, made in wanted.items()}


def adopt(connection: sqlite3.Connection, told: dict[tuple[object, ...], Any]) -> None:
    """Keep what another connection has worked out, so that it need not be worked out again."""
    for key, made in told.items():
        keep = kept_awhile if _of_a_query(key) else kept
        keep(connection, key, partial(_same, made))


def _of_a_query(key: tuple[object, ...]) -> bool:
    return any(part is None or isinstance(part, Query) for part in key)


def _same(made: Any) -> Any:
    return made


def of(ords: Iterable[int]) -> BitMap:
    from pyroaring import BitMap

    return BitMap(ords, optimize=False)


def everything(connection: sqlite3.Connection) -> BitMap:
    """All events of the case."""
    return kept(connection, ("everything",), lambda: of(range(1, int(fact(connection, "count_events")) + 1)))  # type: ignore[no-any-return]


def on_axis(connection: sqlite3.Connection) -> BitMap:
    return kept(connection, ("on axis",), lambda: of(range(1, int(fact(connection, "count_on_axis")) + 1)))  # type: ignore[no-any-return]


def answered(connection: sqlite3.Connection, question: str, *values: object) -> BitMap:
    """The ords that a question gives in its first column `id`; all in one step, so that it can be interrupted."""
    told = connection.execute(f"SELECT group_concat(id) FROM ({question})", values).fetchone()[0]
    return of(array("I", json.loads(f"[{told}]")) if told else ())


def of_value(connection: sqlite3.Connection, facet: str, value: str) -> BitMap:
    """The events with a value; none for a value that is not there."""

    def read() -> BitMap:
        found = connection.execute(
            """SELECT b.packed FROM facet_value v JOIN facet_bitmap b ON b.id = v.id
               WHERE v.facet = ? AND v.value = ?""",
            (facet, value),
        ).fetchone()
        return unpacked(found[0]) if found else of(())

    return kept(connection, ("value", facet, value), read)  # type: ignore[no-any-return]


def of_facet(connection: sqlite3.Connection, facet: str) -> list[tuple[int, int, BitMap]]:
    """Id, number of events and events of all values of a facet, those with most events first."""

    def read() -> list[tuple[int, int, BitMap]]:
        found = connection.execute(
            """SELECT v.id, v.events, b.packed FROM facet_value v JOIN facet_bitmap b ON b.id = v.id
               WHERE v.facet = ? ORDER BY v.events DESC, v.id""",
            (facet,),
        )
        return [(number, events, unpacked(packed)) for number, events, packed in found]

    return kept(connection, ("facet", facet), read)  # type: ignore[no-any-return]


def unpacked(packed: bytes) -> BitMap:
    from pyroaring import BitMap

    return BitMap.deserialize(packed)
