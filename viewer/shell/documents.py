"""What the commands about documents do, and what stands beside a source when two are compared."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask import events, sources
from viewer.index.ask.chips import ClaimView
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.shell.parts import Parts
from viewer.wording.voice import fill

if TYPE_CHECKING:
    from viewer.panes.source.pane import SourcePane


class Documents(QObject):
    """Nothing that reads documents is imported before one of these is used."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._pane = parts.panes.source
        self._second: tuple[SourcePane, Navigator] | None = None
        self._pane.area.lend(parts.session.seat)
        self._pane.area.covers = parts.service.settings.choices.cover_graphic
        self._pane.said.connect(parts.say)
        self._pane.rivals_asked.connect(self.offer_rivals)
        self._pane.beside_asked.connect(self.show_beside)
        self._pane.beside_closed.connect(self._forget_second)

    def reading_view(self) -> None:
        """The document as plain text, and back."""
        self._pane.area.set_reading(not self._pane.area.reads)

    def find_in_document(self) -> None:
        from viewer.panes.source.doing import search

        search(self._pane)

    def copy_passage_row(self) -> None:
        from viewer.panes.source.doing import copy_row

        if not copy_row(self._pane, self._parts.service.voice):
            self._parts.say(
                self.tr("Select words in the document, or draw a box, then copy them as a passage row.")
            )

    def save_document(self) -> None:
        from viewer.panes.source.doing import save

        if self._pane.area.seat() is None:
            self._parts.say(self.tr("There is no document here to save: choose one that is held."))
            return
        save(self._pane, self._parts.service.voice)

    def compare_passages(self) -> None:
        """What contradicts the claim in focus, beside its source."""
        focus = self._parts.session.navigator.focus
        claim = self._claim(focus.event, focus.claim)
        if claim is None or not claim.disputed:
            self._parts.say(self.tr("Nothing contradicts this claim; choose one that is marked as disputed."))
        else:
            self.offer_rivals(claim)

    def cover_graphic(self) -> None:
        """Whether documents marked as graphic are covered until one uncovers them."""
        covers = not self._parts.service.settings.choices.cover_graphic
        self._parts.service.settings.choose(cover_graphic=covers)
        self._pane.area.covers = covers
        shown = self.tr("Documents marked as graphic are shown as they are from now on.")
        covered = self.tr("Documents marked as graphic are covered until you uncover them.")
        self._parts.say(covered if covers else shown)

    # What others tell us

    def offer_rivals(self, claim: ClaimView) -> None:
        """A small menu of the claims that cannot be true together with this one; one only is shown at once."""
        from viewer.panes.source.doing import Doable
        from viewer.panes.source.words import said

        view = events.event(self._parts.session.connection, claim.event)
        rivals = [other for other in view.claims if other.uid in claim.disputed_by]
        voice = self._parts.service.voice
        if len(rivals) == 1:
            self._show_rival(rivals[0].uid, said(voice, rivals[0]))
        elif rivals:
            acts = [
                (said(voice, one), partial(self._show_rival, one.uid, said(voice, one)), True) for one in rivals
            ]
            Doable(self._pane, acts).open_at(QCursor.pos())

    def show_beside(self, focus: Focus, why: str = "") -> None:
        """A second source with its own passage; the focus of the window stays."""
        whole = self._parts.session.complete(focus)
        if whole.source is None or whole.document is None:
            self._parts.say(self.tr("No passage of it is in this case."))
            return
        connection = self._parts.session.connection
        pane, navigator = self._second or self._make_second()
        pane.show_source(sources.source(connection, whole.source))
        navigator.go(Focus())
        pane.show_document(sources.document(connection, whole.document))
        navigator.go(whole)
        self._pane.put_beside(pane, why or self.tr("Beside it"))

    # How it is done

    def _show_rival(self, claim: str, words: str) -> None:
        self.show_beside(Focus(claim=claim), fill(self.tr("Stated differently here: %1"), words))

    def _claim(self, event: str | None, claim: str | None) -> ClaimView | None:
        if event is None or claim is None:
            return None
        view = events.event(self._parts.session.connection, event)
        return next((one for one in view.claims if one.uid == claim), None)

    def _make_second(self) -> tuple[SourcePane, Navigator]:
        from viewer.panes.source.pane import SourcePane

        service = self._parts.service
        navigator = Navigator(self._parts.session.complete, self)
        pane = SourcePane(navigator, service.look, service.voice)
        pane.area.lend(self._parts.session.seat)
        pane.area.covers = service.settings.choices.cover_graphic
        pane.said.connect(self._parts.say)
        pane.rivals_asked.connect(self.offer_rivals)
        pane.beside_asked.connect(self.show_beside)
        navigator.focus_moved.connect(self._carry)
        self._second = pane, navigator
        return self._second

    def _carry(self, focus: Focus, _by: QObject | None) -> None:
        """Another document of the second source."""
        if self._second is None or focus.document is None or focus.source is None:
            return
        pane, connection = self._second[0], self._parts.session.connection
        if pane.source is None or pane.source.chip.uid != focus.source:
            pane.show_source(sources.source(connection, focus.source))
        if pane.document is None or pane.document.head.uid != focus.document:
            pane.show_document(sources.document(connection, focus.document))

    def _forget_second(self) -> None:
        second, self._second = self._second, None
        if second:
            second[0].show_nothing()
            second[1].deleteLater()
