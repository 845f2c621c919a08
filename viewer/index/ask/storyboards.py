"""Questions about the lists for a hearing that a case brings along, and whether what a list names is there."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from viewer.case.frozen import dataclass
from viewer.case.hearing import Noted, Step, Target
from viewer.index.ask.fetch import rows


@dataclass(frozen=True, slots=True)
class Storyboard:
    """A list of the case. Its notes and cautions are readable by everyone who has the case."""

    uid: str
    title: str
    lang: str
    purpose: str
    steps: tuple[Noted, ...]


_ENTITIES: Final = (
    "event", "claim", "quote", "source", "document", "passage", "place", "agent", "discrepancy", "reckoning",
)  # fmt: skip
_BOARDS: Final = "SELECT * FROM storyboard ORDER BY id"
_ITEMS: Final = "SELECT * FROM storyboard_item ORDER BY storyboard_id, seq"
_TARGETS: Final = " UNION ALL ".join(
    f"""SELECT t.item_id, t.seq, t.entity, e.uid FROM storyboard_target t
    JOIN {entity} e ON t.entity = '{entity}' AND e.id = t.entity_id"""
    for entity in _ENTITIES
)
_KIND_OF: Final = {"event": "event", "quote": "quotes", "passage": "passage", "document": "document"}


def storyboards(connection: sqlite3.Connection) -> tuple[Storyboard, ...]:
    """All lists of the case in the authors' order, steps in theirs."""
    targets: dict[int, list[Target]] = defaultdict(list)
    for row in rows(connection, _TARGETS + " ORDER BY 1, 2"):
        targets[row["item_id"]].append(Target(row["entity"], row["uid"]))
    steps: dict[int, list[Noted]] = defaultdict(list)
    for row in rows(connection, _ITEMS):
        steps[row["storyboard_id"]].append(_noted(row, tuple(targets[row["id"]])))
    return tuple(
        Storyboard(row["uid"], row["title"], row["lang"], row["purpose"] or "", tuple(steps[row["id"]]))
        for row in rows(connection, _BOARDS)
    )


def vanished(connection: sqlite3.Connection, targets: Iterable[Target]) -> tuple[Target, ...]:
    """Those of the targets that this case does not have: to be listed before presenting."""
    return tuple(target for target in targets if not _is_there(connection, target))


def _noted(row: sqlite3.Row, targets: tuple[Target, ...]) -> Noted:
    step = Step(_kind(targets, row["body"]), row["title"], targets, body=row["body"] or "")
    return Noted(step, row["note"] or "", row["caution"] or "", row["seconds"])


def _kind(targets: tuple[Target, ...], body: str | None) -> str:
    """One event, quotation, passage or document is shown as such; several things are a step."""
    if not targets:
        return "text" if body else "title"
    if len({target.entity for target in targets}) > 1 or (len(targets) > 1 and targets[0].entity == "event"):
        return "step"
    return _KIND_OF.get(targets[0].entity, "step")


def _is_there(connection: sqlite3.Connection, target: Target) -> bool:
    if target.entity not in _ENTITIES:
        return False
    question = f"SELECT 1 FROM {target.entity} WHERE uid = ?"
    return connection.execute(question, (target.uid,)).fetchone() is not None
