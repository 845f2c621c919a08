"""How documents made by others are put through the locked child: everything a pane would ask about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from viewer.locked.child import Child
from viewer.locked.messages import (
    Answer,
    FindHidden,
    FindWords,
    Kind,
    OpenPdf,
    OpenPicture,
    PdfFacts,
    PictureFacts,
    ReadPage,
    ReadText,
    Refused,
    RenderPage,
    RenderPicture,
    RenderSvg,
    Request,
    Sniff,
)

KEY = "document"
MOST_PAGES_TRIED = 12


def outcome(child: Child, content: bytes, password: str = "") -> tuple[str, str]:
    """The media type found, and 'shown' or the first code that stood in the way."""
    child.keep(KEY, lambda: content, password)
    kind = child.ask(Sniff(KEY))
    if not isinstance(kind, Kind):
        return "?", str(kind)
    answers = [child.ask(FindHidden(KEY)), *_ask(child, kind.media_type)]
    child.drop(KEY)
    codes = [answer.code for answer in answers if isinstance(answer, Refused)]
    return kind.media_type, codes[0] if codes else "shown" if len(answers) > 1 else "facts only"


def _ask(child: Child, media_type: str) -> Iterator[Answer]:
    if media_type == "application/pdf":
        yield from _ask_pdf(child)
    elif media_type == "image/svg+xml":
        yield child.ask(RenderSvg(KEY, 200))
    elif media_type.startswith("image/"):
        yield from _ask_picture(child)
    elif media_type == "text/html":
        yield child.ask(ReadText(KEY, "text/html"))
    elif media_type == "text/plain":
        for reading in ("text/plain", "text/markdown", "text/html"):
            yield child.ask(ReadText(KEY, reading))
    elif media_type == "application/octet-stream":  # nobody would: but if somebody did, it must end in a code
        answer = child.ask(ReadText(KEY, "text/html"))
        if isinstance(answer, Refused):
            yield answer


def _ask_pdf(child: Child) -> Iterator[Answer]:
    facts = child.ask(OpenPdf(KEY))
    yield facts
    if isinstance(facts, PdfFacts):
        for page, (wide, high) in enumerate(facts.sizes[:MOST_PAGES_TRIED]):
            if wide and high:
                yield child.ask(RenderPage(KEY, page, 600 if high < 3 * wide else 40))
            yield child.ask(ReadPage(KEY, page))
        yield child.ask(FindWords(KEY, "the"))


def _ask_picture(child: Child) -> Iterator[Answer]:
    facts = child.ask(OpenPicture(KEY))
    yield facts
    if isinstance(facts, PictureFacts):
        for frame in range(min(len(facts.sizes), MOST_PAGES_TRIED)):
            requests: tuple[Request, ...] = (
                RenderPicture(KEY, 300, frame),
                RenderPicture(KEY, 100, frame, (0.25, 0.25, 0.75, 1.0)),
            )
            yield from (child.ask(request) for request in requests)


def sweep(child: Child, paths: list[Path]) -> Counter[tuple[str, str, str]]:
    """How many files of which ending came out how; the host lives, whatever the child does."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for path in paths:
        media_type, code = outcome(child, path.read_bytes())
        counts[path.suffix, media_type, code] += 1
    return counts
