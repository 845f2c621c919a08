"""What every test stands on: no screen, our own fonts, a reader's folder of its own, real cases."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.look.fonts import load_fonts

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before an application is made
# Qt keeps a history of its file dialogs under XDG_CONFIG_HOME; nothing of a test may end in the reader's.
_reader = tempfile.TemporaryDirectory(prefix="evidence-viewer-tests-", ignore_cleanup_errors=True)
os.environ["EVIDENCE_VIEWER_HOME"] = _reader.name
os.environ["XDG_CONFIG_HOME"] = _reader.name

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared" / "data"


class WatchedConnection(sqlite3.Connection):
    """A connection that complains when it is dropped open, as Python 3.13's own does."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # closed: all is well
            _ = self.total_changes
            warnings.warn(f"unclosed database in {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()


if sys.version_info < (3, 13):
    setattr(sqlite3, "connect", partial(sqlite3.connect, factory=WatchedConnection))  # noqa: B010


def pytest_unconfigure() -> None:
    """Put the last of the tests' own folders away."""
    _reader.cleanup()


@pytest.fixture(autouse=True)
def dropped_connections_are_found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A connection the test dropped open fails that very test: its warning comes with the collection."""
    connect = sqlite3.connect
    made: list[bool] = []

    def note(*arguments: Any, **options: Any) -> Any:
        made.append(True)
        return connect(*arguments, **options)

    monkeypatch.setattr(sqlite3, "connect", note)
    yield
    if made:  # a connection and its statements hold each other: only a collection ends them
        gc.collect()


@pytest.fixture(autouse=True)
def readers_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's settings and notes of this test: a folder that is not there yet."""
    folder = tmp_path / "reader"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    monkeypatch.setenv(paths.KEEPING_VARIABLE, "")  # set and so put back, whatever the test says about keeping
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication, built_resources: Path) -> Iterator[QApplication]:
    """The application, with the bundled fonts: a test that measures text measures ours."""
    missing = load_fonts(built_resources / "fonts")
    assert not missing, f"no font file carries {missing}"
    yield qapp
    qapp.clipboard().clear()  # what Python put there cannot be deleted after Python has ended


@pytest.fixture(scope="session")
def built_resources() -> Path:
    """The resource folder, built first where that has not been done."""
    if not (paths.resources().is_dir() and paths.bundled_index("ashraf").is_file()):
        subprocess.run([sys.executable, CHECKOUT / "packaging" / "resources.py"], check=True)
    assert paths.bundled_index("ashraf").is_file(), "packaging/resources.py built no index"
    return paths.resources()


@pytest.fixture(scope="session")
def ashraf_case(built_resources: Path) -> Path:
    """The bundled case as one file."""
    return paths.bundled_case("ashraf")


@pytest.fixture(scope="session")
def ashraf_index(built_resources: Path) -> Path:
    """The ready index of the bundled case; opened read-only and immutable by whoever asks it."""
    return paths.bundled_index("ashraf")


@pytest.fixture
def shared_data() -> Callable[[str], Path]:
    """Finds a folder of real data beside the checkout; without it the test is skipped, in CI it fails."""

    def find(name: str) -> Path:
        folder = SHARED / name
        if not folder.exists():
            if os.environ.get("CI") == "true":
                pytest.fail(f"{folder} is missing: the data the tests read must lie beside the checkout")
            pytest.skip(f"{folder} is not on this machine")
        return folder

    return find
