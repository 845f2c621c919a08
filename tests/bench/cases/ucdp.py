"""UCDP Georeferenced Event Dataset, Syria 2016: each row an event; every figure a claim by UCDP, as stated.

Dates: date_prec becomes EDTF as follows; nothing is made more precise than the row.

    1  the day is known                    2016-01-01 (first and last day, if they differ: 2016-01-01/2016-01-03)
    2  two to six days                     [2016-01-01..2016-01-03]: on some day or days of these
    3  the week is known                   [2016-01-11..2016-01-17]
    4  the month, or eight days to a month 2016-04 if first and last day are those of the month, else [first..last]
    5  the year, or more than a month      2016 if first and last day are those of the year, else [first..last]

Figures: low, best and high of all deaths are one claim, in whatever order the row has them; deaths of side a, of
side b, of civilians and of others are a claim each with its category. Rows name the reports they were coded from:
a report is a source, and its headline a claim in words by whoever UCDP names as its origin.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Final

from tests.bench.cases.dates import bounds
from viewer.case.records import (
    Agent,
    Claim,
    Event,
    EventAgent,
    Measure,
    Meta,
    Place,
    Source,
    Term,
)

_KINDS: Final = {"1": "state-based", "2": "non-state", "3": "one-sided"}
_KIND_LABELS: Final = {"1": "State-based conflict", "2": "Non-state conflict", "3": "One-sided violence"}
_PRECISIONS: Final = {"1": "exact", "2": "village", "3": "district", "4": "region", "5": "unknown", "6": "country"}
_RADIUS: Final = {"1": None, "2": 25_000.0}  # "about 25 km around a known point"
_CATEGORIES: Final = {
    "deaths_a": "side a", "deaths_b": "side b", "deaths_civilians": "civilians", "deaths_unknown": "unknown",
}  # fmt: skip
_DATED: Final = re.compile(r"(?P<office>.*?),(?P<date>\d{4}-\d{2}-\d{2}),(?P<headline>.*)", re.DOTALL)
_UCDP_SOURCE, _UCDP = 1, 1

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a row was coded from."""

    office: str
    date: str | None
    headline: str


