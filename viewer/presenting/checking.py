"""Whether a list still says what it said: targets that are gone, stages that are others than when last checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass, replace
from viewer.case.hearing import Step
from viewer.index.ask.storyboards import vanished
from viewer.notebook.items import Item
from viewer.notebook.lists import HearingList
from viewer.stage.asking import Asking
from viewer.stage.building import fingerprint, scenes
from viewer.wording.voice import English


@dataclass(frozen=True, slots=True)
class Finding:
    """gone: identifiers of an item's targets that this case does not have, () = the item says something else."""

    item: Item
    gone: tuple[str, ...]


def seen_of(connection: sqlite3.Connection, step: Step) -> str:
    """Fingerprint of an item's stages, for `Noted.seen`: the same in every language and room, under any number.

    Raises UnknownFocus.
    """
    return fingerprint(scenes(Asking(connection, English()), replace(step, exhibit="")))


def checked(connection: sqlite3.Connection, hearing_list: HearingList, digest: str) -> Iterator[Finding | None]:
    """One answer an item, in order. Stages are compared only where the case is another than last time."""
    is_same = bool(digest) and hearing_list.digest_seen == digest
    for item in hearing_list.items:
        gone = tuple(target.uid for target in vanished(connection, item.step.targets))
        if gone:
            yield Finding(item, gone)
        else:
            changed = not is_same and bool(item.noted.seen) and _says_something_else(connection, item)
            yield Finding(item, ()) if changed else None


def _says_something_else(connection: sqlite3.Connection, item: Item) -> bool:
    try:
        return seen_of(connection, item.step) != item.noted.seen
    except UnknownFocus:
        return True
