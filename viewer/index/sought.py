"""Where words that are asked for stand in a text: whole words, beginnings, and phrases as a whole.

Ranges are half-open code points of the original text, whatever marks, joiners or letter forms it is written with.
"""

from __future__ import annotations

from collections.abc import Iterator

from viewer.case.frozen import dataclass, replace
from viewer.index import wanted, words
from viewer.index.wanted import BadWords, Words

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SoughtWords:
    """parts: single words and phrases, as `wanted` reads them."""

    parts: tuple[Words, ...]

    def marks(self, text: str) -> Ranges:
        """In order, without overlaps."""
        spots = [
            (start, end, word) for start, end in words.words(text) if (word := words.norm_word(text[start:end]))
        ]
        found = {
            (spots[at][0], spots[at + len(part.words) - 1][1])
            for part in self.parts
            for at in range(len(spots) - len(part.words) + 1)
            if _stands(part, [word for _, _, word in spots[at : at + len(part.words)]])
        }
        return tuple(_joined(sorted(found)))


def sought_words(asked: str, typed: str = "") -> SoughtWords | None:
    """asked: the words of a query, exact; typed: those of the search box, its last word may be unfinished.

    None where there is no word to mark. What is excluded is not marked, nor what stands in fields.
    """
    parts = (*_words(asked), *_last_as_beginning(typed))
    return SoughtWords(tuple(dict.fromkeys(parts))) if parts else None


def _words(text: str) -> tuple[Words, ...]:
    try:
        return wanted.said(wanted.parse(text))
    except BadWords:
        return tuple(Words((word,)) for word in words.sought(text))


def _last_as_beginning(typed: str) -> tuple[Words, ...]:
    parts = _words(typed)
    if not parts or typed[-1:].isspace() or typed.endswith(('"', "”", "»", ")", "*")):
        return parts
    last = words.sought(typed)[-1:]
    return tuple(replace(part, prefix=True) if part.words[-1:] == last else part for part in parts)


def _stands(part: Words, there: list[str]) -> bool:
    """Whether the words `there` are those of the part."""
    *before, last = part.words
    return there[:-1] == before and (there[-1].startswith(last) if part.prefix else there[-1] == last)


def _joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges that overlap as one."""
    start, end = -1, -1
    for first, last in ranges:
        if first < end:
            end = max(end, last)
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end
