"""A notebook in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists

CASE, DIGEST = "utopia", "c" * 64


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with closing(Notebook(tmp_path / "own" / "notes.sqlite")) as book:
        yield book


@pytest.fixture
def lists(notebook: Notebook) -> Lists:
    return Lists(notebook, CASE, DIGEST)
