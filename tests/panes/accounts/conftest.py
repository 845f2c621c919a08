"""A look, a navigator, and the pane with a small table in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.accounts.made import ONE
from viewer.look.current import Look
from viewer.panes.accounts.pane import AccountsPane
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference
from viewer.wording.voice import English

REFERENCE = Reference("A case", "case:x/focus?event=E1", "c" * 64)


@pytest.fixture(scope="session")
def worn(qapp: QApplication, built_resources: Path) -> Look:
    return Look(built_resources, "light")


@pytest.fixture
def look(worn: Look) -> Iterator[Look]:
    yield worn
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if worn.type.scale != 1.0:
        worn.scale_text(1.0)


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> AccountsPane:
    """The pane with three accounts on two points, 900 × 600 pixels."""
    pane = AccountsPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    pane.show_accounts(ONE, REFERENCE)
    return pane
