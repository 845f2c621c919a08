"""A running child, and a way to ask it about bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from viewer.locked.child import Child
from viewer.locked.messages import Answer, Request

Asking = Callable[..., Answer]


@pytest.fixture(scope="session")
def child() -> Iterator[Child]:
    """One child for all tests that do not end it on purpose; it restarts by itself."""
    running = Child()
    yield running
    running.close()


@pytest.fixture
def ask(child: Child) -> Iterator[Callable[[bytes, Request], Answer]]:
    """Asks about a document under the key 'd'."""

    def asked(content: bytes, request: Request, seconds: float = 20.0, password: str = "") -> Answer:
        child.keep("d", lambda: content, password)
        return child.ask(request, seconds)

    yield asked
    child.drop("d")
