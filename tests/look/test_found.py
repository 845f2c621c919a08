"""Marks of a text in what is shown of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.look.found import found_format, found_ranges, seen_marks, write_found
from viewer.look.theme import load_theme

TITLE = "First rocket attack on Camp Liberty"


def test_marks_beyond_what_is_shown_go_and_one_that_is_cut_ends_with_it() -> None:
    marks = ((0, 5), (13, 19), (28, 35))
    assert seen_marks(marks, TITLE, TITLE) == list(marks)
    assert seen_marks(marks, TITLE, "First rocket att…") == [(0, 5), (13, 16)]


def test_marks_of_a_second_line_are_counted_from_its_beginning() -> None:
    assert seen_marks(((13, 19), (28, 35)), TITLE, "attack on Camp Li…", start=13) == [(0, 6), (15, 17)]


def test_a_mark_counts_letters_and_qt_half_of_them() -> None:
    (mark,) = found_ranges("𐎠𐎡 peace 🕊", ((3, 8),), found_format(load_theme(paths.resources() / "theme", "light")))
    assert (mark.start, mark.length) == (5, 5)


def test_marked_words_stand_where_unmarked_ones_do(qapp: QApplication) -> None:
    theme = load_theme(paths.resources() / "theme", "light")
    font = QFont("Inter")
    font.setPixelSize(15)
    for words, right in ((TITLE, False), (TITLE, True), ("قالت المفوضية Camp", True), ("قالت المفوضية", False)):
        pictures = []
        for marks in ((), ((0, 5),)):
            picture = QImage(400, 40, QImage.Format.Format_RGB32)
            picture.fill(theme.highlight)  # so that only letters and the line below them are seen
            painter = QPainter(picture)
            box = QRectF(20, 0, 360, 40)
            write_found(painter, box, words, marks, font, colour=theme.text, theme=theme, right=right)
            painter.end()
            pictures.append(picture)
        plain, marked = (inked(picture, theme.text) for picture in pictures)
        # A font may kern over the end of a mark, which parts the letters.
        assert all(abs(one - other) <= 2 for one, other in zip(plain, marked, strict=True)), (words, plain, marked)
        assert QFontMetricsF(font).horizontalAdvance(words) < 360


def inked(picture: QImage, ink: QColor) -> tuple[int, int, int]:
    """First and last column with dark pixels, and the first such row."""
    dark = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < ink.lightness() + 30
    ]
    assert dark
    return min(x for x, _ in dark), max(x for x, _ in dark), min(y for _, y in dark)
