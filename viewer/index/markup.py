"""Text documents into blocks: Markdown without HTML, and plain text; every shown word knows its place.

The *document text* of a text document is its bytes as UTF-8 without BOM, with LF; offsets count its code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from viewer.index.block import Block, Span
from viewer.index.markup_places import PlacedInline

_STYLES = {"strong": "strong", "em": "emphasis", "a": "link"}
_CHUNK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_SILENT_RULES = ["image", "html_inline", "html_block", "linkify", "strikethrough", "fragments_join", "text_join"]


def document_text(content: bytes) -> str:
    """The text that offsets count; bytes that are not UTF-8 are shown as replacement characters."""
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def blocks(text: str, media_type: str) -> Iterator[Block]:
    """The blocks of a document text; none for a media type that is not text."""
    if media_type == "text/markdown":
        yield from _Reading(text).blocks()
    elif media_type == "text/plain":
        yield from _chunks(text)


def _chunks(text: str) -> Iterator[Block]:
    for found in _CHUNK.finditer(text):
        yield Block("paragraph", 0, found[0], (), ((0, found.start(), len(found[0])),))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.inline = PlacedInline()
    return parser.enable("table").disable(_SILENT_RULES)


def _code_begins(source: str, token: Token) -> int:
    """How far a code span's words are from its first sign: one space on either side may not count."""
    marker = len(token.markup)
    begins_at_once = source[marker:].replace("\n", " ").startswith(token.content)
    return marker if begins_at_once else marker + 1


class _Line:
    """The shown text of a block while it is put together."""

    def __init__(self) -> None:
        self.text = ""
        self._pieces: list[tuple[int, int, int]] = []
        self._spans: list[Span] = []
        self._open: list[tuple[int, str, str | None]] = []

    def add(self, text: str, place: int | None) -> None:
        """Show `text`, which begins at this place of the document text; None = it stands nowhere."""
        if place is not None and text:
            self._place(len(self.text), place, len(text))
        self.text += text

    def _place(self, shown: int, place: int, length: int) -> None:
        if self._pieces:
            last_shown, last_place, last = self._pieces[-1]
            if (last_shown + last, last_place + last) == (shown, place):
                self._pieces[-1] = (last_shown, last_place, last + length)
                return
        self._pieces.append((shown, place, length))

    def open(self, style: str, target: str | None) -> None:
        self._open.append((len(self.text), style, target))

    def close(self) -> None:
        if self._open:
            start, style, target = self._open.pop()
            self._spans.append(Span(start, len(self.text), style, target))

    def block(self, kind: str, level: int) -> Block:
        spans = tuple(sorted(self._spans, key=lambda span: (span.start, -span.end)))
        return Block(kind, level, self.text, spans, tuple(self._pieces))


class _Reading:
    """One pass over a Markdown text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._depth = 0  # of lists
        self._quotes = 0
        self._marker: tuple[str, int] | None = None
        self._fresh = False  # an item has begun and shows nothing yet
        self._heading = 0
        self._row: _Line | None = None
        self._in_head = False
        self._cursor = 0  # up to where a line of a table is read

    def blocks(self) -> Iterator[Block]:
        for token in _parser().parse(self._text):
            if token.nesting:
                yield from self._turn(token)
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield self._code(token)
            elif token.type == "hr":
                yield Block("rule", 0, "", (), ())

    def _turn(self, token: Token) -> Iterator[Block]:
        """Begin or end something that holds blocks."""
        match token.tag:
            case "ul" | "ol":
                self._depth += token.nesting
            case "li":
                self._fresh = token.nesting > 0
                self._marker = self._number(token) if token.nesting > 0 and token.info else None
            case "blockquote":
                self._quotes += token.nesting
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "thead":
                self._in_head = token.nesting > 0
            case "tr":
                row, self._row, self._cursor = self._row, _Line() if token.nesting > 0 else None, 0
                if row is not None:
                    yield row.block("row", int(self._in_head))

    def _number(self, token: Token) -> tuple[str, int] | None:
        """The number of an item of an ordered list, and its place."""
        number = token.info + token.markup
        line = token.map[0] if token.map else 0
        return number, self._starts[line] + max(self._lines[line].find(number), 0)

    def _inline(self, token: Token) -> Iterator[Block]:
        if self._row is not None:
            if self._cursor:
                self._row.add("\t", None)
            self._fill(self._row, token)
            return
        line = _Line()
        kind, level = self._form()
        if kind == "item" and self._marker:
            number, place = self._marker
            line.add(number, place)
            line.add(" ", place + len(number))
        self._fill(line, token)
        self._fresh = self._fresh and kind != "item"
        yield line.block(kind, level)

    def _form(self) -> tuple[str, int]:
        if self._heading:
            return "heading", self._heading
        if self._fresh and self._depth:
            return "item", self._depth
        if self._quotes:
            return "quote", self._quotes
        return "paragraph", self._depth

    def _fill(self, line: _Line, token: Token) -> None:
        """Show the inline content of a token."""
        places = self._places(token)
        for child in token.children or ():
            at = int(child.meta.get("at", 0))
            if child.nesting > 0:
                line.open(_STYLES.get(child.tag, child.tag), str(child.attrs.get("href", "")) or None)
            elif child.nesting < 0:
                line.close()
            elif child.type in ("softbreak", "hardbreak"):
                escaped = token.content[at] == "\\"
                line.add("\n" if child.type == "hardbreak" else " ", places[at + escaped])
            elif child.type == "code_inline":
                line.open("code", None)
                self._add(line, child.content, at + _code_begins(token.content[at:], child), places)
                line.close()
            elif child.type == "text_special":
                escaped = child.info == "escape" and len(child.content) == 1
                line.add(child.content, places[at + 1 if escaped else at])
            else:
                self._add(line, child.content, at, places)

    @staticmethod
    def _add(line: _Line, text: str, at: int, places: Sequence[int | None]) -> None:
        """Show text that is the inline content from `at` on; it may run over the ends of lines."""
        first, last = places[at], places[at + len(text)]
        if first is not None and last == first + len(text) and None not in places[at : at + len(text)]:
            line.add(text, first)  # in one piece, as nearly all are
            return
        start = 0
        for stop in range(1, len(text) + 1):
            before, after = places[at + stop - 1], places[at + stop]
            if stop == len(text) or before is None or after != before + 1:
                line.add(text[start:stop], places[at + start])
                start = stop

    def _places(self, token: Token) -> list[int | None]:
        """For each code point of an inline content, and its end, where it stands in the document text."""
        places: list[int | None] = []
        number = token.map[0] if token.map else 0
        for part in token.content.split("\n"):
            line = self._lines[number]
            found = line.find(part, self._cursor) if self._row is not None else line.rfind(part)
            if self._row is not None and found >= 0:
                self._cursor = found + max(len(part), 1)
            start = None if found < 0 else self._starts[number] + found
            places.extend([None] * (len(part) + 1) if start is None else range(start, start + len(part) + 1))
            number += 1
        return places

    def _code(self, token: Token) -> Block:
        line = _Line()
        number = (token.map[0] if token.map else 0) + (token.type == "fence")
        for count, part in enumerate(token.content.removesuffix("\n").split("\n")):
            at = self._lines[number + count].rfind(part) if number + count < len(self._lines) else -1
            if count:
                line.add("\n", None)
            line.add(part, self._starts[number + count] + at if at >= 0 else None)
        return line.block("code", 0)
