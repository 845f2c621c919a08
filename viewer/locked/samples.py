"""One tiny document of each format, made here: decoding them loads every library before the lock falls."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from viewer.locked.messages import (
    FindHidden,
    FindWords,
    OpenPdf,
    OpenPicture,
    ReadPage,
    ReadPages,
    ReadText,
    RenderPage,
    RenderPicture,
    RenderSvg,
    Request,
    Sniff,
)
from viewer.locked.pictures import FORMATS

KEY = "sample"
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="2"/><text>a</text></svg>'
_HTML = "<meta charset='utf-8'><!-- a --><p>a <b>b</b> &amp; \u0627<table><tr><td>c</table>".encode()
_MARKDOWN = b"# a\n\n- *b* [c](https://example.org) `d`\n\n| e | f |\n|---|---|\n| g | h |\n\n1. i\n\n> j\n"


def samples() -> Iterator[tuple[bytes, tuple[Request, ...]]]:
    """A document and what to ask about it."""
    yield (
        _pdf(),
        (
            OpenPdf(KEY), RenderPage(KEY, 0, 40), ReadPage(KEY, 0), ReadPages(KEY), FindWords(KEY, "Sample"),
            FindHidden(KEY), Sniff(KEY),
        ),
    )  # fmt: skip
    for name in FORMATS:
        yield _picture(name), (OpenPicture(KEY), RenderPicture(KEY, 3), FindHidden(KEY), Sniff(KEY))
    for compression in ("tiff_lzw", "tiff_adobe_deflate", "group4", "packbits", "jpeg"):
        yield _scan(compression), (RenderPicture(KEY, 3),)
    yield _SVG, (RenderSvg(KEY, 4), FindHidden(KEY), Sniff(KEY))
    yield _HTML, (ReadText(KEY, "text/html"), FindHidden(KEY), Sniff(KEY))
    yield _MARKDOWN, (ReadText(KEY, "text/markdown"), ReadText(KEY, "text/plain"), Sniff(KEY))


def _picture(name: str) -> bytes:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "a"
    Image.new("RGB", (8, 8), (200, 100, 50)).save(held, name, exif=exif)
    return held.getvalue()


def _scan(compression: str) -> bytes:
    held = io.BytesIO()
    mode = "1" if compression == "group4" else "RGB"
    Image.new(mode, (8, 8)).save(held, "TIFF", compression=compression)
    return held.getvalue()


def _pdf() -> bytes:
    """One page, one word in a font that is not embedded."""
    drawn = b"BT /F 12 Tf 10 20 Td (Sample text) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 50]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    opening = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    closing = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + opening + table + closing
