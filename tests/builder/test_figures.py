"""A figure in one cell becomes what is stated, and nothing is added to it."""

from __future__ import annotations

import pytest

from viewer.builder.figures import figure_of
from viewer.builder.values import Refused
from viewer.case.figure import Figure


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("34", Figure(34, 34, 34, "exact")),
        ("exactly 34", Figure(34, 34, 34, "exact")),
        ("1,300", Figure(1300, 1300, 1300, "exact")),
        ("1 300", Figure(1300, 1300, 1300, "exact")),
        ("٣٤", Figure(34, 34, 34, "exact")),
        ("0", Figure(0, 0, 0, "exact")),
        (">=34", Figure(low=34, qualifier="at-least")),
        ("≥ 34", Figure(low=34, qualifier="at-least")),
        ("At least 34", Figure(low=34, qualifier="at-least")),
        ("34+", Figure(low=34, qualifier="at-least")),
        ("34 or more", Figure(low=34, qualifier="at-least")),
        ("more than 30", Figure(low=30, qualifier="more-than")),
        (">30", Figure(low=30, qualifier="more-than")),
        ("up to 40", Figure(high=40, qualifier="up-to")),
        ("<=40", Figure(high=40, qualifier="up-to")),
        ("fewer than 40", Figure(high=40, qualifier="fewer-than")),
        ("about  30", Figure(best=30, qualifier="about")),
        ("~3,400", Figure(best=3400, qualifier="about")),
        ("30-35", Figure(low=30, high=35, qualifier="range")),
        ("30 – 35", Figure(low=30, high=35, qualifier="range")),
        ("between 30 and 35", Figure(low=30, high=35, qualifier="range")),
        ("35-30", Figure(low=35, high=30, qualifier="range")),
        ("about 4,000 to 5,000", Figure(low=4000, high=5000, qualifier="about")),
        ("Dozens", Figure(qualifier="dozens")),
    ],
)
def test_a_cell_says(cell: str, figure: Figure) -> None:
    assert figure_of(cell) == figure


@pytest.mark.parametrize("cell", ["a lot", "34.5", "1,30", "thirty", "34 35", "-3", "30-", "several dozens"])
def test_what_is_no_figure_is_refused(cell: str) -> None:
    with pytest.raises(Refused, match="bad-figure"):
        figure_of(cell)
