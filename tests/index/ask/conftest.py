"""The drawn case, read plainly."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.index.ask.naive import Plainly, plain_events
from viewer.index.reader import open_index


@pytest.fixture(scope="session")
def plainly(drawn_file: Path) -> Plainly:
    with closing(open_index(drawn_file)) as connection:
        return plain_events(connection)
