"""What of a show goes into the hearing's log: only what the public screen showed, and when it changed."""

from __future__ import annotations

from typing import Literal

from viewer.case.frozen import dataclass
from viewer.session.show import Show, View, has_markup

What = Literal["shown", "covered", "uncovered", "marked", "cleared", "black", "frozen", "released"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. page from 1, 0 where nothing is shown; detail: boxes of the mark-up, in stage pixels."""

    what: What
    item: str = ""
    exhibit: str = ""
    title: str = ""
    page: int = 0
    detail: str = ""


def entries(before: Show, after: Show) -> tuple[Entry, ...]:
    """What a verb changed on the public screen; the pointer, and what only the console saw, leave no trace."""
    made = []
    if before.frozen and not after.frozen and after.public is not None:
        made.append(Entry("released"))
    made += _seen(before.public, after.public, after)
    if after.frozen and not before.frozen:
        made.append(Entry("frozen"))
    return tuple(made)


def _seen(before: View | None, after: View | None, show: Show) -> list[Entry]:
    if after is None:
        return [] if before is None else [Entry("black")]
    if before is None or (before.stop, before.page) != (after.stop, after.page):
        first = _entry("covered" if after.covered else "shown", after, show)
        return [first, _entry("marked", after, show)] if has_markup(after) else [first]
    if before.covered != after.covered:
        return [_entry("covered" if after.covered else "uncovered", after, show)]
    if _markup(before) != _markup(after):
        return [_entry("marked" if has_markup(after) else "cleared", after, show)]
    return []


def _entry(what: What, view: View, show: Show) -> Entry:
    stop = show.stops[view.stop]
    detail = _detail(view, show) if what == "marked" else ""
    return Entry(what, stop.uid, stop.exhibit, stop.title, view.page + 1, detail)


def _markup(view: View) -> tuple[object, ...]:
    return view.callout, view.boxes, view.beside


def _detail(view: View, show: Show) -> str:
    """ "callout 10 20 300 400; highlight …; beside A-3"."""
    parts = [f"callout {_numbers(view.callout)}"] if view.callout else []
    parts += [f"highlight {_numbers(box)}" for box in view.boxes]
    if view.beside is not None:
        other = show.stops[view.beside]
        parts.append(f"beside {other.exhibit or other.title}")
    return "; ".join(parts)


def _numbers(box: tuple[float, ...]) -> str:
    return " ".join(str(round(edge)) for edge in box)
