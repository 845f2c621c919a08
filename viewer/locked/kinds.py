"""Which kind of document bytes are, by what they contain; the name of a file is never asked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from viewer.locked.messages import Kind

UNKNOWN = "application/octet-stream"
SHOWN = {
    "application/pdf", "image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp", "image/bmp",
    "image/svg+xml", "text/html", "text/plain",
}  # fmt: skip
_BEGINNINGS = (
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"II[*+]\0|MM\0[*+]", "image/tiff"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"RIFF....WEBP", "image/webp"),
    (rb"BM.{4}\0\0\0\0", "image/bmp"),
    (rb"RIFF....WAVE", "audio/wav"),
    (rb"RIFF....AVI ", "video/x-msvideo"),
    (rb"OggS", "application/ogg"),
    (rb"fLaC", "audio/flac"),
    (rb"ID3|\xff[\xfb\xf3\xf2]", "audio/mpeg"),
    (rb"\x1aE\xdf\xa3", "video/x-matroska"),
    (rb"....ftyp(?:M4A|M4B)", "audio/mp4"),
    (rb"....ftyp(?:qt  )", "video/quicktime"),
    (rb"....ftyp(?:heic|heix|mif1|hevc)", "image/heic"),
    (rb"....ftypavif", "image/avif"),
    (rb"....ftyp", "video/mp4"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (rb"SQLite format 3\0", "application/vnd.sqlite3"),
    (rb"\{\\rtf", "application/rtf"),
)
_IN_ARCHIVES = (
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}\Z")
_SVG = re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]", re.DOTALL)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 64 << 10  # bytes from the beginning


def kind_of(content: bytes) -> Kind:
    """The media type of a whole document."""
    found = _media_type(content)
    return Kind(found, found in SHOWN)


def _media_type(content: bytes) -> str:
    for beginning, media_type in _BEGINNINGS:
        if re.match(beginning, content, re.DOTALL):
            return media_type
    if b"%PDF-" in content[:1024]:
        return "application/pdf"
    if content.startswith(b"PK\x03\x04"):
        return _in_archive(content)
    return _of_text(content[:_LOOKED_AT])


def _in_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            told = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, LookupError, EOFError, NotImplementedError):
        return "application/zip"
    if _OPEN_DOCUMENT.match(told):
        return told.decode("ascii")
    return next((media_type for name, media_type in _IN_ARCHIVES if name in names), "application/zip")


def _of_text(beginning: bytes) -> str:
    plain = beginning.removeprefix(b"\xef\xbb\xbf")
    if _SVG.match(plain):
        return "image/svg+xml"
    if _HTML.search(plain[:4096]) and not _CONTROL.search(plain[:4096]):
        return "text/html"
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(plain) < _LOOKED_AT or error.start < len(plain) - 3:  # else only the cut went through a sign
            return UNKNOWN
        text = plain[: error.start].decode("utf-8")
    return UNKNOWN if not text or _CONTROL.search(plain) else "text/plain"
