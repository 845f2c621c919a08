"""One event with everything that is claimed about it; speaks only to the navigator."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from viewer.index.ask.events import EventView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.look.viewport import viewport_of
from viewer.panes.detail.claims import grouped
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.page import EmptyPage, EventPage, Host, sections
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference, cite_claim, cite_event, cite_quote
from viewer.wording.voice import Voice

LATER = 60
"""Milliseconds after the first paint of a page until what stands below its visible part is made."""


class DetailPane(QScrollArea):
    """Shows an EventView; the claim or quotation in focus is marked and brought into view."""

    anchor_moved = Signal()
    citation_asked = Signal(object)  # Focus
    address_asked = Signal(object)  # Focus
    comparison_asked = Signal()

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._guide = Guide(navigator, look, voice, self)
        self._event: EventView | None = None
        self._page: EventPage | None = None
        self._viewport = viewport_of(self)
        self._host = Host()
        self.setWidget(self._host)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is kept where nothing scrolls: an event is laid out once, and is as wide as the next one.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Event"))
        dress(self, role="panel")
        navigator.focus_moved.connect(self._show_focus)
        navigator.sought_changed.connect(self._show_sought)
        look.changed.connect(self._dress_again)
        self._guide.shape_changed.connect(self.anchor_moved)
        self._guide.citation_asked.connect(self.citation_asked)
        self._guide.address_asked.connect(self.address_asked)
        self._guide.comparison_asked.connect(self.comparison_asked)

    @property
    def shown(self) -> EventView | None:
        """What is shown; None = nothing."""
        return self._event

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        return self._host.page

    def show_event(self, event: EventView) -> None:
        """Show the event from its top, with the navigator's claim or quotation marked."""
        self._event = event
        self._page = EventPage(self._guide, event, self._host)
        self._page.add(sections(self._guide, event))
        self._host.take(self._page)
        self.verticalScrollBar().setValue(0)
        self._mark(self._navigator.focus, into_view=True)
        self._page.appeared.connect(self._follow_up)
        if not self.isVisible():  # nothing will be painted soon
            self._follow_up()

    def show_whole(self) -> None:
        """Build at once what would follow a moment after the first paint: for pictures and tests."""
        if self._page is not None:
            self._page.complete()
            self._settle()

    def show_nothing(self) -> None:
        """Say how to begin; whoever makes this pane says so, or shows an event: it is empty until then."""
        self._event = None
        self._page = None
        self._host.take(EmptyPage(self._guide, self._host))
        self.anchor_moved.emit()

    def claim_order(self) -> tuple[str, ...]:
        """Uids of the claims in the order in which their cards stand."""
        claims = self._event.claims if self._event else ()
        return tuple(claim.uid for _label, group in grouped(claims) for claim in group)

    def take_keyboard(self) -> None:
        """The keyboard goes to the chosen card, else to the first thing that can take it."""
        card = self._page.chosen_card() if self._page else None
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._page is not None:
            self.focusNextChild()

    def connector_anchor(self) -> QPoint | None:
        """Middle of the far edge of the chosen card, in pixels of this pane; it may lie outside what is visible.

        None if neither a claim nor a quotation of this event is in focus.
        """
        card = self._page.chosen_card() if self._page else None
        if card is None:
            return None
        x = 0 if card.isRightToLeft() else card.width()
        return card.mapTo(self, QPoint(x, card.height() // 2))

    def citation_for(self, focus: Focus, reference: Reference) -> str:
        """Plain text to copy for a spot of the event shown; "" for anything else."""
        event, voice = self._event, self._guide.voice
        if event is None or focus.event not in (None, event.uid):
            return ""
        for claim in event.claims:
            if claim.uid == focus.claim:
                return cite_claim(voice, claim, event.title, reference)
        for quote in event.quotes:
            if quote.uid == focus.quote:
                return cite_quote(voice, quote, reference)
        return cite_event(voice, event, reference)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.anchor_moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.anchor_moved.emit()

    # What others tell us

    @Slot(object, object)
    def _show_focus(self, focus: Focus, by: object) -> None:
        self._mark(focus, into_view=by is not self)

    @Slot(object)
    def _show_sought(self, _sought: object) -> None:
        self.viewport().update()

    @Slot()
    def _dress_again(self) -> None:
        """Painted pieces remember fonts and sizes: they are made anew."""
        if self._event is None:
            self.show_nothing()
            return
        share = self.verticalScrollBar().value() / max(self.verticalScrollBar().maximum(), 1)
        self.show_event(self._event)
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    # How it is done

    @Slot()
    def _follow_up(self) -> None:
        """What was wanted first has been painted; the rest waits a little, but not where it would be seen."""
        if self._page is not None:
            beyond = self._host.height() > self.viewport().height()
            QTimer.singleShot(LATER if beyond else 0, self._page, self._complete)

    @Slot()
    def _complete(self) -> None:
        self.show_whole()
        self.anchor_moved.emit()

    def _settle(self) -> None:
        """Lay everything out now, so that nothing is painted squeezed and positions are true."""
        if self._page is not None:
            self._host.settle(self.maximumViewportSize())

    def _mark(self, focus: Focus, *, into_view: bool) -> None:
        if self._page is None:
            return
        self._page.choose(focus)
        card = self._page.chosen_card()
        if card is not None and into_view:
            self._settle()
            self.ensureWidgetVisible(card, 0, self._look.space.wide)
        self.anchor_moved.emit()
