"""A claim as a card: ring, paraphrase, claimant, source; grading and reading unfold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from viewer.case.frozen import dataclass
from viewer.index.ask.chips import ClaimView
from viewer.look.fonts import Role
from viewer.look.found import found_format
from viewer.look.glyphs import paint_card, paint_chip, paint_focus, paint_pill, paint_ring, pill_size
from viewer.look.theme import faded
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.ink import Ink
from viewer.panes.detail.spot import Spot
from viewer.session.focus import Focus
from viewer.wording.dates import say_when
from viewer.wording.doubt import disputed_claim, disputed_word, origins_sentence
from viewer.wording.figures import as_heading, figure_words
from viewer.wording.sources import (
    claimant_side,
    claimant_words,
    grade_words,
    holds_words,
    publisher_side,
    read_words,
    source_words,
)
from viewer.wording.voice import Voice, fill


@dataclass(frozen=True, slots=True)
class Lines:
    """Tops of a card's lines and its height, in pixels. narrow: chip and pill have a line of their own."""

    claimant: float
    meta: float
    marks: float
    switch: float
    details: float
    height: int
    narrow: bool


class ClaimCard(Spot):
    """Click or Enter goes to the passage; Space unfolds grading and reading."""

    unfolded = Signal()

    def __init__(self, guide: Guide, claim: ClaimView, parent: QWidget | None = None) -> None:
        focus = Focus(event=claim.event, claim=claim.uid)
        super().__init__(guide, focus, claim.text or as_heading(claim.measure_label), parent)
        voice, type_ = guide.voice, guide.look.type
        self.claim = claim
        self.open = False
        self._small = type_.font(Role.SMALL)
        self._bold = type_.font(Role.SMALL, 600)
        self._text = Ink(claim_title(voice, claim), type_.font(Role.STRONG, 500))
        self._claimant = Ink(claimant_words(voice, claim), type_.font(Role.LABEL))
        self._meta = Ink(_meta(voice, claim), self._small)
        self._switch = Ink(self.tr("Grading and reading"), self._small)
        self._details: list[Ink] = []
        self._laid: dict[int, Lines] = {}
        self._source = source_words(voice, claim.source, "short")
        self._chip = pill_size(self._source, self._bold)
        self._pill = pill_size(disputed_word(voice), self._bold) if claim.disputed else (0.0, 0.0)
        self._describe()

    def fold(self, folded: bool) -> None:
        """Hide or show how the claim is graded and what was read."""
        self.open = not folded
        self._details = (
            [] if folded else [Ink(line, self._small) for line in details(self.guide.voice, self.claim)]
        )
        self._laid.clear()
        self._describe()
        self.updateGeometry()
        self.update()
        self.unfolded.emit()
        self.guide.shape_changed.emit()

    def fill_menu(self, menu: QMenu) -> None:
        super().fill_menu(menu)
        words = self.tr("Hide grading and reading") if self.open else self.tr("Show grading and reading")
        menu.addSeparator()
        menu.addAction(words, self._turn)

    # What Qt calls

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width).height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._switch_box().contains(event.position()):
            self.setDown(False)
            self._turn()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.guide.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_card(painter, box, look.theme, look.space.radius_card, chosen=self.chosen)
        if self.underMouse() and not self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(look.theme.tint, 0.45))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.space.radius_card, look.space.radius_card)
        self._paint_ring(painter)
        self._paint_texts(painter)
        self._paint_marks(painter)
        if self.hasFocus():
            paint_focus(painter, box.adjusted(3, 3, -3, -3), look.theme, look.space.radius_mark)

    # How it is done

    def _turn(self) -> None:
        self.fold(self.open)

    def _describe(self) -> None:
        voice, claim = self.guide.voice, self.claim
        parts = [self._claimant.text, self._meta.text]
        parts += [origins_sentence(voice, claim.origins), disputed_claim(voice, claim)]
        parts += [ink.text for ink in self._details]
        self.setAccessibleDescription("\n".join(part for part in parts if part))
        tips = (origins_sentence(voice, claim.origins), disputed_claim(voice, claim))
        self.setToolTip("\n".join(tip for tip in tips if tip))

    def _lay_out(self, width: int) -> Lines:
        if width not in self._laid:
            self._laid[width] = self._measure(width)
        return self._laid[width]

    def _measure(self, width: int) -> Lines:
        px, rtl, narrow = self.guide.look.space.px, self._turned(), self._narrow(width)
        text, room = self._text_width(width), self._meta_width(width)
        claimant = px(11) + self._text.height(text, rtl) + px(2)
        meta = claimant + self._claimant.height(text, rtl) + px(3)
        if self.claim.disputed and not narrow:  # the pill is done before the line of the switch begins
            meta = max(meta, px(20) + self._chip[1] + self._pill[1])
        marks, switch = float(px(11)), meta
        if narrow:
            marks = meta + self._meta.height(room, rtl) + px(6)
            switch = marks + self._chip[1] + px(6)
        elif self._meta.width() > room - self._switch_width() - px(12):
            switch = meta + self._meta.height(room, rtl) + px(3)
        bottom = switch + self._switch.height(10_000)
        details = bottom + px(8)
        if self._details:
            bottom = details + sum(ink.height(room, rtl) + px(3) for ink in self._details)
        return Lines(claimant, meta, marks, switch, details, round(max(bottom + px(11), px(56))), narrow)

    def _turned(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _narrow(self, width: int) -> bool:
        return width < self.guide.look.space.px(400)

    def _text_from(self) -> float:
        return self.guide.look.space.px(58)

    def _text_width(self, width: int) -> float:
        if self._narrow(width):
            return self._meta_width(width)
        px = self.guide.look.space.px
        beside = min(max(self._chip[0], self._pill[0]), width * 0.34) + px(14)
        return width - self._text_from() - beside - px(12)

    def _meta_width(self, width: int) -> float:
        return width - self._text_from() - self.guide.look.space.px(12)

    def _switch_width(self) -> float:
        return self._switch.width() + self.guide.look.space.px(16)

    def _x(self, start: float, width: float) -> float:
        return self.width() - start - width if self._turned() else start

    def _switch_box(self) -> QRectF:
        px = self.guide.look.space.px
        wanted = self._switch_width()
        start = self._text_from() if self._narrow(self.width()) else self.width() - px(12) - wanted
        top = self._lay_out(self.width()).switch
        return QRectF(self._x(start, wanted), top - px(2), wanted, self._switch.height(10_000) + px(4))

    def _paint_ring(self, painter: QPainter) -> None:
        look = self.guide.look
        side = look.space.px(34)
        paint_ring(
            painter,
            QRectF(self._x(look.space.px(12), side), look.space.px(11), side, side),
            [True] * self.claim.origins,
            look.theme,
            number=self.guide.voice.number(self.claim.origins),
            font=look.type.font(Role.LABEL, 600),
            disputed=self.claim.disputed,
        )

    def _paint_texts(self, painter: QPainter) -> None:
        look, lines = self.guide.look, self._lay_out(self.width())
        text, room = self._text_width(self.width()), self._meta_width(self.width())
        self._text.mark(self.guide.found(self._text.text), found_format(look.theme))
        self._write(painter, self._text, look.space.px(11), text, look.theme.text)
        self._write(painter, self._claimant, lines.claimant, text, look.theme.text)
        beside = self._switch_width() + look.space.px(12) if lines.switch == lines.meta else 0.0
        self._write(painter, self._meta, lines.meta, room - beside, look.theme.muted)
        top = lines.details
        for ink in self._details:
            self._write(painter, ink, top, room, look.theme.text)
            top += ink.height(room, self._turned()) + look.space.px(3)

    def _write(self, painter: QPainter, ink: Ink, top: float, width: float, colour: QColor) -> None:
        ink.draw(painter, QPointF(self._x(self._text_from(), width), top), width, colour)

    def _paint_marks(self, painter: QPainter) -> None:
        """Chip and pill: one below the other at the far side, or side by side on a line of their own."""
        look, lines = self.guide.look, self._lay_out(self.width())
        px, edge = look.space.px, self.width() - look.space.px(12)
        wide, tall = self._chip
        wide = min(wide, self._meta_width(self.width()) if lines.narrow else self.width() * 0.34)
        start = self._text_from() if lines.narrow else edge - wide
        text = _elided(self._source, self._bold, wide)
        box = QRectF(self._x(start, wide), lines.marks, wide, tall)
        paint_chip(painter, box, text, look.theme, self._bold)
        if self.claim.disputed:
            pill, height = self._pill
            left = start + wide + px(6) if lines.narrow else edge - pill
            top = lines.marks if lines.narrow else lines.marks + tall + px(5)
            box = QRectF(self._x(left, pill), top, pill, height)
            paint_pill(painter, box, disputed_word(self.guide.voice), look.theme.disputed, self._bold)
        self._paint_switch(painter)

    def _paint_switch(self, painter: QPainter) -> None:
        look = self.guide.look
        box, side = self._switch_box(), look.space.px(12)
        top = box.top() + look.space.px(2)
        text = self._switch.width()
        left = box.left() + (look.space.px(16) if self._turned() else 0)
        self._switch.draw(painter, QPointF(left, top), text, look.theme.muted)
        arrow = box.left() if self._turned() else box.right() - side
        name = "chevron-up" if self.open else "chevron-down"
        look.icons.paint(painter, name, (arrow, box.center().y() - side / 2, side), look.theme.muted)


def claim_title(voice: Voice, claim: ClaimView) -> str:
    """The paraphrase; of a bare figure, what was counted and how many."""
    if claim.text:
        return claim.text
    words = figure_words(voice, claim.figure) if claim.figure else ""
    return fill(
        voice.translate("Claims", "%1: %2", "what was counted, a figure"), as_heading(claim.measure_label), words
    )


def details(voice: Voice, claim: ClaimView) -> list[str]:
    """The folded lines: side of claimant and of publisher, what was read, the proposed grade, notes."""
    lines = [
        claimant_side(voice, claim),
        publisher_side(voice, claim.source),
        fill(voice.translate("Claims", "What was read: %1"), read_words(voice, claim.source)),
        fill(
            voice.translate("Claims", "Grade: %1"),
            grade_words(voice, claim.source.reliability, claim.credibility),
        ),
    ]
    if claim.credibility_note:
        lines.append(fill(voice.translate("Claims", "On the grade: %1"), claim.credibility_note))
    if claim.note:
        lines.append(fill(voice.translate("Claims", "Compilers' note: %1"), claim.note))
    return lines


def _meta(voice: Voice, claim: ClaimView) -> str:
    parts = []
    if claim.figure and claim.text:
        parts.append(figure_words(voice, claim.figure))
    if claim.category:
        parts.append(claim.category)
    if claim.as_of:
        date = say_when(voice, claim.as_of, "plain")
        parts.append(fill(voice.translate("Claims", "as of %1"), date))
    parts.append(holds_words(voice, claim.passages))
    joined = parts[0]
    for part in parts[1:]:
        joined = fill(voice.translate("Claims", "%1 · %2"), joined, part)
    return joined


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
