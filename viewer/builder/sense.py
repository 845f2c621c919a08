"""What a careful reader would ask about a folder whose cells are all in order: as-stated figures and warnings."""

from __future__ import annotations

from viewer.builder.entries import Entry, Material
from viewer.case.figure import WORDS_FOR_NUMBERS, Figure
from viewer.case.problem import Problem


def check_sense(material: Material) -> None:
    for claim in material.entries["claims"]:
        _check_claim(material, claim)
    for place in material.entries["places"]:
        if (place["lat"] is None) != (place["lon"] is None):
            if not place.faulty:
                material.error(place, "lat" if place["lat"] is None else "lon", "half-point")
            place.values["lat"] = place.values["lon"] = None
    for translation in material.entries["translations"]:
        if translation["entity"] != "case" and translation["id"] is None:
            _refuse(material, translation, "entity-without-id", str(translation["entity"]))
    _check_repeated(material)
    _check_origins(material)
    _check_cited(material)


def _check_claim(material: Material, claim: Entry) -> None:
    figure = Figure(claim["low"], claim["best"], claim["high"], claim["qualifier"])
    _check_kind(material, claim, figure)
    if figure.out_of_order:
        stated = [str(number) for number in (figure.low, figure.best, figure.high) if number is not None]
        parts = (" > ".join(stated),)
        material.problems.append(Problem(claim.file, claim.line, "as-stated", "out-of-order", "low", parts))
    if not claim["passages"]:
        material.warn(claim, "passages", "claim-without-passage")


def _check_kind(material: Material, claim: Entry, figure: Figure) -> None:
    """A figure has a number or a word for one, any other claim a text."""
    if claim["kind"] == "figure":
        if not figure.numbers and figure.qualifier not in WORDS_FOR_NUMBERS:
            _refuse(material, claim, "figure-without-number", ", ".join(sorted(WORDS_FOR_NUMBERS)))
    elif claim["kind"] and not claim["text"]:
        _refuse(material, claim, "statement-without-text", str(claim["kind"]))


def _refuse(material: Material, entry: Entry, code: str, *parts: str) -> None:
    """Say so, unless it only follows from a cell that was refused; a draft does without it either way."""
    if entry.faulty:
        entry.unfit = True
    else:
        material.error(entry, "", code, *parts)


def _check_repeated(material: Material) -> None:
    """What may stand once only: a step's place in its list, a translation, a passage of an event."""
    keys = {
        "storyboard_items": ("storyboard", "seq"),
        "translations": ("entity", "id", "field", "lang"),
        "event_passages": ("event", "passage"),
    }
    for name, columns in keys.items():
        first: dict[tuple[object, ...], Entry] = {}
        for entry in material.entries[name]:
            other = first.setdefault(tuple(entry[column] for column in columns), entry)
            if other is not entry:
                material.error(entry, "", "twice", ", ".join(columns), f"{other.file}:{other.line}")


def _check_origins(material: Material) -> None:
    """An event all of whose claims go back to one origin, reprints not counted."""
    origins: dict[str, set[str]] = {}
    for claim in material.entries["claims"]:
        if claim["event"] and claim["source"]:
            origins.setdefault(claim["event"], set()).add(origin(material, claim["source"]))
    for key, found in origins.items():
        event = material.find(("events",), key)
        if event and len(found) == 1:
            material.warn(event, "", "single-origin", key, *found)


def origin(material: Material, source: str) -> str:
    """The source whose text this one is, reprints followed back."""
    seen = {source}
    entry = material.find(("sources",), source)
    while entry and entry["reprint_of"] and entry["reprint_of"] not in seen:
        seen.add(entry["reprint_of"])
        entry = material.find(("sources",), entry["reprint_of"])
    return str(entry.key) if entry else source


def _check_cited(material: Material) -> None:
    """A source to which nothing but its own documents leads."""
    cited: set[str] = set()
    for entry in material.all():
        if entry.sheet.name != "documents":
            for column in entry.sheet.columns:
                if column.to == ("sources",):
                    cited.update(str(found.key) for found in material.leads_to(entry, column))
    for source in material.entries["sources"]:
        if source.key and source.key not in cited:
            material.warn(source, "", "uncited-source", source.key)
