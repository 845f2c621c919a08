"""Hostile ZIP files and lists are refused, each with its code and sentence; nothing is written anywhere."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.hostile.opening import opened_or_refused
from tests.hostile.trace import state
from tests.hostile.zips import DATABASE, ZIPS, entries, packed
from viewer.wording.failures import say_failure
from viewer.wording.voice import English


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_zip_is_refused_with_its_sentence(name: str, good: bytes, tmp_path: Path) -> None:
    make, code = ZIPS[name]
    path = tmp_path / "case.evcase"
    path.write_bytes(make(good))
    before, began = state(tmp_path), time.monotonic()
    told = opened_or_refused(path)
    assert time.monotonic() - began < 15
    assert told is not None
    assert told.code == code, told
    sentence = say_failure(English(), told)
    assert code not in sentence
    assert "This cannot be read" not in sentence
    assert state(tmp_path) == before


def test_the_sound_one_opens(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.evcase"
    path.write_bytes(packed(entries({DATABASE: good})))
    assert opened_or_refused(path) is None
