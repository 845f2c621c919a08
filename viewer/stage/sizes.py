"""Sizes of type for a room, and how many lines words take: arithmetic on the safe side, without a screen."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import Final

from viewer.case.frozen import dataclass

LEAST: Final = 48
"""Pixels of 1080 below which no word of a stage is set."""

LEADING: Final = 1.38
"""Height of a line of quotations, whose face has longer strokes, as a share of its size."""

_READ_AT: Final = 60 * 1.5 / 10  # 60 px on a picture 1.5 m high are read at 10 m (capitals 20 minutes of arc)
_LARGEST: Final = 1.6  # beyond, a stage holds no sentence
_ARABIC: Final = 1.6  # height of a line of Vazirmatn
_SPACE: Final = 0.29
_WORDS: Final = re.compile(r"(\s*)(\S+)")
_PARTS: Final = re.compile(r"(\s*)([^\s\-–—/]*[\-–—/]+|[^\s\-–—/]+)")
_WIDTHS: Final = MappingProxyType(  # hundredths of the size, of Inter at weight 600, each letter's
    {
        letter: width
        for width, letters in (
            (26, "ijl"), (28, "I"), (35, "t"), (40, "fr"), (57, "akxzLs"), (59, "cehvyFJ"), (62, "bdgnopquE"),
            (66, "BPRSTZ0123456789"), (74, "DKXYV"), (77, "ACGHNOQU"), (84, "w"), (92, "mM"), (102, "W"),
        )
        for letter in letters
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Room:
    """Height of the picture and distance of the last row, in metres."""

    height: float = 1.5
    distance: float = 8.0

    @property
    def scale(self) -> float:
        """By how much the type of a stage grows; never below 1, at most 1.6. Raises ValueError."""
        if self.height <= 0 or self.distance <= 0:
            raise ValueError("a room has a height and a distance")
        return min(_LARGEST, max(1.0, self.needed / LEAST))

    @property
    def needed(self) -> float:
        """Pixels of 1080 that a word needs to be read from the last row."""
        return _READ_AT * self.distance / self.height

    @property
    def legible(self) -> bool:
        """Whether the stage's smallest type is read from the last row; else the picture is too small."""
        return self.needed <= LEAST * _LARGEST + 1e-9


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels of type and of lines on a stage at one scale."""

    scale: float = 1.0

    @property
    def title(self) -> int:
        return self._px(64)

    @property
    def body(self) -> int:
        return self._px(52)

    @property
    def quote(self) -> int:
        return self._px(60)

    @property
    def small(self) -> int:
        return self._px(LEAST)

    @property
    def figure(self) -> int:
        return self._px(150)

    def line(self, size: int) -> float:
        """Height of a line of this size."""
        return size * 1.22

    def _px(self, size: int) -> int:
        return round(size * self.scale)


def height(words: str, size: float, width: float, leading: float = 1.22) -> float:
    """Pixels that `words` take at most; lines of Arabic letters are taller than ours."""
    return lines(words, size, width) * size * (max(leading, _ARABIC) if has_arabic(words) else leading)


def has_arabic(words: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in words)


def lines(words: str, size: float, width: float) -> int:
    """Lines that `words` take at most, `size` pixels tall and `width` pixels wide."""
    if not words:
        return 0
    paragraphs = words.split("\n")
    return max(sum(_paragraph(each, one, size, width) for each in paragraphs) for one in (_WORDS, _PARTS))


def _paragraph(words: str, each: re.Pattern[str], size: float, width: float) -> int:
    """Lines broken where `each` matches; a word that is wider than a line has lines of its own."""
    along, count = 0.0, 1
    for blank, word in each.findall(words):
        wide = advance(word, size)
        before = _SPACE * size if blank and along else 0.0
        if along and along + before + wide > width:
            along, count, before = 0.0, count + 1, 0.0
        count += int(wide // width)
        along = width if wide > width else along + before + wide
    return count


def advance(word: str, size: float) -> float:
    """Pixels a word is wide at most, in the widest of our weights; a hundredth more, for type without hinting."""
    return sum(map(_share, word)) * size * 1.01


def _share(letter: str) -> float:
    """Width of a letter as a share of its size; of scripts other than ours a wide guess."""
    known = _WIDTHS.get(letter)
    if known is not None:
        return known / 100
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.category(letter)[0] in "PZ":
        return 0.5
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.66


def paged(heights: list[float], room: float) -> list[int]:
    """How many rows each page takes: as few pages as possible, filled evenly; at least one row a page."""
    least = _packed(heights, room)
    budget = room
    while budget > 0:
        tighter = _packed(heights, budget - 8)
        if len(tighter) > len(least) or max(tighter, default=0) > max(least, default=0):
            break
        least, budget = tighter, budget - 8
    return least


def _packed(heights: list[float], room: float) -> list[int]:
    pages: list[int] = []
    used = room + 1
    for height in heights:
        if used + height > room:
            pages.append(0)
            used = 0.0
        pages[-1] += 1
        used += height
    return pages
