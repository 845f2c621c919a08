"""An answer is believed only when all its numbers fit."""

from __future__ import annotations

import struct
from math import inf, nan

import msgspec
import pytest

from viewer.index.block import Block, Span
from viewer.locked.checks import checked
from viewer.locked.frames import BadFrame
from viewer.locked.messages import (
    Answer,
    FindWords,
    OpenPdf,
    Outlined,
    PageText,
    PageWords,
    PdfFacts,
    Pixels,
    Place,
    Places,
    ReadPage,
    ReadPages,
    ReadText,
    RenderPage,
    Request,
    Stretch,
    TextBlocks,
)

RENDER, READ, PAGES, OPEN, FIND, TEXT = (
    RenderPage("d", 0, 2),
    ReadPage("d", 0),
    ReadPages("d", 0, 2),
    OpenPdf("d"),
    FindWords("d", "a"),
    ReadText("d", "text/html"),
)


def boxes(*edges: float) -> bytes:
    return struct.pack(f"{len(edges)}f", *edges)


def place(*edges: float) -> Places:
    return Places([Place([Stretch(0, [edges])], True)], 1, [])  # type: ignore[list-item]


def block(
    text: str = "ab", kind: str = "paragraph", *, span: Span | None = None, piece: tuple[int, int, int]
) -> Block:
    return Block(kind, 0, text, (span,) if span else (), (piece,))


SOUND: list[tuple[Request, Answer, bytes]] = [
    (RENDER, Pixels(2, 1, True), bytes(8)),
    (READ, PageText("ab"), boxes(0, 0, 0, 0, 0.1, 0.2, 0.3, 1)),
    (OPEN, PdfFacts([(1, 1)], [Outlined(0, "a", 0)], False), b""),
    (PAGES, PageWords(["a", ""]), b""),
    (FIND, place(0.1, 0.1, 0.2, 1.0), b""),
    (TEXT, TextBlocks("ab", [block(span=Span(0, 2, "strong"), piece=(0, 0, 2))], "utf-8"), b""),
]
UNSOUND: list[tuple[Request, Answer, bytes]] = [
    (RENDER, Pixels(2, 1, True), bytes(7)),
    (RENDER, Pixels(20_000, 1, True), bytes(80_000)),
    (RENDER, Pixels(0, 1, True), b""),
    (READ, PageText("ab"), boxes(0, 0, 0, 0)),
    (READ, PageText("a"), boxes(0, 0, 1.5, 0)),
    (READ, PageText("a"), boxes(0, 0, nan, 0)),
    (OPEN, PdfFacts([(1, 1)], [Outlined(0, "a", 1)], False), b""),
    (PAGES, PageWords([]), b""),
    (PAGES, PageWords(["a"] * 3), b""),
    (PAGES, PageWords(["a" * 200_001]), b""),
    (PAGES, PageWords(["a"]), b"more"),
    (OPEN, PdfFacts([], [], False), b""),
    (OPEN, PdfFacts([(1, 1)] * 10_001, [], False), b""),
    (OPEN, PdfFacts([(-1, 1)], [], False), b""),
    (OPEN, PdfFacts([(inf, 1)], [], False), b""),
    (OPEN, PdfFacts([(nan, 1)], [], False), b""),
    (FIND, place(0.3, 0.1, 0.2, 1.0), b""),
    (FIND, place(0.1, 0.1, 0.2, 1.1), b""),
    (FIND, place(0.1, nan, 0.2, 1.0), b""),
    (TEXT, TextBlocks("ab", [block(kind="script", piece=(0, 0, 2))], "utf-8"), b""),
    (TEXT, TextBlocks("ab", [block(piece=(0, 1, 2))], "utf-8"), b""),
    (TEXT, TextBlocks("ab", [block(piece=(-1, 0, 2))], "utf-8"), b""),
    (TEXT, TextBlocks("ab", [block(span=Span(1, 3, "strong"), piece=(0, 0, 2))], "utf-8"), b""),
    (TEXT, TextBlocks("ab", [block(span=Span(0, 1, "blink"), piece=(0, 0, 2))], "utf-8"), b""),
    (TEXT, TextBlocks("ab", [], "utf-8"), b"more"),
    (OPEN, Pixels(1, 1, True), bytes(4)),
]


@pytest.mark.parametrize(("request_", "answer", "payload"), SOUND)
def test_what_fits_is_believed(request_: Request, answer: Answer, payload: bytes) -> None:
    told = checked(request_, msgspec.msgpack.encode(answer), payload)
    assert type(told) is type(answer)


@pytest.mark.parametrize(("request_", "answer", "payload"), UNSOUND)
def test_what_does_not_fit_is_not_believed(request_: Request, answer: Answer, payload: bytes) -> None:
    with pytest.raises(BadFrame):
        checked(request_, msgspec.msgpack.encode(answer), payload)
