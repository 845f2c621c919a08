"""Checking and building a folder in the window: as on the command line, stoppable, remembered nowhere."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from viewer.case.bag import Bag
from viewer.shell.folder_check import FolderCheck
from viewer.shell.parts import Service

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def dialog(qtbot: QtBot, service: Service) -> FolderCheck:
    made = FolderCheck(service.look, service.voice)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def rested(qtbot: QtBot, dialog: FolderCheck) -> None:
    """Until nothing is going on any more."""
    qtbot.waitUntil(dialog.progress.isHidden, timeout=20_000)


def enabled(dialog: FolderCheck) -> set[str]:
    return {name for name, button in dialog.buttons.items() if button.isEnabled()}


def test_at_first_only_a_folder_can_be_chosen(dialog: FolderCheck) -> None:
    assert enabled(dialog) == {"choose"}


def test_problems_are_listed_as_the_command_line_lists_them(qtbot: QtBot, dialog: FolderCheck) -> None:
    dialog.check_folder(CASES / "of-every-kind")
    assert enabled(dialog) == {"stop"}
    rested(qtbot, dialog)
    expected = (CASES.parent / "expected" / "problems" / "of-every-kind.txt").read_text("utf-8").splitlines()
    assert [dialog.problems.item(row).text() for row in range(dialog.problems.count())] == expected
    assert dialog.said.text().startswith("16 errors")
    assert dialog.passages.text().startswith("26 passages: 6 missing")
    assert enabled(dialog) == {"choose", "again", "copy", "save"}


def test_a_folder_without_errors_is_built(qtbot: QtBot, dialog: FolderCheck, tmp_path: Path) -> None:
    dialog.check_folder(CASES / "good")
    rested(qtbot, dialog)
    dialog.build_case(tmp_path / "good.evcase")
    rested(qtbot, dialog)
    assert dialog.said.text() == f"Written: {tmp_path / 'good.evcase'}"
    with Bag.open(tmp_path / "good.evcase") as bag:
        assert list(bag.check())[-1] == 1


def test_a_draft_is_built_on_request(qtbot: QtBot, dialog: FolderCheck, tmp_path: Path) -> None:
    dialog.check_folder(CASES / "with-problems")
    rested(qtbot, dialog)
    assert "build" not in enabled(dialog)
    dialog.draft.click()
    rested(qtbot, dialog)
    assert "build" in enabled(dialog)
    dialog.build_case(tmp_path / "draft.evcase")
    rested(qtbot, dialog)
    assert (tmp_path / "draft.evcase").is_file()


def test_the_list_is_copied_and_saved(qtbot: QtBot, dialog: FolderCheck, tmp_path: Path) -> None:
    dialog.check_folder(CASES / "of-every-kind")
    rested(qtbot, dialog)
    dialog.buttons["copy"].click()
    assert "column xywh: this is a PDF; expected page and rects" in QGuiApplication.clipboard().text()
    dialog.save_problems(tmp_path / "problems.csv")
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == dialog.problems.count()


def test_what_cannot_be_written_is_said(qtbot: QtBot, dialog: FolderCheck, tmp_path: Path) -> None:
    dialog.check_folder(CASES / "good")
    rested(qtbot, dialog)
    dialog.build_case(tmp_path / "no" / "such" / "folder.evcase")
    rested(qtbot, dialog)
    assert "No such file" in dialog.said.text() or "cannot find" in dialog.said.text()


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, dialog: FolderCheck, tmp_path: Path) -> None:
    shutil.copytree(CASES / "good", tmp_path / "good")
    dialog.check_folder(tmp_path / "good" / "absent")
    rested(qtbot, dialog)
    assert "absent" in dialog.said.text()


def test_escape_stops_a_check(qtbot: QtBot, dialog: FolderCheck) -> None:
    dialog.check_folder(CASES / "of-every-kind")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    rested(qtbot, dialog)
    assert dialog.said.text() == "Stopped. Nothing was written."
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_button_says_what_it_does(dialog: FolderCheck) -> None:
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    assert dialog.problems.accessibleName()
