"""Small records made of Markdown by our own reader of it; passages are named by the words they stand on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.case.figure import Figure
from viewer.index.ask.chips import AgentChip, ClaimView, EventChip, PassageChip, SourceChip
from viewer.index.ask.sources import DocumentHead, DocumentView, EventTouched, PassageView, SourceView
from viewer.index.markup import blocks
from viewer.panes.source.mark import PassageMark
from viewer.panes.source.text_view import TextView


def chip() -> SourceChip:
    return SourceChip("s1", "OHCHR", "A press release", None, "press release", "no", "", "read-original", "", "B")


def source_of(*heads: DocumentHead) -> SourceView:
    touched = (EventTouched(EventChip("E1", "First event", None, 0), 2),)
    return SourceView(
        chip(), "en", None, None, None, "https://example.org/a?b=1&c=2", None, None, None, "An excerpt was read.",
        "usually reliable", "Because.", "A note.", heads, touched,
    )  # fmt: skip


def claim_of(uid: str = "C1", event: str = "E1", text: str | None = None) -> ClaimView:
    agent = AgentChip("ohchr", "OHCHR", "OHCHR", "not a side")
    where = (PassageChip("p1", "n1", "s1", "states", "note", ""),)
    figure = Figure(34, 34, None, "at-least")
    return ClaimView(
        uid, event, "figure", "killed", "Killed", None, figure, text or "A paraphrase.", "en", agent, chip(), None,
        "2", None, None, where, 1, (), (),
    )  # fmt: skip


def document_of(
    text: str, passages: Mapping[str, tuple[ClaimView, ...]], lang: str = "en", hold: str = "note"
) -> DocumentView:
    head = DocumentHead(
        "n1", "A note", lang, "text/markdown", 100, "9c41" + 56 * "0" + "e07b", hold, None, None, None, None, None,
        False,
    )  # fmt: skip
    views, known = [], dict[str, ClaimView]()
    for number, (words, claims) in enumerate(passages.items(), 1):
        start = text.index(words)
        known |= {claim.uid: claim for claim in claims}
        place = (start, start + len(words), None)
        views.append(PassageView(f"p{number}", None, words, lang, *place, claims, (), None, None, None, None))
    return DocumentView(head, "s1", tuple(blocks(text, "text/markdown")), tuple(views), known.get, named_event)


def named_event(uid: str) -> EventChip:
    return EventChip(uid, "An event", None, 0)


FILLING = "Nothing of note stands here, and it goes on for a while.\n\n" * 30


def long_document() -> DocumentView:
    text = f"# Note\n\nAt the start.\n\n{FILLING}In the middle.\n\n{FILLING}At the end."
    two = (claim_of("C2"), claim_of("C3", "E2"))
    return document_of(text, {"At the start": (claim_of("C1"),), "In the middle": two, "At the end": ()})


def view_of(pane: QWidget) -> TextView:
    view = pane.findChild(TextView)
    assert isinstance(view, TextView)
    return view


def marks_of(pane: QWidget) -> list[PassageMark]:
    return pane.findChildren(PassageMark)


def stops(widget: QWidget) -> list[QWidget]:
    every = [widget, *widget.findChildren(QWidget)]
    return [w for w in every if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
