"""--selfcheck: proves that what the program needs is there and whole, and says what it checked."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import PySide6

from viewer import __version__, paths
from viewer.case.bag import Bag
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.index.ask import about
from viewer.index.reader import open_index
from viewer.look.fonts import FAMILIES, load_fonts
from viewer.look.theme import load_theme, theme_names
from viewer.shell.house import bundled_names
from viewer.wording.failures import say_failure
from viewer.wording.voice import English

_REACHES_OUT = re.compile(r"(lib)?(Qt6?Network|ssl|_ssl)[.\-].*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the report."""

    whole: bool
    what: str


def check() -> Iterator[Checked]:
    """Every check in turn; one that fails does not stop the others."""
    yield Checked(
        True,
        f"Evidence Viewer {__version__}, Qt for Python {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
    )
    for step in (_resources, _fonts, _themes, _icons, _help, _licences, _child, _offline):
        yield _guarded(step)
    names = bundled_names()
    for name in names:
        yield _guarded(lambda name=name: _bundle(name))  # type: ignore[misc]
        yield _guarded(lambda name=name: _index(name))  # type: ignore[misc]
    wanted = (paths.resources() / "cases").exists()  # the program is also built without any
    yield Checked(bool(names) or not wanted, f"bundled cases: {', '.join(names) or 'none'}")


def _guarded(step: Callable[[], Checked]) -> Checked:
    try:
        return step()
    except CaseError as error:
        return Checked(False, say_failure(English(), error))
    except (OSError, ValueError, sqlite3.Error) as error:
        return Checked(False, f"{type(error).__name__}: {error}")


def _resources() -> Checked:
    folder = paths.resources()
    return Checked(folder.is_dir(), f"resources: {folder}")


def _fonts() -> Checked:
    missing = load_fonts(paths.resources() / "fonts")
    found = [family for family in FAMILIES if family not in missing]
    return Checked(
        not missing, f"fonts: {', '.join(found)}" + (f"; missing: {', '.join(missing)}" if missing else "")
    )


def _themes() -> Checked:
    folder = paths.resources() / "theme"
    names = [load_theme(folder, name).name for name in theme_names(folder)]
    return Checked(bool(names), f"themes: {', '.join(names)}")


def _icons() -> Checked:
    file = paths.resources() / "icons" / "icons.toml"
    return Checked(file.is_file(), f"icons: {file.name}")


def _help() -> Checked:
    pages = sorted(path.stem for path in (paths.resources() / "help").glob("*.md"))
    return Checked("reading" in pages, f"help: {', '.join(pages)}")


def _licences() -> Checked:
    texts = sorted((paths.resources() / "licences").glob("*.txt"))
    return Checked(bool(texts), f"licences: {len(texts)}")


def _child() -> Checked:
    """The locked child starts and answers."""
    from viewer.locked.child import Child
    from viewer.locked.messages import Refused, Sniff

    child = Child()
    try:
        child.keep("selfcheck", lambda: b"%PDF-1.4\n")
        answer = child.ask(Sniff("selfcheck"))
    finally:
        child.close()
    refused = isinstance(answer, Refused)
    return Checked(not refused, "locked child: " + ("does not answer" if refused else "starts and answers"))


def _offline() -> Checked:
    """Nothing that could reach a network ships in an installed program; a source run has a whole Python."""
    if not getattr(sys, "frozen", False):
        return Checked(True, "network: source run, held back by the program's own wall")
    folder = paths.beside()
    found = sorted(path.name for path in folder.rglob("*") if _REACHES_OUT.match(path.name))
    return Checked(not found, "network: no library for it" + (f"; found: {', '.join(found)}" if found else ""))


def _bundle(name: str) -> Checked:
    """Every file of the bag hashed and compared with its manifest."""
    with Bag.open(paths.bundled_case(name)) as bag:
        for _share in bag.check():
            pass
        return Checked(
            True, f"case {name}: {len(bag.manifest)} files as in its manifest, digest {bag.digest[:16]}…"
        )


def _index(name: str) -> Checked:
    """The index is whole, and was made from this very case."""
    connection = open_index(paths.bundled_index(name))
    try:
        whole = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        page = about.about(connection)
    finally:
        connection.close()
    same = page.case_digest == _digest_of(paths.bundled_case(name))
    counts = page.counts
    told = f"index {name}: {counts.events} events, {counts.claims} claims, {counts.sources} sources"
    return Checked(whole and same, told + ("" if same else "; made from another case"))


def _digest_of(case: Path) -> str:
    with Bag.open(case) as bag:
        return bag.digest