class Ucdp:
    """The case; rows: how many from the beginning of the file, None = all. The file's rows are held."""

    def __init__(self, path: Path, rows: int | None = None) -> None:
        with path.open(newline="", encoding="utf-8") as file:
            self._rows = list(islice(csv.DictReader(file), rows))

    def records(self, record: type[Any]) -> Iterable[Any]:
        """All records of a class, in the order of their ids."""
        return {
            Meta: self._meta,
            Term: self._terms,
            Measure: self._measures,
            Agent: self._agents_of_case,
            Place: self._places_of_case,
            Source: self._sources,
            Event: self._events,
            EventAgent: self._event_agents,
            Claim: self._claims,
        }.get(record, tuple)()

    def document(self, path: str) -> bytes:
        """No document is held."""
        raise KeyError(path)

    @staticmethod
    def _meta() -> Iterator[Meta]:
        yield Meta(key="case_uid", value="ucdp-ged-syria-2016")
        yield Meta(key="lang", value="en")
        yield Meta(key="licence", value="CC BY 4.0, Uppsala Conflict Data Program (Sundberg and Melander 2013)")
        yield Meta(key="title", value="UCDP Georeferenced Event Dataset: Syria 2016")

    @staticmethod
    def _terms() -> Iterator[Term]:
        for number, code in enumerate(_KINDS, start=1):
            yield Term(id=number, scheme="kind", code=_KINDS[code], label=_KIND_LABELS[code])

    @staticmethod
    def _measures() -> Iterator[Measure]:
        yield Measure(id=1, code="killed", label="Killed", unit="people", rank=1)
        # Parts of the same dead: of a rank of their own, for no part is another figure of the whole.
        yield Measure(id=2, code="killed-of-them", label="Killed, of them", unit="people", rank=2)
        yield Measure(id=3, code="report", label="Reported in", rank=3)

    # Who and where

    @cached_property
    def _actors(self) -> dict[str, int]:
        """UCDP's number of an actor, by which the row names it, and the number of our agent."""
        found = (row[side] for row in self._rows for side in ("side_a_new_id", "side_b_new_id"))
        return {actor: number for number, actor in enumerate(dict.fromkeys(found), start=_UCDP + 1)}

    @cached_property
    def _origins(self) -> dict[str, int]:
        """Whom rows name as the origin of what was reported."""
        found = dict.fromkeys(name for row in self._rows if (name := row["source_original"].strip()))
        return {name: number for number, name in enumerate(found, start=_UCDP + 1 + len(self._actors))}

    def _agents_of_case(self) -> Iterator[Agent]:
        yield Agent(
            id=_UCDP, uid="A0001", name="Uppsala Conflict Data Program", short_name="UCDP", lang="en",
            kind="organisation", party="no",
        )  # fmt: skip
        names = {row[f"side_{side}_new_id"]: row[f"side_{side}"] for row in self._rows for side in "ab"}
        for actor, number in self._actors.items():
            name = names[actor]
            kind = "state" if name.startswith("Government of") else "people" if name == "Civilians" else "group"
            party = "affected" if name == "Civilians" else "party"
            yield Agent(
                id=number, uid=f"A{number:04d}", name=name, lang="en", kind=kind, party=party,
                description=f"UCDP actor {actor}",
            )  # fmt: skip
        for name, number in self._origins.items():
            yield Agent(id=number, uid=f"A{number:04d}", name=name, lang="en", kind="unknown")

    @cached_property
    def _regions(self) -> dict[tuple[str, str], int]:
        """(adm_1, adm_2) and the number of its place, after the country; (adm_1, '') before what lies in it."""
        found = {(row["adm_1"], row["adm_2"]) for row in self._rows}
        found |= {(region, "") for region, _ in found}
        return {names: number for number, names in enumerate(sorted(found - {("", "")}), start=2)}

    @cached_property
    def _spots(self) -> dict[tuple[str, ...], int]:
        """What a row says of its place, and the number of that place."""
        found = dict.fromkeys(_spot(row) for row in self._rows)
        return {spot: number for number, spot in enumerate(found, start=2 + len(self._regions))}

    def _places_of_case(self) -> Iterator[Place]:
        yield Place(id=1, uid="P0001", name="Syria", lang="en", kind="country", country="SY", precision="country")
        for (region, district), number in self._regions.items():
            yield Place(
                id=number, uid=f"P{number:04d}", name=district or region, lang="en",
                kind="district" if district else "governorate", precision="district" if district else "region",
                within_id=self._regions[region, ""] if district and region else 1,
            )  # fmt: skip
        for (name, latitude, longitude, precision, region, district), number in self._spots.items():
            yield Place(
                id=number, uid=f"P{number:04d}", name=name, lang="en", lat=float(latitude), lon=float(longitude),
                precision=_PRECISIONS[precision], radius_m=_RADIUS.get(precision),
                within_id=self._regions.get((region, district), 1), basis=f"UCDP, where_prec {precision}",
            )  # fmt: skip

    # Sources

    @cached_property
    def _reports(self) -> dict[Report, int]:
        found = dict.fromkeys(report for row in self._rows for report in reports(row))
        return {report: number for number, report in enumerate(found, start=_UCDP_SOURCE + 1)}

    def _sources(self) -> Iterator[Source]:
        yield Source(
            id=_UCDP_SOURCE, uid="S00001", kind="academic", lang="en", publisher="Uppsala Conflict Data Program",
            title="UCDP Georeferenced Event Dataset: Syria 2016", publisher_id=_UCDP, party="no",
            read_status="read-original",
        )  # fmt: skip
        for report, number in self._reports.items():
            earliest, latest = bounds(report.date)
            yield Source(
                id=number, uid=f"S{number:05d}", kind="media", title=report.headline or report.office,
                publisher=report.office, date_edtf=report.date, earliest_jd=earliest, latest_jd=latest,
                read_status="pointer",
            )  # fmt: skip

    # Events and claims

    def _events(self) -> Iterator[Event]:
        for number, row in enumerate(self._rows, start=1):
            stated = edtf(row["date_prec"], row["date_start"], row["date_end"])
            earliest, latest = bounds(stated)
            yield Event(
                id=number, uid=f"E{number:05d}", kind=_KINDS[row["type_of_violence"]], lang="en",
                title=f"{row['dyad_name']}: {row['where_coordinates']}", date_edtf=stated,
                date_text=f"{row['date_start']} to {row['date_end']}, date_prec {row['date_prec']}",
                earliest_jd=earliest, latest_jd=latest, precision=f"date_prec {row['date_prec']}",
                place_id=self._spots[_spot(row)], note=f"UCDP event {row['id']}; {row['conflict_name']}",
            )  # fmt: skip

    def _event_agents(self) -> Iterator[EventAgent]:
        for number, row in enumerate(self._rows, start=1):
            for place, side in enumerate("ab"):
                yield EventAgent(
                    id=2 * number - 1 + place, event_id=number, agent_id=self._actors[row[f"side_{side}_new_id"]],
                    role=f"side {side}",
                )  # fmt: skip

    def _claims(self) -> Iterator[Claim]:
        number = 0
        for event, row in enumerate(self._rows, start=1):
            for claim in self._of_row(row):
                number += 1
                yield Claim(id=number, uid=f"C{number:06d}", event_id=event, lang="en", **claim)

    def _of_row(self, row: Row) -> Iterator[dict[str, Any]]:
        """All deaths, deaths by category, and each report."""
        figure = {"source_id": _UCDP_SOURCE, "claimant_id": _UCDP, "kind": "figure", "measure_id": 1}
        low, best, high = (int(row[name]) for name in ("low", "best", "high"))
        yield {**figure, "low": low, "best": best, "high": high, "qualifier": "range"}
        for column, category in _CATEGORIES.items():
            part = {"measure_id": 2, "category": category, "best": int(row[column]), "qualifier": "exact"}
            yield figure | part
        origin = self._origins.get(row["source_original"].strip())
        for report in reports(row):
            text = report.headline or report.office
            yield {
                "source_id": self._reports[report], "claimant_id": origin, "kind": "statement", "measure_id": 3,
                "text": text,
            }  # fmt: skip


