"""Events beside the axis."""

from __future__ import annotations

from itertools import pairwise

from viewer.index.ask.events import EventRow
from viewer.panes.timeline.labels import Ruler
from viewer.panes.timeline.layout import Measures
from viewer.panes.timeline.spoken import beside
from viewer.panes.timeline.tray import fill_tray
from viewer.wording.voice import English


def rows(count: int) -> list[EventRow]:
    return [
        EventRow(f"E{n}", f"A title that is rather long {n}", None, None, 0, None, False, (), "undated")
        for n in range(count)
    ]


def test_one_after_another_from_the_leading_edge(ruler: Ruler) -> None:
    tray = fill_tray(rows(3), 1200, ruler, Measures(), mirrored=False)
    assert [item.uid for item in tray.items] == ["E0", "E1", "E2"]
    assert tray.items[0].left < 10 and tray.more == 0
    assert all(a.right < b.left for a, b in pairwise(tray.items))
    assert tray.at(tray.items[1].left + 1) == "E1"


def test_what_finds_no_room_is_counted(ruler: Ruler) -> None:
    tray = fill_tray(rows(50), 800, ruler, Measures(), mirrored=False)
    assert 0 < len(tray.items) < 50
    assert len(tray.items) + tray.more == 50
    assert all(item.right <= 800 for item in tray.items)
    assert tray.more_left <= 800 - 40


def test_a_mirrored_tray_begins_at_the_right(ruler: Ruler) -> None:
    tray = fill_tray(rows(2), 1000, ruler, Measures(), mirrored=True)
    assert tray.items[0].right > 990
    assert tray.items[1].right < tray.items[0].left
    assert tray.items[0].words_left == tray.items[0].left


def test_the_tray_says_why() -> None:
    total = EventRow("T", "Sum", None, None, 0, None, False, (), "total")
    order = EventRow("O", "Then", None, None, 0, None, False, (), "order")
    assert beside(English(), [total]) == "Not on the axis: 1 total"
    assert beside(English(), [total, order, *rows(3)]) == (
        "Not on the axis: 1 total, 1 known by order only, 3 undated"
    )
    assert beside(English(), []) == ""
