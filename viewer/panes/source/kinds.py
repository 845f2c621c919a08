"""Which sheet shows which kind of document."""

from __future__ import annotations

from viewer.index.ask.sources import DocumentView
from viewer.panes.source.facts_sheet import FactsSheet
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.text_sheet import TextSheet

SHEETS: dict[str, type[Sheet]] = {
    "text/markdown": TextSheet,
    "text/plain": TextSheet,
    "text/html": TextSheet,
}


def sheet_for(document: DocumentView) -> type[Sheet]:
    """The sheet of its media type; its facts where the text is not held or its kind cannot be shown."""
    kind = document.head.media_type.partition(";")[0].strip().lower()
    return SHEETS.get(kind, FactsSheet) if document.blocks else FactsSheet
