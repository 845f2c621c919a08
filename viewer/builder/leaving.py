"""What is left out of a case: restricted entries, in a draft unfit ones, and whatever hangs on them."""

from __future__ import annotations

from collections.abc import Callable

from viewer.builder.columns import Column
from viewer.builder.entries import Entry, Material
from viewer.builder.sheets import SHEETS
from viewer.case.problem import Problem

_FIRST = ("restricted", "unfit")


def leave_out_restricted(material: Material) -> None:
    """Leave out what is marked restricted; a name that still stands in another text is a warning."""
    names = [
        (name, entry)
        for entry in material.entries["agents"]
        if entry["access"] == "restricted"
        for name in _names(material, entry)
    ]
    leave_out(material, lambda entry: entry.values.get("access") == "restricted", "restricted")
    _look_for_names(material, names)


def leave_out_unfit(material: Material) -> None:
    """Leave out what an error has left without something it needs."""
    leave_out(material, lambda entry: entry.unfit, "unfit")


def leave_out(material: Material, is_out: Callable[[Entry], bool], why: str) -> None:
    """Remove entries and, step by step, those that hang on them. Each is listed as a warning."""
    out = {id(entry): why for entry in material.all() if is_out(entry)}
    grown = -1
    while grown != len(out):
        grown = len(out)
        for entry in material.all():
            if id(entry) not in out and (cause := _hangs_on(material, entry, out)):
                out[id(entry)] = cause
    for entry in material.all():
        if id(entry) not in out:
            _cut(material, entry, out)
    for entry in material.all():
        if id(entry) in out:
            cause = out[id(entry)]
            code = f"left-out-{cause}" if cause in _FIRST else "left-out"
            material.warn(entry, "", code, entry.sheet.entity, str(entry.key or ""), cause)
    _remove(material, out)


def _hangs_on(material: Material, entry: Entry, out: dict[int, str]) -> str | None:
    """The key of what is out and takes this entry along."""
    for column in entry.sheet.columns:
        found = material.leads_to(entry, column)
        if column.hangs and found and all(id(one) in out for one in found) and not _may_stand(entry, column):
            return f"{found[0].sheet.entity} {found[0].key}"
    return None


def _may_stand(entry: Entry, column: Column) -> bool:
    """A redaction is made to be shown without its original."""
    return column.name == "derived_from" and entry["derivation"] == "redaction"


def _cut(material: Material, entry: Entry, out: dict[int, str]) -> None:
    """Empty the references that lead to what is out."""
    for column in entry.sheet.columns:
        gone = [found for found in material.leads_to(entry, column) if id(found) in out]
        if not gone:
            continue
        for one in gone:
            material.warn(entry, column.name, "reference-left-out", one.sheet.entity, str(one.key))
        keys = {one.key for one in gone}
        if column.kind == "refs":
            entry.values[column.name] = tuple(key for key in entry[column.name] if key not in keys) or None
        elif column.kind == "targets":
            named = {(one.sheet.entity, one.key) for one in gone}
            entry.values[column.name] = tuple(pair for pair in entry[column.name] if pair not in named) or None
        else:
            entry.values[column.name] = None


def _remove(material: Material, out: dict[int, str]) -> None:
    for sheet in SHEETS:
        kept = [entry for entry in material.entries[sheet.name] if id(entry) not in out]
        material.entries[sheet.name] = kept
        if sheet.key:
            material.index[sheet.name] = {str(entry.key): entry for entry in kept}
    material.held = {key: held for key, held in material.held.items() if key in material.index["documents"]}


def _names(material: Material, agent: Entry) -> list[str]:
    others = [entry["name"] for entry in material.entries["agent_names"] if entry["agent"] == agent.key]
    return [name for name in (agent["name"], agent["short_name"], *others) if name]


def _look_for_names(material: Material, names: list[tuple[str, Entry]]) -> None:
    for name, agent in names:
        for entry in material.all():
            for column in entry.sheet.columns:
                value = entry[column.name]
                if column.kind in ("text", "exact", "texts", "id") and value and name in value:
                    material.warn(entry, column.name, "restricted-name", str(agent.key))
        for held in material.held.values():
            if held.text and name in held.text:
                line = held.text.count("\n", 0, held.text.index(name)) + 1
                file = held.place.relative_to(material.root).as_posix()
                parts = (str(agent.key),)
                material.problems.append(Problem(file, line, "warning", "restricted-name", "", parts))
