"""Marks made from a date in one line, a ruler without fonts, and a pane over real parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.panes.timeline.made import Remembered
from viewer.case.when import parse, seconds
from viewer.index.ask.chips import Headline
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Lane, Mark
from viewer.index.doubt import to_the_day
from viewer.look.current import Look
from viewer.panes.timeline.pane import TimelinePane
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

KINDS = ("Use of force", "Restriction", "Statement")


def made(
    uid: str,
    edtf: str,
    kind: int = 0,
    title: str = "Something happens",
    *,
    headline: Headline | None = None,
    disputed: bool = False,
) -> Mark:
    """A mark as the index answers it."""
    when = parse(edtf)
    row = EventRow(uid, title, when, None, kind, headline, disputed, (True, False), "")
    start = None if when.earliest_jd is None else seconds(when.earliest_jd)
    end = None if when.latest_jd is None else seconds(when.latest_jd)
    sure = when.sure_start, when.sure_end
    doubt = when.approximate, when.uncertain
    return Mark(uid, title, kind, start, end, *sure, *doubt, to_the_day(when), when, row, kind)


class Sevens:
    """Every letter is seven pixels wide."""

    def width(self, text: str, strong: bool) -> float:
        return 7.0 * len(text)

    def fit(self, text: str, room: float, strong: bool) -> str:
        letters = int(room // 7)
        if len(text) <= letters:
            return text
        return text[: letters - 1] + "…" if letters > 7 else ""


@pytest.fixture
def mark() -> Callable[..., Mark]:
    return made


@pytest.fixture
def ruler() -> Sevens:
    return Sevens()


@pytest.fixture
def lanes() -> tuple[Lane, ...]:
    return tuple(Lane(number, label, 1) for number, label in enumerate(KINDS))


@pytest.fixture
def some_marks() -> tuple[Mark, ...]:
    """Six events in three lanes, one of them without an end."""
    deaths = Headline("killed", "killed", 0, 37, 11, False)
    return (
        made("E1", "2009-03~/2010-05", 1, "Supplies held back"),
        made("E2", "2009-07-28/2009-07-29", 0, "First operation", disputed=True),
        made("E3", "2010-02-11", 2, "A statement"),
        made("E4", "2011-04-08", 0, "Second operation", headline=deaths, disputed=True),
        made("E5", "2011~", 2, "Another statement"),
        made("E6", "2012-09-01/..", 1, "Seven people missing"),
    )


@pytest.fixture
def a_total() -> EventRow:
    return EventRow("E9", "Toll of all events", parse("2009/.."), None, 0, None, False, (), "total")


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Look:
    return Look(built_resources, "light")


@pytest.fixture
def new_pane(
    qapp: QApplication, look: Look, navigator: Navigator, lanes: Sequence[Lane]
) -> Iterator[Callable[..., TimelinePane]]:
    """Makes a shown pane of 1000 × 288 pixels with the given marks."""
    panes: list[TimelinePane] = []

    def make(marks: Sequence[Mark], loose: Sequence[EventRow] = (), rtl: bool = False) -> TimelinePane:
        pane = TimelinePane(navigator, look, English())
        panes.append(pane)
        pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        pane.resize(1000, 288)
        pane.show_case(Remembered(marks, lanes, loose))
        pane.show()
        pane.activateWindow()
        qapp.processEvents()
        return pane

    yield make
    for pane in panes:
        pane.close()
        pane.deleteLater()
    qapp.processEvents()
    qapp.setStyleSheet("")
