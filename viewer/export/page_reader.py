"""Pictures of document pages for whoever can wait for them: read by a locked child of its own."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from viewer.case.errors import CaseError
from viewer.index.ask.holdings import holding
from viewer.locked.child import Child
from viewer.locked.messages import Pixels
from viewer.session.shelf import Shelf
from viewer.stage.page_pictures import image_of, request_for
from viewer.stage.scene import PageRef

_SHARP: Final = 2600
"""Pixels of the width of a page."""
_KEPT: Final = 3
"""Pictures kept: a page is painted for the picture file and again for the PDF."""


class PageReader:
    """Used and closed on one thread. case: the bag, None where there is only an index."""

    def __init__(self, connection: sqlite3.Connection, case: Path | None, case_uid: str) -> None:
        self._connection = connection
        self._shelf = Shelf(case, case_uid)
        self._child = Child()
        self._images: OrderedDict[tuple[str, int], tuple[QImage | None, Pixels | None]] = OrderedDict()

    def __call__(self, page: PageRef) -> QImage | None:
        """The picture; None where it cannot be had."""
        key = (page.document, page.page)
        if key not in self._images:
            self._images[key] = self._read(page)
            while len(self._images) > _KEPT:
                self._images.popitem(last=False)
        return self._images[key][0]

    def close(self) -> None:
        self._child.close()
        self._shelf.close()
        self._images.clear()

    def _read(self, page: PageRef) -> tuple[QImage | None, Pixels | None]:
        try:
            held = holding(self._connection, page.document)
            self._child.keep(held.uid, lambda: self._shelf.read(held))
            answer = self._child.ask(request_for(held, page.page, _SHARP))
        except (CaseError, OSError):  # altered, missing: the stage says that there is no picture
            return None, None
        return (image_of(answer), answer) if isinstance(answer, Pixels) else (None, None)
