"""The voice that words are spoken in: a translate function, numbers and names of months in one language."""

from __future__ import annotations

import re

from viewer.binding.typed import Protocol

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Voice(Protocol):
    """One language. `look.voice.QtVoice` speaks the interface's, `English` the command line's."""

    def translate(self, context: str, text: str, comment: str = "", n: int = -1) -> str:
        """`text` in this language; `%n` and the plural mark "(s)" are resolved when n >= 0."""
        ...

    def number(self, value: int) -> str:
        """A count with this language's digits and grouping: 1,300."""
        ...

    def digits(self, value: int, width: int = 0) -> str:
        """A year or day with this language's digits and no grouping, padded to `width`."""
        ...

    def month(self, month: int) -> str:
        """Name of month 1-12, as it stands beside a day."""
        ...

    def short_month(self, month: int) -> str:
        """Abbreviated name of month 1-12, for lists and axes: Apr."""
        ...

    def weekday(self, weekday: int) -> str:
        """Name of weekday 0-6, Monday first."""
        ...

    def __hash__(self) -> int:
        """What is said again and again may be kept by voice."""
        ...


def plural(text: str, n: int, shown: str) -> str:
    """English plural of a source string: "%n claim(s)" becomes "1 claim", "2 claims"."""
    return text.replace("%n", shown).replace("(s)", "" if n == 1 else "s")


def fill(text: str, *parts: str) -> str:
    """`text` with %1, %2 … replaced in one pass, so that a part may itself contain "%1"."""
    return re.sub("%([1-9])", lambda found: parts[int(found[1]) - 1], text)


class English:
    """The voice of the source strings; needs no catalogue."""

    def translate(self, context: str, text: str, comment: str = "", n: int = -1) -> str:
        return plural(text, n, self.number(n)) if n >= 0 else text

    def number(self, value: int) -> str:
        return f"{value:,}"

    def digits(self, value: int, width: int = 0) -> str:
        return f"{value:0{width}d}"

    def month(self, month: int) -> str:
        return MONTHS[month - 1]

    def short_month(self, month: int) -> str:
        return MONTHS[month - 1][:3]

    def weekday(self, weekday: int) -> str:
        return WEEKDAYS[weekday]
