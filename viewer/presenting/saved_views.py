"""A live view becomes an item of the list: what is marked below its exhibit, what was sent at the end."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.case.frozen import replace
from viewer.case.hearing import Markup, Noted
from viewer.notebook.items import Item
from viewer.notebook.lists import Lists
from viewer.presenting.conductor import Conductor
from viewer.presenting.spots import beside
from viewer.session.show import has_markup


class CannotSave(Exception):
    """code: 'beside' (two exhibits that are no single item), 'bare' (nothing is marked)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def save_view(lists: Lists, list_uid: str, conductor: Conductor, sent: Sequence[Item]) -> Item:
    """The page in hand with its mark-up, or the two exhibits that stand side by side. Raises CannotSave."""
    stop, at = conductor.stop, conductor.show.at
    if stop is None:
        raise CannotSave("bare")
    item = conductor.reel.item(stop.uid)
    if at.beside is not None:
        return _pair(lists, list_uid, conductor, item)
    if not has_markup(at) and item not in sent:
        raise CannotSave("bare")
    page = conductor.reel.full_page(stop.uid, at.page)
    markup = Markup(page, at.callout, at.boxes) if has_markup(at) else None
    step = replace(item.step, exhibit="", title=stop.title, markup=markup)
    noted = replace(item.noted, step=step, note="", seen="")
    return lists.add(list_uid, noted) if item in sent else _below(lists, list_uid, item, noted)


def _pair(lists: Lists, list_uid: str, conductor: Conductor, item: Item) -> Item:
    """Both as one item, numbered under the first; where that is not in the list, at the end."""
    at = conductor.show.at
    other = conductor.reel.item(conductor.show.stops[at.beside or 0].uid)
    step = beside(item.step, other.step, conductor.reel.full_page(item.uid, at.page))
    if step is None:
        raise CannotSave("beside")
    both = " | ".join(one for one in (item.step.title, other.step.title) if one)
    noted = Noted(replace(step, title=both))
    known = {one.uid for one in lists.get(list_uid).items}
    return _below(lists, list_uid, item, noted) if item.uid in known else lists.add(list_uid, noted)


def _below(lists: Lists, list_uid: str, item: Item, noted: Noted) -> Item:
    """A view of a saved view is numbered beside it, under the same exhibit."""
    whole = item.step.exhibit.partition("/")[0]
    items = lists.get(list_uid).items
    parent = next((one for one in items if one.step.exhibit == whole), item)
    return lists.add_view(list_uid, parent.uid, noted)
