"""What stands on the papers of a hearing: the run sheet, and the log of what the room was shown."""

from __future__ import annotations

from viewer.case.hearing import Noted
from viewer.wording.digests import digest_groups
from viewer.wording.hearing import budget_words, kind_words, length_words
from viewer.wording.presenting import elapsed_words
from viewer.wording.voice import Voice, fill

_C = "HearingPapers"


def page_words(voice: Voice) -> str:
    return voice.translate(_C, "page %1 of %2")


def whose_stages(voice: Voice, uid: str, digest: str) -> str:
    """At the end of stages on paper: the case they were made of. digest: '' where there is no list of files."""
    named = fill(voice.translate(_C, "Stages made of the case %1."), uid)
    if not digest:
        return named
    listed = voice.translate(_C, "Digest of the case (SHA-256 of its list of files): %1")
    groups = f"\u2066{digest_groups(digest)}\u2069"  # they would change places in a line that runs from the right
    return f"{named}\n{fill(listed, groups)}"


def case_line(voice: Voice, digest: str) -> str:
    """The case that a paper belongs to, by the digest of its list of files."""
    if not digest:
        return voice.translate(_C, "Case: not sealed by a list of files")
    return fill(voice.translate(_C, "Case: %1"), digest_groups(digest))


def run_sheet_columns(voice: Voice, *, notes: bool) -> tuple[tuple[str, float], ...]:
    """Headings, with the share of the width in percent."""
    say = voice.translate
    if notes:
        return (
            (say(_C, "Exhibit"), 10), (say(_C, "Title"), 30), (say(_C, "What it is"), 17), (say(_C, "Time"), 8),
            (say(_C, "Note"), 35),
        )  # fmt: skip
    return (say(_C, "Exhibit"), 12), (say(_C, "Title"), 52), (say(_C, "What it is"), 26), (say(_C, "Time"), 10)


def run_sheet_row(voice: Voice, noted: Noted, *, notes: bool) -> tuple[str, ...]:
    kind = kind_words(voice, noted.step.kind)
    if noted.step.graphic:
        kind = fill(voice.translate(_C, "%1, graphic", "kind of item"), kind)
    row = (noted.step.exhibit, noted.step.title or noted.step.body, kind, budget_words(voice, noted.seconds))
    if not notes:
        return row
    caution = fill(voice.translate(_C, "Warning: %1"), noted.caution) if noted.caution else ""
    return (*row, "\n".join(part for part in (caution, noted.note) if part))


def run_sheet_head(voice: Voice, case: str, items: int, seconds: int, *, notes: bool) -> tuple[str, ...]:
    """Under the title of a run sheet: of which case, how long, and whom it is for."""
    whose = (
        voice.translate(_C, "With private notes: for the presenter only.")
        if notes
        else voice.translate(_C, "Without notes.")
    )
    return case, f"{length_words(voice, items, seconds)} · {whose}"


def what_words(voice: Voice, what: str) -> str:
    """What happened on the public screen, of a row of the log."""
    say = voice.translate
    return {
        "shown": say(_C, "shown"),
        "covered": say(_C, "shown covered"),
        "uncovered": say(_C, "uncovered"),
        "marked": say(_C, "marked"),
        "cleared": say(_C, "marks cleared"),
        "black": say(_C, "black"),
        "frozen": say(_C, "frozen"),
        "released": say(_C, "no longer frozen"),
    }.get(what, what)


def log_columns(voice: Voice) -> tuple[tuple[str, float], ...]:
    say = voice.translate
    return (
        (say(_C, "No."), 6), (say(_C, "UTC"), 21), (say(_C, "After"), 9), (say(_C, "What"), 16),
        (say(_C, "Exhibit"), 10), (say(_C, "Title, page"), 38),
    )  # fmt: skip


def log_row(voice: Voice, told: tuple[int, str, float, str], shown: tuple[str, str, int, str]) -> tuple[str, ...]:
    """told: number, UTC, seconds since the start, what; shown: exhibit, title, page, detail."""
    number, at, elapsed, what = told
    exhibit, title, page, detail = shown
    where = fill(voice.translate(_C, "%1, page %2", "title"), title, voice.number(page)) if page > 1 else title
    after = elapsed_words(voice, elapsed)
    lines = "\n".join(part for part in (where, detail) if part)
    return voice.number(number), at, after, what_words(voice, what), exhibit, lines


def log_head(voice: Voice, list_title: str, began: str, rows: int, whole: int) -> tuple[str, ...]:
    """Under the title of a printed log. whole: how many rows from the first on are as they were written."""
    head = fill(voice.translate(_C, "Hearing list: %1. Began %2 (UTC)."), list_title, began)
    if whole == rows:
        kept = voice.translate(_C, "%n row(s), each holding the hash of the one before: all as written.", n=rows)
    else:
        said = voice.translate(_C, "The chain breaks after row %1 of %2: what follows was changed afterwards.")
        kept = fill(said, voice.number(whole), voice.number(rows))
    return head, kept


def log_foot(voice: Voice, digest: str) -> str:
    return fill(voice.translate(_C, "Log: %1"), digest_groups(digest))


def hearing_line(voice: Voice, began: str, list_title: str, rows: int) -> str:
    """A hearing in the list of those that were held."""
    counted = voice.translate(_C, "%n row(s)", n=rows)
    return fill(voice.translate(_C, "%1 UTC · %2 · %3", "began, list, rows"), began, list_title, counted)
