"""What a document tells that its pages do not show: people, places, devices, times, earlier versions."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

from PIL import ExifTags, Image

from viewer.locked import pictures
from viewer.locked.kinds import kind_of
from viewer.locked.messages import Hidden, HiddenFacts
from viewer.locked.pdf import open_pdf
from viewer.locked.shelf import Held

_Sort = Literal[
    "position", "person", "device", "software", "time", "words", "earlier-version", "attachment", "preview",
    "note", "other",
]  # fmt: skip
_MOST = 500
_LARGEST_PART = 4 << 20  # bytes of a member of an archive
_EXIF: dict[int, _Sort] = {
    0x010E: "words", 0x010F: "device", 0x0110: "device", 0x0131: "software", 0x0132: "time", 0x013B: "person",
    0x8298: "person", 0x9003: "time", 0x9004: "time", 0x9286: "words", 0xA430: "person", 0xA431: "device",
    0xA433: "device", 0xA434: "device", 0xA435: "device", 0x9C9B: "words", 0x9C9C: "words", 0x9C9D: "person",
}  # fmt: skip
_PDF: dict[str, _Sort] = {
    "Author": "person", "Title": "words", "Subject": "words", "Keywords": "words", "Creator": "software",
    "Producer": "software", "CreationDate": "time", "ModDate": "time",
}  # fmt: skip
_PDF_MARKS = {
    "JavaScript": re.compile(rb"/JavaScript\b"),
    "XFA": re.compile(rb"/XFA\b"),
    "notes": re.compile(
        rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Stamp|Redact)\b"
    ),
}
_OFFICE: dict[str, _Sort] = {
    "creator": "person", "lastModifiedBy": "person", "initial-creator": "person", "created": "time",
    "modified": "time", "creation-date": "time", "date": "time", "title": "words", "subject": "words",
    "description": "words", "keywords": "words", "Application": "software", "generator": "software",
    "Company": "person", "Manager": "person", "revision": "earlier-version",
}  # fmt: skip
_OFFICE_PARTS = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w-]+)(?:\s[^<>]*)?>([^<>]{1,2000})</")
_META = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(name|content)\s*=\s*["']([^"']{0,500})["']""", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.{1,2000}?)-->", re.DOTALL)
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f]+")


def find_hidden(held: Held) -> HiddenFacts:
    """Everything we know how to look for. Raises Refusal."""
    media_type = kind_of(held.content).media_type
    if media_type == "application/pdf":
        found = _of_pdf(held)
    elif media_type.startswith("image/") and media_type != "image/svg+xml":
        found = _of_picture(held)
    elif media_type in ("text/html", "image/svg+xml"):
        found = _of_markup(held.content[:_LARGEST_PART].decode("utf-8", errors="replace"))
    elif held.content.startswith(b"PK\x03\x04"):
        found = _of_archive(held)
    else:
        found = iter(())
    return HiddenFacts(list(islice(found, _MOST)))


def _fact(kind: _Sort, name: object, value: object) -> Hidden:
    text = value.decode("utf-8", errors="replace") if isinstance(value, bytes) else str(value)
    return Hidden(kind, _printed(str(name))[:100], _printed(text)[:500])


def _printed(text: str) -> str:
    return _UNPRINTED.sub(" ", text).strip()


def _of_pdf(held: Held) -> Iterator[Hidden]:
    document = open_pdf(held)
    for name, value in document.get_metadata_dict(skip_empty=True).items():
        yield _fact(_PDF.get(name, "other"), name, value)
    for number in range(min(document.count_attachments(), 50)):
        yield _fact("attachment", number + 1, document.get_attachment(number).get_name())
    ends = held.content.count(b"%%EOF")
    if ends > 1 and b"/Linearized" not in held.content[:2048]:
        yield _fact("earlier-version", "%%EOF", ends)
    for name, mark in _PDF_MARKS.items():
        if count := len(mark.findall(held.content)):
            yield _fact("note" if name == "notes" else "other", name, count)
    if b"<x:xmpmeta" in held.content:
        yield from _of_xmp(held.content[held.content.index(b"<x:xmpmeta") :][:_LARGEST_PART])


