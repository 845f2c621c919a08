"""Killed at any moment of writing, the program leaves every file whole: as it was, or as it was to be."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from tests.killed import at_work
from tests.killed.at_work import CASE_UID, CHOSEN, DIGEST, ITEMS, NAMES, TITLES, WORK, digests_of
from tests.sealing import judge, make_key
from viewer import paths
from viewer.builder.build import Wishes, check, write
from viewer.builder.indexing import write_index
from viewer.case.bag import Bag
from viewer.case.hearing import Noted, Step
from viewer.intake import kept_index
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.notebook.log import HearingLog, hearings, verified
from viewer.settings import Settings

CHECKOUT = Path(__file__).parents[2]
CASES = CHECKOUT / "tests" / "cases"
SAMPLE, LONG = 3, 40  # rounds of each of the five kinds of work
Result = TypeVar("Result")
Check = Callable[[list[int]], None]
"""Is told which writes the killed process said were done."""


# What there is before, and what may stand there afterwards


def ready_to_build(folder: Path) -> Check:
    digests = set()
    for name, source in zip(NAMES, ("good", "arabic"), strict=True):
        shutil.copytree(CASES / source, folder / name)
        write(check(folder / name, Wishes(restricted=True)), folder / f"{name}.evcase")
        digests.add(_digest(folder / f"{name}.evcase"))
    for name in ("case.evcase", "case"):
        write(check(folder / "one", Wishes(restricted=True)), folder / name)

    def look(_done: list[int]) -> None:
        for name in ("case.evcase", "case"):
            assert judge(folder / name).intact
            assert _digest(folder / name) in digests

    return look


def ready_to_sign(folder: Path) -> Check:
    digests: set[str] = set()
    fingerprints: set[str | None] = {None}
    for name in ("case.evcase", "case"):
        write(check(CASES / "good", Wishes()), folder / name)
        digests.add(_digest(folder / name))
    for name in ("key", "other-key"):
        fingerprints.add(make_key(folder / name).fingerprint)

    def look(done: list[int]) -> None:
        if done:
            fingerprints.discard(None)  # signed once, it stays signed, by one key or the other
        for name in ("case.evcase", "case"):
            verdict = judge(folder / name)
            assert verdict.intact
            assert {verdict.digest} == digests
            assert not verdict.strangers
            assert (verdict.signing.fingerprint if verdict.signed else None) in fingerprints
            assert verdict.signing.state in ("good", "absent")

    return look


def ready_to_index(folder: Path) -> Check:
    whole = {}
    for name, source in zip(NAMES, ("good", "arabic"), strict=True):
        write(check(CASES / source, Wishes()), folder / f"{name}.evcase")
        for _ in write_index(folder / f"{name}.evcase", folder / f"{name}.sqlite"):
            pass
        whole[name] = (folder / f"{name}.sqlite").read_bytes()
    shutil.copy(folder / "one.sqlite", folder / "index.sqlite")
    digests = digests_of(folder / "one.evcase")

    def look(_done: list[int]) -> None:
        assert (folder / "index.sqlite").read_bytes() in whole.values()
        titles = {one.title for one in kept_index.listed()}
        kept = _driven(kept_index.sound(digests))
        if kept:  # else nothing says what the file should be, and the case is read as if for the first time
            assert kept.read_bytes() == whole["one"]
            assert titles <= set(NAMES)

    return look


def ready_to_choose(folder: Path) -> Check:
    settings = Settings(folder / "settings.toml")
    sets = []
    for chosen in CHOSEN:
        settings.choose(**chosen)
        sets.append(settings.choices)

    def look(_done: list[int]) -> None:
        read = Settings(folder / "settings.toml")
        assert read.trouble is None
        assert read.choices in sets
        assert tomllib.loads(read.path.read_text("utf-8"))["theme"] == read.choices.theme

    return look


def ready_to_note(folder: Path) -> Check:
    with closing(Notebook(folder / "notes.sqlite")) as book:
        lists = Lists(book, CASE_UID, DIGEST)
        made = lists.make(TITLES[0])
        uids = [
            lists.add(made.uid, Noted(Step("text", str(number)), "my note " * 50)).uid for number in range(ITEMS)
        ]

    def look(done: list[int]) -> None:
        with closing(Notebook(folder / "notes.sqlite")) as book:
            assert [tuple(row) for row in book.connection.execute("PRAGMA integrity_check")] == [("ok",)]
            assert not list(book.connection.execute("PRAGMA foreign_key_check"))
            (kept,) = Lists(book, CASE_UID, DIGEST).all()
            assert kept.title in TITLES
            assert [item.uid for item in kept.items if item.uid in uids] in (uids, uids[::-1])
            assert all(item.noted.note == "my note " * 50 for item in kept.items if item.uid in uids)
            logs = [HearingLog(book, hearing) for hearing in hearings(book, CASE_UID)]
            assert all(verified(log.hearing, log.rows()) == len(log.rows()) for log in logs)
            assert not done or done == [int(row.title) for row in logs[-1].rows()][: len(done)]

    return look


READY: dict[str, Callable[[Path], Check]] = {
    "build": ready_to_build,
    "sign": ready_to_sign,
    "index": ready_to_index,
    "settings": ready_to_choose,
    "notes": ready_to_note,
}


def _digest(case: Path) -> str:
    with Bag.open(case) as bag:
        return bag.digest


# The rounds


def killed(work: str, folder: Path, chance: random.Random) -> list[int]:
    """What the process has said was done before it was killed, at any moment of its second or third write."""
    with _at_work(work, folder) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "begun\n"
        done = []
        for _ in range(chance.choice((1, 2))):
            began = time.monotonic()
            done.append(int(running.stdout.readline()))
        time.sleep(chance.uniform(0, time.monotonic() - began))
        running.kill()
        done += [int(line) for line in running.stdout]
        assert running.wait() != 0
    return done


def _at_work(work: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    around = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, str(Path(at_work.__file__)), work, str(folder), *more]
    return subprocess.Popen(command, env=around, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)


def rounds(work: str, folder: Path, seeds: range) -> int:
    """How often the process was killed in the middle of a write that had begun; whatever stands is looked at."""
    look = READY[work](folder)
    inside = 0
    for seed in seeds:
        done = killed(work, folder, random.Random(f"{work} {seed}"))
        inside += bool(_left_behind(folder))
        look(done)
    with _at_work(work, folder, "2") as running:
        assert running.wait() == 0
    look([])
    assert not _left_behind(folder), "the next run tidies up"
    return inside


def _left_behind(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.iterdir()
        if path.name.startswith(".") or path.suffix in (".part", ".sqlite-journal")
    ]


def _driven(steps: Generator[float, None, Result]) -> Result:
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            result: Result = ended.value
            return result


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the process that is killed as well."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "own"))
    monkeypatch.delenv(paths.KEEPING_VARIABLE, raising=False)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill without asking")
@pytest.mark.parametrize("work", ["build", "sign", "index", "settings"])
def test_killed_before_any_change_of_names_it_leaves_whole_files(work: str, tmp_path: Path) -> None:
    """The moments that chance seldom meets: what is whole has not yet the name under which it is looked for."""
    look = READY[work](tmp_path)
    ends = set()
    for place in range(1, 6):
        with _at_work(work, tmp_path, "2", str(place)) as running:
            ends.add(running.wait())
        look([])
    assert -signal.SIGKILL in ends


@pytest.mark.parametrize("work", WORK)
def test_whatever_is_killed_leaves_whole_files(work: str, tmp_path: Path) -> None:
    rounds(work, tmp_path, range(SAMPLE))


@pytest.mark.long
@pytest.mark.parametrize("work", WORK)
def test_killed_very_often_it_leaves_whole_files(work: str, tmp_path: Path) -> None:
    inside = rounds(work, tmp_path, range(LONG))
    print(f"{work}: {LONG} times killed, {inside} times with a file half written beside")
