"""Two versions of a case compared: both are read through locked children, the one that is open as well."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from viewer.case.bag import DATABASE, Bag
from viewer.case.diff import Difference, Reader, compare
from viewer.case.frozen import dataclass
from viewer.case.store import columns_of
from viewer.locked.case_reader import CaseReader

Unwanted = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Compared:
    """Digests of the two cases, in hex, and what differs; other_case: their identifiers are not the same."""

    old: str
    new: str
    differences: tuple[Difference, ...]

    @property
    def other_case(self) -> bool:
        """Whether the two are versions of different cases."""
        return any(found.entity == "case" and found.uid == "case_uid" for found in self.differences)


def differ(old: Path, new: Path, unwanted: Unwanted) -> Generator[float, None, Compared]:
    """Yields the share done. unwanted: whether nobody waits any more, asked while a child works.

    Raises CaseError, OSError, viewer.locked.case_reader.Unwanted.
    """
    yield 0.0
    with ExitStack() as stack:
        before, first = _open(old, unwanted, stack)
        yield 0.1
        after, second = _open(new, unwanted, stack)
        yield 0.2
        steps = compare(before, after)
        while True:
            try:
                yield 0.2 + 0.8 * next(steps)
            except StopIteration as ended:
                return Compared(first, second, ended.value)


def _open(path: Path, unwanted: Unwanted, stack: ExitStack) -> tuple[Reader, str]:
    """The records of a case, as long as the stack holds, and the digest of it."""
    with Bag.open(path) as bag:
        content, digest = bag.database(), bag.digest
    child = stack.enter_context(closing(CaseReader(DATABASE, unwanted)))
    child.check(content)

    def read(record: type[Any]) -> Iterator[Any]:
        names = columns_of(record)
        return (record(**{name: getattr(row, name) for name in names}) for row in child.records(record))

    return read, digest
