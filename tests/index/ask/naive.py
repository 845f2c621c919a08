"""The same questions answered slowly and plainly, event by event: what the fast answers are compared with."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from viewer.case import when
from viewer.case.when import When
from viewer.index import doubt, words
from viewer.index.form import LOOSE
from viewer.index.query import FLAGS, LISTS, Query


@dataclass
class Plain:
    """An event with everything it can be filtered by."""

    ord: int
    uid: str
    start: int | None
    end: int | None
    loose: bool
    date: When | None
    text: str
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    flags: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()


class Plainly(list[Plain]):
    """All events, with a short name where a test fails."""

    def __repr__(self) -> str:
        return f"{len(self)} events"


def plain_events(index: sqlite3.Connection) -> Plainly:
    """All events, in the order of their ords, read from the tables of the case."""
    found = {}
    for ord_, event, uid, lc, kind, edtf, title, summary, place in index.execute(
        """SELECT m.id, e.id, e.uid, m.lc, e.kind, e.date_edtf, e.title, e.summary, e.place_id
           FROM moment m JOIN event e ON e.id = m.event_id ORDER BY m.id"""
    ):
        date = when.parse(edtf) if edtf else None
        start = None if date is None or date.earliest_jd is None else when.seconds(date.earliest_jd)
        end = None if date is None or date.latest_jd is None else when.seconds(date.latest_jd)
        one = found[event] = Plain(ord_, uid, start, end, lc == LOOSE, date, f"{title} {summary or ''}")
        one.values["kind"].add(kind)
        one.values["place"].update(_above(index, place))
    _add_values(index, found)
    _add_flags(index, found)
    for one in found.values():
        one.words = frozenset(words.sought(one.text))
    return Plainly(found.values())


def _above(index: sqlite3.Connection, place: int | None) -> Iterator[str]:
    """A place and all it lies in."""
    while place is not None:
        uid, place = index.execute("SELECT uid, within_id FROM place WHERE id = ?", (place,)).fetchone()
        yield uid


def _add_values(index: sqlite3.Connection, found: dict[int, Plain]) -> None:
    question = "SELECT t.event_id, a.uid, t.role FROM event_agent t JOIN agent a ON a.id = t.agent_id"
    for event, agent, role in index.execute(question):
        found[event].values["agent"].add(agent)
        found[event].values["role"].add(role)
    for event, uid, party, reliability, language in index.execute(
        """SELECT t.e, s.uid, s.party, s.reliability, s.lang FROM (SELECT event_id AS e, source_id AS s FROM claim
           UNION SELECT event_id, source_id FROM event_date UNION SELECT t.event_id, q.source_id FROM quote q
           JOIN quote_event t ON t.quote_id = q.id) t JOIN source s ON s.id = t.s"""
    ):
        named = {"source": uid, "party": party, "reliability": reliability, "language": language}
        for facet, value in named.items():
            found[event].values[facet].add(value)
    for event, text in index.execute(
        """SELECT event_id, text FROM claim WHERE text IS NOT NULL UNION ALL SELECT t.event_id, q.text FROM quote q
           JOIN quote_event t ON t.quote_id = q.id UNION ALL SELECT entity_id, text FROM translation
           WHERE entity = 'event' AND field = 'title'"""
    ):
        found[event].text += " · " + text


def _add_flags(index: sqlite3.Connection, found: dict[int, Plain]) -> None:
    for event, disputed, origins, loose in index.execute(
        "SELECT event_id, disputed, origins, loose FROM standing"
    ):
        flags = found[event].flags
        flags.update(["disputed"] * disputed, ["single_origin"] * (len(origins) == 1))
        flags.update(["undated"] * (loose in ("undated", "order")))
    cited = {event for (event,) in index.execute(
        "SELECT c.event_id FROM claim c JOIN claim_passage p ON p.claim_id = c.id")}  # fmt: skip
    for event, one in found.items():
        one.flags.update(["uncited"] * (event not in cited))


def asked(event: Plain, query: Query) -> bool:
    """Whether the query asks for this event; of words, all must occur."""
    return (
        all(word in event.words for word in words.sought(query.words))
        and all(event.values[name] & set(getattr(query, name)) for name in LISTS if getattr(query, name))
        and all(flag in event.flags for flag in FLAGS if getattr(query, flag))
        and (not (query.since or query.until) or lies(event, query, certain=query.certain))
    )


def lies(event: Plain, query: Query, *, certain: bool) -> bool:
    """Whether the event must (or may) lie in the span of the query."""
    if event.loose or event.date is None:
        return False
    since, until = _bound(query.since, 0), _bound(query.until, 1)
    if since is not None and until is not None and since >= until:
        return False
    before, after = doubt.reach(event.date)
    start = None if event.start is None else event.start - before
    end = None if event.end is None else event.end + after
    if certain:
        return (since is None or (start is not None and start >= since)) and (
            until is None or (end is not None and end <= until)
        )
    return (since is None or end is None or end > since) and (until is None or start is None or start < until)


def _bound(text: str, side: int) -> int | None:
    if not text:
        return None
    date = when.parse(text)
    jd: Any = (date.earliest_jd, date.latest_jd)[side]
    return when.seconds(jd)
