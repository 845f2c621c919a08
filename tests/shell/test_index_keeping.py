"""The index of a large case is kept when the reader says so, in the window; Settings shows and removes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.intake import kept_index
from viewer.intake.opening import opened
from viewer.settings import Settings
from viewer.shell.house import House
from viewer.shell.index_keeping import IndexNotice
from viewer.shell.kept_indexes import KeptIndexes
from viewer.shell.notice import Notice
from viewer.shell.parts import Service
from viewer.shell.settings_dialog import SettingsDialog
from viewer.shell.window import CaseWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LARGE = 0  # every case counts as large


@pytest.fixture(autouse=True)
def own(readers_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.KEEPING_VARIABLE, "choices")
    return readers_folder / "indexes"


@pytest.fixture
def sent(built_resources: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(paths.bundled_case("harbour"), tmp_path / "sent.evcase"))


@pytest.fixture
def house(service: Service, built_resources: Path) -> Iterator[House]:
    made = House(service)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.processEvents()


def notices(window: CaseWindow) -> list[IndexNotice]:
    return [notice for notice in window.findChildren(IndexNotice) if notice.isVisible()]


def press(inside: QWidget, words: str) -> None:
    (button,) = (each for each in inside.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(window: CaseWindow) -> str:
    return window.findChildren(Notice)[0].text()


def words(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def test_asked_in_the_window_and_kept_when_told_to(house: House, sent: Path, own: Path, qtbot: QtBot) -> None:
    window = house.show_opened(opened(sent, LARGE))
    (notice,) = notices(window)
    asked = notice.said.text()
    assert str(own) in asked and "KiB" in asked and "free" in asked
    assert QApplication.activeModalWidget() is None
    assert not own.exists(), "nothing is written before the answer"
    press(notice, "Keep the index")
    qtbot.waitUntil(lambda: "is kept" in said(window))
    assert notices(window) == []
    assert len(kept_index.listed()) == 1
    assert kept_index.listed()[0].title == window.session.heading.title
    window.close()
    again = house.show_opened(opened(sent, LARGE))
    assert again.session.sent is not None
    assert notices(again) == []
    assert again.panes.detail.isVisible() and again.session.heading.events


def test_not_now_keeps_nothing_and_is_not_asked_again_at_once(house: House, sent: Path, own: Path) -> None:
    window = house.show_opened(opened(sent, LARGE))
    press(notices(window)[0], "Not now")
    assert notices(window) == []
    window.close()
    assert notices(house.show_opened(opened(sent, LARGE))) == []
    assert not own.exists()


def test_never_ask_is_remembered(house: House, service: Service, sent: Path, own: Path) -> None:
    press(notices(house.show_opened(opened(sent, LARGE)))[0], "Never ask")
    kept = Settings(service.settings.path)
    assert kept.choices.indexes == "never"
    later = House(Service(service.look, service.voice, kept))
    assert notices(later.show_opened(opened(sent, LARGE))) == []
    assert not own.exists()


def test_a_case_that_is_small_is_not_asked_about(house: House, sent: Path) -> None:
    assert notices(house.show_opened(opened(sent))) == []


@pytest.mark.parametrize("variable", [paths.KEEPING_VARIABLE, paths.PORTABLE_VARIABLE])
def test_where_nothing_is_kept_nobody_is_asked(
    house: House, sent: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv(paths.KEEPING_VARIABLE)
    monkeypatch.setenv(variable, "nothing")
    assert paths.keeps_nothing()
    assert notices(house.show_opened(opened(sent, LARGE))) == []


def test_who_has_said_so_for_all_is_not_asked(house: House, service: Service, sent: Path, qtbot: QtBot) -> None:
    service.settings.choose(indexes="keep")
    window = house.show_opened(opened(sent, LARGE))
    qtbot.waitUntil(lambda: "is kept" in said(window))
    assert len(kept_index.listed()) == 1


def test_a_window_that_closes_stops_the_keeping(house: House, sent: Path, own: Path) -> None:
    window = house.show_opened(opened(sent, LARGE))
    press(notices(window)[0], "Keep the index")
    window.close()
    QApplication.processEvents()
    assert not own.exists() or not list(own.glob("*.part"))


def test_a_folder_that_cannot_be_written_is_said(house: House, sent: Path, own: Path, qtbot: QtBot) -> None:
    own.parent.mkdir(parents=True)
    own.write_text("in the way")
    window = house.show_opened(opened(sent, LARGE))
    press(notices(window)[0], "Keep the index")
    qtbot.waitUntil(lambda: "was not kept" in said(window))
    assert own.read_text() == "in the way"


@pytest.fixture
def two_kept(sent: Path) -> None:
    for path in (sent, paths.bundled_case("ashraf")):
        case = opened(path, LARGE)
        assert isinstance(case.index, Path)
        for _ in kept_index.keep(case.index, case.digests, path.stem):
            pass
        case.close()


@pytest.mark.usefixtures("two_kept")
@pytest.mark.parametrize(("words_on_it", "left"), [("Remove", 1), ("Remove all", 0)])
def test_settings_list_what_is_kept_and_remove_it(
    service: Service, own: Path, qtbot: QtBot, words_on_it: str, left: int
) -> None:
    dialog = SettingsDialog(service)
    qtbot.addWidget(dialog)
    dialog.show()
    (listed,) = dialog.findChildren(KeptIndexes)
    shown = words(listed)
    assert "sent: " in shown and "ashraf: " in shown and "MiB" in shown and "kept on" in shown
    next(each for each in listed.findChildren(QPushButton) if each.text() == words_on_it).click()
    assert len(kept_index.listed()) == left and listed.said.text() == "Removed."
    assert own.exists() is bool(left)


def test_settings_are_reached_from_the_start_page(house: House, service: Service, qtbot: QtBot) -> None:
    page = house.show_start_page()
    press(page, "Settings…")
    (dialog,) = page.findChildren(SettingsDialog)
    assert dialog.isVisible()
    window = house.open_case("harbour")
    dialog.time_chosen.emit("time_direction", "ltr")
    assert service.settings.choices.time_direction == "ltr"
    service.settings.choose(case_in_title=True)
    dialog.title_changed.emit()
    assert window.windowTitle() == window.session.heading.title
    next(each for each in dialog.findChildren(QCheckBox) if each.text() == "Keep nothing").click()
    dialog.reject()
    assert "Keep nothing is on" in words(page)


def test_the_title_bars_of_all_windows_follow(house: House) -> None:
    first, second = house.open_case("harbour"), house.open_case("ashraf")
    first.acts.privacy.choose_settings()
    (dialog,) = first.findChildren(SettingsDialog)
    box = next(
        each for each in dialog.findChildren(QWidget) if each.property("text") == "Name the case in the title bar"
    )
    box.click()  # type: ignore[attr-defined]
    assert second.windowTitle() == second.session.heading.title
    box.click()  # type: ignore[attr-defined]
    assert second.session.heading.title not in second.windowTitle()
