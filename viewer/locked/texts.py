"""Text documents as blocks: Markdown, plain text, web pages; nothing they name is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable

from viewer.index import markup
from viewer.locked.messages import ReadText, TextBlocks
from viewer.locked.refusal import Refusal
from viewer.locked.shelf import Held
from viewer.locked.webpage import read_page

LARGEST_TEXT = 16 << 20  # bytes
# As web pages name them, and as they are meant: what says Latin-1 is Windows'.
ENCODINGS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "windows-1252": "cp1252", "windows-1256": "cp1256", "iso-8859-6": "iso8859_6", "windows-1251": "cp1251",
    "koi8-r": "koi8_r", "windows-1254": "cp1254", "iso-8859-9": "cp1254", "iso-8859-2": "iso8859_2",
    "windows-1250": "cp1250", "windows-1255": "cp1255", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "big5": "big5", "shift_jis": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949",
    "utf-16": "utf-8",
}  # fmt: skip
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)


def read_text(held: Held, asked: ReadText) -> TextBlocks:
    """The document as blocks. Raises Refusal."""
    if len(held.content) > LARGEST_TEXT:
        raise Refusal("too-large", "text")
    return _READERS[asked.media_type](held.content, asked.media_type)


def _marked_up(content: bytes, media_type: str) -> TextBlocks:
    text = markup.document_text(content)
    return TextBlocks(text, list(markup.blocks(text, media_type)), "utf-8")


def _web_page(content: bytes, media_type: str) -> TextBlocks:
    source, encoding = _decoded(content)
    text, blocks = read_page(source)
    return TextBlocks(text, blocks, encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), encoding
    declared = _DECLARED.search(content[:4096])
    encoding = ENCODINGS.get(declared[1].decode("ascii").lower(), "") if declared else ""
    if not encoding:
        try:
            return content.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            encoding = "cp1252"
    return content.decode(encoding, errors="replace"), encoding


_READERS: dict[str, Callable[[bytes, str], TextBlocks]] = {
    "text/markdown": _marked_up,
    "text/plain": _marked_up,
    "text/html": _web_page,
}
