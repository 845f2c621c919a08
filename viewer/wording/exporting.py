"""Sentences for what leaves the program: what was written, what was not and why."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.wording.voice import Voice, fill

_C = "Exporting"


def of_export(voice: Voice) -> dict[str, str]:
    """By code; %1 is where, %2 what was found."""
    say = voice.translate
    return {
        "folder-in-use": say(
            _C,
            "%1 holds other files (%2), so nothing was written there. Name a new folder, or an empty one.",
        ),
        "no-such-list": say(_C, "There is no hearing list “%2” in this case. Lists: %1."),
        "no-lists": say(
            _C, "There is no hearing list “%2”: this case brings none, and you have made none for it."
        ),
        "lists-of-one-name": say(_C, "Several hearing lists are called “%2”. Say which by its identifier: %1."),
    }


def say_stages(voice: Voice, pictures: int, folder: str) -> str:
    """ "57 stages written to out, as pictures, as one PDF and as text."."""
    said = voice.translate(_C, "%n stage(s) written to %1, as pictures, as one PDF and as text.", n=pictures)
    return fill(said, folder)


def say_lacking(voice: Voice, numbers: Sequence[int]) -> str:
    """Items that say on their stage that they are not in this version of the case."""
    said = voice.translate(_C, "Not in this version of the case, and shown as a card that says so: items %1.")
    return fill(said, ", ".join(voice.number(number) for number in numbers))
