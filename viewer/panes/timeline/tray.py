"""Events with no place on the axis, one after another below it: as many as fit, the rest counted; knows no Qt."""

from __future__ import annotations

from viewer.case.frozen import dataclass
from viewer.panes.timeline.asking import Loose
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.layout import Measures


@dataclass(frozen=True, slots=True)
class Item:
    """One event: its glyph from `left`, its words from `words_left`, pixels from the left as seen."""

    uid: str
    kind: int
    left: float
    right: float
    words_left: float
    words: str


@dataclass(frozen=True, slots=True)
class Tray:
    """What stands in the tray; `more` found no room and are named in the list."""

    items: tuple[Item, ...] = ()
    more: int = 0
    more_left: float = 0.0

    def at(self, x: float) -> str:
        """The event under the pointer, or ""."""
        return next((item.uid for item in self.items if item.left <= x <= item.right), "")


def fill_tray(loose: Loose, width: float, ruler: Ruler, measures: Measures, mirrored: bool) -> Tray:
    """First fit from the leading edge; titles are shortened to a fair share of the width."""
    items: list[Item] = []
    glyph, gap = measures.glyph, measures.gap
    left, reserve = gap, 14 * gap
    share = max(20 * gap, (width - left) / max(1, loose.events))
    for row in loose.rows:
        keep = reserve if len(items) + 1 < loose.events else 0.0
        words = ruler.fit(row.title, min(share, width - left - keep) - glyph - 2 * gap, False)
        if not words:
            break
        words_left = left + glyph + gap
        right = words_left + ruler.width(words, False)
        items.append(Item(row.uid, row.kind, left, right, words_left, words))
        left = right + 3 * gap
    placed = tuple(_turned(item, width) if mirrored else item for item in items)
    return Tray(placed, loose.events - len(items), width - left if mirrored else left)


def _turned(item: Item, width: float) -> Item:
    words_left = width - item.right
    return Item(item.uid, item.kind, width - item.right, width - item.left, words_left, item.words)
