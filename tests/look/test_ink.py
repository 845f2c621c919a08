"""Lines of text in their own direction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.look.fonts import Role, Type
from viewer.look.ink import Ink, reads_from_right, tooltip, write

WHITE, BLACK = QColor("white"), QColor("black")


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("8 April 2011", False),
        ("2011", False),
        ("", False),
        ("8 أبريل 2011", True),
        ("(عمليات)", True),
        ("… a ب", False),
    ],
)
def test_the_first_letter_that_has_a_direction_decides(words: str, right: bool) -> None:
    assert reads_from_right(words) is right


def inked(ink: Ink | None, words: str, right: bool) -> tuple[int, int]:
    """First and last column of 200 that are not white."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # as in a mirrored window
    font = Type().font(Role.BODY)
    put = ink.write if ink else write
    put(painter, QRectF(10, 0, 180, 30), words, font, BLACK, right=right)
    painter.end()
    rows = range(image.height())
    columns = [x for x in range(200) if any(image.pixelColor(x, y) != WHITE for y in rows)]
    return columns[0], columns[-1]


@pytest.mark.parametrize("words", ["8 April 2011", "عمليات"])
def test_left_and_right_are_meant_as_seen(qapp: QApplication, words: str) -> None:
    for ink in (None, Ink()):
        left, right = inked(ink, words, False), inked(ink, words, True)
        assert left[0] in range(9, 14) and right[1] in range(185, 192)
        assert left[1] - left[0] == pytest.approx(right[1] - right[0], abs=2)


def test_a_tooltip_never_reads_a_title_as_markup() -> None:
    assert tooltip(["<img src=x>", "a & b"]) == "<qt>&lt;img src=x&gt;<br>a &amp; b</qt>"
    assert tooltip([]) == ""
