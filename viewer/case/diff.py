"""What differs between two versions of a case, entry by entry under the uid its authors gave it.

Numbers inside the files do not count: an entry that was only renumbered is the same entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import Any

from viewer.case import records
from viewer.case.figure import Figure
from viewer.case.frozen import dataclass
from viewer.case.store import columns_of, table_of

Reader = Callable[[type[Any]], Iterable[Any]]
"""All records of one kind, as `store.read` gives them."""
Value = str | Figure | None

ENTITIES: tuple[type[Any], ...] = (
    records.Meta, records.Measure, records.Event, records.Claim, records.Quote, records.Passage, records.Document,
    records.Source, records.Agent, records.Place, records.Discrepancy, records.Reckoning,
)  # fmt: skip
"""What is compared, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field. old, new: as written, entries by uid, a claim's numbers as one Figure; None = empty."""

    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry. entity: event, claim … or case (uid = the key of a fact about the case).

    kind: added, changed, withdrawn; title: what it is called, in the new case or, where withdrawn, in the old one;
    changes: only where changed, in the order of the columns.
    """

    entity: str
    uid: str
    kind: str
    title: str
    changes: tuple[Change, ...] = ()


_KEYS = {records.Meta: "key", records.Measure: "code"}
_TITLES = {
    records.Meta: "key", records.Measure: "label", records.Event: "title", records.Claim: "text",
    records.Quote: "text", records.Passage: "exact", records.Document: "title", records.Source: "title",
    records.Agent: "name", records.Place: "name", records.Discrepancy: "topic", records.Reckoning: "text",
}  # fmt: skip
_POINTERS: Mapping[str, type[Any]] = {
    "event_id": records.Event, "source_id": records.Source, "claimant_id": records.Agent,
    "measure_id": records.Measure, "supersedes": records.Claim, "speaker_id": records.Agent,
    "place_id": records.Place, "passage_id": records.Passage, "original_source_id": records.Source,
    "document_id": records.Document, "original_id": records.Passage, "derived_from": records.Document,
    "publisher_id": records.Agent, "author_id": records.Agent, "parent_id": records.Source,
    "reprint_of": records.Source, "agent_id": records.Agent, "with_id": records.Quote,
    "to_passage_id": records.Passage,
}  # fmt: skip
# A table of links, the column of the entry they belong to, and the field they are told as.
_LINKS: tuple[tuple[type[Any], str, type[Any], str], ...] = (
    (records.EventDate, "event_id", records.Event, "other_dates"),
    (records.EventAgent, "event_id", records.Event, "agents"),
    (records.EventRelation, "from_id", records.Event, "relations"),
    (records.EventPassage, "event_id", records.Event, "passages"),
    (records.ClaimPassage, "claim_id", records.Claim, "passages"),
    (records.ClaimRelation, "from_id", records.Claim, "relations"),
    (records.QuoteEvent, "quote_id", records.Quote, "events"),
    (records.QuotePair, "quote_id", records.Quote, "shown_with"),
    (records.AgentName, "agent_id", records.Agent, "names"),
    (records.PlaceSource, "place_id", records.Place, "sources"),
    (records.DiscrepancySource, "discrepancy_id", records.Discrepancy, "sources"),
    (records.DiscrepancyEvent, "discrepancy_id", records.Discrepancy, "events"),
    (records.ReckoningEvent, "reckoning_id", records.Reckoning, "events"),
)
_FIGURE = ("low", "best", "high", "qualifier")
# Follows from what is compared, or is bytes.
_DERIVED = {"id", "earliest_jd", "latest_jd", "as_of_earliest_jd", "as_of_latest_jd", "content"}


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    values: dict[str, Value]


def compare(old: Reader, new: Reader) -> Generator[float, None, tuple[Difference, ...]]:
    """The differences in the order of ENTITIES and uids, yielding the share done."""
    sides = []
    for done, reader in enumerate((old, new)):
        side = _Side(reader)
        for share in side.read():
            yield (done + share) * 0.45
        sides.append(side.entries)
    found: list[Difference] = []
    for done, entity in enumerate(ENTITIES, 1):
        found += _differences(entity, sides[0][entity], sides[1][entity])
        yield 0.9 + 0.1 * done / len(ENTITIES)
    return tuple(found)


def _differences(
    entity: type[Any], old: Mapping[str, _Entry], new: Mapping[str, _Entry]
) -> Generator[Difference, None, None]:
    name = "case" if entity is records.Meta else table_of(entity)
    for uid in sorted(old.keys() | new.keys()):
        before, after = old.get(uid), new.get(uid)
        if before is None or after is None:
            there = before or after
            assert there is not None
            yield Difference(name, uid, "added" if before is None else "withdrawn", there.title)
        elif before.values != after.values:
            yield Difference(name, uid, "changed", after.title, _changes(before.values, after.values))


def _changes(old: Mapping[str, Value], new: Mapping[str, Value]) -> tuple[Change, ...]:
    fields = dict.fromkeys((*old, *new))
    return tuple(
        Change(field, old.get(field), new.get(field)) for field in fields if old.get(field) != new.get(field)
    )


class _Side:
    """One of the two cases, with uids in place of its numbers."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._uids: dict[type[Any], dict[int, str]] = {}
        self.entries: dict[type[Any], dict[str, _Entry]] = {}

    def read(self) -> Generator[float, None, None]:
        """Yields the share done."""
        steps = 2 * len(ENTITIES) + len(_LINKS)
        kept = {}
        for done, entity in enumerate(ENTITIES, 1):
            kept[entity] = list(self._reader(entity))
            if entity is not records.Meta:
                self._uids[entity] = {row.id: _key(row) for row in kept[entity]}
            yield done / steps
        for done, entity in enumerate(ENTITIES, 1):
            self.entries[entity] = {_key(row): self._entry(row) for row in kept[entity]}
            yield (len(ENTITIES) + done) / steps
        for done, link in enumerate(_LINKS, 1):
            self._read_links(*link)
            yield (2 * len(ENTITIES) + done) / steps

    def _entry(self, row: Any) -> _Entry:
        kind = type(row)
        names = [name for name in columns_of(kind) if name not in _DERIVED and name != _KEYS.get(kind, "uid")]
        values: dict[str, Value] = {}
        if kind is records.Claim:
            values["figure"] = _figure(row)
            names = [name for name in names if name not in _FIGURE]
        values |= {_field(name): self._told(kind, name, getattr(row, name)) for name in names}
        return _Entry(str(getattr(row, _TITLES[kind]) or ""), values)

    def _told(self, kind: type[Any], name: str, value: Any) -> str | None:
        """A value as text; a number that points to another entry as that entry's uid."""
        if value is None:
            return None
        target = kind if name == "within_id" else _POINTERS.get(name)
        return self._uids[target].get(value, "?") if target else str(value)

    def _read_links(self, record: type[Any], owner: str, kind: type[Any], field: str) -> None:
        lines: dict[str, list[str]] = defaultdict(list)
        names = [name for name in columns_of(record) if name not in _DERIVED and name != owner]
        for row in self._reader(record):
            told = [
                self._told(record, name, value) if name != "to_id" else self._uids[kind].get(value, "?")
                for name in names
                if (value := getattr(row, name)) is not None
            ]
            lines[self._uids[kind].get(getattr(row, owner), "?")].append(", ".join(filter(None, told)))
        for uid, entry in self.entries[kind].items():
            entry.values[field] = "\n".join(sorted(lines[uid])) if uid in lines else None


def _field(column: str) -> str:
    """A source has a publisher as printed and one among the agents."""
    return "publisher_agent" if column == "publisher_id" else column.removesuffix("_id")


def _key(row: Any) -> str:
    return str(getattr(row, _KEYS.get(type(row), "uid")))


def _figure(row: records.Claim) -> Figure | None:
    figure = Figure(row.low, row.best, row.high, row.qualifier)
    return None if figure == Figure() else figure
