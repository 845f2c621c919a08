"""Documents made on the spot: small PDFs written by hand, bombs, and PDFs with Arabic drawn by Qt."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj %b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    opening = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    closing = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + opening + table + closing


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def pages_of(drawings: Sequence[bytes], box: bytes = b"0 0 200 100", more: bytes = b"") -> bytes:
    """A PDF with one page for each content stream; /F is a Latin font that is not embedded."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(drawings)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(drawings)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, drawing in enumerate(drawings):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>%b>>"
            % (box, first + 2 * number + 1, more)
        )
        objects.append(stream(drawing))
    return pdf_of(objects)


def line(text: str, left: int = 20, bottom: int = 50, size: int = 10) -> bytes:
    """A content stream with one line of Latin text."""
    return b"BT /F %d Tf %d %d Td (%b) Tj ET\n" % (size, left, bottom, text.encode("latin-1"))


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims this size and has next to no pixels."""

    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * 100)) + part(b"IEND", b"")
    )


def gif_header(width: int, height: int) -> bytes:
    """A GIF that claims this size."""
    size = struct.pack("<HH", width, height)
    return b"GIF89a" + size + b"\x80\0\0\0\0\0\xff\xff\xff," + b"\0\0\0\0" + size + b"\0\x02\x02D\x01\0;"


def tiff_header(width: int, height: int) -> bytes:
    """A TIFF that claims this size and has one strip of four bytes."""
    entries = [
        (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
        (278, 4, height), (279, 4, 4),
    ]  # fmt: skip
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", 12) + b"\0" * 4 + struct.pack("<H", len(entries)) + table + b"\0" * 4


def drawn_by_qt(path: Path, lines: Sequence[str], font: str = "Vazirmatn", size: int = 16) -> bytes:
    """A PDF with a line of text each 40 points, right-to-left lines set to the right; needs an application."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.setFont(QFont(font, size))
    for number, text in enumerate(lines):
        painter.drawText(QRectF(20, 20 + 40 * number, 500, 40), Qt.AlignmentFlag.AlignLeading, text)
    painter.end()
    return path.read_bytes()
