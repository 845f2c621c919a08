"""The documents of a folder: their files, hashes, kinds and texts, and what they tell that they do not show."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from viewer.builder.entries import Entry, Held, Material
from viewer.builder.inside import Inside, NotRead
from viewer.builder.reading import text_of
from viewer.case.problem import Problem
from viewer.locked.messages import Hidden

MEDIA_TYPES = {
    ".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain", ".html": "text/html", ".htm":
    "text/html", ".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
    ".tif": "image/tiff", ".tiff": "image/tiff", ".webp": "image/webp", ".gif": "image/gif", ".bmp": "image/bmp",
    ".svg": "image/svg+xml", ".mp4": "video/mp4", ".mov": "video/quicktime", ".mp3": "audio/mpeg",
    ".wav": "audio/wav", ".ogg": "audio/ogg", ".m4a": "audio/mp4", ".csv": "text/csv", ".vtt": "text/vtt",
    ".eml": "message/rfc822", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
UNKNOWN_TYPE = "application/octet-stream"
WITH_OFFSETS = ("text/markdown", "text/plain")
# What only says how the content is wrapped: the author, or the ending of the name, may say more.
_VAGUE = (
    UNKNOWN_TYPE, "text/plain", "application/zip", "application/ogg", "application/x-ole-storage", "video/mp4",
    "video/x-matroska",
)  # fmt: skip
_TOLD: dict[str, tuple[str, ...]] = {
    "hidden-position": ("position",),
    "hidden-person": ("person",),
    "hidden-device": ("device",),
    "hidden-edits": ("earlier-version", "note"),
    "hidden-parts": ("attachment", "preview"),
}


def check_documents(material: Material, inside: Inside) -> Iterator[None]:
    """Find, hash and look into every document's file; one step a document."""
    for entry in material.entries["documents"]:
        if entry["file"] and entry["original_at"]:
            material.error(entry, "original_at", "two-places", entry["file"])
        if entry["file"]:
            _hold(material, entry, inside)
        elif entry["original_at"]:
            ending = PurePosixPath(entry["original_at"]).suffix.lower()
            entry.values["media_type"] = entry["media_type"] or MEDIA_TYPES.get(ending, UNKNOWN_TYPE)
        else:
            material.error(entry, "", "no-place")
        if entry["derived_from"] and not entry["derivation"]:
            material.error(entry, "derived_from", "no-derivation")
        yield
    _look_for_unused(material)


def _hold(material: Material, entry: Entry, inside: Inside) -> None:
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
    held = _read(material, entry, place, inside)
    for column, found in (("sha256", held.sha256), ("byte_size", held.byte_size), ("pages", held.pages)):
        if found is not None and entry[column] not in (None, found):
            material.error(entry, column, "other-file", str(entry[column]), str(found))
        entry.values[column] = entry[column] if found is None else found
    entry.values["media_type"] = held.media_type
    entry.values["original_name"] = entry["original_name"] or PurePosixPath(entry["file"]).name
    material.held[str(entry.key)] = held


def _lies_in(folder: Path, place: Path, name: str) -> bool:
    return "\\" not in name and ":" not in name and place.resolve().is_relative_to(folder.resolve())


def _read(material: Material, entry: Entry, place: Path, inside: Inside) -> Held:
    with place.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    ending = place.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,8}", place.suffix.lower()) else ""
    name, size = f"documents/{entry.key}{ending}", place.stat().st_size
    media_type = entry["media_type"] or MEDIA_TYPES.get(place.suffix.lower(), UNKNOWN_TYPE)
    if media_type in WITH_OFFSETS:
        return Held(place, name, digest, size, media_type, text_of(material, place))
    key = str(entry.key)
    inside.keep(key, place.read_bytes)
    try:
        media_type = _kind(material, entry, place, inside.kind(key))
        text = text_of(material, place) if media_type in WITH_OFFSETS else None
        if media_type == "text/html":
            text = inside.web_text(key)
        pages = inside.pages(key, media_type)
        facts = inside.hidden(key)
        if pages is not None and media_type != "application/pdf":  # the leaves of a picture are no previews
            facts = tuple(fact for fact in facts if fact.kind != "preview")
        _tell_hidden(material, entry, facts)
    except NotRead as refused:
        material.warn(entry, "file", "document-not-read", _file(entry), refused.code)
        return Held(place, name, digest, size, media_type, None, unread=refused.code)
    return Held(place, name, digest, size, media_type, text, pages)


def _kind(material: Material, entry: Entry, place: Path, found: str) -> str:
    """The kind by content, which overrules the name; where it is vague, the more exact word of the two."""
    stated = entry["media_type"] or MEDIA_TYPES.get(place.suffix.lower(), "")
    if found == UNKNOWN_TYPE and not stated:
        material.warn(entry, "file", "unknown-kind", _file(entry))
    if found in _VAGUE:
        return stated or found
    if stated and stated != found:
        material.warn(entry, "media_type" if entry["media_type"] else "file", "other-kind", _file(entry), found)
    return found


def _tell_hidden(material: Material, entry: Entry, facts: tuple[Hidden, ...]) -> None:
    """What a reader of the file can find out about who made it, where and with what: one warning a sort."""
    for code, kinds in _TOLD.items():
        told = [f"{fact.name}: {fact.value}" for fact in facts if fact.kind in kinds]
        if told:
            rest = [f"+{len(told) - 4}"] if len(told) > 4 else []
            material.warn(
                entry, "file", code, _file(entry), "; ".join([*(_cut(each) for each in told[:4]), *rest])
            )


def _cut(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77]}…"


def _file(entry: Entry) -> str:
    return f"documents/{entry['file']}"


def _look_for_unused(material: Material) -> None:
    folder = material.root / "documents"
    used = {held.place.resolve() for held in material.held.values()}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.resolve() not in used and not path.name.startswith((".", "~$")):
            name = path.relative_to(material.root).as_posix()
            material.problems.append(Problem(name, 0, "warning", "unused-file"))
