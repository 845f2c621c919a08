"""Hearing lists of one case: kept by its stable id, every change one transaction that can be undone."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from viewer.case.frozen import dataclass
from viewer.case.hearing import Noted
from viewer.notebook.book import Notebook
from viewer.notebook.items import Item, from_json, to_json

Change = Callable[[sqlite3.Connection, list[Item]], list[Item]]
_TABLES: Final = (
    ("hearing_list", "uid"),
    ("hearing_item", "list_uid"),
    ("exhibit_number", "list_uid"),
    ("list_change", "list_uid"),
)
_KEPT_CHANGES: Final = 500  # of one list; older ones can no longer be undone


@dataclass(frozen=True, slots=True)
class HearingList:
    """digest_seen: of the case when the list was last held against it. origin: uid of a list of the case."""

    uid: str
    title: str
    prefix: str
    digest_seen: str
    origin: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A list that was deleted, whole, with its numbers and what could be undone of it: rows by their table."""

    title: str
    rows: tuple[tuple[str, tuple[tuple[object, ...], ...]], ...]


class Lists:
    """The lists of the case with this uid, whose digest is now `digest`."""

    def __init__(self, notebook: Notebook, case_uid: str, digest: str) -> None:
        self._notebook = notebook
        self._case_uid = case_uid
        self._digest = digest

    # Reading

    def all(self) -> tuple[HearingList, ...]:
        """In the order in which they were made. Makes no file."""
        if not self._notebook.is_there():
            return ()
        found = self._notebook.connection.execute(
            "SELECT * FROM hearing_list WHERE case_uid = ? ORDER BY rowid", (self._case_uid,)
        )
        return tuple(_list(self._notebook.connection, row) for row in found.fetchall())

    def get(self, uid: str) -> HearingList:
        """Raises KeyError."""
        row = self._notebook.connection.execute(
            "SELECT * FROM hearing_list WHERE uid = ? AND case_uid = ?", (uid, self._case_uid)
        ).fetchone()
        if row is None:
            raise KeyError(uid)
        return _list(self._notebook.connection, row)

    def can_undo(self, uid: str) -> str:
        """Name of the change that would be undone; "" for none."""
        return _next_change(self._notebook.connection, uid, undone=False)

    def can_redo(self, uid: str) -> str:
        return _next_change(self._notebook.connection, uid, undone=True)

    # Lists

    def make(
        self,
        title: str,
        noted: Iterable[Noted] = (),
        *,
        prefix: str = "A",
        origin: str = "",
        digest: str | None = None,
    ) -> HearingList:
        """A new list; items without an exhibit number are given one. digest: of the case they were made with."""
        uid, seen = _new_uid(), self._digest if digest is None else digest
        with self._notebook.change() as connection:
            connection.execute(
                "INSERT INTO hearing_list VALUES(?, ?, ?, ?, ?, ?, ?)",
                (uid, self._case_uid, seen, title, prefix, origin, _now()),
            )
            for place, one in enumerate(noted):
                item = _numbered(connection, uid, Item(_new_uid(), one), prefix)
                _put(connection, uid, item, place)
        return self.get(uid)

    def rename(self, uid: str, title: str) -> None:
        with self._notebook.change() as connection:
            connection.execute("UPDATE hearing_list SET title = ? WHERE uid = ?", (title, uid))

    def choose_prefix(self, uid: str, prefix: str) -> None:
        """Of the items that are added from now on."""
        with self._notebook.change() as connection:
            connection.execute("UPDATE hearing_list SET prefix = ? WHERE uid = ?", (prefix, uid))

    def drop(self, uid: str) -> Dropped:
        """Delete the list; what is answered brings it back. Raises KeyError."""
        title = self.get(uid).title
        with self._notebook.change() as connection:
            kept = tuple((table, _rows(connection, table, column, uid)) for table, column in _TABLES)
            connection.execute("DELETE FROM hearing_list WHERE uid = ?", (uid,))
        return Dropped(title, kept)

    def restore(self, dropped: Dropped) -> None:
        """A list as it was when it was deleted."""
        with self._notebook.change() as connection:
            for table, rows in dropped.rows:
                for row in rows:
                    # The number of a change may have been given again meanwhile; only their order counts.
                    values = (None, *row[1:]) if table == "list_change" else row
                    connection.execute(f"INSERT INTO {table} VALUES({', '.join('?' * len(row))})", values)

    def acknowledge(self, uid: str, seen: Mapping[str, str]) -> None:
        """What items say now is what they should: fingerprints by uid. Not a change that can be undone."""
        with self._notebook.change() as connection:
            for item in _items(connection, uid):
                if item.uid in seen:
                    told = to_json(item.with_note(seen=seen[item.uid]))
                    connection.execute("UPDATE hearing_item SET item = ? WHERE uid = ?", (told, item.uid))
            connection.execute("UPDATE hearing_list SET digest_seen = ? WHERE uid = ?", (self._digest, uid))

    # Items

    def add(self, uid: str, noted: Noted, at: int | None = None, prefix: str | None = None) -> Item:
        """A new item under the next number of its prefix, at a place from 0, else at the end."""
        made: list[Item] = []

        def changed(connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            own = prefix if prefix is not None else _prefix(connection, uid)
            made.append(_numbered(connection, uid, Item(_new_uid(), noted), own))
            place = len(items) if at is None else at
            return [*items[:place], made[0], *items[place:]]

        self._change(uid, "add", changed)
        return made[0]

    def add_view(self, uid: str, parent: str, noted: Noted) -> Item:
        """A saved view of an item, directly below it, numbered under it: A-2/1. Raises KeyError."""
        made: list[Item] = []

        def changed(connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            place = _place(items, parent)
            under = items[place].step.exhibit + "/"
            number = f"{under}{_next_number(connection, uid, under)}"
            made.append(Item(_new_uid(), noted).with_step(exhibit=number))
            return [*items[: place + 1], made[0], *items[place + 1 :]]

        self._change(uid, "save view", changed)
        return made[0]

    def put(self, uid: str, item: Item) -> None:
        """Another version of an item. Raises KeyError."""

        def changed(connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            place = _place(items, item.uid)
            items[place] = _numbered(connection, uid, item, "") if item.step.exhibit else item
            return items

        self._change(uid, "edit", changed)

    def move(self, uid: str, item: str, to: int) -> None:
        """To a place from 0; numbers stay with their items. Raises KeyError."""

        def changed(_connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            moved = items.pop(_place(items, item))
            items.insert(to, moved)
            return items

        self._change(uid, "move", changed)

    def order(self, uid: str, order: Sequence[str]) -> None:
        """All items in another order, by uid; numbers stay with them. Raises KeyError for another set of items."""

        def changed(_connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            known = {item.uid: item for item in items}
            if len(order) != len(known) or set(order) != set(known):
                raise KeyError(uid)
            return [known[one] for one in order]

        self._change(uid, "move", changed)

    def duplicate(self, uid: str, item: str) -> Item:
        """A copy directly below, under a number of its own. Raises KeyError."""
        made: list[Item] = []

        def changed(connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            place = _place(items, item)
            prefix = items[place].step.exhibit.rpartition("-")[0] or _prefix(connection, uid)
            bare = Item(_new_uid(), items[place].noted).with_step(exhibit="")
            made.append(_numbered(connection, uid, bare, prefix))
            return [*items[: place + 1], made[0], *items[place + 1 :]]

        self._change(uid, "duplicate", changed)
        return made[0]

    def remove(self, uid: str, *gone: str) -> None:
        """Raises KeyError. Their numbers are not given again."""

        def changed(_connection: sqlite3.Connection, items: list[Item]) -> list[Item]:
            for item in gone:
                del items[_place(items, item)]
            return items

        self._change(uid, "remove", changed)

    def undo(self, uid: str) -> bool:
        """Take the last change back; False where there is none."""
        return self._step(uid, undone=False)

    def redo(self, uid: str) -> bool:
        return self._step(uid, undone=True)

    # How it is done

    def _change(self, uid: str, name: str, change: Change) -> None:
        """What the change makes of the items, kept with what it was before; nothing where nothing changes."""
        self.get(uid)
        with self._notebook.change() as connection:
            before = _items(connection, uid)
            after = change(connection, list(before))
            if after == before:
                return
            _write(connection, uid, after)
            connection.execute("DELETE FROM list_change WHERE list_uid = ? AND undone", (uid,))
            connection.execute(
                "INSERT INTO list_change(list_uid, name, before, after) VALUES(?, ?, ?, ?)",
                (uid, name, *_difference(before, after)),
            )
            connection.execute(
                "DELETE FROM list_change WHERE list_uid = ? AND id <= (SELECT max(id) FROM list_change) - ?",
                (uid, _KEPT_CHANGES),
            )

    def _step(self, uid: str, *, undone: bool) -> bool:
        order = "ASC" if undone else "DESC"
        with self._notebook.change() as connection:
            row = connection.execute(
                f"SELECT * FROM list_change WHERE list_uid = ? AND undone = ? ORDER BY id {order} LIMIT 1",
                (uid, undone),
            ).fetchone()
            if row is None:
                return False
            _write(connection, uid, _rebuilt(_items(connection, uid), row["after" if undone else "before"]))
            connection.execute("UPDATE list_change SET undone = ? WHERE id = ?", (not undone, row["id"]))
        return True


def _list(connection: sqlite3.Connection, row: sqlite3.Row) -> HearingList:
    items = tuple(_items(connection, row["uid"]))
    return HearingList(row["uid"], row["title"], row["prefix"], row["digest_seen"], row["origin"], items)


def _rows(connection: sqlite3.Connection, table: str, column: str, uid: str) -> tuple[tuple[object, ...], ...]:
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY 1", (uid,))
    return tuple(tuple(row) for row in found)


def _items(connection: sqlite3.Connection, uid: str) -> list[Item]:
    found = connection.execute("SELECT item FROM hearing_item WHERE list_uid = ? ORDER BY seq", (uid,))
    return [from_json(row[0]) for row in found]


def _write(connection: sqlite3.Connection, uid: str, items: Sequence[Item]) -> None:
    connection.execute("DELETE FROM hearing_item WHERE list_uid = ?", (uid,))
    for place, item in enumerate(items):
        _put(connection, uid, item, place)


def _put(connection: sqlite3.Connection, uid: str, item: Item, place: int) -> None:
    connection.execute("INSERT INTO hearing_item VALUES(?, ?, ?, ?)", (item.uid, uid, place, to_json(item)))


def _difference(before: Sequence[Item], after: Sequence[Item]) -> tuple[str, str]:
    """Both orders as uids, and only the items that differ."""
    old, new = {item.uid: item for item in before}, {item.uid: item for item in after}
    kept = {uid for uid in old if new.get(uid) == old[uid]}
    return _side(before, kept), _side(after, kept)


def _side(items: Sequence[Item], kept: set[str]) -> str:
    changed = {item.uid: to_json(item) for item in items if item.uid not in kept}
    return json.dumps({"order": [item.uid for item in items], "items": changed}, ensure_ascii=False)


def _rebuilt(now: Sequence[Item], side: str) -> list[Item]:
    told = json.loads(side)
    known = {item.uid: item for item in now} | {uid: from_json(text) for uid, text in told["items"].items()}
    return [known[uid] for uid in told["order"]]


def _numbered(connection: sqlite3.Connection, uid: str, item: Item, prefix: str) -> Item:
    """Under the next number of the prefix; an item that brings its own number keeps it."""
    if item.step.exhibit:
        own, _, number = item.step.exhibit.rpartition("-")
        if number.isdecimal():
            _at_least(connection, uid, own + "-", int(number))
        return item
    before = prefix + "-" if prefix else ""
    return item.with_step(exhibit=f"{before}{_next_number(connection, uid, before)}")


def _next_number(connection: sqlite3.Connection, uid: str, prefix: str) -> int:
    row = connection.execute(
        "SELECT last FROM exhibit_number WHERE list_uid = ? AND prefix = ?", (uid, prefix)
    ).fetchone()
    number = (row[0] if row else 0) + 1
    _at_least(connection, uid, prefix, number)
    return int(number)


def _at_least(connection: sqlite3.Connection, uid: str, prefix: str, number: int) -> None:
    connection.execute(
        """INSERT INTO exhibit_number VALUES(?, ?, ?)
        ON CONFLICT(list_uid, prefix) DO UPDATE SET last = max(last, excluded.last)""",
        (uid, prefix, number),
    )


def _prefix(connection: sqlite3.Connection, uid: str) -> str:
    return str(connection.execute("SELECT prefix FROM hearing_list WHERE uid = ?", (uid,)).fetchone()[0])


def _place(items: Sequence[Item], uid: str) -> int:
    for place, item in enumerate(items):
        if item.uid == uid:
            return place
    raise KeyError(uid)


def _next_change(connection: sqlite3.Connection, uid: str, *, undone: bool) -> str:
    row = connection.execute(
        f"""SELECT name FROM list_change WHERE list_uid = ? AND undone = ?
        ORDER BY id {"ASC" if undone else "DESC"} LIMIT 1""",
        (uid, undone),
    ).fetchone()
    return str(row[0]) if row else ""


def _new_uid() -> str:
    return uuid.uuid4().hex


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
