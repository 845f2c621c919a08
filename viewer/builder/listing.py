"""The problems of a folder as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
from pathlib import Path

from viewer.builder.build import Checked
from viewer.wording.problems import say_problem
from viewer.wording.voice import Voice


def write_problems(checked: Checked, path: Path, voice: Voice) -> None:
    """With a byte order mark, so that spreadsheets read it as UTF-8. Raises OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "line", "severity", "code", "column", "problem"))
        for problem in checked.problems:
            place = (problem.file, problem.line or 1, problem.severity, problem.code, problem.column)
            rows.writerow((*place, say_problem(voice, problem)))
