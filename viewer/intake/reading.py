"""The records of a case: checked and handed over by the locked child, as the window gets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from operator import attrgetter
from typing import Any

from viewer.case import store
from viewer.case.bag import DATABASE, Bag
from viewer.case.diff import Reader
from viewer.intake.header import check_header
from viewer.locked.case_reader import CaseReader


@contextmanager
def reading(bag: Bag, unwanted: Callable[[], bool] = lambda: False) -> Iterator[Reader]:
    """Reads the records while the context lasts, one table at a time.

    unwanted: whether nobody waits any more, asked while the child works. Raises CaseError, and Unwanted of the
    child's reader.
    """
    content = bag.database()
    check_header(content, DATABASE)
    with closing(CaseReader(DATABASE, unwanted)) as reader:
        reader.check(content)

        def read(record: type[Any]) -> Iterable[Any]:
            columns = store.columns_of(record)
            values = attrgetter(*columns)
            return [record(**dict(zip(columns, values(row), strict=True))) for row in reader.records(record)]

        yield read
