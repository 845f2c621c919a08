"""Our own bugs come to a dialog whose report can be copied; before a window, to the terminal."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from viewer.shell.failure import FailureWatch
from viewer.shell.failure_dialog import FailureDialog


def faulty() -> None:
    raise RuntimeError("a fault of ours")


def fall() -> None:
    """As Python and PySide do with a fault that nobody has caught."""
    try:
        faulty()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def dialogs() -> list[FailureDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FailureDialog)]


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> FailureWatch:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # and put back afterwards
    watch = FailureWatch(lambda: "a complaint of Qt")
    watch.install()
    return watch


@pytest.mark.usefixtures("watch")
def test_a_fault_is_shown_and_its_report_can_be_copied(qapp: QApplication, qtbot: QtBot) -> None:
    loop, told = QEventLoop(), []

    def answer() -> None:
        (dialog,) = dialogs()
        text = dialog.findChild(QPlainTextEdit)
        assert isinstance(text, QPlainTextEdit)
        told.append(text.toPlainText())
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy report").click()
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        box.button(QDialogButtonBox.StandardButton.Close).click()
        loop.quit()

    def fall_twice() -> None:
        fall()
        QTimer.singleShot(0, fall)  # while the first one is shown: not stacked on it
        QTimer.singleShot(100, answer)

    QTimer.singleShot(0, fall_twice)
    loop.exec()
    (report,) = told
    for part in ("Evidence Viewer ", "PySide6 ", "RuntimeError: a fault of ours", "faulty", "a complaint of Qt"):
        assert part in report
    assert qapp.clipboard().text() == report
    assert not any(dialog.isVisible() for dialog in dialogs())


@pytest.mark.usefixtures("watch")
def test_before_the_first_window_a_fault_is_told_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    fall()
    assert "RuntimeError: a fault of ours" in capsys.readouterr().err
    assert not any(dialog.isVisible() for dialog in dialogs())
