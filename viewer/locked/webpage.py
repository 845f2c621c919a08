"""A web page as blocks: cleaned by a whitelist first, then read element by element; nothing is loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

from viewer.index.block import Block, Span

_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "figure",
    "figcaption", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "details", "summary", "center",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STYLES = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code", "a": "link"}
_TAGS = (
    _BLOCKS | set(_HEADINGS) | set(_STYLES) | {"br", "hr", "pre", "blockquote", "ul", "ol", "li", "tr", "td", "th"}
)
_WITHOUT_CONTENT = {
    "script", "style", "title", "template", "noscript", "iframe", "object", "embed", "svg", "math", "textarea",
    "select", "audio", "video", "canvas",
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}
_DEEPEST = 50
_SPACE = re.compile(r"[ \t\n\r\f]+")


def read_page(source: str) -> tuple[str, list[Block]]:
    """The document text, and its blocks: a block's text is one part of it, parts are lines."""
    clean = nh3.clean(
        source,
        tags=_TAGS,
        clean_content_tags=_WITHOUT_CONTENT,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel=None,
    )
    reading = _Reading()
    reading.feed(clean)
    reading.close()
    reading.end_block()
    return "\n".join(block.text for block in reading.blocks), reading.blocks


class _Reading(HTMLParser):
    """One pass over clean HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._length = 0  # of the document text so far
        self._text = ""
        self._spans: list[Span] = []
        self._open: list[tuple[str, int, str | None]] = []
        self._heading = self._quotes = self._pre = 0
        self._lists: list[int | None] = []  # the next number of each open list; None where it is not numbered
        self._fresh: str | None = None  # what an item that shows nothing yet begins with
        self._row = self._head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STYLES:
            if len(self._open) < _DEEPEST:
                self._open.append((tag, len(self._text), dict(attrs).get("href") if tag == "a" else None))
        elif tag == "br":
            self._add("\n")
        elif tag in ("td", "th"):
            self._cell(tag)
        elif not (self._row and tag in _BLOCKS):
            self.end_block()
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _STYLES:
            self._close_style(tag)
        elif tag not in ("td", "th", "br", "hr") and not (self._row and tag in _BLOCKS):
            self.end_block()
            self._leave(tag)

    def handle_data(self, data: str) -> None:
        if self._pre:
            self._add(data)
            return
        text = _SPACE.sub(" ", data)
        if text.startswith(" ") and (not self._text or self._text[-1] in " \n\t"):
            text = text[1:]
        self._add(text)

    def _add(self, text: str) -> None:
        if text and self._fresh is not None:
            self._text, self._fresh = self._fresh + self._text, ""
        self._text += text

    def _begin(self, tag: str) -> None:
        match tag:
            case "blockquote":
                self._quotes += 1
            case "ul" | "ol":
                self._lists.append(1 if tag == "ol" else None)
            case "li":
                self._fresh = self._number()
            case "pre":
                self._pre += 1
            case "hr":
                self._put(Block("rule", 0, "", (), ()))
            case "tr":
                self._row, self._head = True, False
            case _:
                self._heading = _HEADINGS.get(tag, 0)

    def _leave(self, tag: str) -> None:
        match tag:
            case "blockquote":
                self._quotes = max(self._quotes - 1, 0)
            case "ul" | "ol":
                if self._lists:
                    self._lists.pop()
            case "li":
                self._fresh = None
            case "pre":
                self._pre = max(self._pre - 1, 0)
            case "tr":
                self._row = False
            case _:
                self._heading = 0

    def _number(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return ""
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "

    def _cell(self, tag: str) -> None:
        if not self._row:
            self.end_block()
            return
        self._head = tag == "th"
        if self._text:
            self._text = self._text.rstrip(" ") + "\t"

    def _close_style(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            name, start, target = self._open[index]
            if name == tag:
                del self._open[index]
                self._span(name, start, target)
                return

    def _span(self, name: str, start: int, target: str | None) -> None:
        if start < len(self._text) and (name != "a" or target):
            self._spans.append(Span(start, len(self._text), _STYLES[name], target))

    def end_block(self) -> None:
        """What was gathered becomes a block; styles that are still open go on in the next."""
        for name, start, target in dict.fromkeys(self._open):
            self._span(name, start, target)
        self._open = [(name, 0, target) for name, _, target in self._open]
        text = self._text.removeprefix("\n").removesuffix("\n") if self._pre else self._text.rstrip()
        kept = tuple(
            Span(span.start, min(span.end, len(text)), span.style, span.target)
            for span in sorted(self._spans, key=lambda span: (span.start, -span.end))
            if span.start < len(text)
        )
        self._text, self._spans = "", []
        if text.strip():
            kind, level = self._form()
            self._put(Block(kind, level, text, kept, ((0, self._length, len(text)),)))
            if self._fresh == "":
                self._fresh = None

    def _put(self, block: Block) -> None:
        self.blocks.append(block)
        self._length += len(block.text) + 1

    def _form(self) -> tuple[str, int]:
        if self._pre:
            return "code", 0
        if self._heading:
            return "heading", self._heading
        if self._row:
            return "row", int(self._head)
        if self._fresh is not None and self._lists:
            return "item", min(len(self._lists), _DEEPEST)
        if self._quotes:
            return "quote", min(self._quotes, _DEEPEST)
        return "paragraph", min(len(self._lists), _DEEPEST)
