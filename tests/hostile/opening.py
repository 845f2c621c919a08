"""Opens a case as the window would, and answers how it went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.case.errors import CaseError
from viewer.index.ask import about
from viewer.index.reader import open_index
from viewer.intake import opening
from viewer.intake.opened import Opened
from viewer.intake.own_index import SMALL


@contextmanager
def opened(path: Path, small: int = SMALL) -> Iterator[Opened]:
    """The case, until the context ends. Raises what `open_case` raises."""
    case = opening.opened(path, small)
    try:
        yield case
    finally:
        case.close()


def opened_or_refused(path: Path, small: int = SMALL) -> CaseError | None:
    """None = it opens, and can be asked."""
    try:
        with opened(path, small) as case:
            connection = open_index(case.index)
            try:
                about.heading(connection)
            finally:
                connection.close()
    except CaseError as refused:
        return refused
    return None
