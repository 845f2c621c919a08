"""Marks in lanes: nothing lost, nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from viewer.index.ask.timeline import Lane, Mark
from viewer.panes.timeline.bodies import body_of
from viewer.panes.timeline.labels import Caption, Ruler
from viewer.panes.timeline.layout import Measures, Placed, Room, Strip, lay_out
from viewer.panes.timeline.scale import Scale, around
from viewer.panes.timeline.ticks import DAY, second_of

Make = Callable[..., Mark]


def captions(uids: tuple[str, ...]) -> Caption:
    return (
        Caption("8 Apr 2011", f"What happened in {uids[0]}")
        if len(uids) == 1
        else Caption(f"{len(uids)} events", "")
    )


def over(years: tuple[int, int], width: float = 1000, mirrored: bool = False) -> Scale:
    return Scale(second_of(years[0], 1), second_of(years[1], 1), width, mirrored)


def spans(strip: Strip) -> list[tuple[float, float, float, bool]]:
    """Row by row, what is drawn where: y, left, right, whether it is a label."""
    made = [(mark.y, mark.body.left, mark.body.right, False) for mark in strip.marks]
    labels = [(mark.y, mark.label) for mark in strip.marks if mark.label]
    made += [(y, label.left, label.right, True) for y, label in labels if label.place != "inside"]
    return sorted(made)


@pytest.fixture
def crowd(mark: Make) -> list[Mark]:
    days = [f"2011-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29)]
    return [mark(f"E{number:03d}", day, number // 280) for number, day in enumerate(days)]


def test_nothing_is_lost_in_a_crowd(crowd: list[Mark], lanes: Sequence[Lane], ruler: Ruler) -> None:
    strip = lay_out(crowd, lanes, Room(over((2010, 2013)), 200, captions, ruler))
    uids = [uid for placed in strip.marks for uid in placed.uids]
    assert sorted(uids) == [one.uid for one in crowd]
    assert len(strip.marks) < len(crowd) / 2
    assert any(placed.crowd for placed in strip.marks)


def test_a_crowd_comes_apart_when_one_is_close_enough(
    crowd: list[Mark], lanes: Sequence[Lane], ruler: Ruler
) -> None:
    scale = Scale(second_of(2011, 4), second_of(2011, 5), 1000)
    strip = lay_out(crowd, lanes, Room(scale, 200, captions, ruler))
    seen = [placed for placed in strip.marks if placed.body.right > 0 and placed.body.left < 1000]
    assert len(seen) >= 28
    assert not any(placed.crowd for placed in seen)


@pytest.mark.parametrize("height", [48, 120, 400])
@pytest.mark.parametrize("years", [(2010, 2013), (2000, 2020), (2011, 2012)])
def test_labels_stay_in_view_and_off_each_other(
    some_marks: Sequence[Mark],
    lanes: Sequence[Lane],
    ruler: Ruler,
    years: tuple[int, int],
    height: float,
) -> None:
    strip = lay_out(some_marks, lanes, Room(over(years), height, captions, ruler))
    labels = [placed.label for placed in strip.marks if placed.label]
    assert labels
    assert all(label.left >= 0 and label.right <= 1000 for label in labels)
    for one, next_ in pairwise(spans(strip)):
        if one[0] == next_[0] and (one[3] or next_[3]):
            assert one[2] <= next_[1] + 0.01, (one, next_)


def test_labels_are_shortened_with_an_ellipsis_or_left_out(mark: Make, ruler: Ruler) -> None:
    marks = [mark("E1", "2010-03-01"), mark("E2", "2011-03-01"), mark("E3", "2011-05-15")]
    strip = lay_out(marks, [Lane(0, "Kind", 3)], Room(over((2010, 2015)), 16, captions, ruler))
    first, second, third = strip.marks
    assert first.label and first.label.title.endswith("…")
    assert second.label is None
    assert third.label and third.label.title == "What happened in E3"


def test_the_chosen_one_gets_its_label_first(mark: Make, ruler: Ruler) -> None:
    marks = [mark("E1", "2010-03-01"), mark("E2", "2011-06-01"), mark("E3", "2011-06-25")]
    room = Room(over((2010, 2015)), 16, captions, ruler)
    plain = lay_out(marks, [Lane(0, "Kind", 3)], room).of("E2")
    assert plain and plain.label is None
    strong = lay_out(marks, [Lane(0, "Kind", 3)], room, "E2").of("E2")
    assert strong and strong.label and strong.label.strong


def test_lanes_do_not_jump_while_panning(crowd: list[Mark], lanes: Sequence[Lane], ruler: Ruler) -> None:
    scale = Scale(second_of(2011, 3), second_of(2011, 6), 1000)
    kept: dict[str, int] = {}
    before: dict[str, float] = {}
    for _ in range(20):
        scale = scale.panned(37)
        near = [one for one in crowd if one.start and scale.shows(one.start - 20 * DAY, one.start + 20 * DAY)]
        strip = lay_out(near, lanes, Room(scale, 200, captions, ruler), "", kept)
        rows = {uid: placed.y for placed in strip.marks for uid in placed.uids}
        assert all(before[uid] == y for uid, y in rows.items() if uid in before)
        before |= rows
        kept |= strip.rows


def test_ten_kinds_fit_in_the_height_of_the_strip(mark: Make, ruler: Ruler) -> None:
    kinds = [Lane(number, f"Kind {number}", 1) for number in range(10)]
    marks = [mark(f"E{number}", "2011-04-08", number) for number in range(10)]
    strip = lay_out(marks, kinds, Room(over((2010, 2012)), 178, captions, ruler))
    assert strip.height == pytest.approx(178)
    assert all(placed.height >= 17 for placed in strip.marks)


def test_rows_grow_with_the_height_but_not_without_end(
    some_marks: Sequence[Mark], lanes: Sequence[Lane], ruler: Ruler
) -> None:
    strip = lay_out(some_marks, lanes, Room(over((2008, 2014)), 900, captions, ruler))
    assert {placed.height for placed in strip.marks} == {Measures().high}


def test_a_ring_comes_with_a_high_row_and_keeps_labels_off(mark: Make, ruler: Ruler) -> None:
    marks = [mark("E1", "2011-04-08"), mark("E2", "2013-02~/2013-08")]
    lanes = [Lane(0, "Kind", 2)]
    low, high = (lay_out(marks, lanes, Room(over((2010, 2014)), height, captions, ruler)) for height in (16, 34))
    assert {placed.ring for placed in low.marks} == {0.0}
    ringed = high.of("E1")
    assert ringed and ringed.ring == 32
    assert ringed.label and ringed.label.place == "after"
    assert ringed.label.left >= ringed.body.centre + 16
    bar = high.of("E2")
    assert bar and not bar.ring


def test_a_mirrored_view_is_the_mirror_image(
    some_marks: Sequence[Mark], lanes: Sequence[Lane], ruler: Ruler
) -> None:
    plain = lay_out(some_marks, lanes, Room(over((2009, 2013)), 200, captions, ruler))
    turned = lay_out(some_marks, lanes, Room(over((2009, 2013), mirrored=True), 200, captions, ruler))
    for one, other in zip(plain.marks, turned.marks, strict=True):
        assert one.uids == other.uids
        assert other.body.left == pytest.approx(1000 - one.body.right)
        assert (other.body.first, other.body.last) == (one.body.last, one.body.first)
        if one.label:
            assert other.label and other.label.right == pytest.approx(1000 - one.label.left)


# How honest ends are


def body(mark: Mark, years: tuple[int, int] = (2008, 2014)) -> Placed:
    strip = lay_out([mark], [Lane(mark.kind, "Kind", 1)], Room(over(years), 40, captions, _Plain()))
    return strip.marks[0]


class _Plain:
    def width(self, text: str, strong: bool) -> float:
        return 7.0 * len(text)

    def fit(self, text: str, room: float, strong: bool) -> str:
        return text if 7 * len(text) <= room else ""


def test_an_end_that_is_not_sure_fades_and_a_sure_one_is_an_edge(mark: Make) -> None:
    bar = body(mark("E1", "2009-03~/2010-05-02")).body
    assert bar.first.fade >= 20 and not bar.first.sure
    assert bar.last.sure and not bar.last.onward


def test_an_open_end_runs_to_the_edge_of_the_view(mark: Make) -> None:
    late = body(mark("E1", "2010-09-01/..")).body
    assert late.first.sure
    assert (late.last.onward, late.right) == (True, 1000)
    early = body(mark("E2", "../2010-09-01")).body
    assert (early.first.onward, early.left, early.last.sure) == (True, 0, True)


def test_a_month_fades_on_both_sides_when_it_is_wide_enough(mark: Make) -> None:
    month = body(mark("E1", "2011-05"), (2011, 2012)).body
    assert not month.point
    assert month.first.fade > 0 and month.last.fade > 0
    far = body(mark("E1", "2011-05")).body
    assert far.point and far.hollow


def test_about_is_never_a_sharp_point(mark: Make) -> None:
    assert body(mark("E1", "2011-05-03~")).body.soft
    assert body(mark("E1", "2011-05-03?")).body.soft
    sharp = body(mark("E1", "2011-05-03")).body
    assert not sharp.soft and not sharp.hollow


def test_a_day_stays_a_point_within_its_day_when_one_is_close(mark: Make) -> None:
    hours = Scale(second_of(2011, 4, 7), second_of(2011, 4, 10), 900)
    day = body_of(mark("E1", "2011-04-08"), hours, 12)
    assert day.point and day.centre == 450
    assert day.reach == pytest.approx((300, 600))
    assert body_of(mark("E1", "2011-04-08"), over((2008, 2014)), 12).reach is None


def test_a_pointer_means_the_glyph_before_the_bar_below_it(mark: Make) -> None:
    marks = [mark("E1", "2010/2013"), mark("E2", "2011-06-15")]
    strip = lay_out(marks, [Lane(0, "Kind", 2)], Room(over((2009, 2014)), 16, captions, _Plain()))
    point = strip.of("E2")
    assert point and strip.at(point.body.centre, point.y) == point
    bar = strip.of("E1")
    assert bar and strip.at(bar.body.left + 5, bar.y) == bar
    assert strip.at(2, 500) is None


def test_an_empty_case_is_an_empty_strip(ruler: Ruler) -> None:
    strip = lay_out([], [], Room(around(0, 1, 500, 10), 100, captions, ruler))
    assert (strip.marks, strip.height) == ((), 0)
