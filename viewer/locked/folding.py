"""Text made comparable, without losing where each sign came from: spaces, line ends, ligatures, joining marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Soft hyphen, joiners, marks of direction, byte order mark, tatweel: they have no sound and often no glyph.
_SILENT = re.compile("[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Vowel signs of Arabic; hamza and madda make other letters and stay.
_VOWELS = re.compile("[\u064b-\u0652\u0656-\u065f\u0670]")
_HYPHENS = "-\u2010\u2011"
_BRACKETS = dict(zip(")]}>\u00bb\u203a", "([{<\u00ab\u2039", strict=True))
BROKEN = "\x01"  # a word was broken here at the end of a line
_HYPHEN_HERE, _HYPHEN_MAYBE = f"[-\u2010\u2011{BROKEN}]", f"[-\u2010\u2011{BROKEN}]?"
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origins[i]` is the index in the original of the sign that folded[i] came from."""

    text: str
    origins: tuple[int, ...]


def collapsed(text: str) -> str:
    """Runs of white space as one space: what may differ between two verbatim copies."""
    return " ".join(text.split())


def skeleton(text: str) -> str:
    """Letters and digits only: cheap, and equal wherever any folding is equal."""
    plain = unicodedata.normalize("NFKD", text)
    return _NO_LETTER.sub("", _VOWELS.sub("", _SILENT.sub("", plain)))


def folded(text: str) -> Folded:
    """Forms of letters made equal, silent marks dropped; a hyphen and the line end after it become one sign.

    Brackets lose their side: in right-to-left text one cannot know whether a PDF names the sign or its shape.
    """
    signs: list[str] = []
    origins: list[int] = []
    for index, sign in enumerate(text):
        if sign.isspace():
            if signs and signs[-1] not in (" ", BROKEN):
                signs.append(" ")
                origins.append(index)
            continue
        if sign in _HYPHENS and _ends_line(text, index):
            signs.append(BROKEN)
            origins.append(index)
            continue
        for part in unicodedata.normalize("NFKD", sign):
            if _VOWELS.match(part):
                _drop_inferred_space(signs, origins, text, index)
            elif not (_SILENT.match(part) or unicodedata.category(part) == "Cc" or part == " "):
                signs.append(_BRACKETS.get(part, part))
                origins.append(index)
    return Folded("".join(signs), tuple(origins))


def pattern(words: str) -> re.Pattern[str]:
    """What finds folded words in a folded page: between any two letters the page may end a line with a hyphen."""
    parts = (
        _HYPHEN_HERE if sign in _HYPHENS else _HYPHEN_MAYBE if sign == BROKEN else re.escape(sign)
        for sign in words
    )
    return re.compile(f"{BROKEN}?".join(parts))


def _ends_line(text: str, index: int) -> bool:
    """A hyphen between a letter and a line end that is followed by a letter."""
    after = text[index + 1 : index + 40]
    return after[:1] in ("\n", "\r") and after.lstrip()[:1].isalpha() and index > 0 and text[index - 1].isalpha()


def _drop_inferred_space(signs: list[str], origins: list[int], text: str, index: int) -> None:
    """Before a vowel sign a space was inferred where the sign was set back over its letter."""
    if signs and signs[-1] == " " and index > 0 and text[index - 1].isspace():
        signs.pop()
        origins.pop()
