"""Numbers packed into the index: least significant byte first, whatever the machine."""

from __future__ import annotations

import sys
from array import array

from viewer.binding.typed import Any


def pack(numbers: array[Any]) -> bytes:
    """The bytes of these numbers, which may be turned round by that: hand over a copy of what is kept."""
    return _turned(numbers).tobytes()


def unpack(code: str, packed: bytes) -> array[Any]:
    """The numbers, of the kind that `array` calls by this letter."""
    numbers: array[Any] = array(code)
    numbers.frombytes(packed)
    return _turned(numbers)


def _turned(numbers: array[Any]) -> array[Any]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
