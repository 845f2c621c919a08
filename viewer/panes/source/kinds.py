"""Which sheet shows which kind of document; what decodes is imported when the first document needs it."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.panes.source.given import Given
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.standing import State, compared
from viewer.panes.source.texts import sheet_of_text
from viewer.wording.voice import Voice


def sheet_for(look: Look, voice: Voice, document: DocumentView, given: Given) -> Sheet:
    """The sheet of a document: its text, its pages, or its facts."""
    head, seat_of = document.head, given.seat_of
    if head.graphic and head.uid not in given.uncovered:
        from viewer.panes.source.cover import CoverSheet

        return CoverSheet(look, voice, document, given)
    states = compared(document) if document.blocks else ()
    if document.blocks and (seat_of is None or _all_stand(document, states)):
        return sheet_of_text(look, voice, document, states)
    if seat_of is None or (head.hold == "not-held" and head.uid not in given.attached):
        from viewer.panes.source.facts_sheet import FactsSheet

        return FactsSheet(look, voice, document, given)
    if head.hold == "not-held":
        from viewer.panes.source.attached import AttachedSheet

        return AttachedSheet(look, voice, document, seat_of(head.uid), given)
    from viewer.panes.source.opening import OpeningSheet

    return OpeningSheet(look, voice, document, seat_of(head.uid), given)


def _all_stand(document: DocumentView, states: Sequence[State]) -> bool:
    """Whether every passage stands where it is stated; else the document itself is asked."""
    told = zip(states, document.passages, strict=True)
    return all(state == "exact" or passage.exact is None for (state, _), passage in told)
