"""Every string goes through translation; the window holds a language that is 40 % longer, both ways."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from viewer.look.voice import PseudoTranslator
from viewer.session.focus import Focus
from viewer.shell.about_case import AboutCase
from viewer.shell.keys_page import KeysPage
from viewer.shell.parts import Service
from viewer.shell.start_page import CaseCard, StartPage
from viewer.shell.window import CaseWindow

Opener = Callable[..., CaseWindow]


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def pseudo(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The make-believe language, in one direction and the other."""
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    QGuiApplication.setLayoutDirection(request.param)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)


def own_words(window: QWidget) -> list[str]:
    """Texts of controls, which are never data."""
    words = [action.text() for action in window.findChildren(QAction) if action.text()]
    words += [field.placeholderText() for field in window.findChildren(QLineEdit) if field.placeholderText()]
    for tabs in window.findChildren(QTabWidget):
        words += [tabs.tabText(i) for i in range(tabs.count())]
    return words


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 640)])
def test_the_window_speaks_the_language_and_nothing_is_wider_than_it(
    pseudo: None, open_window: Opener, qtbot: QtBot, width: int, height: int
) -> None:
    window = open_window(width, height)
    window.session.navigator.go(Focus(claim="E16-C06"))
    QApplication.processEvents()
    untranslated = [text for text in own_words(window) if "⟦" not in text]
    assert untranslated == []
    assert (window.width(), window.height()) == (width, height)
    for pane in window.panes.in_turn():
        if pane.isVisible():
            assert pane.minimumSizeHint().width() <= pane.width(), type(pane).__name__


def test_names_for_the_screen_reader_are_translated_too(pseudo: None, open_window: Opener) -> None:
    window = open_window()
    named = [window.panes.listing.view, window.panes.timeline, window.panes.detail, window.panes.finder]
    assert [part.accessibleName() for part in named if "⟦" not in part.accessibleName()] == []


def test_dialogs_speak_the_language(pseudo: None, service: Service, open_window: Opener, qtbot: QtBot) -> None:
    from viewer.index.ask import about

    window = open_window()
    page = about.about(window.session.connection)
    dialogs = [
        AboutCase(page, service.look, service.voice),
        KeysPage(service.look),
        StartPage((CaseCard("ashraf", "A title", "counts"),), service.look),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert "⟦" in dialog.windowTitle()
        buttons = [button.text() for button in dialog.findChildren(QAbstractButton) if button.text()]
        assert [text for text in buttons if "⟦" not in text and text.strip("&") != "Close"] == []
