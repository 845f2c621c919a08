"""Where passages show and how their marks make room for each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from viewer.index.ask.sources import Block
from viewer.panes.source.layout import Places, Stretch, depths, joined, shown, stacked


def block(text: str, *pieces: tuple[int, int, int]) -> Block:
    return Block("paragraph", 0, text, (), pieces)


def test_a_range_shows_where_its_piece_does() -> None:
    assert shown(Places([block("Hello", (0, 10, 5))]), 11, 14) == (Stretch(0, 1, 4),)


def test_markup_between_two_pieces_does_not_part_a_passage() -> None:
    # "one **two** three" from offset 0: shown "one two three"
    text = block("one two three", (0, 0, 4), (4, 6, 3), (7, 11, 6))
    assert shown(Places([text]), 0, 17) == (Stretch(0, 0, 13),)


def test_a_passage_may_run_over_blocks() -> None:
    two = [block("abc", (0, 0, 3)), block("def", (0, 5, 3))]
    assert shown(Places(two), 1, 7) == (Stretch(0, 1, 3), Stretch(1, 0, 2))


def test_what_stands_only_in_markup_or_nowhere_does_not_show() -> None:
    text = [block("abc", (0, 2, 3))]
    assert shown(Places(text), 0, 2) == ()
    assert shown(Places(text), None, None) == ()


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=4), max_size=6),
    st.integers(0, 150),
    st.integers(1, 40),
)
def test_a_range_shows_in_every_piece_it_touches(gaps: list[list[tuple[int, int]]], start: int, long: int) -> None:
    """Against the plain way, which looks at every piece."""
    made, there = [], 0
    for block_gaps in gaps:
        pieces, here = [], 0
        for gap, length in block_gaps:
            pieces.append((here, there + gap, length))
            here, there = here + length, there + gap + length
        made.append(block("x" * here, *pieces))
    plain = {}
    for number, text in enumerate(made):
        points = [
            here + point - place
            for here, place, length in text.pieces
            for point in range(max(place, start), min(place + length, start + long))
        ]
        if points:
            plain[number] = (points[0], points[-1] + 1)
    expected = tuple(Stretch(number, *ends) for number, ends in plain.items())
    assert shown(Places(made), start, start + long) == expected


def test_overlapping_passages_have_underlines_of_different_depth() -> None:
    assert depths([(0, 10), (2, 5), (5, 8), (12, 14)]) == [0, 1, 1, 0]


def test_intervals_that_touch_become_one() -> None:
    assert joined([(5, 9), (0, 5), (12, 13)]) == [(0, 9), (12, 13)]


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=20), st.integers(0, 19))
def test_marks_never_touch_and_the_fixed_one_stays(wanted: list[float], number: int) -> None:
    wanted.sort()
    fixed = number % len(wanted)
    placed = stacked(wanted, 20, fixed)
    assert placed[fixed] == wanted[fixed]
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(placed))
