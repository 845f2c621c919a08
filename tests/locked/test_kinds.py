"""A document's kind is told by what it contains."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.locked.specimens import line, pages_of
from viewer.locked.kinds import kind_of
from viewer.locked.messages import Kind


def archive(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "media_type", "shown"),
    [
        (pages_of([line("a")]), "application/pdf", True),
        (b"junk before\n" + pages_of([line("a")]), "application/pdf", True),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", True),
        (b"<?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg >", "image/svg+xml", True),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>a", "text/html", True),
        (b"Plain words about <b>nothing</b>.", "text/plain", True),
        ("\u0634\u0627\u0647\u062f".encode() * 40_000, "text/plain", True),
        (b"", "application/octet-stream", False),
        (b"\0\1\2", "application/octet-stream", False),
        ("\u00e9".encode("cp1252"), "application/octet-stream", False),
        (archive(word__document_xml=b"<w/>"), WORD, False),
        (archive(mimetype=OPEN_TEXT.encode()), OPEN_TEXT, False),
        (archive(mimetype=b"text/html"), "application/zip", False),
        (archive(a=b"a"), "application/zip", False),
        (b"PK\x03\x04 cut", "application/zip", False),
        (b"\0\0\0\x18ftypisom", "video/mp4", False),
        (b"RIFF\0\0\0\0WAVE", "audio/wav", False),
        (b"SQLite format 3\0", "application/vnd.sqlite3", False),
    ],
)
def test_by_content(content: bytes, media_type: str, shown: bool) -> None:
    assert kind_of(content) == Kind(media_type, shown)


@pytest.mark.parametrize("name", ["PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"])
def test_each_format_of_pictures(name: str) -> None:
    held = io.BytesIO()
    Image.new("RGB", (4, 4)).save(held, name)
    assert kind_of(held.getvalue()) == Kind(f"image/{name.lower()}", True)
