"""Run in a process of its own that is killed: writes one thing, then the other, again and again.

The arguments are the work and a folder; then, if wanted, how often, and before which change of a name it kills
itself. `begun` is said before the first write, and a number after each.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from viewer.case.bag import Bag
from viewer.case.hearing import Noted, Step
from viewer.index.writer import Digests

Writing = Callable[[int], None]
"""Is told the number of the write: even numbers write the one thing, odd ones the other."""

NAMES = ("one", "other")
CASE_UID, DIGEST = "harbour", "c" * 64
TITLES = ("Hearing", "Hearing of the second day " * 40)
ITEMS = 30
CHOSEN: tuple[dict[str, object], ...] = (
    {"theme": "light", "text_percent": 90, "columns": [1, 2, 3], "folded_kinds": []},
    {"theme": "dark", "text_percent": 150, "columns": [7] * 200, "folded_kinds": ["a kind"] * 2000},
)


def building(folder: Path) -> Writing:
    """Cases of two folders, one after the other at the same place: a file and a folder."""
    from viewer.builder.build import Wishes, check, write

    checked = [check(folder / name, Wishes(restricted=True)) for name in NAMES]

    def build(number: int) -> None:
        for name in ("case.evcase", "case"):
            write(checked[number % 2], folder / name)

    return build


def signing(folder: Path) -> Writing:
    """One case, as a file and as a folder, with two keys."""
    from viewer.case.seal import sign
    from viewer.case.seal_key import read_private

    keys = [read_private((folder / name).read_bytes(), name) for name in ("key", "other-key")]

    def sign_both(number: int) -> None:
        for name in ("case.evcase", "case"):
            for _ in sign(folder / name, keys[number % 2], replace=True):
                pass

    return sign_both


def indexing(folder: Path) -> Writing:
    """The indexes of two cases at the same place; that of one case is kept under two titles as well."""
    from viewer.builder.indexing import write_index
    from viewer.intake import kept_index

    digests = digests_of(folder / "one.evcase")

    def index(number: int) -> None:
        name = NAMES[number % 2]
        for _ in write_index(folder / f"{name}.evcase", folder / "index.sqlite"):
            pass
        for _ in kept_index.keep(folder / "one.sqlite", digests, name):
            pass

    return index


def digests_of(case: Path) -> Digests:
    """As an index of the case has to name them."""
    with Bag.open(case) as bag:
        return Digests(bag.digest, hashlib.sha256(bag.database()).hexdigest())


def choosing(folder: Path) -> Writing:
    """Two sets of choices."""
    from viewer.settings import Settings

    settings = Settings(folder / "settings.toml")

    def choose(number: int) -> None:
        settings.choose(**CHOSEN[number % 2])
        if settings.trouble:
            raise settings.trouble

    return choose


def noting(folder: Path) -> Writing:
    """A list of items whose notes all change, and its title; then a line of the log."""
    from viewer.notebook.book import Notebook
    from viewer.notebook.lists import Lists
    from viewer.notebook.log import HearingLog

    book = Notebook(folder / "notes.sqlite")
    lists = Lists(book, CASE_UID, DIGEST)
    made = lists.all()[0]
    log = HearingLog.begin(book, CASE_UID, DIGEST, "Hearing")

    def note(number: int) -> None:
        lists.rename(made.uid, TITLES[number % 2])
        kept = lists.get(made.uid).items
        lists.order(made.uid, [item.uid for item in reversed(kept)])
        lists.add(made.uid, Noted(Step("text", str(number)), "a note " * 300))
        lists.remove(made.uid, lists.get(made.uid).items[-1].uid)
        log.add("shown", float(number), title=str(number))

    return note


WORK: dict[str, Callable[[Path], Writing]] = {
    "build": building,
    "sign": signing,
    "index": indexing,
    "settings": choosing,
    "notes": noting,
}


def killed_before(renaming: int) -> None:
    """Kill this process when it is about to give a file or folder another name, for that many times."""
    counted = itertools.count(1)

    def watch(event: str, _arguments: object) -> None:
        if event == "os.rename" and next(counted) == renaming:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def main(work: str, folder: Path, times: int | None = None, renaming: int = 0) -> None:
    write = WORK[work](folder)
    if renaming:
        killed_before(renaming)
    print("begun", flush=True)
    for number in itertools.islice(itertools.count(), times):
        write(number)
        print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *(int(number) for number in sys.argv[3:]))
