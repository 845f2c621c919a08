"""What is written to a file the reader has chosen: whole or not at all, and a sentence where it could not be."""

from __future__ import annotations

from pathlib import Path

from viewer.case.errors import CaseError
from viewer.wording.failures import say_failure
from viewer.wording.voice import Voice, fill


def write_whole(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Beside, then renamed: what stood there stays whole until the new file is. Raises OSError."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(text, encoding, newline="")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def say_trouble(voice: Voice, wrong: Exception) -> str:
    """The world's fault in a sentence. Raises what is ours."""
    if isinstance(wrong, CaseError):
        return say_failure(voice, wrong)
    if not isinstance(wrong, OSError):
        raise wrong
    said = voice.translate("ChosenFile", "%1: %2.", "file, what the system says")
    if wrong.filename is None:
        return str(wrong)
    return fill(said, str(wrong.filename), wrong.strerror or str(wrong))
