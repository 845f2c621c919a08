"""Entries become records: ids become integers, lists become links, dates get their bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from viewer.builder.columns import Column, Sheet
from viewer.builder.entries import Entry, Material, reference_key
from viewer.builder.sheets import BY_ENTITY, SHEETS
from viewer.case import records, records_of_use
from viewer.case.when import When

Records = dict[type[Any], list[Any]]
Numbers = dict[str, dict[str, int]]


def records_of(material: Material, extra: dict[str, str]) -> Records:
    """Every record of the case, in the order of its table; `extra` is added to the facts about the case."""
    numbers = number(material)
    made: Records = {records.Meta: meta(material, extra), records.Principle: principles(material)}
    for sheet in SHEETS:
        for place, entry in enumerate(_in_order(material, sheet), 1):
            made.setdefault(sheet.record, []).append(_record(material, numbers, entry, place))
            for record in _links(material, numbers, entry):
                made.setdefault(type(record), []).append(record)
    pairs = made.get(records.QuotePair, [])
    made[records.QuotePair] = list(dict.fromkeys(pairs))  # a pair may be named from both ends
    if records_of_use.Custody in made:
        from viewer.case.custody import build_chain  # brings signatures along

        made[records_of_use.Custody] = build_chain(made[records_of_use.Custody])
    return made


def meta(material: Material, extra: dict[str, str]) -> list[records.Meta]:
    told = {("case_uid" if key == "uid" else key): value for key, value in material.case.items()}
    return [records.Meta(key=key, value=value) for key, value in sorted({**told, **extra}.items())]


def principles(material: Material) -> list[records.Principle]:
    lang = material.case.get("lang", "en")
    return [records.Principle(id=place, text=text, lang=lang) for place, text in enumerate(material.principles, 1)]


def number(material: Material) -> Numbers:
    """Integers in order of the ids; in the order of the rows where a sheet says its order matters."""
    return {
        sheet.name: {str(entry.key): place for place, entry in enumerate(_in_order(material, sheet), 1)}
        for sheet in SHEETS
        if sheet.key
    }


def _in_order(material: Material, sheet: Sheet) -> Iterable[Entry]:
    entries = material.entries[sheet.name]
    return sorted(entries, key=lambda entry: str(entry.key)) if sheet.key == "id" else entries


def _record(material: Material, numbers: Numbers, entry: Entry, place: int) -> Any:
    """The record of one entry; what is not given is left to the record's own default."""
    values: dict[str, Any] = {}
    for column in entry.sheet.columns:
        value = entry[column.name]
        if value is None:
            continue
        if isinstance(value, When):
            if column.bounds:
                values.update(zip(column.bounds, (value.earliest_jd, value.latest_jd), strict=True))
            value = value.edtf
        if column.kind == "ref" and column.goes_to:
            value = numbers[column.to[0]][reference_key(entry, column)]
        if column.goes_to:
            values[column.goes_to] = value
    values.update(_own(material, numbers, entry, place))
    names = {field.name for field in fields(entry.sheet.record)}
    if "lang" in names and "lang" not in values and entry.sheet.lang == "case":
        values["lang"] = material.case.get("lang", "en")
    if "id" in names:
        values["id"] = place
    return entry.sheet.record(**values)


def _own(material: Material, numbers: Numbers, entry: Entry, place: int) -> dict[str, Any]:
    """The fields that no single column fills."""
    match entry.sheet.name:
        case "measures":
            return {"rank": place}
        case "documents":
            held = material.held.get(str(entry.key))
            return {"path": held.name} if held else {}
        case "custody":
            return {"seq": place, "prev_sha256": "", "entry_sha256": ""}  # until they are bound into a chain
        case "event_relations":
            to = "to_id" if entry["to"] in material.index["events"] else "to_passage_id"
            return {to: numbers["events" if to == "to_id" else "passages"][entry["to"]]}
        case "translations" | "provenance":
            key = entry["id"]
            named = numbers[BY_ENTITY[entry["entity"]].name][key] if key else None
            return {"entity_id": 0 if entry["entity"] == "case" else named}
        case _:
            return {}


def _links(material: Material, numbers: Numbers, entry: Entry) -> Iterator[Any]:
    """The records that the entry's lists become."""
    for column in entry.sheet.columns:
        if column.link and entry[column.name]:
            yield from _linked(numbers, entry, column)
    if entry.sheet.name == "storyboard_items" and entry["targets"]:
        item = numbers["storyboard_items"][str(entry.key)]
        for seq, (entity, key) in enumerate(entry["targets"], 1):
            to = numbers[BY_ENTITY[entity].name][key]
            yield records_of_use.StoryboardTarget(item_id=item, seq=seq, entity=entity, entity_id=to)


def _linked(numbers: Numbers, entry: Entry, column: Column) -> Iterator[Any]:
    assert column.link is not None
    record, own, other = column.link
    here = numbers[entry.sheet.name][str(entry.key)]
    for key in entry[column.name]:
        there = numbers[column.to[0]][key]
        if record is records.ClaimPassage:
            relation = entry["passage_relation"] or "states"
            yield records.ClaimPassage(claim_id=here, passage_id=there, relation=relation)
        elif record is records.QuotePair:
            # Neither is shown without the other, whichever of the two names it.
            yield from (records.QuotePair(quote_id=a, with_id=b) for a, b in ((here, there), (there, here)))
        else:
            yield record(**{own: here, other: there})
