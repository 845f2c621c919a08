"""The records of a case for a command: checked and handed over by the locked child, as the window gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from operator import attrgetter
from typing import Any

from viewer.case import store
from viewer.case.bag import DATABASE, Bag
from viewer.case.diff import Reader
from viewer.intake.header import check_header
from viewer.locked.case_reader import CaseReader


@contextmanager
def reading(bag: Bag) -> Iterator[Reader]:
    """Reads the records while the context lasts, one table at a time. Raises CaseError."""
    content = bag.database()
    check_header(content, DATABASE)
    with closing(CaseReader(DATABASE, lambda: False)) as reader:
        reader.check(content)

        def read(record: type[Any]) -> Iterable[Any]:
            columns = store.columns_of(record)
            values = attrgetter(*columns)
            return [record(**dict(zip(columns, values(row), strict=True))) for row in reader.records(record)]

        yield read
