"""A problem in what the authors wrote, as data; the sentence is made by `viewer.wording.problems`."""

from __future__ import annotations

from typing import Literal

from viewer.case.frozen import dataclass

Severity = Literal["error", "as-stated", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Where it stands (`line` 0 = the file as a whole), how much it matters, and what it is.

    error: nothing is built. as-stated: kept as the source has it, and flagged. warning: worth a look.
    """

    file: str
    line: int
    severity: Severity
    code: str
    column: str = ""
    parts: tuple[str, ...] = ()
