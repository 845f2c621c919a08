"""Sets blocks as a QTextDocument, one text block each, from plain strings only: nothing of the data is markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from viewer.index.ask.sources import Block
from viewer.look.current import Look
from viewer.look.fonts import SOURCE_LINE, Role

RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "sd", "ug", "yi"})

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
# Signs that would begin a block or stand for an object, and signs that turn text round unseen.
_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\v\f\u2029\ufdd0\ufdd1"), "\u2028")
_UNSEEN = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFC],
    "\ufffd",
)
_SHOWN = _UNSEEN | _LINE_ENDS
_NEXT_BLOCK = "\u2029"


def as_shown(text: str) -> str:
    """As many signs as `text` has, none of which breaks a block or hides: those become "�" or a line break."""
    return text.translate(_SHOWN)


def runs_rtl(text: str, lang: str) -> bool:
    """Whether a paragraph runs from right to left: by its first letter with a direction, else its language."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return lang.partition("-")[0].lower() in RTL_LANGUAGES


def set_text(document: QTextDocument, blocks: Sequence[Block], look: Look, lang: str) -> None:
    """Fill the document; text block n is block n, and each sign of a block's text is one sign there."""
    document.clear()
    document.setDefaultFont(look.type.font(Role.SOURCE))
    formats = _Formats(look)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    begun = False
    for (form, plain), alike in groupby(blocks, lambda one: formats.of_block(one, lang, first=one is blocks[0])):
        for runs in _pieces(alike, formats):
            if begun:
                cursor.insertBlock(form, plain)
            else:
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(plain)
                begun = True
            for text, signs in runs:
                cursor.insertText(text, signs)
    cursor.endEditBlock()


def _pieces(blocks: Iterator[Block], formats: _Formats) -> Iterator[list[tuple[str, QTextCharFormat]]]:
    """Blocks that look alike, as runs of signs; those without spans in one piece: a long text has thousands."""
    for spanned, some in groupby(blocks, lambda block: bool(block.spans)):
        if spanned:
            for block in some:
                yield [(as_shown(text), formats.of_signs(block, styles)) for text, styles in _runs(block)]
        else:
            alike = list(some)
            text = _NEXT_BLOCK.join(as_shown(block.text) for block in alike)
            yield [(text, formats.of_signs(alike[0], frozenset()))]


class _Formats:
    """Made once for all blocks that look alike: a document has a handful of kinds and thousands of blocks."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._blocks: dict[tuple[str, int, bool, bool], tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._signs: dict[tuple[str, int, frozenset[str]], QTextCharFormat] = {}

    def of_block(self, block: Block, lang: str, first: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Of the block, and of its end, which gives an empty block its height; the same one for all alike."""
        rtl = runs_rtl(block.text, lang)
        key = (block.kind, block.level, rtl, first)
        if key not in self._blocks:
            plain = QTextCharFormat()
            plain.setFont(_font(block, self._look))
            self._blocks[key] = _block_format(block, self._look, rtl, first), plain
        return self._blocks[key]

    def of_signs(self, block: Block, styles: frozenset[str]) -> QTextCharFormat:
        key = (block.kind, block.level, styles)
        if key not in self._signs:
            self._signs[key] = _char_format(_font(block, self._look), styles, self._look)
        return self._signs[key]


def _runs(block: Block) -> Iterator[tuple[str, frozenset[str]]]:
    """The text in parts that look alike."""
    ends = {0, len(block.text)}
    for span in block.spans:
        ends |= {span.start, span.end}
    edges = sorted(end for end in ends if 0 <= end <= len(block.text))
    for start, end in pairwise(edges):
        styles = frozenset(span.style for span in block.spans if span.start <= start and end <= span.end)
        yield block.text[start:end], styles


def _font(block: Block, look: Look) -> QFont:
    font = look.type.font(Role.SOURCE)
    match block.kind:
        case "heading" if block.level <= 1:
            font.setPixelSize(look.type.px(20))
        case "heading":
            font = look.type.font(Role.STRONG)
        case "code":
            font = look.type.font(Role.MONO)
            font.setPixelSize(look.type.px(12))
        case "row":
            font = look.type.font(Role.BODY, 600 if block.level else None)
        case "rule":
            font.setPixelSize(look.type.px(8))
    return font


def _char_format(font: QFont, styles: frozenset[str], look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    if "code" in styles:
        font = look.type.font(Role.MONO)
        font.setPixelSize(look.type.px(12.5))
    font = QFont(font)
    if "strong" in styles:
        font.setWeight(QFont.Weight.DemiBold)
    if "emphasis" in styles:
        font.setItalic(True)
    form.setFont(font)
    form.setForeground(look.theme.accent if "link" in styles else look.theme.text)
    return form


def _block_format(block: Block, look: Look, rtl: bool, first: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    px = look.space.px
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    form.setLineHeight(_line_height(block) * look.type.scale, _FIXED)
    above, below = {"heading": (18, 6), "item": (0, 6), "row": (0, 2), "rule": (4, 12)}.get(block.kind, (0, 12))
    form.setTopMargin(0 if first else px(above))
    form.setBottomMargin(px(below))
    inset = float(_inset(block, look))
    if rtl:
        form.setRightMargin(inset)
    else:
        form.setLeftMargin(inset)
    return form


def _line_height(block: Block) -> float:
    if block.kind == "heading":
        return 27 if block.level <= 1 else 20
    return {"code": 18.0, "row": 19.0, "rule": 10.0}.get(block.kind, SOURCE_LINE)


def _inset(block: Block, look: Look) -> int:
    """How far a block stands in, in pixels."""
    if block.kind in ("item", "paragraph", "quote"):
        return look.space.px(18) * min(block.level, 6)
    return 0
