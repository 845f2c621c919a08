"""What is written out: the stages of bundled cases, and a notebook with lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.index.reader import open_index
from viewer.look.theme import Theme, load_theme
from viewer.notebook.book import Notebook
from viewer.stage.asking import Asking
from viewer.wording.voice import English


@pytest.fixture
def ask(ashraf_index: Path) -> Iterator[Asking]:
    with closing(open_index(ashraf_index)) as index:
        yield Asking(index, English())


@pytest.fixture
def harbour(built_resources: Path) -> Iterator[Asking]:
    """The case with every kind of document in it."""
    with closing(open_index(paths.bundled_index("harbour"))) as index:
        yield Asking(index, English())


@pytest.fixture
def theme(built_resources: Path, qapp: QApplication) -> Theme:
    return load_theme(built_resources / "theme", "dark")


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with closing(Notebook(tmp_path / "own" / "notes.sqlite")) as book:
        yield book
