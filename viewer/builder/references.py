"""Ids and what refers to them: given twice, leading nowhere or in a circle; code words that no term explains."""

from __future__ import annotations

from viewer.builder.columns import Column
from viewer.builder.entries import Entry, Material, reference_key
from viewer.builder.sheets import SHEETS


def check_references(material: Material) -> None:
    """Fill the material's index, then follow every reference."""
    for sheet in SHEETS:
        _index(material, sheet.name)
    schemes = _schemes(material)
    for entry in material.all():
        for column in entry.sheet.columns:
            if entry[column.name] is None:
                continue
            if column.kind == "ref":
                _check_one(material, entry, column)
            elif column.kind == "refs":
                _check_list(material, entry, column)
            elif column.kind in ("entity", "targets"):
                _check_entities(material, entry, column)
            elif column.kind == "term":
                _check_term(material, entry, column, schemes.get(column.scheme, ()))
    _check_circles(material)


def _index(material: Material, name: str) -> None:
    index: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    for entry in material.entries[name]:
        if entry.key is None or entry.sheet.key is None:
            continue
        first = folded.setdefault(entry.key.casefold(), entry)
        if first is not entry:
            where = f"{first.file}:{first.line}"
            code = "duplicate-id" if first.key == entry.key else "same-but-for-case"
            material.error(entry, entry.sheet.key, code, str(entry[entry.sheet.key]), where)
            entry.unfit = True
        else:
            index[entry.key] = entry
    material.index[name] = index


def _schemes(material: Material) -> dict[str, tuple[str, ...]]:
    schemes: dict[str, dict[str, None]] = {}
    for term in material.entries["terms"]:
        if term["scheme"] and term["code"]:
            schemes.setdefault(term["scheme"], {})[term["code"]] = None
    return {scheme: tuple(codes) for scheme, codes in schemes.items()}


def _check_one(material: Material, entry: Entry, column: Column) -> None:
    if not material.find(column.to, reference_key(entry, column)):
        material.error(entry, column.name, "dangling", str(entry[column.name]), _files(column))
    elif len([name for name in column.to if entry[column.name] in material.index[name]]) > 1:
        material.error(entry, column.name, "two-meanings", str(entry[column.name]), _files(column))


def _check_list(material: Material, entry: Entry, column: Column) -> None:
    keys = entry[column.name]
    for key in keys:
        if not material.find(column.to, key):
            material.error(entry, column.name, "dangling", key, _files(column))
    entry.values[column.name] = tuple(key for key in keys if material.find(column.to, key)) or None
    if column.to == (entry.sheet.name,) and entry.key in keys:
        material.error(entry, column.name, "to-itself", str(entry.key))


def _files(column: Column) -> str:
    return ", ".join(f"{name}.csv" for name in column.to)


def _check_entities(material: Material, entry: Entry, column: Column) -> None:
    value = entry[column.name]
    if column.kind == "entity" and entry["entity"] in (None, "case"):
        code = "id-without-entity" if entry["entity"] is None else "case-needs-no-id"
        material.error(entry, column.name, code, str(value))
        return
    wanted = len(value) if column.kind == "targets" else 1
    if len(material.leads_to(entry, column)) == wanted:
        return
    if column.kind == "entity":
        material.error(entry, column.name, "dangling-entity", f"{entry['entity']}:{value}")
        entry.unfit = True
        return
    kept = []
    for pair in value:
        entry.values[column.name] = (pair,)
        if material.leads_to(entry, column):
            kept.append(pair)
        else:
            material.error(entry, column.name, "dangling-entity", ":".join(pair))
    entry.values[column.name] = tuple(kept) or None


def _check_term(material: Material, entry: Entry, column: Column, codes: tuple[str, ...]) -> None:
    if codes and entry[column.name] not in codes:
        material.note(entry, column.name, "wrong-code", str(entry[column.name]), ", ".join(codes))


def _check_circles(material: Material) -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.kind == "ref" and column.to == (sheet.name,):
                _break_circles(material, sheet.name, column)
    for name in ("event_relations", "claim_relations"):
        for entry in material.entries[name]:
            if entry["to"] is not None and entry["to"] == entry[name.removesuffix("_relations")]:
                material.error(entry, "to", "to-itself", entry["to"])


def _break_circles(material: Material, name: str, column: Column) -> None:
    """Follow each entry upwards; the reference that comes back to where it began is the error."""
    for entry in material.entries[name]:
        way: list[Entry] = [entry]
        while found := material.leads_to(way[-1], column):
            if found[0] is entry:
                names = " → ".join(str(step.key) for step in (*way, entry))
                material.error(entry, column.name, "circle", names)
                entry.values[column.name] = None
                break
            if found[0] in way:
                break
            way.append(found[0])
