"""A paragraph takes the height it is measured to have, and stands at the side it is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.look.fonts import Role, Type
from viewer.look.wrapped import wrapped_height, write_wrapped

LONG = "At least thirty-four people, seven or more of them women, most of them shot."
ARABIC = "قتل ما لا يقل عن أربعة وثلاثين شخصا"
SIDE = 400


def drawn(words: str, *, right: bool) -> list[tuple[int, int]]:
    """Pixels that are not white when the words are written 160 pixels wide at the middle of a page."""
    page = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    write_wrapped(painter, QRectF(120, 20, 160, SIDE), words, Type().font(Role.BODY), QColor("black"), right=right)
    painter.end()
    return [(x, y) for x in range(SIDE) for y in range(SIDE) if page.pixelColor(x, y).lightness() < 128]


def test_nothing_takes_no_height(qapp: QApplication) -> None:
    assert wrapped_height("", Type().font(Role.BODY), 100) == 0


@pytest.mark.parametrize("words", [LONG, ARABIC])
@pytest.mark.parametrize("right", [False, True])
def test_ink_stays_within_its_width_and_measured_height(qapp: QApplication, words: str, right: bool) -> None:
    tall = wrapped_height(words, Type().font(Role.BODY), 160)
    ink = drawn(words, right=right)
    assert min(x for x, _y in ink) >= 119 and max(x for x, _y in ink) <= 281
    assert min(y for _x, y in ink) >= 20 and max(y for _x, y in ink) <= 20 + tall


@pytest.mark.parametrize("words", ["A few", "قليل"])
def test_the_side_is_the_windows_whatever_the_words_direction(qapp: QApplication, words: str) -> None:
    assert min(x for x, _y in drawn(words, right=False)) < 130
    assert max(x for x, _y in drawn(words, right=True)) > 270
