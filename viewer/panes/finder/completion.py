"""A field of the question that is being typed, and how a value is put into it; knows no Qt."""

from __future__ import annotations

import re

from viewer.case.frozen import dataclass

FACETS = {"kind": "kind", "place": "place", "person": "agent", "source": "source"}
"""Fields whose values can be offered, and the facets they stand for."""

MARKS = '"“”„«»'

_OPEN = re.compile(r'(?:^|[\s(-])(kind|place|person|source):("?)([^"]*)$', re.IGNORECASE)
_PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """facet: of the field before the cursor; beginning: what is typed of its value; start: where that begins."""

    facet: str
    beginning: str
    start: int


def unfinished(text: str, cursor: int) -> Unfinished | None:
    """The field whose value ends at the cursor; None where there is none or the value is complete."""
    found = _OPEN.search(text[:cursor])
    if not found or (not found[2] and " " in found[3]):  # a blank ends a value without quotation marks
        return None
    return Unfinished(FACETS[found[1].lower()], found[3], found.start(2))


def completed(text: str, cursor: int, field: Unfinished, value: str) -> tuple[str, int]:
    """The text with the value in its place, and where the cursor then stands."""
    rest = text[cursor:].removeprefix('"')
    before = text[: field.start] + quoted(value) + " "
    return before + rest.lstrip(), len(before)


def closed(text: str) -> str:
    """The text with the quotation mark that is still to come: a phrase is found while it is typed."""
    return text + '"' if sum(sign in MARKS for sign in text) % 2 and text.rstrip()[-1:] not in MARKS else text


def quoted(value: str) -> str:
    """In quotation marks where it is more than one plain word."""
    return value if _PLAIN.fullmatch(value) else '"' + value.replace('"', "") + '"'
