"""The voice of the interface's language, a make-believe language for tests, and isolates for mixed lines."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from viewer.wording.voice import plural

_KEPT = r"(%L?\d{1,2}|%L?n|&\w+;|<[^>]*>|\{\w*\}|\(s\))"
_ACCENTED = str.maketrans("aAcCeEiIlnNoOrsStuUwyYzZ", "åÅçÇéÉîÎļñÑöÖřšŠťüÜŵýÝžŽ")
_FILLER = " ñîçé lôñg ŵörðš åñð möřé"


class QtVoice:
    """Speaks through the installed translators and one locale."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = QLocale(locale)
        self._plain = QLocale(locale)
        self._plain.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)

    def translate(self, context: str, text: str, comment: str = "", n: int = -1) -> str:
        answer = QCoreApplication.translate(context, text, comment, n)
        if n >= 0 and answer == text.replace("%n", str(n)):  # no catalogue answered
            return plural(text, n, self.number(n))
        return answer

    def number(self, value: int) -> str:
        return self._locale.toString(value)

    def digits(self, value: int, width: int = 0) -> str:
        return self._plain.toString(value).rjust(width, self._plain.zeroDigit())

    def month(self, month: int) -> str:
        return self._locale.monthName(month)

    def short_month(self, month: int) -> str:
        return self._locale.monthName(month, QLocale.FormatType.ShortFormat)

    def weekday(self, weekday: int) -> str:
        return self._locale.dayName(weekday + 1)


class PseudoTranslator(QTranslator):
    """A make-believe language: 40 % longer, accented, in ⟦ ⟧. What shows without them is not translated."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[tuple[str, int], str] = {}

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        key = (sourceText, n)
        if key not in self._said:
            self._said[key] = pseudo(sourceText, n)
        return self._said[key]


def pseudo(text: str, n: int = -1) -> str:
    """`text` in the make-believe language; %1, %n, entities and tags stay as they are."""
    if n >= 0:
        text = text.replace("(s)", "" if n == 1 else "s")
    parts = re.split(_KEPT, text)
    parts[::2] = [part.translate(_ACCENTED) for part in parts[::2]]
    more = -(-len(text) * 2 // 5)
    filler = (_FILLER * (more // len(_FILLER) + 1))[:more]
    return f"⟦{''.join(parts)}{filler}⟧"


def isolate(text: str, rtl: bool) -> str:
    """`text` as one run of its own direction inside a line of another. For display only, never kept."""
    opening = "\u2067" if rtl else "\u2066"
    return f"{opening}{text}\u2069"
