"""Documents in a real bag, read through a real lens: what the pane is handed when a case holds them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.source.made import claim_of, named_event, source_of
from viewer.case import bag
from viewer.index.ask.holdings import Holding
from viewer.index.ask.sources import DocumentHead, DocumentView, PassageView, Rect
from viewer.panes.source.area import DocumentArea
from viewer.panes.source.opening import OpeningSheet
from viewer.panes.source.page_sheet import PageSheet
from viewer.panes.source.pane import SourcePane
from viewer.session.lens import Lens, Seat
from viewer.session.shelf import Shelf

WAIT = 20_000
"""Milliseconds, on a machine that is busy."""


def passage(
    uid: str,
    exact: str | None = None,
    *,
    page: int | None = None,
    rects: tuple[Rect, ...] = (),
    xywh: Rect | None = None,
    start: int | None = None,
    end: int | None = None,
    t_start: float | None = None,
) -> PassageView:
    """A passage with one claim."""
    return PassageView(
        uid, None, exact, "en", start, end, page, (claim_of(uid.upper()),), (), None, None, None, None,
        rects=rects, xywh=xywh, t_start=t_start,
    )  # fmt: skip


class Case:
    """A bag with files, and a lens on it."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]) -> None:
        self._holdings: dict[str, Holding] = {}
        payload = {}
        for name, content in files.items():
            path = folder / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            payload[f"documents/{name}"] = path
            digest = hashlib.sha256(content).hexdigest()
            alt = "A harbour at dawn."
            self._holdings[name] = Holding(name, f"documents/{name}", "", len(content), digest, name, alt)
        bag.write(folder / "case.evcase", payload, {})
        self.lens = Lens(Shelf(folder / "case.evcase", "case", lambda: folder / "originals"))

    def seat(self, uid: str) -> Seat:
        return self.lens.seat(self.holding(uid))

    def holding(self, uid: str) -> Holding:
        """What is known of a file; of any other name nothing is held."""
        return self._holdings.get(uid) or Holding(uid, None, "application/pdf", None, None, None, None)

    def miss(self, uid: str, sha256: str | None) -> None:
        """A document that is not in the case; its SHA-256 may be known."""
        self._holdings[uid] = Holding(uid, None, "application/pdf", None, sha256, None, None)

    def document(
        self, name: str, media_type: str, *passages: PassageView, hold: str = "held", graphic: bool = False
    ) -> DocumentView:
        """A document of the case as the index would hand it over."""
        known = self.holding(name)
        head = DocumentHead(
            name, f"The file {name}", "en", media_type, known.byte_size, known.sha256, hold,
            None, None, None, None, None, graphic,
        )  # fmt: skip
        claims = {claim.uid: claim for passage in passages for claim in passage.claims}
        return DocumentView(head, "s1", (), passages, claims.get, named_event)


def shown(qtbot: QtBot, pane: SourcePane, case: Case, document: DocumentView) -> DocumentArea:
    """The document in the pane, when nothing is pending any more."""
    pane.area.lend(case.seat)
    pane.show_source(source_of(document.head))
    pane.show_document(document)
    at_rest(qtbot, case)
    return pane.area


def at_rest(qtbot: QtBot, case: Case) -> None:
    """Nothing is pending, and what has come is painted."""
    qtbot.waitUntil(lambda: case.lens.idle, timeout=WAIT)
    qtbot.wait(60)
    qtbot.waitUntil(lambda: case.lens.idle, timeout=WAIT)
    QApplication.processEvents()


def page_sheet(area: DocumentArea) -> PageSheet:
    """The sheet of pages that has come."""
    assert isinstance(area.sheet, OpeningSheet) and isinstance(area.sheet.sheet, PageSheet)
    return area.sheet.sheet


Making = Callable[[Mapping[str, bytes]], Case]
