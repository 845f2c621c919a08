"""The record of a verification on paper: four answers, every file, and the digest at the foot of every page."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.case.seal import Verdict
from viewer.export.prints import Paper
from viewer.wording import verdicts as words
from viewer.wording.voice import Voice


def verification_paper(
    voice: Voice, verdict: Verdict, occasion: words.Occasion, names: Mapping[str, str], *, rtl: bool = False
) -> Paper:
    """names: the reader's, by fingerprint. Files that are not as listed come first."""
    files = sorted(verdict.files, key=lambda file: file.state == "ok")
    return Paper(
        voice.translate("Verdict", "Record of a verification"),
        words.record_lines(voice, verdict, occasion, names),
        words.file_columns(voice),
        [words.file_row(voice, file) for file in files],
        words.digest_line(voice, verdict.digest),
        rtl,
    )
