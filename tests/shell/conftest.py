"""A case window on the bundled case, as a reader has it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from viewer import paths
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.session.session import Session
from viewer.settings import Settings
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]


@pytest.fixture
def service(qapp: QApplication, tmp_path: Path) -> Iterator[Service]:
    look = Look(paths.resources(), "light")
    made = Service(look, QtVoice(QLocale(QLocale.Language.English)), Settings(tmp_path / "settings.toml"))
    yield made
    made.podium.close_notebook()


@pytest.fixture
def open_window(service: Service, ashraf_index: Path, qtbot: QtBot) -> Iterator[Opener]:
    """Opens windows of a size and closes them after the test."""
    windows: list[CaseWindow] = []

    def open_it(width: int = 1440, height: int = 900) -> CaseWindow:
        window = CaseWindow(Session(ashraf_index), service)
        windows.append(window)
        window.resize(width, height)
        window.show()
        window.open_at(None)
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    yield open_it
    for window in windows:
        if isValid(window):  # a window that was closed is gone
            window.close()
    QApplication.processEvents()
