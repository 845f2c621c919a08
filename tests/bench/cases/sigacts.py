"""Significant activities in Iraq, 2004-2007, as the US military listed them: each row of the file an event.

The file is a table taken out of printed pages: its words are cut where a column ended, its columns run into
each other in places, and the heading of every page stands between the rows (4,826 of 162,852; they have no time).
Nothing is mended and nothing left out. An event's one claim repeats its row as it stands; a place is given only
where the column for the city holds the name of one. The file states no figures.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Final

from tests.bench.cases.dates import bounds
from viewer.case.records import (
    Agent,
    Claim,
    Document,
    Event,
    EventAgent,
    Measure,
    Meta,
    Place,
    Source,
    Term,
)

_KINDS: Final = {
    "IED": "ied", "Small Arms": "small-arms", "Mortar": "mortar", "RPG": "rpg", "Indirect Fir": "indirect-fire",
    "Indirect Fire": "indirect-fire", "Rocket": "rocket", "VBIED": "vbied", "Hand Grenade": "hand-grenade",
    "SVBIED": "svbied", "Mine": "mine", "Land Mine": "mine", "SAFIRE": "safire", "Attack Type": "page-heading",
}  # fmt: skip
_LABELS: Final = {
    "ied": "IED", "rpg": "RPG", "vbied": "VBIED", "svbied": "SVBIED", "safire": "SAFIRE",
    "page-heading": "Heading of a printed page",
}  # fmt: skip
_OTHER: Final = "other"
# What stands in the column of the city without being one.
_NO_CITY: Final = (
    "City", "Target", "Coalition", "Civilian", "Iraqi Security Forces", "Host Nation", "Infrastructure", "Enemy",
    "ENEMY", "Government Organization", "Reconstruction Operations Center",
)  # fmt: skip
_US_MILITARY: Final = 1
_TARGETS: Final = ("Coalition Forces", "Iraqi Security Forces", "Civilian", "Host Nation", "Infrastructure")


class Sigacts:
    """The case; rows: how many from the beginning of the file, None = all."""

    def __init__(self, path: Path, rows: int | None = None) -> None:
        self._path = path
        self._count = rows

    def records(self, record: type[Any]) -> Iterable[Any]:
        """All records of a class, in the order of their ids."""
        return {
            Meta: self._meta,
            Term: self._terms,
            Measure: self._measures,
            Agent: self._agents,
            Place: self._places,
            Source: self._sources,
            Document: self._documents,
            Event: self._events,
            EventAgent: self._event_agents,
            Claim: self._claims,
        }.get(record, tuple)()

    def document(self, path: str) -> bytes:
        """No document is held."""
        raise KeyError(path)

    def _rows(self) -> Iterator[dict[str, str]]:
        with self._path.open(newline="", encoding="utf-8") as file:
            yield from islice(csv.DictReader(file), self._count)

    @cached_property
    def _cities(self) -> dict[str, int]:
        """Names of cities and the numbers of their places; as the file spells them, most frequent first."""
        found = Counter(row["city"] for row in self._rows() if _is_city(row["city"]))
        return {name: number for number, (name, _) in enumerate(found.most_common(), start=2)}

    @staticmethod
    def _meta() -> Iterator[Meta]:
        yield Meta(key="case_uid", value="sigacts-iraq-2004-2007")
        yield Meta(key="lang", value="en")
        yield Meta(key="title", value="Significant activities, Iraq 2004-2007")

    @staticmethod
    def _terms() -> Iterator[Term]:
        codes = list(dict.fromkeys([*_KINDS.values(), _OTHER]))
        for number, code in enumerate(codes, start=1):
            label = _LABELS.get(code, code.replace("-", " ").capitalize())
            yield Term(id=number, scheme="kind", code=code, label=label)
        yield Term(id=len(codes) + 1, scheme="party", code="party", label="A side in the conflict")

    @staticmethod
    def _measures() -> Iterator[Measure]:
        yield Measure(id=1, code="row", label="Row of the list", rank=1)

    @staticmethod
    def _agents() -> Iterator[Agent]:
        yield Agent(
            id=_US_MILITARY,
            uid="A1",
            name="Multi-National Force – Iraq",
            lang="en",
            kind="organisation",
            party="party",
        )
        for number, name in enumerate(_TARGETS, start=2):
            yield Agent(id=number, uid=f"A{number}", name=name, lang="en", kind="group")

    def _places(self) -> Iterator[Place]:
        yield Place(id=1, uid="P000", name="Iraq", lang="en", kind="country", country="IQ", precision="country")
        for name, number in self._cities.items():
            yield Place(id=number, uid=f"P{number - 1:03d}", name=name, within_id=1, precision="unknown")

    @staticmethod
    def _sources() -> Iterator[Source]:
        yield Source(
            id=1, uid="S1", kind="government", title="Significant activities, declassified list", lang="en",
            publisher="United States Central Command", publisher_id=_US_MILITARY, party="party",
            read_status="read-repost", note="Obtained under the Freedom of Information Act by V. Bauer, Stanford.",
        )  # fmt: skip

    @staticmethod
    def _documents() -> Iterator[Document]:
        yield Document(
            id=1, uid="D1", source_id=1, title="Significant activities", lang="en", media_type="text/csv",
            external_ref="https://github.com/knapply/data4ds4da",
        )  # fmt: skip

    def _events(self) -> Iterator[Event]:
        cities = self._cities
        for number, row in enumerate(self._rows(), start=1):
            date = edtf(row["time"])
            earliest, latest = bounds(date)
            yield Event(
                id=number, uid=f"E{number:06d}", kind=kind(row["event_type"]), title=title(row), lang="en",
                date_edtf=date, date_text=row["time"] or None, place_id=cities.get(row["city"]),
                earliest_jd=earliest, latest_jd=latest,
            )  # fmt: skip

    def _event_agents(self) -> Iterator[EventAgent]:
        """Only where the column holds the whole name and nothing else."""
        numbers = {name: number for number, name in enumerate(_TARGETS, start=2)}
        known = (
            (event, numbers[row["target"]])
            for event, row in enumerate(self._rows(), start=1)
            if row["target"] in numbers
        )
        for number, (event, agent) in enumerate(known, start=1):
            yield EventAgent(id=number, event_id=event, agent_id=agent, role="target")

    def _claims(self) -> Iterator[Claim]:
        for number, row in enumerate(self._rows(), start=1):
            yield Claim(
                id=number, uid=f"C{number:06d}", event_id=number, source_id=1, claimant_id=_US_MILITARY,
                kind="statement", measure_id=1, text=" | ".join(row.values()), lang="en",
            )  # fmt: skip


def edtf(time: str) -> str | None:
    """2004-01-01 00:20:00 to the minute: the list's seconds are always nought. None without a time."""
    return f"{time[:10]}T{time[11:16]}" if time else None


def kind(event_type: str) -> str:
    """The code of a kind; several kinds in one cell, and rare ones, are 'other'."""
    return _KINDS.get(event_type, _OTHER)


def title(row: dict[str, str]) -> str:
    """The words of the row, with the gaps between columns closed."""
    return ", ".join(" ".join(cell.split()) for name, cell in row.items() if name != "time" and cell)


def _is_city(cell: str) -> bool:
    return bool(cell) and not cell.startswith(_NO_CITY)
