"""The rows of one sheet become events, places, sources, agents, documents, passages and claims with ids."""

from __future__ import annotations

from typing import Any

from viewer.builder.entries import Entry, Material, empty_values
from viewer.builder.figures import figure_of
from viewer.builder.ids import Ids
from viewer.builder.sheets import BY_NAME
from viewer.builder.values import Refused, date_of
from viewer.case.figure import Figure
from viewer.case.when import When

_NAMED_BY = {
    "events": ("title",), "places": ("name", "short_name"), "sources": ("title",),
    "agents": ("name", "short_name"), "documents": ("file",),
}  # fmt: skip


class FlatEntries:
    """Adds to the material what each row speaks of, unless it is there already."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.ids = Ids(material)
        self._measures: dict[str, str] = {
            str(name).casefold(): entry["code"]
            for entry in material.entries["measures"]
            for name in (entry["code"], entry["label"])
        }
        self._known: dict[tuple[str, str], Entry] = {}
        self._times: dict[str, int] = {}
        for table, columns in _NAMED_BY.items():
            for entry in material.entries[table]:
                for name in (entry.key, *(entry[column] for column in columns)):
                    if name:
                        self._known.setdefault((table, str(name).casefold()), entry)

    def add(self, row: Entry) -> None:
        """One row: one claim, and what it speaks of."""
        event = self._event(row)
        source = self._source(row)
        claimant = self._named(row, "agents", "claimant", kind="unknown")
        measure = self._measure(row)
        figure = self._figure(row)
        refused = figure is None
        figure = figure or Figure()
        key = row["id"] or self.ids.of("claims", self._claim_name(row))
        stated = bool(figure.numbers or figure.qualifier)
        kind = row["kind"] or ("figure" if stated else "statement")
        passage = self._passage(row, key, source)
        claim = self._append(
            row, "claims", id=key, event=event, source=source, claimant=claimant, measure=measure, kind=kind,
            category=row["category"], low=figure.low, best=figure.best, high=figure.high,
            qualifier=figure.qualifier, text=row["text"], lang=row["lang"], as_of=self._date(row, "as_of"),
            passages=(passage,) if passage else None, note=row["note"],
        )  # fmt: skip
        claim.unfit, claim.faulty = refused, row.faulty

    def _append(self, row: Entry, table: str, **values: Any) -> Entry:
        sheet = BY_NAME[table]
        entry = Entry(sheet, row.file, row.line, {**empty_values(sheet), **values})
        self._material.entries[table].append(entry)
        return entry

    def _claim_name(self, row: Entry) -> str:
        """What tells a claim from the others and is seldom corrected; the figure is not part of it."""
        parts = (row["event"], row["source"], row["claimant"], row["measure"], row["category"], row["as_of"])
        name = " | ".join(part or "" for part in parts)
        self._times[name] = self._times.get(name, 0) + 1
        return name if self._times[name] == 1 else f"{name} #{self._times[name]}"

    def _named(self, row: Entry, table: str, column: str, **values: Any) -> str | None:
        """The id of what a cell names; made where nothing of that name is known."""
        name = row[column]
        if not name:
            return None
        entry = self._known.get((table, name.casefold()))
        if entry is None:
            entry = self._append(row, table, id=self.ids.of(table, name), **{_NAMED_BY[table][0]: name}, **values)
            self._known[table, name.casefold()] = self._known[table, str(entry.key).casefold()] = entry
        return str(entry.key)

    # What a row speaks of

    def _event(self, row: Entry) -> str | None:
        date = self._date(row, "date")
        place = self._named(row, "places", "place")
        known = self._known.get(("events", row["event"].casefold()))
        if known is None:
            kind = row["event_kind"] or "event"
            return self._named(row, "events", "event", kind=kind, date=date, place=place)
        self._agree(row, known, "place", "place", place)
        self._agree(row, known, "event_kind", "kind", row["event_kind"])
        if date and known["date"] is None:
            known.values["date"] = date
        elif date and date != known["date"]:
            where = f"{known.file}:{known.line}"
            self._material.warn(row, "date", "other-date", known["title"], known["date"].edtf, where)
            self._append(row, "event_dates", event=known.key, date=date, source=self._source(row))
        return str(known.key)

    def _agree(self, row: Entry, known: Entry, column: str, field: str, value: str | None) -> None:
        """What was given first stands; the first who gives anything fills what was empty."""
        if value and known[field] is None:
            known.values[field] = value
        elif value and value != known[field]:
            where = f"{known.file}:{known.line}"
            place = self._known.get(("places", str(known[field]).casefold()))
            stands = place["name"] if field == "place" and place else known[field]
            self._material.warn(row, column, "other-value", row[column], str(stands), where)

    def _source(self, row: Entry) -> str | None:
        known = self._known.get(("sources", row["source"].casefold()))
        date = self._date(row, "source_date")
        if known is None:
            return self._named(
                row, "sources", "source", kind=row["source_kind"] or "other", date=date,
                publisher=row["publisher"] or row["source"], url=row["url"],
            )  # fmt: skip
        self._agree(row, known, "publisher", "publisher", row["publisher"])
        self._agree(row, known, "url", "url", row["url"])
        return str(known.key)

    def _measure(self, row: Entry) -> str:
        name: str = row["measure"]
        code = name.casefold()
        if code not in self._measures:
            self._append(row, "measures", code=code, label=name)
            self._measures[code] = code
        return self._measures[code]

    def _figure(self, row: Entry) -> Figure | None:
        """What is stated, None where it cannot be read."""
        given = Figure(row["low"], row["best"], row["high"], row["qualifier"])
        if not row["figure"]:
            return given
        if given != Figure():
            self._material.error(row, "figure", "figure-twice")
            return given
        try:
            return figure_of(row["figure"])
        except Refused as refused:
            self._material.error(row, "figure", refused.code, *refused.parts)
            return None

    def _date(self, row: Entry, column: str) -> When | None:
        """The date; where it has two readings, one of the two, with a warning."""
        text = row[column]
        if text is None:
            return None
        try:
            return date_of(text)
        except Refused as refused:
            if refused.code != "slash-date":
                self._material.error(row, column, refused.code, *refused.parts)
                return None
            first, second = refused.parts[1:]
            if first == second:
                return date_of(first)
            self._material.warn(row, column, "two-readings", *refused.parts)
            return date_of(f"[{','.join(sorted((first, second)))}]")

    def _passage(self, row: Entry, claim: str, source: str | None) -> str | None:
        """The words or the page that carry the claim, in a file or in an original that is not here."""
        if not row["words"] and row["page"] is None:
            return None
        document = self._document(row, source)
        key = f"{claim}-P"
        self._append(row, "passages", id=key, document=document, exact=row["words"], page=row["page"])
        return key

    def _document(self, row: Entry, source: str | None) -> str | None:
        if row["document"]:
            return self._named(row, "documents", "document", source=source, title=row["source"])
        name = f"{row['source']} (not held)"
        known = self._known.get(("documents", name.casefold()))
        if known is None:
            where = row["url"] or row["source"]
            known = self._append(
                row, "documents", id=self.ids.of("documents", name), source=source, title=row["source"],
                original_at=where,
            )  # fmt: skip
            self._known["documents", name.casefold()] = known
        return str(known.key)
