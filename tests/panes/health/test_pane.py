"""Citation health as a reader works it: sift, sort, go, copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.builder.examining import Examined
from viewer.builder.standing import Stand
from viewer.index.ask.health import Anchor, Citation, Standing
from viewer.look.current import Look
from viewer.panes.health.pane import HealthPane
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference
from viewer.wording.voice import English


def examined(uid: str, state: Standing, exact: str | None = None, **more: int) -> Examined:
    anchor = Anchor(exact=exact, start=3 if exact else None, end=9 if exact else None)
    citation = Citation(uid, "a label", "en", anchor, "D", "A document", "text/plain", "d.txt", True, None, 2, 1)
    return Examined(citation, Stand(state, more.get("start"), more.get("end")))


FOUND = (
    examined("P1", "exact", "Three boats came in."),
    examined("P2", "moved", "Two boats\nwent out.", start=40, end=60),
    examined("P3", "missing", "The lamp was lit."),
    examined("P4", "placed"),
)
ISOLATES = "\u2068\u2069"
REFERENCE = Reference("A case", "case:x/focus", "c" * 64)


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Iterator[Look]:
    yield Look(built_resources, "light")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> HealthPane:
    pane = HealthPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    pane.show_found(FOUND, REFERENCE)
    return pane


def column(pane: HealthPane, number: int) -> list[str]:
    model = pane.table.model()
    return [model.index(row, number).data().strip(ISOLATES) for row in range(model.rowCount())]


def test_what_asks_for_a_look_stands_first(pane: HealthPane) -> None:
    assert column(pane, 0) == ["missing", "moved", "by place", "exact"]
    assert column(pane, 1)[1:3] == ["Two boats went out.", "a label"]
    assert column(pane, 3)[1] == "found at character 40; characters 3–9"
    assert column(pane, 4)[0] == "2 claims, 1 quotation"
    assert pane.summary.text() == "4 passages: 1 missing, 1 moved, 1 by place, 1 exact"


def test_a_state_can_be_chosen_and_words_typed(pane: HealthPane) -> None:
    choices = [pane.states.itemText(number) for number in range(pane.states.count())]
    assert choices == ["All states", "missing (1)", "moved (1)", "by place (1)", "exact (1)"]
    pane.states.setCurrentIndex(2)
    assert column(pane, 0) == ["moved"]
    pane.states.setCurrentIndex(0)
    pane.typed.setText("BOATS")
    assert column(pane, 0) == ["moved", "exact"]


def test_enter_goes_to_the_passage(pane: HealthPane, navigator: Navigator) -> None:
    pane.take_keyboard()
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert navigator.focus == Focus(passage="P2")


def test_a_column_sorts(pane: HealthPane) -> None:
    pane.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert column(pane, 1) == ["Two boats went out.", "Three boats came in.", "The lamp was lit.", "a label"]


def test_what_is_copied_names_the_case(pane: HealthPane) -> None:
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "4 passages: 1 missing, 1 moved, 1 by place, 1 exact"
    assert lines[2].startswith("missing\tThe lamp was lit.\tA document\t")
    assert "Case: A case" in lines


def test_every_control_has_a_name_and_every_row_is_spoken_whole(pane: HealthPane) -> None:
    assert all(widget.accessibleName() for widget in (pane.states, pane.typed, pane.table))
    spoken = pane.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "missing, The lamp was lit., A document, characters 3–9, 2 claims, 1 quotation"


def test_progress_and_trouble_are_said(pane: HealthPane) -> None:
    pane.show_progress(0.42)
    assert pane.summary.text() == "Looking for the passages: 42 %"
    pane.show_trouble("The case cannot be read.")
    assert pane.summary.text() == "The case cannot be read."
