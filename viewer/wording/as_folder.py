"""What is said of a case that was written as a folder, and of what does not come back as it was."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.case.problem import Problem
from viewer.wording.problems import line_of
from viewer.wording.voice import Voice, fill

Files = Iterable[tuple[str, str | None, str | None]]
"""Name, SHA-256 before and after; None = not there."""


def say_same(voice: Voice) -> str:
    return voice.translate("AsFolder", "Built again, it gives the same files: every hash in the manifest agrees.")


def say_other(voice: Voice, is_draft: bool) -> str:
    """That something differs, and why that cannot be otherwise with a draft."""
    said = voice.translate("AsFolder", "The folder does not build into the same files.")
    of_a_draft = voice.translate(
        "AsFolder", "The case is a draft: the errors that it lists stand in no folder.", "why the hashes differ"
    )
    return fill(voice.translate("AsFolder", "%1 %2", "two sentences"), said, of_a_draft) if is_draft else said


def differing(voice: Voice, problems: Iterable[Problem], files: Files) -> list[str]:
    """A line for each error in the folder, and for each file that has another hash."""
    absent = voice.translate("AsFolder", "not there", "instead of a hash")
    pattern = voice.translate("AsFolder", "%1: %2 → %3", "file, its hash before and after")
    told = (fill(pattern, name, before or absent, after or absent) for name, before, after in files)
    return [*(line_of(voice, problem) for problem in problems), *told]
