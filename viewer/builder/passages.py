"""Every passage is looked for in its document; what is not where it should be is a problem, never a guess."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from viewer.builder.entries import Entry, Held, Material
from viewer.builder.inside import Inside, NotRead
from viewer.builder.standing import Stand, in_pdf, in_text
from viewer.index.ask.health import Anchor, Standing

_LEFT_OUT = re.compile(r"\[(?:…|\.\.\.)\]")
_POINTS = ("exact", "start", "page", "t_start", "xywh")
_OF_TIME = ("t_start", "t_end")
_ANCHORS = ("exact", "prefix", "suffix", "start", "end", "page", "rects", "xywh", "t_start", "t_end")


def check_passages(material: Material, inside: Inside) -> Iterator[None]:
    """Every passage in its document, then every quotation in its passage; one step a passage."""
    for entry in material.entries["passages"]:
        _check_ranges(material, entry)
        held = material.held.get(entry["document"] or "")
        document = material.find(("documents",), entry["document"] or "")
        if document:
            _check_fitting(material, entry, document)
        state = _anchor(material, entry, held, inside) if held else "not-held"
        if entry["expect"] and state != entry["expect"]:
            material.error(entry, "expect", "not-as-expected", entry["expect"], state)
        if document:
            material.standings[str(entry.key)] = state
        _check_words(material, entry)
        yield
    for entry in material.entries["quotes"]:
        _check_quote(material, entry)


def _check_ranges(material: Material, entry: Entry) -> None:
    if (entry["start"] is None) != (entry["end"] is None):
        material.error(entry, "end" if entry["end"] is None else "start", "half-range")
        _forget_range(entry)
    if entry["start"] is not None and entry["end"] < entry["start"]:
        material.error(entry, "end", "ends-before", str(entry["start"]), str(entry["end"]))
        _forget_range(entry)
    if entry["t_start"] is not None and entry["t_end"] is not None and entry["t_end"] < entry["t_start"]:
        material.error(entry, "t_end", "ends-before", str(entry["t_start"]), str(entry["t_end"]))


def _forget_range(entry: Entry) -> None:
    entry.values["start"] = entry.values["end"] = None


def _check_fitting(material: Material, entry: Entry, document: Entry) -> None:
    """Boxes belong to pages, a part of a picture to pictures; pages and seconds lie within the document."""
    media_type = str(document["media_type"] or "")
    if entry["rects"] and entry["page"] is None:
        material.error(entry, "rects", "boxes-without-page")
    if entry["rects"] and media_type.startswith("image/") and not document["pages"]:
        material.error(entry, "rects", "boxes-on-picture")
    if entry["xywh"] and media_type == "application/pdf":
        material.error(entry, "xywh", "part-of-page")
    if entry["start"] is not None and media_type == "application/pdf" and document["file"]:
        material.error(entry, "start", "no-offsets")
        _forget_range(entry)
    if entry["page"] is not None and (entry["page"] < 1 or entry["page"] > (document["pages"] or entry["page"])):
        material.error(entry, "page", "no-such-page", str(entry["page"]), str(document["pages"] or ""))
    for column in _OF_TIME:
        length = _duration(material, document)
        if entry[column] is not None and length is not None and entry[column] > length:
            material.error(entry, column, "beyond-duration", str(entry[column]), str(length))


def _duration(material: Material, document: Entry) -> float | None:
    """In seconds; a transcript is as long as what it was made from."""
    original = material.find(("documents",), document["derived_from"] or "")
    stated = [one["duration_s"] for one in (document, original) if one and one["duration_s"] is not None]
    return float(stated[0]) if stated else None


def _check_words(material: Material, entry: Entry) -> None:
    if all(entry[column] is None for column in _POINTS):
        if entry.faulty:
            entry.unfit = True  # said already
        else:
            material.error(entry, "", "points-nowhere")
    if entry["exact"] and entry["sha256"]:
        found = hashlib.sha256(entry["exact"].encode()).hexdigest()
        if found != entry["sha256"]:
            material.error(entry, "sha256", "other-words", entry["sha256"], found)


# Where the words stand


def _anchor(material: Material, entry: Entry, held: Held, inside: Inside) -> Standing:
    if held.text is not None:
        return _anchor_in_text(material, entry, held, held.text)
    if held.unread and entry["exact"]:
        material.warn(entry, "exact", "passage-not-checked", _name(material, held), held.unread)
        return "unchecked"
    if held.media_type == "application/pdf" and held.pages:
        return _anchor_in_pdf(material, entry, held, inside)
    return "placed"


def _anchor_in_text(material: Material, entry: Entry, held: Held, text: str) -> Standing:
    """Find the words in the document's text; where only the range is given, take the words from it."""
    start, end = entry["start"], entry["end"]
    if not entry["exact"]:
        if end is not None and end > len(text):
            material.error(entry, "end", "beyond-end", str(end), str(len(text)))
            _forget_range(entry)
        elif start is not None:
            entry.values["exact"] = text[start:end]
            return "exact"
        return "placed"
    stand = in_text(_anchor_of(entry), text)
    name = _name(material, held)
    if _is_meant(material, entry, stand, name):
        return stand.state
    entry.values["start"], entry.values["end"] = stand.start, stand.end
    if stand.state == "missing":
        material.note(entry, "exact", "passage-not-found", name, _short(entry["exact"]))
    elif stand.state == "ambiguous":
        material.note(entry, "exact", "passage-often", name, str(stand.count), _short(entry["exact"]))
    elif stand.state == "moved":
        parts = (f"{start}-{end}", f"{stand.start}-{stand.end}")
        material.note(entry, "start", "passage-elsewhere", *parts)
    return stand.state


