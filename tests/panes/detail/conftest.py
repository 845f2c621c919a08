"""A look, a navigator, a guide: what every piece of the pane is handed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.panes.detail.made import EVENT
from viewer.look.current import Look
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.pane import DetailPane
from viewer.session.navigator import Navigator
from viewer.wording.voice import English


@pytest.fixture
def guide(look: Look, navigator: Navigator) -> Iterator[Guide]:
    pane = QObject()
    yield Guide(navigator, look, English(), pane)
    pane.deleteLater()


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> DetailPane:
    """The pane with the whole event in it, 640 × 760 pixels."""
    pane = DetailPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(640, 760)
    pane.show()
    pane.show_event(EVENT)
    pane.show_whole()
    return pane
