"""The hearing log: what the public screen showed and when, each row holding the hash of the one before."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import uuid
from datetime import UTC, datetime
from typing import Final

from viewer.case.frozen import dataclass
from viewer.notebook.book import Notebook

COLUMNS: Final = (
    "seq", "at", "elapsed", "what", "item", "exhibit", "title", "page", "detail", "before_sha256", "row_sha256",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Logged:
    """A row. at: UTC by the wall clock; elapsed: seconds since the start by a clock that nobody can set."""

    seq: int
    at: str
    elapsed: float
    what: str
    item: str
    exhibit: str
    title: str
    page: int
    detail: str
    before_sha256: str
    row_sha256: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """The head of a log; the hash of it begins the chain."""

    uid: str
    case_uid: str
    case_digest: str
    list_title: str
    began_at: str

    @property
    def sha256(self) -> str:
        return _digest([getattr(self, name) for name in self.__match_args__])


class HearingLog:
    """The log of one hearing; every row is on disk before `add` returns."""

    def __init__(self, notebook: Notebook, hearing: Hearing) -> None:
        self._notebook = notebook
        self.hearing = hearing

    @classmethod
    def begin(
        cls, notebook: Notebook, case_uid: str, digest: str, list_title: str, at: datetime | None = None
    ) -> HearingLog:
        """A new hearing. at: now by the wall clock, unless told."""
        hearing = Hearing(uuid.uuid4().hex, case_uid, digest, list_title, _stamp(at))
        with notebook.change() as connection:
            values = tuple(getattr(hearing, name) for name in hearing.__match_args__)
            connection.execute("INSERT INTO hearing VALUES(?, ?, ?, ?, ?)", values)
        return cls(notebook, hearing)

    def add(
        self,
        what: str,
        elapsed: float,
        *,
        item: str = "",
        exhibit: str = "",
        title: str = "",
        page: int = 0,
        detail: str = "",
        at: datetime | None = None,
    ) -> Logged:
        """One row at the end. elapsed: seconds since the start, by the monotonic clock."""
        with self._notebook.change() as connection:
            last = connection.execute(
                "SELECT seq, row_sha256 FROM hearing_log WHERE hearing_uid = ? ORDER BY seq DESC LIMIT 1",
                (self.hearing.uid,),
            ).fetchone()
            seq, before = (last["seq"] + 1, last["row_sha256"]) if last else (1, self.hearing.sha256)
            told = (seq, _stamp(at), round(elapsed, 3), what, item, exhibit, title, page, detail, before)
            row = Logged(*told, _digest(list(told)))
            values = (self.hearing.uid, *(getattr(row, name) for name in COLUMNS))
            connection.execute(f"INSERT INTO hearing_log VALUES({', '.join('?' * len(values))})", values)
        return row

    def rows(self) -> tuple[Logged, ...]:
        """In the order in which they were written, whatever the wall clock did."""
        found = self._notebook.connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM hearing_log WHERE hearing_uid = ? ORDER BY seq", (self.hearing.uid,)
        )
        return tuple(Logged(*row) for row in found)

    @property
    def sha256(self) -> str:
        """Digest of the whole log: the hash of its last row, or of its head."""
        rows = self.rows()
        return rows[-1].row_sha256 if rows else self.hearing.sha256


def hearings(notebook: Notebook, case_uid: str) -> tuple[Hearing, ...]:
    """Those of a case, the oldest first. Makes no file."""
    if not notebook.is_there():
        return ()
    found = notebook.connection.execute("SELECT * FROM hearing WHERE case_uid = ? ORDER BY rowid", (case_uid,))
    return tuple(_hearing(row) for row in found)


def verified(hearing: Hearing, rows: tuple[Logged, ...]) -> int:
    """How many rows from the first on are as they were written; all of them = the log is whole."""
    before = hearing.sha256
    for count, row in enumerate(rows):
        told = [getattr(row, name) for name in COLUMNS[:-1]]
        if row.seq != count + 1 or row.before_sha256 != before or row.row_sha256 != _digest(told):
            return count
        before = row.row_sha256
    return len(rows)


def as_csv(rows: tuple[Logged, ...]) -> str:
    """The rows with all their hashes, for any spreadsheet; text that a spreadsheet would run is made plain."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_harmless(getattr(row, name)) for name in COLUMNS])
    return out.getvalue()


def _harmless(value: object) -> object:
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _hearing(row: sqlite3.Row) -> Hearing:
    return Hearing(*(row[name] for name in Hearing.__match_args__))


def _digest(values: list[object]) -> str:
    """SHA-256 of the values as compact JSON in UTF-8."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _stamp(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
