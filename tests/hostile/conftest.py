"""A sound database to make hostile ones of."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.case.bag import Bag


@pytest.fixture(scope="session")
def good(built_resources: Path) -> bytes:
    """The database of the bundled tutorial case."""
    with Bag.open(built_resources / "cases" / "harbour.evcase") as bag:
        return bag.database()
