"""Settings hold at once, the start page asks once, traces go when told to, and About asks the process itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.look.voice import PseudoTranslator
from viewer.session.shelf import Shelf
from viewer.settings import Choices, Settings
from viewer.shell.about_program import AboutProgram
from viewer.shell.house import House
from viewer.shell.keeping import KeepingNotice
from viewer.shell.leaving import LeaveNoTrace
from viewer.shell.parts import Service
from viewer.shell.settings_dialog import SettingsDialog
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]
Kind = TypeVar("Kind", bound=QWidget)


def control(dialog: QWidget, kind: type[Kind], name: str) -> Kind:
    return next(
        each for each in dialog.findChildren(kind) if name in (each.accessibleName(), each.property("text"))
    )


def choose(dialog: QWidget, name: str, value: str) -> None:
    """As a reader does it: the entry is activated."""
    box = control(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def press(dialog: QWidget, name: str) -> None:
    control(dialog, QAbstractButton, name).click()


def words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.fixture
def settings_dialog(open_window: Opener) -> SettingsDialog:
    window = open_window()
    window.acts.privacy.choose_settings()
    QApplication.processEvents()
    return window.findChildren(SettingsDialog)[0]


def test_every_choice_holds_at_once_and_is_kept(settings_dialog: SettingsDialog, service: Service) -> None:
    for name, value in (("Theme", "dark"), ("Timeline runs", "ltr"), ("Time zone", "UTC"), ("Calendar", "jalali")):
        choose(settings_dialog, name, value)
    control(settings_dialog, QAbstractSpinBox, "Text size").setProperty("value", 130)
    press(settings_dialog, "Cover documents marked as graphic")
    assert service.look.theme.name == "dark" and service.look.type.scale == 1.3
    kept = Settings(service.settings.path).choices
    assert (kept.theme, kept.text_percent, kept.time_direction) == ("dark", 130, "ltr")
    assert (kept.zone, kept.calendar, kept.cover_graphic) == ("UTC", "jalali", False)


def test_the_layout_turns_and_turns_back(settings_dialog: SettingsDialog) -> None:
    choose(settings_dialog, "Layout", "rtl")
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    choose(settings_dialog, "Layout", "ltr")
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_title_bar_names_the_case_only_when_allowed(open_window: Opener) -> None:
    window = open_window()
    title = window.session.heading.title
    assert title not in window.windowTitle()
    window.acts.privacy.choose_settings()
    press(window.findChildren(SettingsDialog)[0], "Name the case in the title bar")
    assert window.windowTitle() == title
    press(window.findChildren(SettingsDialog)[0], "Name the case in the title bar")
    assert title not in window.windowTitle()


def test_keep_nothing_leaves_one_line_and_then_nothing(settings_dialog: SettingsDialog, service: Service) -> None:
    choose(settings_dialog, "Theme", "dark")
    press(settings_dialog, "Keep nothing")
    choose(settings_dialog, "Theme", "light")
    assert service.look.theme.name == "light"
    assert service.settings.path.read_text("utf-8") == 'keeping = "nothing"\n'
    press(settings_dialog, "Keep nothing")
    assert Settings(service.settings.path).choices == Choices(theme="light", keeping="choices")


def test_every_control_has_a_name_and_the_keyboard(settings_dialog: SettingsDialog) -> None:
    controls = [
        *settings_dialog.findChildren(QComboBox),
        *settings_dialog.findChildren(QCheckBox),
        *settings_dialog.findChildren(QAbstractSpinBox),
        *settings_dialog.findChildren(QPushButton),
    ]
    assert len(controls) >= 10
    for each in controls:
        assert each.accessibleName() or each.property("text"), each
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_start_page_asks_once_and_in_nobodys_way(service: Service, qtbot: QtBot) -> None:
    page = House(service).show_start_page()
    qtbot.addWidget(page)
    notice = page.findChildren(KeepingNotice)[0]
    assert notice.isVisible() and not page.isModal() and QApplication.activeModalWidget() is None
    assert len(notice.findChildren(QLabel)) == 1 + 5 and len(notice.findChildren(QPushButton)) == 2
    press(notice, "Keep nothing")
    assert paths.keeps_nothing() and not notice.isVisible()
    assert "Keep nothing is on" in words(page)
    later = House(Service(service.look, service.voice, Settings(service.settings.path))).show_start_page()
    qtbot.addWidget(later)
    assert later.findChildren(KeepingNotice) == []


def test_what_was_erased_is_told_and_nothing_comes_back(
    open_window: Opener, readers_folder: Path, service: Service, qtbot: QtBot
) -> None:
    readers_folder.mkdir()
    (readers_folder / "views.toml").write_text("x")
    (readers_folder / "diary.txt").write_text("x")
    dialog = LeaveNoTrace(service.look, open_window())
    qtbot.addWidget(dialog)
    assert "views.toml" in words(dialog) and "diary.txt" not in words(dialog)
    assert (readers_folder / "views.toml").exists()
    press(dialog, "Erase")
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert [path.name for path in readers_folder.iterdir()] == ["diary.txt"]
    assert "Erased:" in words(dialog) and "diary.txt" in words(dialog)
    service.settings.choose(theme="dark")
    assert not service.settings.path.exists()


def test_about_says_what_this_process_can_do(open_window: Opener, service: Service, qtbot: QtBot) -> None:
    """The process of the tests has laid no wall: About may not claim one."""
    dialog = AboutProgram(open_window().session, service.look)
    qtbot.addWidget(dialog)
    said = words(dialog)
    assert "No wall" in said and "A wall:" not in said and "No tripwire" in said
    assert "It does not run now." in said


def test_about_shows_what_the_running_child_found(open_window: Opener, service: Service, qtbot: QtBot) -> None:
    session = open_window().session
    session.lens.tell_protections()
    qtbot.waitUntil(lambda: session.child_pid is not None, timeout=20_000)
    dialog = AboutProgram(session, service.look)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Starting programs" in words(dialog), timeout=20_000)


def test_a_kept_original_is_not_kept_where_nothing_is(tmp_path: Path) -> None:
    from viewer.index.ask.holdings import Holding

    file = tmp_path / "original.pdf"
    file.write_bytes(b"x")
    shelf = Shelf(None, "case", lambda: tmp_path / "originals")
    fields = dict.fromkeys(Holding.__match_args__) | {"uid": "D1"}
    holding = Holding(**fields)  # type: ignore[arg-type]
    shelf.attach(holding, file)
    paths.keep("nothing")
    assert not shelf.keep(holding).kept and not (tmp_path / "originals").exists()
    paths.keep("choices")
    assert shelf.keep(holding).kept and (tmp_path / "originals").is_dir()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_dialogs_speak_the_language(
    open_window: Opener, service: Service, qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    window = open_window()
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    QGuiApplication.setLayoutDirection(direction)
    dialogs = [
        SettingsDialog(window.parts.service, window),
        LeaveNoTrace(service.look),
        AboutProgram(window.session, service.look),
        KeepingNotice(service.look),
    ]
    own = str(paths.own_folder())
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        texts += [button.text() for button in dialog.findChildren(QPushButton)]
        assert [text for text in texts if text and "⟦" not in text and text.strip("&") not in ("Close", own)] == []
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)
