"""Looks into documents through one locked child, which starts with the first document that is no plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from viewer.locked.child import Child
from viewer.locked.messages import (
    Answer,
    FindHidden,
    FindWords,
    Hidden,
    HiddenFacts,
    Kind,
    OpenPdf,
    OpenPicture,
    PdfFacts,
    PictureFacts,
    Place,
    Places,
    ReadText,
    Refused,
    Request,
    Sniff,
    TextBlocks,
)

Told = TypeVar("Told", bound=Answer)
AT_ONCE = 200
"""Pages that are searched in one question."""
SECONDS = 20.0
"""For one answer, of which each may be for so many pages."""


class NotRead(Exception):
    """The document cannot be looked into: the child's code for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Inside:
    """Answers about documents by their keys. Every method raises NotRead; `words` KeyError for an unknown key."""

    def __init__(self) -> None:
        self._child = Child()

    def keep(self, key: str, read: Callable[[], bytes]) -> None:
        """Name a document; `read` gives its bytes when it is first asked about, and what it raises comes then."""
        self._child.keep(key, read)

    def close(self) -> None:
        self._child.close()

    def kind(self, key: str) -> str:
        """The media type by content, application/octet-stream where it is not known."""
        return self.ask(Sniff(key), Kind).media_type

    def pages(self, key: str, media_type: str) -> int | None:
        """Pages of a PDF, or of a picture that has more than one; None for what has no pages."""
        if media_type == "application/pdf":
            return len(self.ask(OpenPdf(key), PdfFacts).sizes)
        if media_type.startswith("image/") and media_type != "image/svg+xml":
            frames = len(self.ask(OpenPicture(key), PictureFacts).sizes)
            return frames if frames > 1 else None
        return None

    def web_text(self, key: str) -> str:
        """The document text of a web page: that of its blocks."""
        return self.ask(ReadText(key, "text/html"), TextBlocks).text

    def hidden(self, key: str) -> tuple[Hidden, ...]:
        """What the document tells that it does not show."""
        return tuple(self.ask(FindHidden(key), HiddenFacts).facts)

    def words(self, key: str, words: str, prefix: str, suffix: str, pages: range) -> Places:
        """Where words stand in a PDF, on pages that count from 0."""
        places: list[Place] = []
        silent: list[int] = []
        count = 0
        for first in range(pages.start, pages.stop, AT_ONCE):
            asked = FindWords(key, words, prefix, suffix, first, min(AT_ONCE, pages.stop - first))
            found = self.ask(asked, Places)
            places += found.places
            silent += found.silent
            count += found.count
        return Places(places, count, silent)

    def ask(self, request: Request, expected: type[Told]) -> Told:
        """Any question about a document, of which one kind of answer is expected."""
        answer = self._child.ask(request, SECONDS)
        if isinstance(answer, Refused):
            raise NotRead(answer.code)
        assert isinstance(answer, expected)
        return answer


@contextmanager
def looking_inside() -> Iterator[Inside]:
    """An `Inside` that is closed afterwards."""
    inside = Inside()
    try:
        yield inside
    finally:
        inside.close()
