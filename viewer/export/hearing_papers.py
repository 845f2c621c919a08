"""The papers of a hearing, made of its list or its log: handed to `prints` to be written."""

from __future__ import annotations

from viewer.export.choosing import Listed
from viewer.export.prints import Paper
from viewer.notebook.log import Hearing, HearingLog, verified
from viewer.session.stopwatch import budget
from viewer.wording import hearing_papers as words
from viewer.wording.voice import Voice


def run_sheet(voice: Voice, listed: Listed, case: tuple[str, str], *, notes: bool, rtl: bool = False) -> Paper:
    """case: its title and the digest of its list of files."""
    seconds = budget(tuple(noted.seconds for noted in listed.noted))
    return Paper(
        listed.title,
        words.run_sheet_head(voice, case[0], len(listed.noted), seconds, notes=notes),
        words.run_sheet_columns(voice, notes=notes),
        [words.run_sheet_row(voice, noted, notes=notes) for noted in listed.noted],
        words.case_line(voice, case[1]),
        rtl,
    )


def log_paper(voice: Voice, hearing: Hearing, log: HearingLog, *, rtl: bool = False) -> Paper:
    """What the room was shown, with the digest of the log at the foot of every page."""
    rows = log.rows()
    head = words.log_head(voice, hearing.list_title, hearing.began_at, len(rows), verified(hearing, rows))
    return Paper(
        voice.translate("HearingPapers", "Log of a hearing"),
        (*head, words.case_line(voice, hearing.case_digest)),
        words.log_columns(voice),
        [
            words.log_row(
                voice, (row.seq, row.at, row.elapsed, row.what), (row.exhibit, row.title, row.page, row.detail)
            )
            for row in rows
        ],
        words.log_foot(voice, log.sha256),
        rtl,
    )
