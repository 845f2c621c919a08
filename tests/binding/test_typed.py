"""The names of annotations do at run time what the classes and assignments around them need."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.binding.typed import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    Protocol,
    TypeVar,
    cast,
    overload,
)

Thing = TypeVar("Thing")
Word = Literal["one", "two"]
Either = Any | None
NUMBER: Final = 3


class Place(NamedTuple):
    """A point on the board."""

    row: int
    column: int = 7

    @property
    def both(self) -> tuple[int, int]:
        return self.row, self.column


class Names(Protocol):
    def name(self) -> str: ...


class Named:
    def name(self) -> str:
        return "named"


class Holder(Generic[Thing]):
    def __init__(self, thing: Thing) -> None:
        self.thing = thing


class Row(Sequence[Thing]):
    @overload
    def __getitem__(self, at: int) -> Thing: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...

    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        raise IndexError(at)

    def __len__(self) -> int:
        return 0


def test_a_named_tuple_is_a_tuple_with_names() -> None:
    place = Place(1)
    assert place == (1, 7) == Place._make((1, 7))
    assert (place.row, place.column, place.both) == (1, 7, (1, 7))
    assert place._replace(row=2).both == (2, 7)
    assert (Place.__name__, Place.__module__, Place.__doc__) == ("Place", __name__, "A point on the board.")
    assert repr(place) == "Place(row=1, column=7)"


def test_bases_for_the_type_checker_add_nothing() -> None:
    names: Names = Named()
    assert names.name() == "named"
    held: Holder[str] = Holder("thing")
    assert held.thing == "thing"
    assert list(Row[int]()) == []
    assert issubclass(Row, Sequence)


def test_words_of_annotations_stand_for_nothing() -> None:
    words: list[object] = [cast("int", "text"), TYPE_CHECKING, Word, Either, NUMBER]
    assert words[:2] == ["text", False]
    assert words[2] is words[3]
    assert words[4] == 3
