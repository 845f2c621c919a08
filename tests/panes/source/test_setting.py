"""Text is set sign by sign; nothing in it is markup, breaks a block or hides."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextFragment

from viewer.index.ask.sources import Block, Span
from viewer.look.current import Look
from viewer.panes.source.setting import as_shown, runs_rtl, set_text


def test_signs_that_turn_text_round_unseen_are_shown() -> None:
    assert as_shown("a\u202eb\u2066c") == "a\ufffdb\ufffdc"


def test_signs_that_would_begin_a_block_become_line_breaks() -> None:
    assert as_shown("a\r\nb\u2029c") == "a\u2028\u2028b\u2028c"


@pytest.mark.parametrize(
    ("text", "lang", "rtl"),
    [("قتل 34", "en", True), ("34 killed", "ar", False), ("34 (2011)", "fa", True), ("34", "en", False)],
)
def test_a_paragraph_runs_as_its_first_letter_does_else_as_its_language(text: str, lang: str, rtl: bool) -> None:
    assert runs_rtl(text, lang) is rtl


@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_each_sign_of_a_block_is_one_sign_of_the_document(look: Look, text: str) -> None:
    document = QTextDocument()
    set_text(document, [Block("paragraph", 0, text, (), ()), Block("paragraph", 0, "z", (), ())], look, "en")
    assert document.blockCount() == 2
    assert document.findBlockByNumber(1).position() == len(text.encode("utf-16-le")) // 2 + 1


def test_a_span_after_an_astral_sign_is_where_it_should_be(look: Look) -> None:
    document = QTextDocument()
    set_text(document, [Block("paragraph", 0, "𐎠𐎡 bold", (Span(3, 7, "strong"),), ())], look, "en")
    strong = [f.text() for f in fragments(document) if f.charFormat().fontWeight() >= 600]
    assert strong == ["bold"]


def test_the_name_of_a_file_in_the_text_stays_text(look: Look) -> None:
    document = QTextDocument()
    text = '<img src="/etc/passwd"><style>body{background:url(file:///etc/passwd)}</style>'
    set_text(document, [Block("paragraph", 0, text, (), ())], look, "en")
    assert document.toPlainText() == text
    assert not any(f.charFormat().isImageFormat() for f in fragments(document))


def fragments(document: QTextDocument) -> list[QTextFragment]:
    found = []
    block = document.firstBlock()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            found.append(parts.fragment())
            parts += 1
        block = block.next()
    return found
