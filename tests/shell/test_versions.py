"""Comparing versions in the window: a tree of differences, each leading to its spot, saved as table or text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.versioned import built, indexed
from viewer import paths
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.shell.parts import Service
from viewer.shell.versions_page import VersionsPage, shipped_version
from viewer.shell.window import CaseWindow

OLDER = (
    ("claims.csv", "killed,4,,,at-least,,2010-03-04", "killed,6,,,at-least,,2010-03-04"),
    ("case.toml", 'version = "2"', 'version = "1"'),
)


@pytest.fixture
def window(service: Service, qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    """A window on the newer version."""
    case = built(tmp_path, "newer")
    made = CaseWindow(Session(indexed(case), case=case), service)
    made.show()
    made.open_at(None)
    qtbot.waitExposed(made)
    yield made
    made.close()
    QApplication.processEvents()


@pytest.fixture
def page(window: CaseWindow) -> VersionsPage:
    window.parts.actions["compare_versions"].trigger()
    return window.findChildren(VersionsPage)[0]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return built(tmp_path, "older", OLDER)


def rested(qtbot: QtBot, page: VersionsPage) -> None:
    qtbot.waitUntil(page.progress.isHidden, timeout=20_000)


def lines(item: QTreeWidgetItem | None, columns: int = 3) -> list[list[str]]:
    """The item and what is below it."""
    assert item
    below = [line for row in range(item.childCount()) for line in lines(item.child(row))]
    return [[item.text(column) for column in range(columns) if item.text(column)], *below]


def test_differences_stand_with_old_and_new_in_words(qtbot: QtBot, page: VersionsPage, older: Path) -> None:
    assert {name for name, button in page.buttons.items() if button.isEnabled()} == {"choose", "shipped", "stop"}
    page.compare_with(older)
    assert not page.progress.isHidden()
    rested(qtbot, page)
    assert page.said.text() == "Differences: 2 (2 changed)"
    assert page.pair.text() == "Older: older.evcase. Newer: newer.evcase."
    group = page.tree.topLevelItem(0)
    assert group is not None
    assert lines(group) == [
        ["Changed: 2"],
        ["About the case version"],
        ["Value", "1", "2"],
        ["Claim C1"],
        ["Figure", "at least 6", "at least 4"],
    ]


def test_the_reader_says_which_is_the_older_one(qtbot: QtBot, page: VersionsPage, older: Path) -> None:
    page.compare_with(older)
    rested(qtbot, page)
    page.order.setCurrentIndex(1)
    page.order.activated.emit(1)
    rested(qtbot, page)
    group = page.tree.topLevelItem(0)
    assert group is not None
    assert lines(group)[-1] == ["Figure", "at least 4", "at least 6"]
    assert page.pair.text() == "Older: newer.evcase. Newer: older.evcase."


def test_enter_leads_to_the_spot_in_the_window(
    qtbot: QtBot, window: CaseWindow, page: VersionsPage, older: Path
) -> None:
    window.session.navigator.go(Focus(claim="C3"))
    page.compare_with(older)
    rested(qtbot, page)
    group = page.tree.topLevelItem(0)
    assert group is not None
    claim = group.child(1)
    figure = claim.child(0) if claim else None
    assert figure
    page.tree.setCurrentItem(figure)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert window.session.navigator.focus.claim == "C1"


def test_an_entry_that_the_open_case_does_not_have_is_said(
    qtbot: QtBot, page: VersionsPage, tmp_path: Path
) -> None:
    last = "C1,E1,NEWS-A,"
    more = f"C99,E1,NEWS-A,DOCKERS,figure,killed,9,,,at-least,,,,PA-1,,\n{last}"
    page.compare_with(built(tmp_path, "other", (("claims.csv", last, more),)))
    rested(qtbot, page)
    assert page.said.text() == "Difference: 1 (1 withdrawn)"
    group = page.tree.topLevelItem(0)
    assert group is not None
    page.tree.itemDoubleClicked.emit(group.child(0), 0)
    assert page.said.text() == "There is no claim “C99” in this case."


def test_the_same_version_has_no_difference(qtbot: QtBot, window: CaseWindow, page: VersionsPage) -> None:
    assert window.session.case is not None
    page.compare_with(window.session.case)
    rested(qtbot, page)
    assert page.said.text() == "No entry differs."
    assert page.tree.topLevelItemCount() == 0


def test_another_case_is_compared_and_named_as_one(qtbot: QtBot, page: VersionsPage, tmp_path: Path) -> None:
    page.compare_with(built(tmp_path, "other", (("case.toml", 'uid = "harbour-2010"', 'uid = "another"'),)))
    rested(qtbot, page)
    assert page.said.text().endswith("These are not two versions of one case: their identifiers differ.")


def test_what_is_no_case_is_said_in_a_sentence(qtbot: QtBot, page: VersionsPage, tmp_path: Path) -> None:
    (tmp_path / "no.evcase").write_bytes(b"nothing")
    page.compare_with(tmp_path / "no.evcase")
    rested(qtbot, page)
    assert "no.evcase" in page.said.text()
    assert not page.buttons["save"].isEnabled()


def test_they_are_saved_as_a_table_and_as_a_text(
    qtbot: QtBot, page: VersionsPage, older: Path, tmp_path: Path
) -> None:
    page.compare_with(older)
    rested(qtbot, page)
    page.save(tmp_path / "differences.csv")
    with (tmp_path / "differences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["field"], row["old"], row["new"]) for row in rows] == [
        ("version", "Value", "1", "2"),
        ("C1", "Figure", "at least 6", "at least 4"),
    ]
    page.save(tmp_path / "differences.txt")
    text = (tmp_path / "differences.txt").read_text("utf-8")
    assert text.startswith("Older, digest ")
    assert "Figure: at least 6 → at least 4" in text
    page.save(tmp_path / "no" / "differences.txt")
    assert "No such file or directory" in page.said.text()


def test_esc_stops_it(qtbot: QtBot, page: VersionsPage, older: Path) -> None:
    page.compare_with(older)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    rested(qtbot, page)
    assert page.said.text() == "Stopped."
    assert page.isVisible()
    assert page.tree.topLevelItemCount() == 0


def test_the_version_that_came_with_the_program_is_offered(built_resources: Path, tmp_path: Path) -> None:
    bundled = paths.bundled_case("harbour")
    for case, expected in ((bundled, None), (tmp_path / "sent.evcase", bundled)):
        session = Session(paths.bundled_index("harbour"), case=case)
        assert shipped_version(session) == expected
        session.close()
