"""Source chips that can be pressed, and links, flowing over as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.index.ask.chips import SourceChip
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_chip, paint_focus, pill_size
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.ink import Ink
from viewer.panes.detail.spot import Spot, SpotGroup
from viewer.session.focus import Focus
from viewer.wording.sources import source_words

LINK_AIR = 6
"""Pixels at scale 1 between a link's words and its edges."""


WIDEST = 190
"""Pixels at scale 1 beyond which a chip is shortened."""


def widest(source: SourceChip) -> int:
    """The same for a source: one whose file is altered needs room for that word before its name."""
    return WIDEST + 90 if source.alteration else WIDEST


class ChipSpot(Spot):
    """Publisher and date of a source; its title on hover, and all in full for the screen reader."""

    def __init__(self, guide: Guide, source: SourceChip, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(guide, focus, source_words(guide.voice, source), parent)
        self.setToolTip(f"{source_words(guide.voice, source)}\n{source.title}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = source_words(guide.voice, source, "short")
        self._widest = widest(source)
        self._font = guide.look.type.font(Role.SMALL, 600)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        width, height = pill_size(self._text, self._font)
        return QSize(min(round(width + 0.5), self.guide.look.space.px(self._widest)), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, box = self.guide.look.theme, QRectF(self.rect())
        room = self.width() - self.guide.look.space.px(6)
        text = QFontMetricsF(self._font).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        paint_chip(painter, box, text, theme, self._font)
        if self.underMouse() or self.chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self.guide.look.space.radius_mark
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            paint_focus(painter, box, theme, self.guide.look.space.radius_mark)


class ChipFlow(SpotGroup):
    """Chips one after another, over as many lines as they need."""

    def __init__(
        self, guide: Guide, sources: tuple[SourceChip, ...], focus: Focus, parent: QWidget | None = None
    ) -> None:
        """`focus` is where the reader is; a chip goes to its source from there."""
        super().__init__(parent)
        self._gap = guide.look.space.px(6)
        for source in sources:
            ChipSpot(guide, source, Focus(event=focus.event, source=source.uid), self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.give_tab_stop()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, place=False)

    def sizeHint(self) -> QSize:
        width = sum(spot.sizeHint().width() + self._gap for spot in self.spots())
        return QSize(width, self._flow(width, place=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._flow(self.width(), place=True)

    def _flow(self, width: int, *, place: bool) -> int:
        """The height in pixels that `width` pixels ask for."""
        left, top, tall = 0, 0, 0
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for spot in self.spots():
            size = spot.sizeHint()
            wide = min(size.width(), max(width, 1))
            if left and left + wide > width:
                left, top = 0, top + tall + self._gap
            if place:
                spot.setGeometry(width - left - wide if turned else left, top, wide, size.height())
            left += wide + self._gap
            tall = size.height()
        return top + tall


class LinkSpot(Spot):
    """A wrapped line that leads somewhere, with a muted word before it."""

    def __init__(self, guide: Guide, focus: Focus, words: tuple[str, str], parent: QWidget | None = None) -> None:
        """`words`: what stands before, and the link itself."""
        before, text = words
        super().__init__(guide, focus, f"{before} {text}".strip(), parent)
        type_ = guide.look.type
        self._before = Ink(before, type_.font(Role.SMALL))
        self._text = Ink(text, type_.font(Role.BODY, 500))

    def heightForWidth(self, width: int) -> int:
        px, turned = self.guide.look.space.px, self._turned()
        before = self._before.height(width - 2 * px(LINK_AIR), turned) + px(1) if self._before.text else 0.0
        return round(before + self._text.height(width - 2 * px(LINK_AIR), turned) + px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.guide.look.theme, self.guide.look.space.px
        width, top = self.width() - 2 * px(LINK_AIR), float(px(4))
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(QRectF(self.rect()), px(4), px(4))
        if self._before.text:
            self._before.draw(painter, QPointF(px(LINK_AIR), top), width, theme.muted)
            top += self._before.height(width, self._turned()) + px(1)
        self._text.draw(painter, QPointF(px(LINK_AIR), top), width, theme.accent)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, px(4))

    def _turned(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
