"""Hostile databases are refused, each with its code and sentence; no crash, no hang, no write."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from tests.hostile.databases import DATABASES
from tests.hostile.opening import opened_or_refused
from tests.hostile.trace import state
from viewer.wording.failures import say_failure
from viewer.wording.voice import English


@pytest.mark.parametrize("name", DATABASES)
def test_a_hostile_database_is_refused_with_its_sentence(name: str, good: bytes, tmp_path: Path) -> None:
    make, code = DATABASES[name]
    path = tmp_path / "case.sqlite"
    path.write_bytes(make(good))
    before = state(tmp_path)
    began = time.monotonic()
    told = opened_or_refused(path)
    assert time.monotonic() - began < 15
    if code is not None:
        assert told is not None
        assert told.code == code, told
    if told is not None:
        sentence = say_failure(English(), told)
        assert told.code not in sentence
        assert "%" not in sentence
    assert state(tmp_path) == before
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 << 10


def test_the_sound_one_opens(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "case.sqlite").write_bytes(good)
    assert opened_or_refused(tmp_path / "case.sqlite") is None


def test_a_journal_beside_the_file_is_left_where_it_is(good: bytes, tmp_path: Path) -> None:
    """Plain SQLite would play it back, and change the evidence by opening it."""
    path = tmp_path / "case.sqlite"
    path.write_bytes(good)
    journal = bytes.fromhex("d9d505f920a163d7") + (1).to_bytes(4, "big") + bytes(4)
    size = (len(good) // 4096).to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    page = (2).to_bytes(4, "big") + b"forged".ljust(4096, b"\0")
    (tmp_path / "case.sqlite-journal").write_bytes((journal + size).ljust(512, b"\0") + page + bytes(4))
    before = state(tmp_path)
    assert opened_or_refused(path) is None
    assert state(tmp_path) == before
