"""Items of a hearing list as the notebook keeps them, and their JSON."""

from __future__ import annotations

import json
from typing import Any, Final

from viewer.case.frozen import dataclass, replace
from viewer.case.hearing import KINDS, Box, Markup, Noted, Step, Target

_TEXTS: Final = ("uid", "kind", "title", "exhibit", "body", "note", "caution")


@dataclass(frozen=True, slots=True)
class Item:
    """uid: for as long as the item lives. noted: what it shows, and beside it what the console shows."""

    uid: str
    noted: Noted

    @property
    def step(self) -> Step:
        return self.noted.step

    def with_step(self, **changes: Any) -> Item:
        return replace(self, noted=replace(self.noted, step=replace(self.step, **changes)))

    def with_note(self, **changes: Any) -> Item:
        return replace(self, noted=replace(self.noted, **changes))


def to_json(item: Item) -> str:
    return json.dumps(as_table(item), ensure_ascii=False, sort_keys=True)


def as_table(item: Item) -> dict[str, Any]:
    """The item as plain values, as in the exported file."""
    step, noted = item.step, item.noted
    return {
        "uid": item.uid,
        "kind": step.kind,
        "title": step.title,
        "targets": [[target.entity, target.uid, target.part] for target in step.targets],
        "exhibit": step.exhibit,
        "body": step.body,
        "graphic": step.graphic,
        "markup": None if step.markup is None else _markup_table(step.markup),
        "note": noted.note,
        "caution": noted.caution,
        "seconds": noted.seconds,
        "seen": noted.seen,
    }


def from_json(text: str) -> Item:
    return from_table(json.loads(text))


def from_table(table: Any) -> Item:
    """The item that `as_table` was given. Raises ValueError for anything else."""
    try:
        targets = tuple(Target(_text(kind), _text(uid), _text(part)) for kind, uid, part in table["targets"])
        texts = {name: _text(table[name]) for name in _TEXTS}
        markup = _markup(table.get("markup"))
        seconds, graphic, seen = table["seconds"], table["graphic"], _text(table.get("seen", ""))
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError("not an item of a hearing list") from wrong
    plain_seconds = seconds is None or (type(seconds) is int and seconds >= 0)
    if texts["kind"] not in KINDS or not plain_seconds or not isinstance(graphic, bool) or not texts["uid"]:
        raise ValueError("not an item of a hearing list")
    step = Step(texts["kind"], texts["title"], targets, texts["exhibit"], texts["body"], graphic, markup)
    return Item(texts["uid"], Noted(step, texts["note"], texts["caution"], seconds, seen))


def _markup_table(markup: Markup) -> dict[str, Any]:
    return {"page": markup.page, "callout": markup.callout, "boxes": markup.boxes}


def _markup(table: Any) -> Markup | None:
    """Raises TypeError or KeyError."""
    if table is None:
        return None
    if type(table["page"]) is not int or table["page"] < 0:
        raise TypeError("expected a page")
    callout = None if table["callout"] is None else _box(table["callout"])
    return Markup(table["page"], callout, tuple(map(_box, table["boxes"])))


def _box(edges: Any) -> Box:
    if len(edges) != 4 or not all(type(edge) in (int, float) for edge in edges):
        raise TypeError("expected a box")
    left, top, right, bottom = map(float, edges)
    return left, top, right, bottom


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("expected text")
    return value
