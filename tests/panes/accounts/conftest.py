"""A look, a navigator, and the pane with a small table in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.panes.accounts.made import ONE
from viewer.look.current import Look
from viewer.panes.accounts.pane import AccountsPane
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference
from viewer.wording.voice import English

REFERENCE = Reference("A case", "case:x/focus?event=E1", "c" * 64)


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> AccountsPane:
    """The pane with three accounts on two points, 900 × 600 pixels."""
    pane = AccountsPane(navigator, look, English())
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.show()
    pane.show_accounts(ONE, REFERENCE)
    return pane
