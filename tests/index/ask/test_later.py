"""What is read when somebody looks into it is read once, and no more of it than is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from viewer.index.ask.later import FEW, Later, Resting

NUMBERS = list(range(3 * FEW))


class Reader:
    """Answers, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[set[int]] = []

    def all(self) -> list[int]:
        self.asked.append(set(NUMBERS))
        return NUMBERS

    def names(self, ids: Iterable[int]) -> Mapping[int, str]:
        self.asked.append(set(ids))
        return {id_: f"n{id_}" for id_ in self.asked[-1]}


def test_it_is_read_once_and_not_before_somebody_looks() -> None:
    reader = Reader()
    later = Later(reader.all)
    assert reader.asked == []
    assert (later[5], len(later), list(later), later[-1], later[2:4]) == (5, 24, NUMBERS, 23, [2, 3])
    assert reader.asked == [set(NUMBERS)]


def test_it_is_equal_to_a_sequence_of_the_same_parts() -> None:
    reader = Reader()
    assert Later(reader.all) == NUMBERS == Later(reader.all)
    assert Later(reader.all) == tuple(NUMBERS)
    assert Later(reader.all) != NUMBERS[1:]
    assert Later(reader.all) != "012"
    assert hash(Later(reader.all)) == hash(tuple(NUMBERS))
    assert repr(Later(reader.all)) != repr(NUMBERS)


@pytest.mark.parametrize("early", [0, FEW - 1, slice(FEW), slice(2, 5), slice(0, 0)])
def test_a_first_look_reads_a_few(early: int | slice) -> None:
    reader = Reader()
    later = Later(reader.all, few=lambda: NUMBERS[:FEW], count=lambda: len(NUMBERS))
    assert later[early] == NUMBERS[early]
    assert len(later) == len(NUMBERS)
    assert reader.asked == []


@pytest.mark.parametrize("late", [FEW, -1, slice(None), slice(FEW + 1), slice(-2, 3), slice(3, None), slice(-1)])
def test_any_other_look_reads_all(late: int | slice) -> None:
    reader = Reader()
    later = Later(reader.all, few=lambda: NUMBERS[:FEW])
    assert later[late] == NUMBERS[late]
    assert len(reader.asked) == 1


def test_of_many_things_the_first_is_read_alone_and_the_others_together() -> None:
    reader = Reader()
    ids = {1: [10], 2: list(range(20, 40)), 3: [10, 30], 4: [99]}
    resting = Resting(lambda: ids, reader.names)
    parts = {thing: resting.on(thing) for thing in (1, 2, 3, 4, 5)}
    assert [len(parts[thing]) for thing in parts] == [1, 20, 2, 1, 0]
    assert reader.asked == []
    assert parts[2][:3] == ["n20", "n21", "n22"]
    assert reader.asked == [set(range(20, 20 + FEW))]
    assert (parts[3][0], parts[1][0], parts[4][:FEW]) == ("n10", "n10", ["n99"])
    assert reader.asked[1:] == [{10, 30, 99}]
    assert list(parts[2]) == [f"n{id_}" for id_ in range(20, 40)]
    assert reader.asked[2:] == [set(range(20, 40))]
    assert list(parts[5]) == [] == parts[5][:2]
