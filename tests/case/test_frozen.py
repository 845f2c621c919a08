"""Records behave as the standard library's frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from viewer.case.frozen import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A record with everything a record may have."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.x != 0

    @property
    def sum(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same by the standard library."""

    x: int
    y: int = 2
    names: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Single:
    """One field only."""

    uid: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another class with the same field."""

    uid: str


@pytest.mark.parametrize(
    "values, named", [((1,), {}), ((1, 3), {}), ((), {"x": 1}), ((1,), {"names": ["a"]}), ((1, 3, ["a"]), {})]
)
def test_values_come_in_order_or_by_name_and_defaults_fill_the_rest(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    ours, theirs = Point(*values, **named), Standard(*values, **named)  # type: ignore[arg-type]
    assert (ours.x, ours.y, ours.names) == (theirs.x, theirs.y, theirs.names)


@pytest.mark.parametrize("values, named", [((), {}), ((1, 2, [], 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_too_many_too_few_or_unknown_values_are_refused(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        Standard(*values, **named)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Point(*values, **named)  # type: ignore[arg-type]


def test_a_default_that_can_be_changed_is_made_anew() -> None:
    assert Point(1).names is not Point(1).names


def test_a_record_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    with pytest.raises(AttributeError):
        point.unknown = 1  # type: ignore[attr-defined]
    assert point.x == 1 and not hasattr(point, "__dict__")


def test_equal_values_of_one_class_are_equal_and_hash_alike() -> None:
    assert Single("E1") == Single("E1") and hash(Single("E1")) == hash(Single("E1"))
    others: tuple[object, ...] = (Single("E2"), Other("E1"), ("E1",))
    assert all(Single("E1") != other for other in others)
    assert len({Single("E1"), Single("E1"), Single("E2")}) == 2


def test_what_the_class_defines_stays() -> None:
    assert not Point(0) and Point(1) and Point(1, 4).sum == 5
    assert Point.__doc__ == "A record with everything a record may have."
    assert Point.__qualname__ == "Point" and Point.__module__ == __name__


def test_it_says_what_it_holds() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, names=[])"


def test_a_copy_with_other_values_leaves_the_first_as_it_is() -> None:
    point = Point(1)
    assert replace(point, y=5) == Point(1, 5) and point == Point(1)
    with pytest.raises(TypeError):
        replace(point, z=5)  # type: ignore[call-arg]


def test_it_can_be_copied_and_sent() -> None:
    point = Point(1, 3, ["a"])
    deep = copy.deepcopy(point)
    assert deep == point and deep.names is not point.names
    assert pickle.loads(pickle.dumps(point)) == point


def test_it_can_be_matched() -> None:
    match Point(1, 3):
        case Point(x, y):
            assert (x, y) == (1, 3)


def test_the_standard_library_takes_it_for_one_of_its_own() -> None:
    point = Point(1, 3)
    assert dataclasses.is_dataclass(point)
    assert [part.name for part in dataclasses.fields(Point)] == ["x", "y", "names"]
    assert dataclasses.asdict(point) == {"x": 1, "y": 3, "names": []}
    assert dataclasses.replace(point, y=4) == Point(1, 4)


def test_what_it_does_not_offer_is_refused() -> None:
    with pytest.raises(TypeError):

        @dataclass(frozen=False, slots=True)
        class Changing:
            x: int

    with pytest.raises(TypeError):

        @dataclass(frozen=True, slots=True)
        class Inheriting(Single):
            y: int
