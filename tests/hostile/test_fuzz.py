"""Cases with random faults: each opens or is refused with a sentence; nothing falls, hangs or is written."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.hostile.opening import opened_or_refused
from tests.hostile.trace import state
from tests.hostile.zips import DATABASE, MANIFEST, entries, entry, packed
from viewer.wording.failures import say_failure
from viewer.wording.voice import English

SAMPLE, LONG = 24, 20_000
_SECONDS = 15


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """A few faults: bits turned, bytes put in, taken out, moved or repeated."""
    held = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        place = chance.randrange(len(held) + 1)
        length = chance.choice((1, 2, 4, 16, 300))
        fault = chance.randrange(6)
        if fault <= 2 and place < len(held):
            held[place] ^= 1 << chance.randrange(8)
        elif fault == 3:
            held[place : place + length] = chance.randbytes(len(held[place : place + length]))
        elif fault == 4:
            other = chance.randrange(len(held) + 1)
            held[place : place + length] = held[other : other + len(held[place : place + length])]
        elif chance.random() < 0.3:
            held[place : place + length] = b""
    return bytes(held)


def in_the_database(good: bytes, chance: random.Random) -> tuple[str, bytes]:
    return "case.sqlite", spoiled(good, chance)


def in_a_page(good: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Lengths and header stay: what is wrong lies inside."""
    place = chance.randrange(100, len(good) - 400)
    inside = spoiled(good[place : place + 400], chance)[:400].ljust(400, b"\0")
    return "case.sqlite", good[:place] + inside + good[place + 400 :]


def in_the_list(good: bytes, chance: random.Random) -> tuple[str, bytes]:
    made = [
        (one, spoiled(held, chance) if one.filename.endswith((MANIFEST, "bagit.txt")) else held)
        for one, held in entries({DATABASE: good, "data/documents/a.txt": b"words"})
    ]
    return "case.evcase", packed(made)


def in_the_zip(good: bytes, chance: random.Random) -> tuple[str, bytes]:
    whole = packed([*entries({DATABASE: good[:4096]}), entry("case/data/a", b"words", 8)])
    return "case.evcase", spoiled(whole[:600], chance) + spoiled(whole[600:], chance)


KINDS = (in_the_database, in_a_page, in_the_list, in_the_zip)


def run(good: bytes, folder: Path, seeds: range) -> dict[str, int]:
    """How often each code came; '' = it opened."""
    codes: dict[str, int] = {}
    for seed in seeds:
        name, content = KINDS[seed % len(KINDS)](good, random.Random(seed))
        path = folder / name
        path.write_bytes(content)
        before, began = state(folder), time.monotonic()
        told = opened_or_refused(path)
        assert time.monotonic() - began < _SECONDS, seed
        assert state(folder) == before, seed
        if told is not None:
            assert say_failure(English(), told)
        codes[told.code if told else ""] = codes.get(told.code if told else "", 0) + 1
        path.unlink()
    return codes


def test_random_faults_do_no_harm(good: bytes, tmp_path: Path) -> None:
    codes = run(good, tmp_path, range(SAMPLE))
    assert len(codes) > 4, codes
    assert "child-ended" not in codes


@pytest.mark.long
def test_very_many_random_faults_do_no_harm(good: bytes, tmp_path: Path) -> None:
    codes = run(good, tmp_path, range(LONG))
    assert len(codes) > 8, codes
    assert "child-ended" not in codes