def _of_picture(held: Held) -> Iterator[Hidden]:
    with pictures.opened(held) as image:
        if image.format == "PNG" and pictures.is_within_bounds(image):
            image.load()  # words may stand behind the pixels
        yield from _of_exif(image)
        for name, value in image.info.items():
            if name in ("xmp", "XML:com.adobe.xmp"):
                yield from _of_xmp(value.encode() if isinstance(value, str) else value)
            elif name == "photoshop":
                yield _fact("other", "IPTC", f"{len(value)}")
            elif name == "comment" or (isinstance(value, str) and isinstance(name, str)):
                yield _fact("words", name, value)


def _of_exif(image: Image.Image) -> Iterator[Hidden]:
    try:
        data = pictures.exif_of(image)
        parts = [dict(data), data.get_ifd(ExifTags.IFD.Exif)]
        position, preview = data.get_ifd(ExifTags.IFD.GPSInfo), data.get_ifd(ExifTags.IFD.IFD1)
    except (SyntaxError, OSError, ValueError, LookupError, TypeError, struct.error) as error:
        yield _fact("other", "EXIF", type(error).__name__)
        return
    for part in parts:
        for tag, value in part.items():
            if tag in _EXIF and value:
                yield _fact(_EXIF[tag], ExifTags.TAGS.get(tag, tag), value)
    for tag, value in position.items():
        yield _fact("position", ExifTags.GPSTAGS.get(tag, tag), value)
    if preview:
        yield _fact("preview", "EXIF", len(preview))


def _of_xmp(content: bytes) -> Iterator[Hidden]:
    yield _fact("other", "XMP", len(content))
    yield from _elements(content)


def _elements(content: bytes) -> Iterator[Hidden]:
    for found in islice(_ELEMENT.finditer(content.decode("utf-8", errors="replace")), _MOST):
        if found[1] in _OFFICE and found[2].strip():
            yield _fact(_OFFICE[found[1]], found[1], found[2])


def _of_markup(text: str) -> Iterator[Hidden]:
    for found in islice(_META.finditer(text), 100):
        told = {name.lower(): value for name, value in _ATTRIBUTE.findall(found[0])}
        if told.get("name") and told.get("content"):
            kind = _META_KINDS.get(told["name"].lower(), "other")
            yield _fact(kind, told["name"], told["content"])
    for found in islice(_COMMENT.finditer(text), 100):
        yield _fact("note", "comment", found[1])


_META_KINDS: dict[str, _Sort] = {
    "author": "person", "generator": "software", "date": "time", "description": "words",
    "geo.position": "position", "icbm": "position",
}  # fmt: skip


def _of_archive(held: Held) -> Iterator[Hidden]:
    """Of an office document."""
    try:
        with zipfile.ZipFile(io.BytesIO(held.content)) as archive:
            names = set(archive.namelist())
            parts = {name: _part(archive, name) for name in _wanted(names)}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, LookupError, EOFError, NotImplementedError):
        return
    for name in _OFFICE_PARTS:
        yield from _elements(parts.get(name, b""))
    body = parts.get("word/document.xml", b"") + parts.get("content.xml", b"")
    changes = sum(body.count(mark) for mark in (b"<w:ins ", b"<w:del ", b"<text:changed-region"))
    if changes:
        yield _fact("earlier-version", "changes", changes)
    if "word/comments.xml" in names:
        yield _fact("note", "comments", "word/comments.xml")
    for name in sorted(names):
        if "/embeddings/" in name or name.startswith("Thumbnails/"):
            yield _fact("preview" if name.startswith("Thumb") else "attachment", "file", name)


def _wanted(names: Iterable[str]) -> list[str]:
    return [name for name in names if name in (*_OFFICE_PARTS, "word/document.xml", "content.xml")]


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(_LARGEST_PART)
