"""The first hundred bytes of a sent database, read without SQLite: what is not exactly so goes no further."""

from __future__ import annotations

import struct

from viewer.case import store
from viewer.case.errors import Damaged, NotACase, TooNew

SIZE = 100
MAGIC = b"SQLite format 3\0"
_HEADER = struct.Struct(">16sH6B12I20sII")


def check_header(content: bytes, name: str) -> None:
    """name: of the file, for what is said about it. Raises NotACase, TooNew, Damaged."""
    if len(content) < SIZE or not content.startswith(MAGIC):
        raise NotACase("not-a-database", name)
    (
        _magic, page, write_version, read_version, reserved, most, least, leaf, _changes, pages, _free, _frees,
        _cookie, schema_format, _cache, _root, encoding, version, vacuum, application, zeros, _valid, _library,
    ) = _HEADER.unpack_from(content)  # fmt: skip
    if application != store.APPLICATION_ID or version < 1:
        raise NotACase("not-our-database", name)
    if version > store.FORMAT:
        raise TooNew("case-too-new", name, str(version))
    if (write_version, read_version) != (1, 1):
        raise Damaged("database-unsettled", name)
    page = 65536 if page == 1 else page
    if page < 512 or page & (page - 1):
        raise Damaged("odd-header", name, f"page size {page}")
    if pages * page != len(content):
        raise Damaged("database-cut", name, f"{len(content)} / {pages * page}")
    for what, found, expected in (
        ("reserved bytes", reserved, 0),
        ("payload fractions", (most, least, leaf), (64, 32, 32)),
        ("schema format", schema_format, 4),
        ("text encoding", encoding, 1),
        ("incremental vacuum", vacuum, 0),
        ("unused bytes", zeros, bytes(20)),
    ):
        if found != expected:
            raise Damaged("odd-header", name, what)
