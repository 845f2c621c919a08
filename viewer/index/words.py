"""Words as search compares them, in Latin, Arabic, Persian and Cyrillic script; never shown.

Letters that readers take for one are one: Arabic and Persian yeh and kaf, the forms of alef, heh and teh marbuta,
letters with and without marks, digits of either script. Marks, tatweel, joiners and direction marks do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

_LETTERS = {
    "ي": "ی", "ى": "ی", "ے": "ی", "ئ": "ی", "ك": "ک", "ڪ": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ё": "е", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
}  # fmt: skip
# Combining marks (not those of Indian scripts, which are vowels), tatweel, joiners, direction marks, soft hyphen.
_SILENT = (
    (0x0300, 0x036F), (0x0591, 0x05BD), (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x08D3, 0x08E1), (0x08E3, 0x08FF),
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0xFE20, 0xFE2F), (0x00AD, 0x00AD), (0x061C, 0x061C), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_COMPOSED = ((0x00C0, 0x024F), (0x0370, 0x03FF), (0x1E00, 0x1FFF))  # Latin and Greek letters with their marks
_FORMS = ((0xFB00, 0xFB06), (0xFB50, 0xFDFB), (0xFE70, 0xFEFC), (0xFF10, 0xFF5A))  # other shapes of letters
_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_DIGITS = (0x0660, 0x06F0)
_FEW = 64
_LONG = 2_000


def norm(text: str) -> str:
    """`text` as its words are compared: folded, without marks. Shorter or longer than `text`."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text.casefold())
    strange = set(_other().findall(folded))
    if len(strange) > _FEW:
        return folded.translate(_table())
    for sign in strange:  # to replace a handful of signs takes a third of the time of a look at each
        folded = folded.replace(sign, _table()[ord(sign)] or "")
    return folded


def words(text: str) -> Iterator[tuple[int, int]]:
    """Half-open code-point ranges of the words of a text, parted where the full-text table parts them."""
    if text.isascii():
        yield from (found.span() for found in _ASCII_WORD.finditer(text))
    elif len(text) < _LONG or max(text) > "\uffff":
        yield from _words_one_by_one(text)
    else:
        yield from (found.span() for found in _word().finditer(text))


def _words_one_by_one(text: str) -> Iterator[tuple[int, int]]:
    """For short texts, whose readers do not wait until a pattern has been made of all signs there are."""
    signs = "".join(map(_INSIDE.__getitem__, text))
    yield from (found.span() for found in _ONES.finditer(signs))


def sought(text: str) -> tuple[str, ...]:
    """The words of a question, normalised, without those that come to nothing."""
    return tuple(word for start, end in words(text) if (word := norm(text[start:end])))


def parted(text: str) -> str:
    """The words of a text, normalised, with a blank before each."""
    return "".join(f" {word}" for word in sought(text))


def marks(text: str, wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words of the original `text` are among the `wanted` (of `sought`), the last as a beginning."""
    if not wanted:
        return ()
    whole, beginning = set(wanted[:-1]), wanted[-1]
    return tuple(
        (start, end)
        for start, end in words(text)
        if (word := norm_word(text[start:end])) in whole or word.startswith(beginning)
    )


@lru_cache(maxsize=1 << 14)
def norm_word(word: str) -> str:
    """The same words stand in all texts that are marked for one question."""
    return norm(word)


class _Inside(dict[str, str]):
    """ "1" for a sign that stands in words, "0" for one that parts them."""

    def __missing__(self, sign: str) -> str:
        found = self[sign] = "1" if _in_a_word(sign) else "0"
        return found


_INSIDE, _ONES = _Inside(), re.compile("1+")


@cache
def _word() -> re.Pattern[str]:
    """A word in any script of the basic plane."""
    ranges: list[str] = []
    for inside, group in groupby(range(0x10000), lambda code: _in_a_word(chr(code))):
        if inside:
            codes = list(group)
            ranges.append(f"\\u{codes[0]:04x}-\\u{codes[-1]:04x}")
    return re.compile(f"[{''.join(ranges)}]+")


def _in_a_word(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "LN" or category in ("Co", "Mn", "Cf")


@cache
def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): same for letter, same in _LETTERS.items()}
    silent = {code for first, last in _SILENT for code in range(first, last + 1)}
    for first, last in _COMPOSED:
        table.update(_bare(first, last, "NFD", silent, table))
    for first, last in _FORMS:
        table.update(_bare(first, last, "NFKC", silent, table))
    for zero in _DIGITS:
        table.update({zero + digit: str(digit) for digit in range(10)})
    return table | dict.fromkeys(silent)


@cache
def _other() -> re.Pattern[str]:
    """A sign that does not stay as it is; none of them stands in what another becomes."""
    return re.compile("[" + "".join(f"\\U{code:08x}" for code in sorted(_table())) + "]")


def _bare(first: int, last: int, form: str, silent: set[int], table: dict[int, str | None]) -> dict[int, str]:
    """Letters that are made of others, without their marks. A mark that stands alone is made with a blank."""
    found = {}
    for code in range(first, last + 1):
        parts = unicodedata.normalize(form, chr(code)).casefold()  # type: ignore[arg-type]
        bare = "".join(table.get(ord(part)) or part for part in parts.strip() if ord(part) not in silent)
        if bare != chr(code):
            found[code] = bare
    return found
