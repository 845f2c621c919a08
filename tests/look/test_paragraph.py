"""A wrapped label remembers its height, and forgets it when anything about its text has changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from viewer import paths
from viewer.look.current import Look
from viewer.look.paragraph import Wrapped
from viewer.look.style import dress

LONG = "What somebody said, and where, and on which day it was written down by another. " * 6
WIDTHS = (90, 240, 700)


@pytest.fixture
def label(qtbot: QtBot) -> Wrapped:
    made = Wrapped()
    qtbot.addWidget(made)
    made.setText(LONG)
    return made


def heights(label: Wrapped) -> list[int]:
    return [label.heightForWidth(width) for width in WIDTHS]


def qt_says(label: Wrapped) -> list[int]:
    """Asked past what it remembers."""
    return [QLabel.heightForWidth(label, width) for width in WIDTHS]


def test_what_is_remembered_is_what_qt_says(label: Wrapped) -> None:
    assert heights(label) == heights(label) == qt_says(label)
    assert len(set(heights(label))) == len(WIDTHS)


def test_other_words_another_font_and_no_wrapping_have_other_heights(label: Wrapped) -> None:
    before = heights(label)
    label.setText(LONG * 2)
    more = heights(label)
    assert more == qt_says(label) != before
    font = QFont(label.font())
    font.setPixelSize(30)
    label.setFont(font)
    larger = heights(label)
    assert larger == qt_says(label) != more
    label.setWordWrap(False)
    assert heights(label) == qt_says(label) != larger


def test_a_style_that_puts_room_around_the_words_counts(label: Wrapped) -> None:
    before = heights(label)
    label.setStyleSheet("QLabel { padding: 12px; font-size: 20px; }")
    label.ensurePolished()
    assert heights(label) == qt_says(label) != before


def test_qt_asks_the_label_and_not_itself(label: Wrapped, qtbot: QtBot) -> None:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.resize(QSize(240, 10))
    label.show()
    qtbot.waitExposed(label)
    label.heightForWidth(333)
    assert 333 in label._heights


def test_room_inside_the_label_counts(label: Wrapped) -> None:
    before = heights(label)
    label.setContentsMargins(30, 12, 30, 12)
    assert heights(label) == qt_says(label) != before


def test_text_of_another_size_counts_in_the_whole_application(label: Wrapped, qapp: QApplication) -> None:
    look = Look(paths.resources(), "light", 1.0)
    dress(label, text="body")
    label.show()
    small = heights(label)
    look.scale_text(2.0)
    assert heights(label) == qt_says(label) != small
    qapp.setStyleSheet("")
