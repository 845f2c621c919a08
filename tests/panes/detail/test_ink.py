"""Painted paragraphs wrap, end in an ellipsis where they must, and keep their own direction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.ink import reads_from_right
from viewer.panes.detail.ink import Ink

LONG = "Government of a State with quite a long name, as reported by somebody"


def inked(ink: Ink, width: int, rtl: bool) -> QImage:
    image = QImage(width, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    towards = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(towards)
    ink.draw(painter, QPointF(0, 0), width, QColor("black"))
    painter.end()
    return image


def dark_columns(image: QImage) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]


def test_a_narrow_paragraph_is_higher(look: Look) -> None:
    font = look.type.font(Role.BODY)
    assert Ink(LONG, font).height(120) > 2 * Ink(LONG, font).height(1000)


def test_the_most_lines_are_kept(look: Look) -> None:
    font = look.type.font(Role.BODY)
    assert Ink(LONG, font, most=2).height(120) == pytest.approx(2 * Ink("One", font).height(120), abs=2)


def test_text_on_one_line_is_as_high_as_it_is_laid_out(look: Look) -> None:
    """Its height is known before it is laid out for a width; a dozen widths are asked for."""
    for text in ("OHCHR", "سازمان", "Ĥeĥo 36 (فارسی)", "日本", ""):
        ink = Ink(text, look.type.font(Role.BODY), most=2)
        widths = range(int(ink.width()) + 2, 600, 40)
        heights = {width: ink.height(width) for width in widths}
        for width, height in heights.items():
            ink._lay(width, rtl=False)
            assert (ink._height or height) == height


@pytest.mark.parametrize("text", ["line one\u2028line two", "قاعمطيوي يةثل as stated", LONG, "x" * 40])
def test_a_column_narrower_than_a_word_is_no_trap(look: Look, text: str) -> None:
    """What is cut may break anew where it is set again; once is enough."""
    for size in (Role.SMALL, Role.FIGURE):
        ink = Ink(text, look.type.font(size), most=2)
        one = ink.height(10_000) if "\u2028" not in text else ink.height(10_000) / 2
        assert all(ink.height(width) <= 2 * one + 2 for width in range(1, 200))


@pytest.mark.parametrize("rtl", [False, True])
def test_text_stands_at_the_reading_side(look: Look, rtl: bool) -> None:
    columns = dark_columns(inked(Ink("Short", look.type.font(Role.BODY)), 300, rtl))
    assert (min(columns) > 200) if rtl else (max(columns) < 100)


@pytest.mark.parametrize(
    ("text", "rtl"), [("OHCHR", False), ("العربية", True), ("36 (فارسی)", True), ("12 killed", False), ("", False)]
)
def test_the_first_letter_tells_the_direction(text: str, rtl: bool) -> None:
    assert reads_from_right(text) is rtl
