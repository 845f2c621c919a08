"""An answer is believed only after its numbers fit: lengths, ranges, and that it answers what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from viewer.index.block import Block
from viewer.locked.frames import BadFrame
from viewer.locked.messages import (
    EXPECTED,
    PAYLOADS,
    Answer,
    Box,
    PageText,
    PageWords,
    PdfFacts,
    Pixels,
    Places,
    ReadPages,
    Refused,
    Request,
    TextBlocks,
)

_KINDS = {"heading", "paragraph", "quote", "item", "code", "rule", "row"}
_STYLES = {"strong", "emphasis", "code", "link"}
_DECODER = msgspec.msgpack.Decoder(Answer)


def checked(request: Request, record: bytes, payload: bytes) -> Answer:
    """The answer, its payload put in. Raises BadFrame."""
    try:
        answer = cast("Answer", _DECODER.decode(record))
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadFrame(str(error)) from None
    if not isinstance(answer, (Refused, EXPECTED[type(request)])):
        raise BadFrame("answers something else")
    field = PAYLOADS.get(type(answer))
    if payload and not field:
        raise BadFrame("a payload that nobody asked for")
    if field:
        answer = msgspec.structs.replace(answer, **{field: payload})
    if isinstance(request, ReadPages) and isinstance(answer, PageWords) and len(answer.pages) > request.pages:
        raise BadFrame("more pages than were asked for")
    fault = next(_faults(answer), None)
    if fault:
        raise BadFrame(fault)
    return answer


def _faults(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Pixels) and len(answer.data) != answer.width * answer.height * 4:
        yield "pixels and bytes differ"
    elif isinstance(answer, PageText):
        if len(answer.boxes) != 16 * len(answer.text):
            yield "signs and boxes differ"
        elif not all(0 <= edge <= 1 for edge in memoryview(answer.boxes).cast("f")):
            yield "a box outside of its page"
    elif isinstance(answer, Places):
        boxes = (box for place in answer.places for stretch in place.stretches for box in stretch.rects)
        if not all(_is_box(box) for box in boxes):
            yield "a box outside of its page"
    elif isinstance(answer, PdfFacts):
        pages = len(answer.sizes)
        if any(line.page is not None and line.page >= pages for line in answer.outline):
            yield "an outline beyond the end"
    elif isinstance(answer, TextBlocks) and not all(is_block(block, len(answer.text)) for block in answer.blocks):
        yield "a block outside of its text"


def _is_box(box: Box) -> bool:
    """Also false for what is not a number."""
    return 0 <= box[0] <= box[2] <= 1 and 0 <= box[1] <= box[3] <= 1


def is_block(block: Block, length: int) -> bool:
    """Whether kind, styles and places of a block fit a text of this length."""
    shown = len(block.text)
    return (
        block.kind in _KINDS
        and 0 <= block.level <= 1000
        and all(0 <= span.start <= span.end <= shown and span.style in _STYLES for span in block.spans)
        and all(
            start >= 0 and place >= 0 and size >= 0 and start + size <= shown and place + size <= length
            for start, place, size in block.pieces
        )
    )
