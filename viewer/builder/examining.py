"""A finished case is examined once more: every citation in its document as it lies in the bag."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from viewer.builder.inside import Inside, NotRead, looking_inside
from viewer.builder.standing import Stand, in_pdf, in_text
from viewer.case.anchor import document_text
from viewer.case.errors import CaseError
from viewer.index.ask.health import Citation


@dataclass(frozen=True, slots=True)
class Examined:
    """A citation and what was found."""

    citation: Citation
    stand: Stand


def examine(
    citations: Iterable[Citation], read: Callable[[str], bytes]
) -> Generator[float, None, tuple[Examined, ...]]:
    """Look for every citation; yields the share done. `read` gives a document's bytes by its path in the case.

    What cannot be read is unchecked. Citations of one document stand together.
    """
    documents = [tuple(group) for _, group in groupby(citations, attrgetter("document"))]
    found: list[Examined] = []
    with looking_inside() as inside:
        for done, group in enumerate(documents):
            yield done / len(documents)
            found += _in_document(group, read, inside)
    return tuple(found)


def _in_document(group: tuple[Citation, ...], read: Callable[[str], bytes], inside: Inside) -> list[Examined]:
    first = group[0]
    path = first.path
    if first.alteration:
        stand = Stand("altered" if first.alteration == "altered" else "no-file")
        return [Examined(citation, stand) for citation in group]
    if not first.held or path is None:
        return [Examined(citation, Stand("not-held")) for citation in group]
    inside.keep(first.document, lambda: read(path))
    try:
        look = _way_of_looking(first, lambda: read(path), inside)
        return [Examined(citation, look(citation)) for citation in group]
    except (NotRead, CaseError, UnicodeDecodeError, OSError):
        return [Examined(citation, Stand("unchecked")) for citation in group]


def _way_of_looking(document: Citation, read: Callable[[], bytes], inside: Inside) -> Callable[[Citation], Stand]:
    """How citations of this document are looked for. Raises NotRead, CaseError, UnicodeDecodeError, OSError."""
    key = document.document
    if document.media_type in ("text/markdown", "text/plain"):
        text = document_text(read())
        return lambda citation: in_text(citation.anchor, text)
    if document.media_type == "text/html":
        shown = inside.web_text(key)
        return lambda citation: in_text(citation.anchor, shown)
    if document.media_type == "application/pdf":
        pages = inside.pages(key, document.media_type) or 1
        return lambda citation: in_pdf(citation.anchor, key, pages, inside)
    return lambda citation: Stand("placed", page=citation.anchor.page, rects=citation.anchor.rects)
