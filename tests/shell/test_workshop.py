"""The tutorial case in its window: citation health is looked for and led to; the tour walks through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from viewer.shell.house import House, bundled_names
from viewer.shell.licences_page import LicencesPage
from viewer.shell.parts import Service
from viewer.shell.tour import Tour, read_route
from viewer.shell.window import CaseWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def house(service: Service, built_resources: Path) -> Iterator[House]:
    made = House(service)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.processEvents()


def tour_of(window: CaseWindow) -> Tour:
    (tour,) = window.findChildren(Tour)
    return tour


def windows() -> list[CaseWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CaseWindow) and each.isVisible()]


def test_both_bundled_cases_are_offered(house: House) -> None:
    assert bundled_names() == ["ashraf", "harbour"]
    page = house.show_start_page()
    names = [button.accessibleName() for button in page.findChildren(QPushButton)]
    assert "Open the case Harbour (fiction)" in names


def test_every_passage_of_harbour_is_looked_for_and_led_to(house: House, qtbot: QtBot) -> None:
    window = house.open_case("harbour")
    window.parts.actions["citation_health"].trigger()
    from viewer.panes.health.pane import HealthPane

    (pane,) = window.findChildren(HealthPane)
    qtbot.waitUntil(lambda: pane.summary.text().startswith("67 passages"), timeout=20_000)
    assert pane.summary.text() == "67 passages: 1 missing, 1 moved, 4 not held, 7 by place, 54 exact"
    pane.table.selectRow(1)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert window.session.navigator.focus.passage == "COURIER-1"


def test_a_window_may_close_while_passages_are_looked_for(house: House, qtbot: QtBot) -> None:
    window = house.open_case("harbour")
    window.parts.actions["citation_health"].trigger()
    with qtbot.waitSignal(window.destroyed):
        window.close()


def test_the_tour_begins_on_the_start_page_and_opens_its_case(house: House, qtbot: QtBot) -> None:
    page = house.show_start_page()
    page.tour_asked.emit()
    (window,) = windows()
    assert window.session.case_uid == read_route().case_uid
    assert tour_of(window).isVisible()
    assert window.session.navigator.focus.event == "E-FIRE"


def test_the_tour_goes_on_and_back_and_ends(house: House, qtbot: QtBot) -> None:
    window = house.open_case("harbour")
    window.parts.actions["tour"].trigger()
    tour, seen = tour_of(window), []
    navigator = window.session.navigator
    for _ in read_route().steps:
        seen.append(navigator.focus)
        QTest.keyClick(tour, Qt.Key.Key_Right)
    assert not tour.isVisible()
    assert len(set(seen)) == len(read_route().steps)
    window.parts.actions["tour"].trigger()
    QTest.keyClick(tour, Qt.Key.Key_Right)
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.step == 0
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_the_tour_is_asked_for_from_another_case(house: House) -> None:
    house.open_case("ashraf").parts.actions["tour"].trigger()
    assert {window.session.case_uid for window in windows()} == {"ashraf-2003-2016", "harbour-tutorial"}


def test_the_tour_stays_in_its_corner(house: House) -> None:
    window = house.open_case("harbour")
    window.parts.actions["tour"].trigger()
    tour = tour_of(window)
    for size in ((1440, 900), (700, 500)):
        window.resize(*size)
        assert window.rect().contains(tour.geometry())
        assert tour.geometry().bottom() > window.height() - 60


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_licences_of_everything_that_ships_can_be_read(open_window: Callable[..., CaseWindow]) -> None:
    window = open_window()
    window.parts.actions["show_licences"].trigger()
    page = window.findChild(LicencesPage)
    assert isinstance(page, LicencesPage)
    names = [page.parts.item(row).text() for row in range(page.parts.count())]
    assert any(name.startswith("PySide6") for name in names) and any(name.startswith("Inter") for name in names)
    page.parts.setCurrentRow(next(row for row, name in enumerate(names) if name.startswith("PySide6")))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page.text.toPlainText()
    page.close()