def edtf(precision: str, start: str, end: str) -> str:
    """The date of a row; the table stands at the head of this file."""
    if start == end:
        return start if precision == "1" else start + "~"
    if precision == "1":
        return f"{start}/{end}"
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if precision == "4" and first.day == 1 and _is_month_end(last) and start[:7] == end[:7]:
        return start[:7]
    if precision == "5" and start[5:] == "01-01" and end[5:] == "12-31" and start[:4] == end[:4]:
        return start[:4]
    return f"[{start}..{end}]"


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def reports(row: Row) -> list[Report]:
    """The reports a row names, each once."""
    return list(dict.fromkeys(_report(text) for text in articles(row)))


def articles(row: Row) -> list[str]:
    """office,date,headline of each report; headlines may hold quotation marks of their own."""
    return row["source_article"].strip().removeprefix('"').removesuffix('"').split('";"')


def _report(text: str) -> Report:
    found = _DATED.fullmatch(text)
    if not found:
        return Report(text.strip(), None, "")
    return Report(found["office"].strip(), _known(found["date"]), found["headline"].strip())


def _known(day: str) -> str | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _spot(row: Row) -> tuple[str, ...]:
    return tuple(
        row[name] for name in ("where_coordinates", "latitude", "longitude", "where_prec", "adm_1", "adm_2")
    )
