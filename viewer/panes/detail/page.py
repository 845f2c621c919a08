"""What the detail pane scrolls: the sections of one event, or how to begin."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.events import EventView
from viewer.look.style import dress
from viewer.panes.detail.claims import ClaimsSection
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.head import EventHead
from viewer.panes.detail.spot import AirySection, Spot, margins, spots_of
from viewer.panes.detail.words import Words
from viewer.session.focus import Focus

if TYPE_CHECKING:
    from viewer.panes.detail.quotes import QuoteCard


class Host(QWidget):
    """Stays in the scroll area while pages come and go: a page that moved there would be dressed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.page)
        dress(self, role="panel")

    def take(self, page: QWidget) -> None:
        """Show a page made as a child of this; the old one, which may be what was clicked, goes a turn later."""
        self._layout.removeWidget(self.page)
        self.page.hide()
        self.page.deleteLater()
        self.page = page
        self._layout.addWidget(page)
        page.show()

    def settle(self, room: QSize) -> None:
        """As wide as there is room, and as high as is needed for that."""
        self.resize(room.width(), max(self._layout.heightForWidth(room.width()), room.height()))
        self._layout.activate()
        if inner := self.page.layout():
            inner.activate()

    def minimumSizeHint(self) -> QSize:
        """The pane scrolls: the height comes from the width alone."""
        return QSize(0, 0)


class EventPage(QWidget):
    """All sections of one event, from top to bottom."""

    appeared = Signal()  # painted for the first time

    def __init__(self, guide: Guide, event: EventView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = guide.look.space
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space.large, space.px(20), space.large, space.wide)
        self._column.setSpacing(space.px(20))
        self._guide = guide
        self._event = event
        self._is_whole = self._has_appeared = False
        self._column.addStretch(1)
        self._dot = AnchorDot(guide, self)
        guide.shape_changed.connect(self._place_dot)

    def add(self, parts: Iterator[QWidget]) -> None:
        """Add sections below those that are there."""
        for section in parts:
            if not isinstance(section, AirySection):
                section.setContentsMargins(*margins(self._guide))
            self._column.insertWidget(self._column.count() - 1, section)
            if self.isVisible():
                section.show()  # Qt would do so a turn later, and until then the layout leaves it out

    def complete(self) -> bool:
        """Add what stands below the claims; done a moment after the first paint, or at once when wanted.

        True if something was added.
        """
        if self._is_whole:
            return False
        self._is_whole = True
        self.add(sections_below(self._guide, self._event))
        return True

    def choose(self, focus: Focus) -> None:
        """Mark what belongs to the focus."""
        if focus.claim is None and (focus.quote or focus.passage):
            self.complete()
        for spot in spots_of(self):
            spot.choose(_belongs(spot.spot, focus))
        for card in self._quote_cards():
            card.choose(focus.quote == card.quote.uid)
        self._place_dot()

    def chosen_card(self) -> Spot | QuoteCard | None:
        """The claim card, else the quotation, that is marked."""
        claims = self.findChild(ClaimsSection)
        cards: list[Spot | QuoteCard] = [*(claims.spots() if claims else ()), *self._quote_cards()]
        return next((card for card in cards if card.chosen), None)

    def _quote_cards(self) -> list[QuoteCard]:
        if not (self._is_whole and self._event.quotes):
            return []
        from viewer.panes.detail.quotes import QuoteCard

        return self.findChildren(QuoteCard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_dot()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_appeared:
            self._has_appeared = True
            self.appeared.emit()

    @Slot()
    def _place_dot(self) -> None:
        card = self.chosen_card()
        self._dot.setVisible(card is not None)
        if card is not None:
            x = 0 if card.isRightToLeft() else card.width() - 1
            self._dot.stand_at(card.mapTo(self, QPoint(x, card.height() // 2)))


class AnchorDot(QWidget):
    """A dot on the edge of the chosen card, where the connector to the passage begins."""

    def __init__(self, guide: Guide, parent: QWidget) -> None:
        super().__init__(parent)
        self._guide = guide
        side = guide.look.space.px(10)
        self.resize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_at(self, middle: QPoint) -> None:
        self.move(middle - self.rect().center())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._guide.look.theme
        painter.setPen(QPen(theme.panel, 1.5))
        painter.setBrush(theme.highlight_mark)
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))


class EmptyPage(QWidget):
    """Nothing is chosen yet."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for text, tone, words in (
            ("strong", "", self.tr("Choose an event")),
            ("body", "muted", self.tr("Its date, the figures by claimant, all claims and quotations stand here.")),
        ):
            label = Words(words, text=text, tone=tone)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)


def sections(guide: Guide, event: EventView) -> Iterator[QWidget]:
    """What is wanted first: the head, the figures and the claims; nothing is shown empty."""
    yield EventHead(guide, event)
    charts = [chart for chart in event.charts if len(chart.claims) > 1]  # a single figure stands on its card
    if charts:
        from viewer.panes.detail.chart import ChartSection

        for chart in charts:
            yield ChartSection(guide, chart)
    if event.claims:
        yield ClaimsSection(guide, event.claims)


def sections_below(guide: Guide, event: EventView) -> Iterator[QWidget]:
    """What stands below the claims; imported when it is wanted, which is after the first paint."""
    from viewer.panes.detail.accounts import AccountsSection, NoteSection, ReckoningsSection
    from viewer.panes.detail.around import PassagesSection, PeopleSection, RelationsSection
    from viewer.panes.detail.quotes import QuotesSection

    if event.quotes:
        yield QuotesSection(guide, event.uid, event.quotes)
    if event.roles:
        yield PeopleSection(guide, event.roles)
    if event.relations:
        yield RelationsSection(guide, event.uid, event.relations)
    if event.passages:
        yield PassagesSection(guide, event.uid, event.passages)
    if event.discrepancies:
        yield AccountsSection(guide, event.uid, event.discrepancies)
    if event.reckonings:
        yield ReckoningsSection(guide, event.reckonings)
    if event.note:
        yield NoteSection(guide, event.note)


def _belongs(spot: Focus, focus: Focus) -> bool:
    """True if the spot names the claim in focus, or, where no claim is, the passage."""
    if spot.claim is not None:
        return spot.claim == focus.claim
    return spot.passage is not None and focus.claim is None and spot.passage == focus.passage
