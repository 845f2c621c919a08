"""Sentences for what makes no sense in the search box: what stands there, and what to type instead."""

from __future__ import annotations

from viewer.index.wanted import FIELDS, LONGEST, BadWords
from viewer.wording.voice import Voice, fill

_C = "Wanted"


def say_bad_words(voice: Voice, bad: BadWords) -> str:
    """One or two sentences for the line under the box."""
    if bad.code == "unknown-field" and bad.nearest:
        return fill(voice.translate(_C, "There is no field “%1”. Did you mean %2?"), bad.found, f"{bad.nearest}:")
    parts = {
        "unknown-field": (bad.found, ", ".join(f"{name}:" for name in FIELDS)),
        "too-long": (voice.number(LONGEST),),
    }
    return fill(_sentences(voice)[bad.code], *parts.get(bad.code, (bad.found,)))


def _sentences(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "too-long": say(_C, "This is longer than %1 characters. Ask for less at once."),
        "too-deep": say(_C, "There are too many brackets inside each other here."),
        "unclosed-quote": say(_C, "A quotation mark is open: %1 Add a second one."),
        "unclosed-bracket": say(_C, "A bracket is open. Add “)”."),
        "lonely-bracket": say(_C, "“%1” closes a bracket that was not opened."),
        "empty-bracket": say(_C, "There is nothing between the brackets."),
        "lonely-operator": say(_C, "“%1” needs a word before and after it."),
        "nothing-to-exclude-from": say(
            _C, "“%1” says what to leave out, but not what to look for. Add a word before it."
        ),
        "unknown-field": say(_C, "There is no field “%1”. Fields are: %2"),
        "empty-field": say(_C, "“%1:” needs a value, with no space after the colon."),
        "bad-date": say(_C, "“%1” is not a date. Write 2011, 2011-04 or 2011-04-08."),
    }
