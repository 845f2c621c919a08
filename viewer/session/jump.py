"""The jump box: digits of any script, exhibit numbers, pages, titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from viewer.case.frozen import replace
from viewer.session.show import Show, Stop, go_to

LONGEST: Final = 60
_PAGE: Final = re.compile(r"^(.*?)\s*:\s*(\d+)$")


def open_box(show: Show, text: str = "") -> Show:
    """G, "/" or a bare digit."""
    return replace(show, jump=text, overview=False)


def type_in(show: Show, text: str) -> Show:
    """One more letter; opens the box where it is closed."""
    return replace(show, jump=((show.jump or "") + text)[:LONGEST])


def take_back(show: Show) -> Show:
    """One letter less; an empty box closes."""
    return replace(show, jump=show.jump[:-1] if show.jump else None)


def jump(show: Show) -> Show:
    """Go to what the box says; where nothing is found the box stays open as it is."""
    found = found_by(show, show.jump or "")
    return show if found is None else replace(go_to(show, *found), jump=None)


def found_by(show: Show, text: str) -> tuple[int, int] | None:
    """Place of an item and page, both from 0: "A-2", "a2", "12", "٣", "E16", ":3" (page 3), "A-2:3", a title."""
    wanted = plain(text)
    page = 0
    if with_page := _PAGE.match(wanted):
        wanted, page = with_page[1], max(0, int(with_page[2]) - 1)
    stop = show.at.stop if with_page and not wanted else place_of(show.stops, wanted)
    if stop is None or stop >= len(show.stops):
        return None
    return stop, min(page, show.stops[stop].pages - 1)


def place_of(stops: Sequence[Stop], wanted: str) -> int | None:
    """By exhibit number, then by place in the list, then by a name, then by the beginning of a word of a title."""
    if not wanted:
        return None
    for fits in (_is_exhibit, _is_place, _is_named, _is_titled):
        for place, stop in enumerate(stops):
            if fits(place, stop, wanted):
                return place
    return None


def _is_exhibit(_place: int, stop: Stop, wanted: str) -> bool:
    return bool(stop.exhibit) and _bare(plain(stop.exhibit)) == _bare(wanted)


def _is_place(place: int, _stop: Stop, wanted: str) -> bool:
    return str(place + 1) == wanted


def _is_named(_place: int, stop: Stop, wanted: str) -> bool:
    return any(_bare(plain(name)) == _bare(wanted) for name in stop.names)


def _is_titled(_place: int, stop: Stop, wanted: str) -> bool:
    return any(rest.startswith(wanted) for rest in _beginnings(plain(stop.title)))


def plain(text: str) -> str:
    """Lower case, digits of every script as ours, no blanks around."""
    return "".join(_digit(letter) for letter in text).casefold().strip()


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def _bare(text: str) -> str:
    """Without blanks and dashes: A-2, A 2 and a2 are one number."""
    return re.sub(r"[\s\-‐‑–]", "", text)


def _beginnings(title: str) -> list[str]:
    """The title from each of its words on."""
    return [title[found.start() :] for found in re.finditer(r"\S+", title)]
