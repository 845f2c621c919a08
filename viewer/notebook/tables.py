"""The notebook's tables, one migration after another; a migration that was released is never changed."""

from __future__ import annotations

from typing import Any, Final

from sqlite_utils.migrations import Migrations

MIGRATIONS: Final = Migrations("notebook")

_LISTS: Final = (
    """CREATE TABLE hearing_list(
      uid TEXT PRIMARY KEY, case_uid TEXT NOT NULL, digest_seen TEXT NOT NULL, title TEXT NOT NULL,
      prefix TEXT NOT NULL, origin TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
    # The item whole as JSON: a field that is new needs no other table.
    """CREATE TABLE hearing_item(
      uid TEXT PRIMARY KEY, list_uid TEXT NOT NULL REFERENCES hearing_list(uid) ON DELETE CASCADE,
      seq INTEGER NOT NULL, item TEXT NOT NULL) STRICT""",
    "CREATE INDEX hearing_item_in_order ON hearing_item(list_uid, seq)",
    # The highest number ever given under a prefix: numbers are never given twice.
    """CREATE TABLE exhibit_number(
      list_uid TEXT NOT NULL REFERENCES hearing_list(uid) ON DELETE CASCADE,
      prefix TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(list_uid, prefix)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE list_change(
      id INTEGER PRIMARY KEY, list_uid TEXT NOT NULL REFERENCES hearing_list(uid) ON DELETE CASCADE,
      name TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT""",
)
_LOG: Final = (
    """CREATE TABLE hearing(
      uid TEXT PRIMARY KEY, case_uid TEXT NOT NULL, case_digest TEXT NOT NULL, list_title TEXT NOT NULL,
      began_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE hearing_log(
      hearing_uid TEXT NOT NULL REFERENCES hearing(uid), seq INTEGER NOT NULL, at TEXT NOT NULL,
      elapsed REAL NOT NULL, what TEXT NOT NULL, item TEXT NOT NULL, exhibit TEXT NOT NULL, title TEXT NOT NULL,
      page INTEGER NOT NULL, detail TEXT NOT NULL, before_sha256 TEXT NOT NULL, row_sha256 TEXT NOT NULL,
      PRIMARY KEY(hearing_uid, seq)) STRICT, WITHOUT ROWID""",
)


@MIGRATIONS()
def lists(database: Any) -> None:
    for statement in _LISTS:
        database.conn.execute(statement)


@MIGRATIONS()
def log(database: Any) -> None:
    for statement in _LOG:
        database.conn.execute(statement)
