"""The case as a folder, from the window: written beside and whole, compared, stoppable, never over anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.versioned import built, indexed
from viewer.builder.build import Wishes, check, write
from viewer.case.bag import Bag
from viewer.session.session import Session
from viewer.shell.folder_export import FolderExport
from viewer.shell.parts import Service
from viewer.shell.window import CaseWindow


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return built(tmp_path, "whole")


@pytest.fixture
def window(service: Service, qtbot: QtBot, case: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(Session(indexed(case), case=case), service)
    made.show()
    made.open_at(None)
    qtbot.waitExposed(made)
    yield made
    made.close()
    QApplication.processEvents()


@pytest.fixture
def page(window: CaseWindow) -> FolderExport:
    window.parts.actions["export_folder"].trigger()
    return window.findChildren(FolderExport)[0]


def rested(qtbot: QtBot, page: FolderExport) -> None:
    qtbot.waitUntil(page.progress.isHidden, timeout=30_000)


def test_the_folder_builds_into_the_case_again(
    qtbot: QtBot, page: FolderExport, case: Path, tmp_path: Path
) -> None:
    before = case.read_bytes()
    page.export_to(tmp_path / "out")
    assert not page.progress.isHidden()
    rested(qtbot, page)
    assert page.said.text() == (
        f"Written: {tmp_path / 'out'}. Built again, it gives the same files: every hash in the manifest agrees."
    )
    assert page.differences.isHidden()
    write(check(tmp_path / "out", Wishes(restricted=True)), tmp_path / "again.evcase")
    with Bag.open(case) as old, Bag.open(tmp_path / "again.evcase") as new:
        assert old.digest == new.digest
    assert case.read_bytes() == before
    page.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == page.said.text()


def test_what_has_the_name_already_stays(qtbot: QtBot, page: FolderExport, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    page.export_to(tmp_path / "kept")
    rested(qtbot, page)
    assert page.said.text() == "There is something of that name already. Nothing was written."
    assert not list((tmp_path / "kept").iterdir())


def test_escape_stops_and_leaves_nothing(qtbot: QtBot, page: FolderExport, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    page.export_to(tmp_path / "out")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    rested(qtbot, page)
    assert page.said.text() == "Stopped. Nothing was written."
    assert {path.name for path in tmp_path.iterdir()} == before
    assert page.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_an_altered_document_is_said_and_nothing_is_written(
    qtbot: QtBot, page: FolderExport, case: Path, tmp_path: Path
) -> None:
    with Bag.open(case) as held:
        name = next(name for name in sorted(held.manifest) if name.startswith("data/documents/"))
        content = held.read(name)
    case.write_bytes(case.read_bytes().replace(content, b"X" * len(content), 1))
    page.export_to(tmp_path / "out")
    rested(qtbot, page)
    assert Path(name).name in page.said.text()
    assert not (tmp_path / "out").exists()


def test_without_the_case_itself_there_is_nothing_to_export(service: Service, case: Path) -> None:
    """A bare database has no documents."""
    made = CaseWindow(Session(indexed(case)), service)
    made.show()
    made.parts.actions["export_folder"].trigger()
    assert not made.findChildren(FolderExport)
    made.close()
    QApplication.processEvents()
