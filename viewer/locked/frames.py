"""How a message looks on the pipe: a mark, two lengths, a packed record, raw bytes; lengths are checked first."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_HEADER = struct.Struct(">4sIQ")
_MARK = b"EVL1"
HEADER_SIZE = _HEADER.size


class BadFrame(Exception):
    """What came is no message, or longer than allowed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes of a record and of a payload that one side accepts."""

    record: int
    payload: int


def header(record: bytes, payload: bytes) -> bytes:
    """The opening of a message."""
    return _HEADER.pack(_MARK, len(record), len(payload))


def lengths(opening: bytes, limits: Limits) -> tuple[int, int]:
    """Lengths of the record and the payload that follow. Raises BadFrame."""
    mark, record, payload = _HEADER.unpack(opening)
    if mark != _MARK:
        raise BadFrame("no mark")
    if record > limits.record or payload > limits.payload:
        raise BadFrame(f"too long: {record} and {payload} bytes")
    return record, payload
