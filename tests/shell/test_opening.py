"""A case from a file or a folder opens behind a small window; what is refused is said in a sentence."""

from __future__ import annotations

import gc
import shutil
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from viewer import paths
from viewer.case.bag import DATABASE, Bag
from viewer.index.reader import InMemory
from viewer.shell.house import House
from viewer.shell.notice import Notice
from viewer.shell.opening import Opening
from viewer.shell.parts import Service
from viewer.shell.start_page import StartPage
from viewer.shell.window import CaseWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def house(service: Service, built_resources: Path) -> Iterator[House]:
    made = House(service)
    yield made
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.processEvents()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The tutorial case, as somebody would send it."""
    return Path(shutil.copy(paths.bundled_case("harbour"), tmp_path / "sent.evcase"))


def windows() -> list[CaseWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CaseWindow) and each.isVisible()]


def said(window: QWidget) -> str:
    if isinstance(window, StartPage):
        return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    (notice,) = window.findChildren(Notice)
    return notice.text()


def gone(window: QWidget) -> bool:
    """Hidden, or no longer there at all."""
    return not isValid(window) or not window.isVisible()


def start_page(house: House) -> StartPage:
    assert house._start is not None
    assert house._start.isVisible()
    return house._start


def altered(path: Path, name: str) -> Path:
    """The same case with one file of it replaced, and the old list."""
    target = path.with_name("altered.evcase")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, b"other words" if entry.filename.endswith(name) else old.read(entry))
    return target


def test_a_sent_case_opens_in_a_window_of_its_own(house: House, sent: Path, qtbot: QtBot) -> None:
    opening = house.open_file(sent, "case:harbour-tutorial/focus?event=E-FIRE")
    assert opening.isVisible()
    assert not opening.isModal()
    qtbot.waitUntil(lambda: len(windows()) == 1, timeout=10_000)
    (window,) = windows()
    assert window.session.case_uid == "harbour-tutorial"
    assert window.session.navigator.focus.event == "E-FIRE"
    assert isinstance(window.session._index, InMemory)
    assert gone(opening)
    assert "Harbour" not in window.windowTitle()
    assert said(window) == ""


def test_several_cases_open_at_once(house: House, sent: Path, qtbot: QtBot) -> None:
    house.open_file(sent)
    house.open_file(paths.bundled_case("ashraf"))
    qtbot.waitUntil(lambda: len(windows()) == 2, timeout=10_000)
    assert {window.session.case_uid for window in windows()} == {"harbour-tutorial", "ashraf-2003-2016"}


def test_a_closed_window_is_forgotten_and_the_other_goes_on(house: House, qtbot: QtBot) -> None:
    closed, kept = house.open_case("ashraf"), house.open_case("harbour")
    closed.close()
    qtbot.waitUntil(lambda: not isValid(closed))
    assert house._cases == [kept]
    kept.acts.privacy.title_changed.emit()
    assert house.children_at_work() == [pid for pid in [kept.session.child_pid] if pid]


def test_a_case_on_its_way_is_not_thrown_away(house: House, sent: Path, qtbot: QtBot) -> None:
    """What asked for it keeps no hold of it, as a drop does not."""
    house.open_file(sent)
    deadline = time.monotonic() + 10
    while any(thread.name == "job" for thread in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.01)
    gc.collect()
    qtbot.waitUntil(lambda: len(windows()) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: house._openings == [])


def test_an_altered_document_is_told_of_and_the_case_opens(house: House, sent: Path, qtbot: QtBot) -> None:
    with Bag.open(sent) as bag:
        name = next(name for name in bag.manifest if name.endswith(".md"))
    house.open_file(altered(sent, name))
    qtbot.waitUntil(lambda: len(windows()) == 1, timeout=10_000)
    (window,) = windows()
    assert "one document is not as it was listed" in said(window)
    assert window.session.sent is not None
    listed, found = window.session.sent.altered[name]
    assert len(listed) == len(found or "") == 64


def test_a_bare_database_is_called_not_verified(house: House, sent: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with Bag.open(sent) as bag:
        (tmp_path / "case.sqlite").write_bytes(bag.read(DATABASE))
    house.open_file(tmp_path / "case.sqlite")
    qtbot.waitUntil(lambda: len(windows()) == 1, timeout=10_000)
    assert said(windows()[0]).startswith("Not verified")


def test_a_refusal_is_said_on_the_start_page(house: House, sent: Path, qtbot: QtBot) -> None:
    opening = house.open_file(altered(sent, DATABASE))
    with qtbot.assertNotEmitted(opening.stopped), qtbot.waitSignal(opening.refused, timeout=10_000):
        pass
    assert gone(opening)
    assert "SHA-256" in said(start_page(house))
    assert windows() == []


def test_a_file_that_is_not_there_is_said(house: House, tmp_path: Path, qtbot: QtBot) -> None:
    opening = house.open_file(tmp_path / "gone.evcase")
    with qtbot.waitSignal(opening.refused, timeout=10_000):
        pass
    assert "There is no file gone.evcase" in said(start_page(house))


def test_opening_is_cancelled_with_escape(house: House, sent: Path, qtbot: QtBot) -> None:
    opening = house.open_file(sent)
    with qtbot.waitSignal(opening.stopped, timeout=10_000):
        QTest.keyClick(opening, Qt.Key.Key_Escape)
    assert gone(opening)
    assert start_page(house)
    assert windows() == []


def test_closing_the_small_window_cancels(house: House, sent: Path, qtbot: QtBot) -> None:
    opening = house.open_file(sent)
    with qtbot.waitSignal(opening.stopped, timeout=10_000):
        opening.close()
    assert windows() == []


def test_quitting_while_a_case_opens_waits_for_its_end(service: Service, sent: Path, qtbot: QtBot) -> None:
    opening = Opening(sent, service.look, service.voice)
    qtbot.addWidget(opening)
    opening.begin()
    opening.end()
    assert opening.said.text()


def test_a_case_is_dropped_on_a_window(house: House, sent: Path, qtbot: QtBot) -> None:
    page = house.show_start_page()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(sent))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(20, 20), copy, carried, left, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(20, 20), copy, carried, left, none))
    qtbot.waitUntil(lambda: len(windows()) == 1, timeout=10_000)


def test_what_lies_on_a_server_is_not_taken(house: House) -> None:
    page = house.show_start_page()
    carried = QMimeData()
    carried.setUrls([QUrl("file://server.example/share/case.evcase")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(20, 20), copy, carried, left, Qt.KeyboardModifier.NoModifier)
    entering.ignore()
    QApplication.sendEvent(page, entering)
    assert not entering.isAccepted()


def test_the_start_page_offers_to_open_a_case(house: House, qtbot: QtBot) -> None:
    page = house.show_start_page()
    (button,) = (each for each in page.findChildren(QPushButton) if each.text() == "Open…")
    assert button.isEnabled()
    with qtbot.waitSignal(page.opening_asked):
        page.opening_asked.disconnect(house.ask_for_case)
        button.click()
