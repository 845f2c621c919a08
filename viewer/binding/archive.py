"""The archive in which PySide carries its support modules, read without `zipfile` and the ten modules behind that.

The archive is part of shiboken6 itself, so it is not guarded against as a sent file would be: whatever is not as
expected in it is left to `zipfile`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from struct import Struct, error

from viewer.binding.typed import Any

# APPNOTE.TXT of PKWARE, 4.3.16, 4.3.12 and 4.3.7: as far as something of them is asked for here.
_END = Struct("<10xHLL2x")  # how many files; size and place of the list of them
_LISTED = Struct("<10xH4xLLLHHH8xL")  # method, checksum, sizes packed and whole, lengths, place
_HEAD = Struct("<26xHH")  # lengths of name and of what stands before the data
_STORED, _DEFLATED = 0, 8

Instead = Callable[[str], "str | None"]
"""By the name of a file: the text that stands in for it, if one does."""


class Archive:
    """What PySide's importer asks of `zipfile.ZipFile`. Raises ValueError for what is not as expected."""

    def __init__(self, file: BytesIO, instead: Instead) -> None:
        self._data = file.getvalue()
        self._instead = instead
        try:
            self.filelist = list(self._listed())
        except (error, UnicodeDecodeError) as wrong:
            raise ValueError(str(wrong)) from None
        self._files = {listed.filename: listed for listed in self.filelist}

    def open(self, name: str, _mode: str = "r") -> BytesIO:
        """The file of this name, or what stands in for it."""
        text = self._instead(name)
        return BytesIO(self.read(name) if text is None else text.encode())

    def read(self, name: str) -> bytes:
        """The file of this name as it is."""
        listed = self._files[name]
        skipped = sum(_HEAD.unpack_from(self._data, listed.place)) + _HEAD.size
        packed = self._data[listed.place + skipped :][: listed.packed]
        try:
            whole = zlib.decompress(packed, -zlib.MAX_WBITS) if listed.method == _DEFLATED else packed
        except zlib.error:
            raise ValueError(f"{name}: damaged") from None
        if zlib.crc32(whole) != listed.checksum:
            raise ValueError(f"{name}: damaged")
        return whole

    def _listed(self) -> Any:
        end = self._data.rfind(b"PK\5\6")
        count, _size, place = _END.unpack_from(self._data, end)
        for _ in range(count):
            method, checksum, packed, _whole, name, extra, comment, head = _LISTED.unpack_from(self._data, place)
            if not self._data.startswith(b"PK\1\2", place) or method not in (_STORED, _DEFLATED):
                raise ValueError("another kind of archive")
            place += _LISTED.size
            yield Listed(self._data[place : place + name].decode("ascii"), method, checksum, packed, head)
            place += name + extra + comment


class Listed:
    """One file: `packed` is its length in the archive, `place` where it begins there, both in bytes."""

    def __init__(self, filename: str, method: int, checksum: int, packed: int, place: int) -> None:
        self.filename, self.method, self.checksum = filename, method, checksum
        self.packed, self.place = packed, place
