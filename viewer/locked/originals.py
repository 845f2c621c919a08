"""The words of web pages and PDFs of a case, for its index: read in a locked child of their own, within bounds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import msgspec

from viewer.index.block import Block
from viewer.locked.case_reader import Unwanted
from viewer.locked.checks import checked
from viewer.locked.door import Cancelled, Door, Ended, TimeUp
from viewer.locked.frames import BadFrame
from viewer.locked.messages import (
    MOST_PAGES_AT_ONCE,
    Answer,
    Drop,
    Hold,
    OpenPdf,
    PageWords,
    PdfFacts,
    ReadPages,
    ReadText,
    Request,
    TextBlocks,
)

LARGEST: Final = 64 << 20
"""Bytes of a document that is read for its words, or of a text that is shown from the index."""
_QUESTION: Final = 10.0  # seconds for one question, of some pages: no honest one takes so long
_SECONDS: Final = 60.0  # for one document: of a longer one the first pages are searched
_SECONDS_IN_ALL: Final = 300.0  # for all documents of a case; after that the others are not searched
_LAST_QUESTION: Final = 5.0  # seconds before the end in which none is begun
_MOST_LOST: Final = 2  # children that documents have cost
_KEY: Final = "original"


class OriginalReader:
    """One child for the documents of one case, started with the first; who makes it closes it. For one thread.

    unwanted: asked again and again while the child works; when it answers True, Unwanted is raised soon.
    """

    def __init__(self, unwanted: Callable[[], bool] = lambda: False) -> None:
        self._unwanted = unwanted
        self._door: Door | None = None
        self._lost = 0
        self._left = _SECONDS_IN_ALL
        self._ends = 0.0  # when the time of the document is up

    def blocks(self, content: bytes, media_type: str) -> list[Block]:
        """The blocks of a web page; of a PDF one a page, 'page', its number from 1 as `level`.

        Empty for what cannot be read, takes too long or is too large. Raises Unwanted.
        """
        if len(content) > LARGEST or self._lost >= _MOST_LOST or self._left <= 0 or not content:
            return []
        began = time.monotonic()
        self._ends = began + min(_SECONDS, self._left)
        try:
            self._ask(Hold(_KEY), content)
            found = self._pages() if media_type.startswith("application/pdf") else self._web_page()
            self._ask(Drop(_KEY))
        except Cancelled:
            raise Unwanted from None
        except (OSError, TimeUp, Ended, BadFrame):
            self.close()
            self._lost += 1
            return []
        finally:
            self._left -= time.monotonic() - began
        return found

    def close(self) -> None:
        """End the child."""
        door, self._door = self._door, None
        if door is not None:
            door.close()

    def _web_page(self) -> list[Block]:
        told = self._ask(ReadText(_KEY, "text/html"))
        return told.blocks if isinstance(told, TextBlocks) else []

    def _pages(self) -> list[Block]:
        facts = self._ask(OpenPdf(_KEY))
        if not isinstance(facts, PdfFacts):
            return []
        found: list[Block] = []
        for first in range(0, len(facts.sizes), MOST_PAGES_AT_ONCE):
            if time.monotonic() > self._ends - _LAST_QUESTION:
                break
            told = self._ask(ReadPages(_KEY, first, MOST_PAGES_AT_ONCE))
            pages = told.pages if isinstance(told, PageWords) else []
            found += [Block("page", first + place, text, (), ()) for place, text in enumerate(pages, start=1)]
        return found

    def _ask(self, request: Request, payload: bytes = b"") -> Answer:
        """Raises OSError, TimeUp, Ended, BadFrame, Cancelled; after each of them, close."""
        if self._unwanted():
            raise Cancelled
        self._door = self._door or Door()
        record = msgspec.msgpack.encode(request)
        seconds = min(_QUESTION, max(self._ends - time.monotonic(), _LAST_QUESTION / 2))
        return checked(request, *self._door.exchange(record, payload, seconds, self._unwanted))
