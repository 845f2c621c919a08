"""Parts of an answer that are read when somebody looks into them: a window paints without what is not seen yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from viewer.binding.typed import Any, Final, Generic, TypeVar, overload

FEW: Final = 8
"""How many parts a first look takes."""
Part = TypeVar("Part")


class Later(Sequence[Part]):
    """Equal to any sequence of the same parts.

    Read once, in the thread of the connection behind `read` and as long as that is open. few: what reads the first
    parts, at least FEW of them if there are so many; count: what knows the length; else all is read for them, too.
    """

    def __init__(
        self,
        read: Callable[[], Sequence[Part]],
        few: Callable[[], Sequence[Part]] | None = None,
        count: Callable[[], int] | None = None,
    ) -> None:
        self._read = read
        self._few = few
        self._count = count

    @cached_property
    def _all(self) -> Sequence[Part]:
        return self._read()

    def __len__(self) -> int:
        return self._count() if self._count else len(self._all)

    def __iter__(self) -> Iterator[Part]:
        """Whoever stops among the first few has no more read."""
        begun = self._few() if self._few and "_all" not in vars(self) else ()
        yield from begun
        if not begun or len(begun) < len(self):
            yield from self._all[len(begun) :]

    @overload
    def __getitem__(self, at: int) -> Part: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Part]: ...

    def __getitem__(self, at: int | slice) -> Part | Sequence[Part]:
        if self._few and "_all" not in vars(self) and _within_few(at):
            return self._few()[at]
        return self._all[at]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (Later, tuple, list)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


def _within_few(at: int | slice) -> bool:
    if isinstance(at, int):
        return 0 <= at < FEW
    return (at.start or 0) >= 0 and at.stop is not None and 0 <= at.stop <= FEW


class Resting(Generic[Part]):
    """What rests on each of many things.

    ids: by the id of a thing those of what rests on it, asked once. The first few are read of one thing alone, and
    with a second thing of all others: a thousand small questions would take long.
    """

    def __init__(
        self,
        ids: Callable[[], Mapping[int, Sequence[int]]],
        read: Callable[[Iterable[int]], Mapping[Any, Part]],
    ) -> None:
        self._ask = ids
        self._read = read
        self._begun: dict[int, list[Part]] = {}

    def on(self, thing: int) -> Later[Part]:
        return Later(partial(self._whole, thing), partial(self._few, thing), partial(self._count, thing))

    @cached_property
    def _ids(self) -> Mapping[int, Sequence[int]]:
        return self._ask()

    def _count(self, thing: int) -> int:
        return len(self._ids.get(thing, ()))

    def _whole(self, thing: int) -> list[Part]:
        ids = self._ids.get(thing, ())
        parts = self._read(ids)
        return [parts[id_] for id_ in ids]

    def _few(self, thing: int) -> list[Part]:
        if thing in self._ids and thing not in self._begun:
            wanted = self._ids.keys() - self._begun.keys() if self._begun else {thing}
            ids = {one: self._ids[one][:FEW] for one in wanted}
            parts = self._read({id_ for some in ids.values() for id_ in some})
            self._begun |= {one: [parts[id_] for id_ in some] for one, some in ids.items()}
        return self._begun.get(thing, [])
