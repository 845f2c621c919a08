"""Exact words in a PDF are found on their glyphs, in three scripts, over line and page ends; near misses not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.locked.conftest import Asking
from tests.locked.specimens import drawn_by_qt, line, pages_of
from viewer.locked.messages import Box, FindWords, Pixels, Places, Refused, RenderPage


def found(ask: Asking, content: bytes, words: str, prefix: str = "", suffix: str = "") -> Places:
    answer = ask(content, FindWords("d", words, prefix, suffix))
    assert isinstance(answer, Places)
    return answer


def lines(*texts: str) -> bytes:
    """One page of lines."""
    return b"".join(line(text, bottom=85 - 15 * number) for number, text in enumerate(texts))


def test_words_are_found_with_the_box_of_their_line(ask: Asking) -> None:
    told = found(ask, pages_of([lines("the first line", "the second line")]), "second")
    assert told.count == 1 and told.places[0].verbatim
    (stretch,) = told.places[0].stretches
    ((left, top, right, bottom),) = stretch.rects
    assert stretch.page == 0 and 0.15 < left < right < 0.4 and 0.2 < top < bottom < 0.35


def test_words_over_a_line_end_have_a_box_on_each_line(ask: Asking) -> None:
    told = found(ask, pages_of([lines("they left the", "camp at dawn")]), "left the camp")
    assert told.places[0].verbatim and len(told.places[0].stretches[0].rects) == 2


def test_words_over_a_page_end_have_a_stretch_on_each_page(ask: Asking) -> None:
    told = found(ask, pages_of([lines("they left the"), lines("camp at dawn")]), "left the camp")
    assert [stretch.page for stretch in told.places[0].stretches] == [0, 1]
    assert told.count == 1


def test_each_place_is_told_once_though_pages_are_read_in_pairs(ask: Asking) -> None:
    told = found(ask, pages_of([lines("camp"), lines("camp camp"), lines("camp")]), "camp")
    assert [place.stretches[0].page for place in told.places] == [0, 1, 1, 2]


def test_what_stands_before_and_after_picks_the_place(ask: Asking) -> None:
    content = pages_of([lines("five were hurt and five were", "missing by noon")])
    assert found(ask, content, "five were").count == 2
    assert found(ask, content, "five were", suffix=" missing").count == 1
    assert found(ask, content, "five were", prefix="and ").count == 1
    assert found(ask, content, "five were", prefix="then ").count == 0


def test_a_word_broken_at_a_line_end_is_found_and_marked_as_not_verbatim(ask: Asking) -> None:
    content = pages_of([lines("an inter-", "national well-", "known body")])
    told = found(ask, content, "international well-known body")
    assert told.count == 1 and not told.places[0].verbatim


def test_a_hyphen_inside_a_line_is_never_left_out(ask: Asking) -> None:
    content = pages_of([lines("they re-signed it")])
    assert found(ask, content, "resigned").count == 0
    assert found(ask, content, "re-signed").places[0].verbatim


@pytest.mark.parametrize("words", ["Second", "secnd", "second  lines", "sec ond", "", "   "])
def test_what_does_not_stand_there_is_not_found(ask: Asking, words: str) -> None:
    assert found(ask, pages_of([lines("the second line")]), words) == Places([], 0, [])


def test_pages_without_text_are_named(ask: Asking) -> None:
    assert found(ask, pages_of([b"", lines("a"), b""]), "zz").silent == [0, 2]


def test_a_page_that_cannot_be_read_does_not_hide_the_others(ask: Asking) -> None:
    content = pages_of([lines("camp")] * 3).replace(b"6 0 obj <</Type/Page/", b"6 0 obj <</Type/Xxxx/")
    told = found(ask, content, "camp")
    assert 0 in [place.stretches[0].page for place in told.places] and told.count >= 2


def test_only_the_asked_pages_are_looked_at(ask: Asking) -> None:
    content = pages_of([lines("camp")] * 4)
    answer = ask(content, FindWords("d", "camp", first=1, pages=2))
    assert isinstance(answer, Places)
    assert [place.stretches[0].page for place in answer.places] == [1, 2]
    assert ask(content, FindWords("d", "camp", first=4)) == Refused("no-such-page")


# Latin ligatures, Arabic and Persian, in PDFs that Qt wrote with the fonts we ship.

ARABIC = "قال الشاهد إن الجنود (12) وصلوا"
PERSIAN = "شاهد گفت که در سال ۱۳۹۰ آمدند"
LATIN = "The office of first affairs"


@pytest.fixture(scope="module")
def three_scripts(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return drawn_by_qt(tmp_path_factory.mktemp("pdf") / "a.pdf", [LATIN, ARABIC, PERSIAN])


def ink(pixels: Pixels, box: Box) -> int:
    """How many dark pixels lie in a box."""
    left, right = int(box[0] * pixels.width), int(box[2] * pixels.width) + 1
    rows = range(int(box[1] * pixels.height), int(box[3] * pixels.height) + 1)
    return sum(
        pixels.data[4 * (y * pixels.width + x)] < 128 for y in rows for x in range(left, min(right, pixels.width))
    )


@pytest.mark.parametrize(
    ("words", "row"),
    [("office of first", 0), ("الشاهد إن", 1), ("(12) وصلوا", 1), ("گفت که در سال", 2), ("۱۳۹۰ آمدند", 2)],
)
def test_words_of_each_script_fall_on_their_glyphs(
    ask: Asking, three_scripts: bytes, words: str, row: int
) -> None:
    told = found(ask, three_scripts, words)
    assert told.count == 1 and told.places[0].verbatim
    (rect,) = told.places[0].stretches[0].rects
    height = 842
    assert (20 + 40 * row) / height < rect[1] < rect[3] < (60 + 40 * row) / height
    pixels = ask(three_scripts, RenderPage("d", 0, 1190))
    assert isinstance(pixels, Pixels) and ink(pixels, rect) > 100


def test_right_to_left_words_stand_where_a_reader_sees_them(ask: Asking, three_scripts: bytes) -> None:
    first, last = (found(ask, three_scripts, words).places[0].stretches[0].rects for words in ("قال", "وصلوا"))
    assert first[0][0] > last[0][2]


def test_vowel_signs_and_joining_marks_may_differ_but_then_it_is_not_verbatim(
    ask: Asking, three_scripts: bytes
) -> None:
    told = found(ask, three_scripts, "قَالَ الشّاهد")
    assert told.count == 1 and not told.places[0].verbatim
    told = found(ask, three_scripts, "شا\u200dهد گفت")
    assert told.count == 1 and not told.places[0].verbatim


def test_latin_lines_of_a_document_that_runs_right_to_left_keep_their_order(ask: Asking) -> None:
    content = pages_of([lines("the first line")])
    turned = content.replace(b"/Catalog", b"/Catalog/ViewerPreferences<</Direction/R2L>>")
    assert found(ask, turned, "the first line").places[0].verbatim


def test_another_letter_is_another_word(ask: Asking, three_scripts: bytes) -> None:
    assert found(ask, three_scripts, "كفت").count == 0
    assert found(ask, three_scripts, "الشاهد أن").count == 0
