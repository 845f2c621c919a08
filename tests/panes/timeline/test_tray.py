"""Events beside the axis."""

from __future__ import annotations

from itertools import pairwise

from viewer.index.ask.events import EventRow
from viewer.panes.timeline.asking import Loose
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.layout import Measures
from viewer.panes.timeline.spoken import beside
from viewer.panes.timeline.tray import fill_tray
from viewer.wording.voice import English


def loose(count: int) -> Loose:
    return Loose(tuple(rows(count)), count)


def rows(count: int) -> list[EventRow]:
    return [
        EventRow(f"E{n}", f"A title that is rather long {n}", None, None, 0, None, False, (), "undated")
        for n in range(count)
    ]


def test_one_after_another_from_the_leading_edge(ruler: Ruler) -> None:
    tray = fill_tray(loose(3), 1200, ruler, Measures(), mirrored=False)
    assert [item.uid for item in tray.items] == ["E0", "E1", "E2"]
    assert tray.items[0].left < 10 and tray.more == 0
    assert all(a.right < b.left for a, b in pairwise(tray.items))
    assert tray.at(tray.items[1].left + 1) == "E1"


def test_what_finds_no_room_is_counted(ruler: Ruler) -> None:
    tray = fill_tray(loose(50), 800, ruler, Measures(), mirrored=False)
    assert 0 < len(tray.items) < 50
    assert len(tray.items) + tray.more == 50
    assert all(item.right <= 800 for item in tray.items)
    assert tray.more_left <= 800 - 40


def test_a_mirrored_tray_begins_at_the_right(ruler: Ruler) -> None:
    tray = fill_tray(loose(2), 1000, ruler, Measures(), mirrored=True)
    assert tray.items[0].right > 990
    assert tray.items[1].right < tray.items[0].left
    assert tray.items[0].words_left == tray.items[0].left


def test_the_tray_says_why() -> None:
    total = EventRow("T", "Sum", None, None, 0, None, False, (), "total")
    order = EventRow("O", "Then", None, None, 0, None, False, (), "order")
    assert beside(English(), Loose((total,), 1)) == "Not on the axis: 1 total"
    assert beside(English(), Loose((total, order, *rows(3)), 5)) == (
        "Not on the axis: 1 total, 1 known by order only, 3 undated"
    )
    assert beside(English(), Loose()) == ""


def test_more_than_were_asked_for_are_counted() -> None:
    many = Loose(tuple(rows(60)), 1230)
    assert beside(English(), many) == "1,230 not on the axis"
    tray = fill_tray(many, 900, _Sevens(), Measures(), mirrored=False)
    assert len(tray.items) + tray.more == 1230


class _Sevens:
    def width(self, text: str, strong: bool) -> float:
        return 7.0 * len(text)

    def fit(self, text: str, room: float, strong: bool) -> str:
        return text if self.width(text, strong) <= room else ""
