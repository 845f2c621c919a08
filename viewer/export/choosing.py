"""Which list is meant: the reader's own and the case's, by title or identifier."""

from __future__ import annotations

import sqlite3

from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.case.hearing import Noted
from viewer.index.ask.storyboards import storyboards
from viewer.notebook.lists import Lists


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is written out. own: of the reader's notebook, not of the case."""

    uid: str
    title: str
    noted: tuple[Noted, ...]
    own: bool


class NoSuchList(CaseError):
    """No list is called so, or several are; `where` names those that exist."""


def all_lists(connection: sqlite3.Connection, lists: Lists) -> tuple[Listed, ...]:
    """The reader's own, then those of the case."""
    own = [Listed(one.uid, one.title, tuple(item.noted for item in one.items), True) for one in lists.all()]
    of_case = [Listed(board.uid, board.title, board.steps, False) for board in storyboards(connection)]
    return (*own, *of_case)


def chosen(listed: tuple[Listed, ...], wanted: str) -> Listed:
    """The list of that identifier or title, in any case of letters. Raises NoSuchList."""
    plain = wanted.strip().casefold()
    found = [one for one in listed if one.uid == wanted] or [
        one for one in listed if one.title.strip().casefold() == plain
    ]
    if len(found) == 1:
        return found[0]
    if found:
        named = "; ".join(f"“{one.title}” ({one.uid})" for one in found)
        raise NoSuchList("lists-of-one-name", named, wanted)
    named = "; ".join(f"“{one.title}” ({one.uid})" for one in listed)
    raise NoSuchList("no-such-list" if listed else "no-lists", named, wanted)
