"""Quotations word for word, with who, in what capacity, when and where; the answering one stands beside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from viewer.index.ask.events import QuoteView
from viewer.look.fonts import SERIF, Role
from viewer.look.glyphs import paint_focus
from viewer.look.style import dress
from viewer.panes.detail.chips import ChipSpot
from viewer.panes.detail.fold import Fold, Pair, far_apart
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.marked_words import MarkedWords
from viewer.panes.detail.words import Mark, Words, heading
from viewer.session.focus import Focus
from viewer.wording.dates import say_when
from viewer.wording.sources import directness_words, hold_words, source_words
from viewer.wording.voice import Voice, fill


class QuotesSection(QWidget):
    """Answering quotations side by side where there is room, else one below the other."""

    def __init__(
        self, guide: Guide, event: str, quotes: tuple[QuoteView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(guide.look.space.small)
        layout.addWidget(heading(self.tr("Quotations")))
        for group in answering(quotes):
            if len(group) > 1:
                layout.addWidget(Mark(self.tr("Statements that answer each other"), text="label", tone="muted"))
            cards: list[QWidget] = [QuoteCard(guide, event, quote) for quote in group]
            if len(cards) == 2:
                pair = Pair(cards[0], cards[1], guide.look.space.px(540))
                pair.set_spacing(guide.look.space.small)
                cards = [pair]
            for card in cards:
                layout.addWidget(card)


class QuoteCard(QFrame):
    """Verbatim words under a hanging mark."""

    def __init__(self, guide: Guide, event: str, quote: QuoteView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.quote = quote
        self.spot = Focus(event=event, quote=quote.uid)
        self.chosen = False
        dress(self, role="quote")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(speaker_line(guide.voice, quote))
        self.setAccessibleDescription(quote.text)
        space = guide.look.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.large, space.medium, space.medium, space.medium)
        row.setSpacing(space.small)
        row.addWidget(HangingMark(guide), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column(), 1)

    def choose(self, chosen: bool) -> None:
        """Show whether this is what the reader looks at."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._ask_citation()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Show the passage"), self._go)
        menu.addSeparator()
        menu.addAction(self.tr("Copy with citation"), self._ask_citation)
        menu.addAction(self.tr("Copy address"), self._ask_address)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme = QPainter(self), self._guide.look.theme
        radius = self._guide.look.space.radius_card
        if self.chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.highlight_mark, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), theme, radius)

    # How it is done

    def _column(self) -> QVBoxLayout:
        guide, voice, quote = self._guide, self._guide.voice, self.quote
        column = QVBoxLayout()
        column.setSpacing(guide.look.space.tight)
        column.addWidget(MarkedWords(guide, quote.text, text="quote"))
        name = quote.speaker.full_name if quote.speaker else self.tr("Speaker not named")
        speaker = Words(name, text="label")
        speaker.setStyleSheet("font-weight: 600")
        column.addWidget(speaker)
        if said := circumstances(voice, quote):
            column.addWidget(Words(said, text="label", tone="muted"))
        column.addWidget(Words(self._published(), text="small", tone="muted"))
        chip = ChipSpot(guide, quote.source, self.spot)
        if quote.context or quote.collation or quote.original_source:
            column.addWidget(Fold(guide, self.tr("Context"), self._context, chip))
        else:
            column.addLayout(far_apart(None, chip))
        column.addStretch(1)
        return column

    def _published(self) -> str:
        voice, quote = self._guide.voice, self.quote
        published = fill(self.tr("Published: %1"), source_words(voice, quote.source))
        words = self.tr("%1 · %2", "published, how it is held")
        return fill(words, published, hold_words(voice, quote.passage.hold))

    def _context(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        if self.quote.original_source:
            first = source_words(self._guide.voice, self.quote.original_source)
            column.addWidget(Words(fill(self.tr("First published: %1"), first), text="label"))
        for words in (self.quote.context, self.quote.collation):
            if words:
                column.addWidget(Words(words, text="label"))
        return box

    @Slot()
    def _go(self) -> None:
        self._guide.go(self.spot)

    @Slot()
    def _ask_citation(self) -> None:
        self._guide.citation_asked.emit(self.spot)

    @Slot()
    def _ask_address(self) -> None:
        self._guide.address_asked.emit(self.spot)


class HangingMark(QWidget):
    """The opening mark that stands outside the text."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._guide.look.space.px(24), self._guide.look.space.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._guide.look.type.font(Role.QUOTE, 600)
        font.setFamilies([SERIF])
        font.setPixelSize(self._guide.look.type.px(50))
        painter.setFont(font)
        painter.setPen(self._guide.look.theme.accent)
        mark = "”" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "“"
        ink = QFontMetricsF(font).tightBoundingRect(mark)
        painter.drawText(QPointF(-ink.left(), self._guide.look.space.px(2) - ink.top()), mark)


def answering(quotes: tuple[QuoteView, ...]) -> list[list[QuoteView]]:
    """Quotations that answer each other together, in the order given."""
    groups: list[list[QuoteView]] = []
    for quote in quotes:
        mine = next((group for group in groups if any(_answers(quote, other) for other in group)), None)
        if mine is None:
            groups.append([quote])
        else:
            mine.append(quote)
    return groups


def _answers(one: QuoteView, other: QuoteView) -> bool:
    return other.uid in one.beside or one.uid in other.beside


def speaker_line(voice: Voice, quote: QuoteView) -> str:
    """Who said it, and when."""
    name = quote.speaker.full_name if quote.speaker else voice.translate("Quotes", "Speaker not named")
    said = circumstances(voice, quote)
    return fill(voice.translate("Quotes", "%1, %2", "speaker, when and where"), name, said) if said else name


def circumstances(voice: Voice, quote: QuoteView) -> str:
    """In what capacity, when, where and to whom the words were said."""
    parts = [
        quote.capacity,
        say_when(voice, quote.said, "plain") if quote.said else None,
        quote.place,
        fill(voice.translate("Quotes", "to %1", "an audience"), quote.audience) if quote.audience else None,
        directness_words(voice, quote.directness),
    ]
    said = [part for part in parts if part]
    joined = said[0] if said else ""
    for part in said[1:]:
        joined = fill(voice.translate("Quotes", "%1, %2", "a list"), joined, part)
    return joined
