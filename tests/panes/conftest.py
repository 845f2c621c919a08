"""What every pane is handed: a look, worn by all tests and put back after each, and a navigator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from viewer.look.current import Look
from viewer.session.navigator import Navigator


@pytest.fixture(scope="session")
def worn(qapp: QApplication, built_resources: Path) -> Look:
    return Look(built_resources, "light")


@pytest.fixture
def look(worn: Look) -> Iterator[Look]:
    yield worn
    # Widgets of the test are gone first: each would be dressed again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if worn.type.scale != 1.0:
        worn.scale_text(1.0)


@pytest.fixture
def navigator(qapp: QApplication) -> Navigator:
    return Navigator()
