"""The bundled case, asked for its stages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from viewer import paths
from viewer.index.reader import open_index
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
