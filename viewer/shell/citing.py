"""The citation of whatever is in focus: the narrowest thing that is named there."""

from __future__ import annotations

from viewer.panes.detail.pane import DetailPane
from viewer.panes.source.pane import SourcePane
from viewer.session.focus import Focus
from viewer.session.session import Session
from viewer.shell.carrier import Carrier
from viewer.wording.citation import Reference


class Citing:
    """Cites what is on screen; "" where there is nothing to cite."""

    def __init__(self, session: Session, carrier: Carrier, detail: DetailPane, source: SourcePane) -> None:
        self._session = session
        self._carrier = carrier
        self._detail = detail
        self._source = source

    def of_focus(self, focus: Focus) -> str:
        """The claim, quotation or event in focus."""
        return self._detail.citation_for(focus, self._reference(focus))

    def of_selection(self) -> str:
        """The words selected in the source."""
        return self._source.citation_selection(self._reference(self._session.navigator.focus))

    def _reference(self, focus: Focus) -> Reference:
        heading, source = self._session.heading, self._carrier.source_view
        url = source.url if source and source.chip.uid == focus.source else None
        return Reference(heading.title, self._session.address(focus), heading.case_digest, url)
