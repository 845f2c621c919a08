"""How words share a row."""

from __future__ import annotations

from itertools import pairwise

from viewer.panes.listing.lines import Lines, Spot, Widths, share


def spots(lines: Lines) -> list[Spot]:
    return [spot for spot in (lines.date, lines.figures, lines.pill) if spot]


def test_a_date_alone_has_the_whole_line() -> None:
    assert share(200, Widths(80, 0, 0, 8)) == Lines(Spot(0, 0, 200), None, None, 1)


def test_all_on_one_line_where_they_fit() -> None:
    lines = share(300, Widths(80, 70, 50, 8))
    assert lines.count == 1
    assert lines.figures == Spot(0, 230, 70)
    assert lines.pill == Spot(0, 172, 50)
    assert lines.date.width == 164


def test_the_pill_goes_below_the_figures_first() -> None:
    lines = share(180, Widths(80, 70, 50, 8))
    assert (lines.figures, lines.pill, lines.count) == (Spot(0, 110, 70), Spot(1, 130, 50), 2)


def test_then_figures_and_pill_share_a_line_below_the_date() -> None:
    lines = share(140, Widths(80, 70, 50, 8))
    assert (lines.figures, lines.pill, lines.count) == (Spot(1, 0, 70), Spot(1, 90, 50), 2)


def test_nothing_is_wider_than_the_row_nor_over_another() -> None:
    for room in range(40, 320, 5):
        for figures, pill in ((0, 0), (70, 0), (0, 50), (70, 50)):
            lines = share(room, Widths(80, figures, pill, 8))
            assert all(spot.left >= 0 and spot.left + spot.width <= room for spot in spots(lines))
            assert {spot.line for spot in spots(lines)} == set(range(lines.count))
            for line in range(lines.count):
                row = sorted((spot.left, spot.left + spot.width) for spot in spots(lines)[1:] if spot.line == line)
                assert all(end <= start for (_, end), (start, _) in pairwise(row))