def _anchor_in_pdf(material: Material, entry: Entry, held: Held, inside: Inside) -> Standing:
    name = _name(material, held)
    try:
        stand = in_pdf(_anchor_of(entry), str(entry["document"]), held.pages or 1, inside)
    except NotRead as refused:
        material.warn(entry, "exact", "passage-not-checked", name, refused.code)
        return "unchecked"
    if _is_meant(material, entry, stand, name):
        return stand.state
    if stand.state == "exact":
        entry.values["page"], entry.values["rects"] = stand.page, stand.rects
    elif stand.state == "ambiguous":
        material.note(entry, "exact", "passage-often", name, str(stand.count), _short(entry["exact"]))
    elif stand.state in ("missing", "moved"):
        page = str(entry["page"] or "")
        parts = (name, page, stand.part, _short(entry["exact"]))
        code = f"passage-{stand.cause}" if stand.cause else "passage-not-found"
        material.note(entry, "exact", code, *(parts if stand.cause else (name, parts[-1])))
    return stand.state


def _is_meant(material: Material, entry: Entry, stand: Stand, name: str) -> bool:
    """The author knows that the words have moved or are missing: the passage stays as it is given."""
    if entry["expect"] != stand.state:
        return False
    material.warn(entry, "expect", f"expected-{stand.state}", name, _short(entry["exact"]))
    return True


def _anchor_of(entry: Entry) -> Anchor:
    return Anchor(**{column: entry[column] for column in _ANCHORS})


def _name(material: Material, held: Held) -> str:
    return held.place.relative_to(material.root).as_posix()


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57]}…"


# Quotations


def _check_quote(material: Material, entry: Entry) -> None:
    """Every piece of the words stands in the passage, in order; line breaks count as spaces."""
    passage = material.find(("passages",), entry["passage"] or "")
    if not passage or not passage["exact"] or not entry["text"] or entry["directness"] == "translated":
        return
    whole = " ".join(passage["exact"].split())
    place = 0
    for piece in _LEFT_OUT.split(entry["text"]):
        words = " ".join(piece.split())
        place = whole.find(words, place)
        if place < 0:
            material.error(entry, "text", "not-verbatim", str(passage.key), _short(words))
            return
        place += len(words)
