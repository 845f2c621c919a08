"""The documents of a folder: their files, hashes and texts, and where passages and quotations stand in them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

from viewer.builder.entries import Entry, Held, Material
from viewer.builder.reading import text_of
from viewer.case.anchor import find
from viewer.case.problem import Problem

MEDIA_TYPES = {
    ".md": "text/markdown", ".txt": "text/plain", ".html": "text/html", ".pdf": "application/pdf",
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".tif": "image/tiff", ".webp": "image/webp",
    ".mp4": "video/mp4", ".mp3": "audio/mpeg", ".wav": "audio/wav", ".docx":
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
UNKNOWN_TYPE = "application/octet-stream"
WITH_OFFSETS = ("text/markdown", "text/plain")
_LEFT_OUT = re.compile(r"\[(?:…|\.\.\.)\]")


def check_documents(material: Material) -> None:
    """Find and hash every document's file, then every passage in it, then every quotation in its passage."""
    for entry in material.entries["documents"]:
        if entry["file"] and entry["original_at"]:
            material.error(entry, "original_at", "two-places", entry["file"])
        if entry["file"]:
            _hold(material, entry)
        elif entry["original_at"]:
            ending = PurePosixPath(entry["original_at"]).suffix.lower()
            entry.values["media_type"] = entry["media_type"] or MEDIA_TYPES.get(ending, UNKNOWN_TYPE)
        else:
            material.error(entry, "", "no-place")
        if entry["derived_from"] and not entry["derivation"]:
            material.error(entry, "derived_from", "no-derivation")
    _look_for_unused(material)
    for entry in material.entries["passages"]:
        _check_passage(material, entry)
    for entry in material.entries["quotes"]:
        _check_quote(material, entry)


def _hold(material: Material, entry: Entry) -> None:
    folder = material.root / "documents"
    place = folder / entry["file"]
    if not _lies_in(folder, place, entry["file"]):
        material.error(entry, "file", "outside", entry["file"])
        entry.unfit = True
        return
    if not place.is_file():
        material.error(entry, "file", "no-such-file", f"documents/{entry['file']}")
        entry.unfit = True
        return
    held = _read(material, entry, place)
    for column, found in (("sha256", held.sha256), ("byte_size", held.byte_size)):
        if entry[column] is not None and entry[column] != found:
            material.error(entry, column, "other-file", str(entry[column]), str(found))
        entry.values[column] = found
    entry.values["media_type"] = held.media_type
    entry.values["original_name"] = entry["original_name"] or PurePosixPath(entry["file"]).name
    material.held[str(entry.key)] = held


def _lies_in(folder: Path, place: Path, name: str) -> bool:
    return "\\" not in name and ":" not in name and place.resolve().is_relative_to(folder.resolve())


def _read(material: Material, entry: Entry, place: Path) -> Held:
    media_type = entry["media_type"] or MEDIA_TYPES.get(place.suffix.lower(), UNKNOWN_TYPE)
    text = text_of(material, place) if media_type in WITH_OFFSETS else None
    with place.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    ending = place.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,8}", place.suffix.lower()) else ""
    return Held(place, f"documents/{entry.key}{ending}", digest, place.stat().st_size, media_type, text)


def _look_for_unused(material: Material) -> None:
    folder = material.root / "documents"
    used = {held.place.resolve() for held in material.held.values()}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.resolve() not in used and not path.name.startswith((".", "~$")):
            name = path.relative_to(material.root).as_posix()
            material.problems.append(Problem(name, 0, "warning", "unused-file"))


# Passages


def _check_passage(material: Material, entry: Entry) -> None:
    if (entry["start"] is None) != (entry["end"] is None):
        material.error(entry, "end" if entry["end"] is None else "start", "half-range")
        _forget_range(entry)
    if entry["start"] is not None and entry["end"] < entry["start"]:
        material.error(entry, "end", "ends-before", str(entry["start"]), str(entry["end"]))
        _forget_range(entry)
    if entry["t_start"] is not None and entry["t_end"] is not None and entry["t_end"] < entry["t_start"]:
        material.error(entry, "t_end", "ends-before", str(entry["t_start"]), str(entry["t_end"]))
    held = material.held.get(entry["document"] or "")
    if held and held.text is not None:
        _anchor(material, entry, held, held.text)
    if all(entry[column] is None for column in ("exact", "start", "page", "t_start", "xywh")):
        if entry.faulty:
            entry.unfit = True  # said already
        else:
            material.error(entry, "", "points-nowhere")
    if entry["exact"] and entry["sha256"]:
        found = hashlib.sha256(entry["exact"].encode()).hexdigest()
        if found != entry["sha256"]:
            material.error(entry, "sha256", "other-words", entry["sha256"], found)


def _forget_range(entry: Entry) -> None:
    entry.values["start"] = entry.values["end"] = None


def _anchor(material: Material, entry: Entry, held: Held, text: str) -> None:
    """Find the words in the document's text; where only the range is given, take the words from it."""
    start, end = entry["start"], entry["end"]
    if not entry["exact"]:
        if end is not None and end > len(text):
            material.error(entry, "end", "beyond-end", str(end), str(len(text)))
            _forget_range(entry)
        elif start is not None:
            entry.values["exact"] = text[start:end]
        return
    found = find(text, entry["exact"], entry["prefix"] or "", entry["suffix"] or "", start)
    name = held.place.relative_to(material.root).as_posix()
    entry.values["start"], entry.values["end"] = found.start, found.end
    if found.state == "missing":
        material.note(entry, "exact", "passage-not-found", name, _short(entry["exact"]))
    elif found.state == "ambiguous":
        material.note(entry, "exact", "passage-often", name, str(found.count), _short(entry["exact"]))
    elif found.state == "moved" or (end is not None and end != found.end):
        parts = (f"{start}-{end}", f"{found.start}-{found.end}")
        material.note(entry, "start", "passage-elsewhere", *parts)


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
