"""Saved views: queries with a name, in the reader's own folder, written only when the reader saves one.

One TOML file, written beside and renamed: a table a case (its uid), name = pairs of the query. Where nothing is
kept they last as long as the object.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from viewer import paths
from viewer.case.errors import UnknownFocus
from viewer.index.query import Query, from_pairs

Tables = dict[str, dict[str, list[list[str]]]]
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class View:
    """A query the reader gave a name to."""

    name: str
    query: Query


class Views:
    """The saved views of one case. The file is read anew each time: another window may have written it.

    `trouble`: the last OSError, or the ValueError of a file that is not ours to overwrite; None when all is well.
    """

    def __init__(self, case_uid: str, path: Path | None = None) -> None:
        self._case_uid = case_uid
        self._path = path or paths.own_folder() / "views.toml"
        self.trouble: OSError | ValueError | None = None
        self._held: Tables | None = None  # where nothing is kept

    @property
    def path(self) -> Path:
        return self._path

    def all(self) -> tuple[View, ...]:
        """In the order in which they were saved; one that this version does not understand is left out."""
        views = (_view(name, pairs) for name, pairs in self._read().get(self._case_uid, {}).items())
        return tuple(view for view in views if view)

    def save(self, name: str, query: Query) -> None:
        """Keep a query under a name; an older one of that name is replaced in its place."""
        own = self._own()
        own[_clean(name)] = [list(pair) for pair in query.pairs()]
        self._write(own)

    def rename(self, old: str, new: str) -> None:
        """Another name in the same place. Nothing is done where `new` is taken or `old` is not there."""
        own, name = self._own(), _clean(new)
        if name and old in own and name not in own:
            self._write({name if kept == old else kept: pairs for kept, pairs in own.items()})

    def delete(self, name: str) -> None:
        own = self._own()
        if own.pop(name, None) is not None:
            self._write(own)

    def put_back(self, views: tuple[View, ...]) -> None:
        """All views as they once were: the reader takes a step back."""
        known = {view.name for view in self.all()}
        rest = {name: pairs for name, pairs in self._own().items() if name not in known}  # not understood: kept
        self._write({view.name: [list(pair) for pair in view.query.pairs()] for view in views} | rest)

    def _own(self) -> dict[str, list[list[str]]]:
        return dict(self._read().get(self._case_uid, {}))

    def _read(self) -> Tables:
        self.trouble = None
        if self._held is not None and paths.keeps_nothing():
            return {uid: dict(views) for uid, views in self._held.items()}
        try:
            return _checked(tomllib.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as trouble:  # TOML and UTF-8 errors are ValueErrors
            self.trouble = trouble
            return {}

    def _write(self, own: dict[str, list[list[str]]]) -> None:
        """A file that could not be read is never written over."""
        tables = self._read()
        if self.trouble:
            return
        tables.pop(self._case_uid, None)
        if own:
            tables[self._case_uid] = own
        if paths.keeps_nothing():
            self._held = tables
            return
        beside = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(_as_toml(tables), "utf-8")
            beside.replace(self._path)
        except (OSError, ValueError) as trouble:
            self.trouble = trouble


def _clean(name: str) -> str:
    """One line, no longer than a menu bears."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[:LONGEST_NAME]


def _view(name: str, pairs: list[list[str]]) -> View | None:
    try:
        return View(name, from_pairs((part, value) for part, value in pairs))
    except UnknownFocus:
        return None


def _checked(stored: dict[str, object]) -> Tables:
    """Raises ValueError where the file is TOML but not of our shape."""
    for table in stored.values():
        if not isinstance(table, dict) or not all(_are_pairs(pairs) for pairs in table.values()):
            raise ValueError("not a file of saved views")
    return stored  # type: ignore[return-value]


def _are_pairs(pairs: object) -> bool:
    return isinstance(pairs, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair) for pair in pairs
    )


def _as_toml(tables: Tables) -> str:
    return "\n".join(
        f"[{_quoted(uid)}]\n" + "".join(f"{_quoted(name)} = {_listed(pairs)}\n" for name, pairs in views.items())
        for uid, views in tables.items()
    )


def _listed(pairs: list[list[str]]) -> str:
    return "[" + ", ".join(f"[{_quoted(name)}, {_quoted(value)}]" for name, value in pairs) + "]"


def _quoted(text: str) -> str:
    """A basic string of TOML is one of JSON, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
