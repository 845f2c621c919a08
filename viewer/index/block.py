"""A text document as blocks: what is shown of it, and where each shown word stands in the document text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Inline form of a range of a block: style 'strong', 'emphasis', 'code' or 'link' (target in `target`).

    start and end are code points, counted from the start of the block's text.
    """

    start: int
    end: int
    style: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text document. kind: 'heading', 'paragraph', 'quote', 'item', 'code', 'rule', 'row'.

    level: of a heading 1-6; of an item (and further paragraphs of it) its depth from 1, else 0; of a quote its
    depth from 1; of a row 1 in the head of a table, else 0. Cells of a row are parted by tabs; an item of a
    numbered list begins with its number. Each page of a PDF is a block of kind 'page', its number from 1 as level,
    which is searched and never shown. `pieces` maps the shown text to the *document text* (code points): tuples
    (shown_start, document_start, length) in order of place, since markup is not shown.
    """

    kind: str
    level: int
    text: str
    spans: tuple[Span, ...]
    pieces: tuple[tuple[int, int, int], ...]


def pack(block: Block) -> str:
    """A block as JSON; the same block gives the same text."""
    from msgspec.json import encode  # whoever shows a block has no need of it

    spans = [(span.start, span.end, span.style, span.target) for span in block.spans]
    return encode((block.kind, block.level, block.text, spans, block.pieces)).decode()


def unpack(texts: Iterable[str]) -> tuple[Block, ...]:
    """The blocks that `pack` was given, one after another."""
    return tuple(
        Block(kind, level, shown, tuple(Span(*span) for span in spans), tuple((a, b, n) for a, b, n in pieces))
        for kind, level, shown, spans, pieces in json.loads(f"[{','.join(texts)}]")
    )
