"""The bundled case in reading, and the filters on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.panes.filters.line import QueryLine
from viewer.panes.filters.pane import FiltersPane
from viewer.panes.filters.sifting import Sifting
from viewer.session.session import Session
from viewer.session.views import Views

Opener = Callable[..., tuple[FiltersPane, QueryLine]]


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Iterator[Look]:
    yield Look(built_resources, "light")
    qapp.setStyleSheet("")


@pytest.fixture
def voice() -> QtVoice:
    return QtVoice(QLocale(QLocale.Language.English))


@pytest.fixture
def session(qapp: QApplication, ashraf_index: Path) -> Iterator[Session]:
    session = Session(ashraf_index)
    yield session
    session.close()


@pytest.fixture
def open_filters(session: Session, look: Look, voice: QtVoice, tmp_path: Path, qtbot: QtBot) -> Opener:
    """The panel and the line of chips, answered."""

    def make(rtl: bool = False, width: int = 268) -> tuple[FiltersPane, QueryLine]:
        sifting = Sifting(session.navigator, session.desk, session)
        line = QueryLine(sifting, look, voice)
        pane = FiltersPane(sifting, Views(session.case_uid, tmp_path / "views.toml"), look, voice)
        for widget, height in ((line, 120), (pane, 700)):
            qtbot.addWidget(widget)
            widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
            widget.resize(width, height)
            widget.show()
        sifting.begin()
        qtbot.waitUntil(lambda: sifting.answer is not None)
        return pane, line

    return make
