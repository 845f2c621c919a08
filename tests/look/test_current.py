"""The look that is worn: changes reach the application, and Qt understands the style sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar
from pytestqt.qtbot import QtBot

from viewer.look.current import Look, preferred_theme
from viewer.look.style import dress


@pytest.fixture
def look(qapp: QApplication, built_resources: Path) -> Iterator[Look]:
    yield Look(built_resources, "light")
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
def test_each_theme_dresses_the_application(look: Look, qapp: QApplication, name: str) -> None:
    look.wear(name)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.window


def test_a_change_is_told(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.wear("dark")
    with qtbot.waitSignal(look.changed):
        look.scale_text(1.5)
    assert look.theme.dark
    assert look.space.large == 24


def test_text_and_distances_grow_together(look: Look, qapp: QApplication) -> None:
    look.scale_text(9)
    assert (qapp.font().pixelSize(), look.space.px(4)) == (26, 8)


def test_a_dressed_label_follows_theme_and_scale(look: Look, qtbot: QtBot) -> None:
    label = QLabel("Events of 8 April 2011")
    qtbot.addWidget(label)
    dress(label, text="title", tone="muted")
    label.show()
    assert (label.font().pixelSize(), label.palette().color(QPalette.ColorRole.WindowText)) == (
        24,
        look.theme.muted,
    )
    look.wear("dark")
    look.scale_text(2)
    assert (label.font().pixelSize(), label.palette().color(QPalette.ColorRole.WindowText)) == (
        48,
        look.theme.muted,
    )
    assert QFontInfo(label.font()).family() == "Inter"


def test_figures_of_a_dressed_label_stand_in_columns_only_when_small(look: Look, qtbot: QtBot) -> None:
    def even(role: str) -> bool:
        label = QLabel()
        qtbot.addWidget(label)
        dress(label, text=role)
        label.show()
        metrics = QFontMetricsF(label.font())
        return metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")

    assert (even("small"), even("figure")) == (True, False)
    assert look.theme.name == "light"


def test_a_label_can_be_dressed_anew_while_it_shows(look: Look, qtbot: QtBot) -> None:
    label = QLabel("disputed")
    qtbot.addWidget(label)
    label.show()
    dress(label, tone="disputed")
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.theme.disputed


def test_a_placeholder_is_as_readable_as_muted_text(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == look.theme.muted


def test_icons_turn_round_with_the_reading_direction(look: Look, qapp: QApplication) -> None:
    straight = look.icon("back").pixmap(20, 20).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = look.icon("back").pixmap(20, 20).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert straight != turned


def test_an_icon_takes_a_token(look: Look) -> None:
    pixel: QColor = look.icon("menu", "accent").pixmap(20, 20).toImage().pixelColor(10, 10)
    assert pixel.blue() > pixel.red()


def test_an_unknown_theme_is_told_as_an_error(look: Look) -> None:
    with pytest.raises(OSError, match="no-such-theme"):
        look.wear("no-such-theme")
    assert look.theme.name == "light"


def test_the_system_is_asked_for_a_theme_that_exists(look: Look) -> None:
    assert preferred_theme() in look.themes()


def test_a_bar_that_can_scroll_nothing_is_not_drawn(look: Look, qtbot: QtBot) -> None:
    """Its room is kept in places, so that nothing is laid out anew when it is wanted."""
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.resize(10, 200)
    bar.show()

    def colours() -> set[int]:
        picture = bar.grab().toImage()
        return {picture.pixel(5, y) for y in range(picture.height())}

    bar.setRange(0, 0)
    assert len(colours()) == 1
    bar.setRange(0, 1000)
    assert len(colours()) > 1
