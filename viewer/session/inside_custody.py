"""The custody table inside a case, read through the locked child as everything of a sent database is."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from viewer.case.custody import Break, verify_chain
from viewer.case.frozen import dataclass
from viewer.case.records_of_use import Custody


@dataclass(frozen=True, slots=True)
class Inside:
    """The steps in their order, where the chain does not hold, uid and title of each document by its number."""

    rows: tuple[Custody, ...]
    breaks: tuple[Break, ...]
    documents: dict[int, tuple[str, str]]

    def uid(self, row: Custody) -> str | None:
        """The document a step names; None = it is about the whole case."""
        return self.documents[row.document_id][0] if row.document_id in self.documents else None


def read_inside(case: Path) -> Generator[float, None, Inside]:
    """Raises CaseError, OSError."""
    from viewer.case.bag import DATABASE, Bag
    from viewer.case.records import Document
    from viewer.case.store import columns_of
    from viewer.locked.case_reader import CaseReader

    yield 0.0
    with Bag.open(case) as bag, closing(CaseReader(DATABASE, lambda: False)) as reader:
        reader.check(bag.database())
        yield 0.5
        names = columns_of(Custody)
        rows = [Custody(**{name: getattr(row, name) for name in names}) for row in reader.records(Custody)]
        rows.sort(key=lambda row: row.seq)
        documents = {row.id: (row.uid, row.title) for row in reader.records(Document)} if rows else {}
    yield 1.0
    return Inside(tuple(rows), verify_chain(rows), documents)
