"""Stages of the items of a show, made when they are wanted and kept within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import replace
from viewer.notebook.items import Item
from viewer.session.show import Stop
from viewer.stage.asking import Asking
from viewer.stage.building import covered_scene, scenes
from viewer.stage.scene import Scene
from viewer.stage.stops import stop_of
from viewer.stage.words import card_scene
from viewer.wording.presenting import not_in_this_version

KEPT = 40
"""Items whose stages are kept."""


class Reel:
    """The items of one show. Their order is the show's; here they are known by uid."""

    def __init__(self, ask: Asking, items: Sequence[Item]) -> None:
        self.ask = ask
        self._items = {item.uid: item for item in items}
        self._made: OrderedDict[str, tuple[Scene, ...]] = OrderedDict()
        self._exact: set[str] = set()

    def item(self, uid: str) -> Item:
        return self._items[uid]

    def hold(self, item: Item) -> None:
        """One more item, or another version of one."""
        if self._items.get(item.uid) != item:
            self._items[item.uid] = item
            self._made.pop(item.uid, None)
            self._exact.discard(item.uid)

    def forget(self, but: Collection[str]) -> None:
        """Make the stages of all items anew, but of these: the case answers otherwise than it did."""
        for uid in [made for made in self._made if made not in but]:
            del self._made[uid]
        self._exact &= set(but)

    def stages(self, uid: str) -> tuple[Scene, ...]:
        """All stages of an item; of one that this case does not have, a card that says so."""
        made = self._made.get(uid)
        if made is None:
            made = self._made[uid] = self._stages_of(self._items[uid])
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(uid)
        return made

    def cover(self, scene: Scene) -> Scene:
        """What stands instead of a scene until it is uncovered."""
        return covered_scene(self.ask, scene)

    def rough(self, uid: str) -> Stop:
        """An item before its stages are made: all of it but its pages, and what a document in it says."""
        item = self._items[uid]
        step = item.step
        names = tuple(target.uid for target in step.targets)
        seconds = item.noted.seconds
        return Stop(uid, step.exhibit, step.title, graphic=step.graphic, names=names, seconds=seconds)

    def is_exact(self, stop: Stop) -> bool:
        """Whether the stop is known by its stages. Nothing is shown by a rough one."""
        return stop.uid in self._exact

    def exact(self, uid: str, *, keep: bool = True) -> Stop:
        """An item by its stages, which are kept where they will be wanted soon."""
        item = self._items[uid]
        made = self.stages(uid) if keep else self._made.get(uid) or self._stages_of(item)
        self._exact.add(uid)
        return stop_of(uid, item.step, made, item.noted.seconds)

    def full_page(self, uid: str, page: int) -> int:
        """Page of the whole item, of which a saved view shows a part: what a view saved from it is a page of."""
        step = self._items[uid].step
        if step.markup is None:
            return page
        whole = scenes(self.ask, replace(step, markup=None))
        start = min(step.markup.page, len(whole) - 1)
        while start and whole[start].forced:
            start -= 1
        return start + page

    def _stages_of(self, item: Item) -> tuple[Scene, ...]:
        try:
            return scenes(self.ask, item.step)
        except UnknownFocus:
            words = not_in_this_version(self.ask.voice)
            return (card_scene(self.ask, item.step.exhibit, item.step.title or words, words),)
