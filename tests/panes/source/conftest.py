"""A look, a pane on a screen that is not there, and the index of the bundled case."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panes.source.held import Case, Making
from tests.panes.source.made import source_of
from viewer.index.ask.sources import DocumentView
from viewer.index.reader import open_index
from viewer.look.current import Look
from viewer.panes.source.pane import SourcePane
from viewer.session.navigator import Navigator
from viewer.wording.voice import English

Show = Callable[[DocumentView], SourcePane]


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Iterator[Look]:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield Look(built_resources, "light")
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def pane(qtbot: QtBot, look: Look, navigator: Navigator) -> SourcePane:
    pane = SourcePane(navigator, look, English())
    return placed(qtbot, pane)


@pytest.fixture
def show(pane: SourcePane) -> Show:
    """Hands a document and its source to the pane."""

    def hand_over(document: DocumentView) -> SourcePane:
        pane.show_source(source_of(document.head))
        pane.show_document(document)
        QApplication.processEvents()
        return pane

    return hand_over


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def make_case(qapp: QApplication, tmp_path: Path) -> Iterator[Making]:
    """Puts files into a case that can be read; its lens is closed after the test."""
    made: list[Case] = []

    def make(files: Mapping[str, bytes]) -> Case:
        made.append(Case(tmp_path / f"case{len(made)}", files))
        return made[-1]

    yield make
    for one in made:
        one.lens.close()


@pytest.fixture
def case(ashraf_index: Path) -> Iterator[sqlite3.Connection]:
    connection = open_index(ashraf_index)
    yield connection
    connection.close()


def placed(qtbot: QtBot, pane: SourcePane) -> SourcePane:
    pane.resize(486, 700)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    return pane
