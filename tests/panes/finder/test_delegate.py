"""Long texts are cut around what was found."""

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from viewer.panes.finder.delegate import around_first_mark, shortened

LONG = "word " * 30 + "killed " + "word " * 30


def test_a_text_is_cut_before_its_first_mark_and_the_mark_stays_on_its_word() -> None:
    text, marks = around_first_mark(LONG, ((150, 156),))
    assert text.startswith("… word")
    ((start, end),) = marks
    assert text[start:end] == "killed"
    assert start < 45


def test_a_mark_near_the_beginning_cuts_nothing() -> None:
    assert around_first_mark("killed here", ((0, 6),)) == ("killed here", ((0, 6),))
    assert around_first_mark("none", ()) == ("none", ())


def test_what_does_not_fit_ends_in_an_ellipsis_and_marks_beyond_it_go(qapp: QApplication) -> None:
    font = QFont("Inter")
    font.setPixelSize(13)
    text, marks = shortened("killed " * 40, ((0, 6), (210, 216)), font, 200)
    assert text.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(text) <= 201
    assert marks == ((0, 6),)
