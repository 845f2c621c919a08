"""The sheet of a text: laid out whole, or, where it is large, only as far as it shows."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.standing import State
from viewer.panes.source.text_sheet import TextSheet
from viewer.wording.voice import Voice

LARGE = 300_000
"""Signs from which a text is large."""


def sheet_of_text(look: Look, voice: Voice, document: DocumentView, states: Sequence[State] = ()) -> Sheet:
    """A text by its size."""
    if sum(len(block.text) for block in document.blocks) < LARGE:
        return TextSheet(look, voice, document, states=states)
    from viewer.panes.source.large_text import LargeTextSheet

    return LargeTextSheet(look, voice, document, states)
