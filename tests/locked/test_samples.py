"""Every sample is decoded before the lock falls: what a sample does not load cannot be loaded later."""

from __future__ import annotations

from typing import get_args

from viewer.locked.messages import EXPECTED, Drop, Hold, Refused, Request, TryLock
from viewer.locked.samples import KEY, samples
from viewer.locked.service import answer
from viewer.locked.shelf import Shelf


def test_every_sample_is_answered() -> None:
    shelf = Shelf()
    for content, requests in samples():
        shelf.hold(KEY, content, "")
        for request in requests:
            told = answer(shelf, request, b"")
            assert not isinstance(told, Refused), (request, told)


def test_every_request_is_among_the_samples_and_has_its_answer() -> None:
    asked = {type(request) for _, requests in samples() for request in requests}
    assert asked | {Hold, Drop, TryLock} == set(get_args(Request)) == set(EXPECTED)
