"""The words of web pages and PDFs for the index: page by page, within bounds, none from what is damaged."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.locked.specimens import line, pages_of
from viewer.index.block import Block
from viewer.locked import originals
from viewer.locked.case_reader import Unwanted
from viewer.locked.originals import OriginalReader

PAGE = b"<meta charset='utf-8'><h1>A strike</h1><script>hidden</script><p>The crane stood <b>still</b>.</p>"


@pytest.fixture
def reader() -> Iterator[OriginalReader]:
    with closing(OriginalReader()) as made:
        yield made


def pdf(*pages: str) -> bytes:
    return pages_of([line(words) for words in pages])


def test_a_pdf_is_one_block_a_page(reader: OriginalReader) -> None:
    found = reader.blocks(pdf("First words", "", "Last words"), "application/pdf")
    assert [(one.kind, one.level, one.text.strip()) for one in found] == [
        ("page", 1, "First words"),
        ("page", 2, ""),
        ("page", 3, "Last words"),
    ]


def test_more_pages_than_cross_at_once_are_all_read(reader: OriginalReader) -> None:
    found = reader.blocks(pdf(*(f"number {count}" for count in range(1, 131))), "application/pdf")
    assert [one.text.strip() for one in found] == [f"number {count}" for count in range(1, 131)]
    assert [one.level for one in found] == list(range(1, 131))


def test_a_web_page_is_cleaned_and_keeps_its_places(reader: OriginalReader) -> None:
    found = reader.blocks(PAGE, "text/html; charset=utf-8")
    assert [(one.kind, one.text) for one in found] == [
        ("heading", "A strike"),
        ("paragraph", "The crane stood still."),
    ]
    assert found[1].pieces == ((0, 9, 22),)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing", b"\0" * 1000])
def test_what_cannot_be_read_has_no_words_and_costs_no_child(reader: OriginalReader, content: bytes) -> None:
    assert reader.blocks(content, "application/pdf") == []
    assert texts(reader.blocks(pdf("words"), "application/pdf")) == ["words"]


def texts(blocks: list[Block]) -> list[str]:
    return [one.text.strip() for one in blocks]


def test_a_child_that_ends_is_replaced_a_few_times(reader: OriginalReader) -> None:
    for _ in range(originals._MOST_LOST):
        assert texts(reader.blocks(pdf("words"), "application/pdf")) == ["words"]
        assert reader._door is not None
        os.kill(reader._door.pid, signal.SIGKILL)
        assert reader.blocks(pdf("words"), "application/pdf") == []
    assert reader.blocks(pdf("words"), "application/pdf") == [], "then the others are left alone"


def test_time_is_bounded_for_one_and_for_all(reader: OriginalReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "_LAST_QUESTION", 60.0)
    assert reader.blocks(pdf("words"), "application/pdf") == [], "no page is begun when the time is up"
    monkeypatch.setattr(originals, "_LAST_QUESTION", 5.0)
    assert texts(reader.blocks(pdf("words"), "application/pdf")) == ["words"]
    reader._left = 0.0
    assert reader.blocks(pdf("words"), "application/pdf") == []


def test_nobody_waits_any_more() -> None:
    with closing(OriginalReader(lambda: True)) as reader, pytest.raises(Unwanted):
        reader.blocks(pdf("words"), "application/pdf")
