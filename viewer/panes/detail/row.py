"""One row of the figures chart: the claimant first, the marks on the axis, the number and the source in text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from viewer.case.figure import Figure
from viewer.case.frozen import dataclass
from viewer.index.ask.chips import ClaimView
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_chip, paint_focus, pill_size
from viewer.look.theme import faded
from viewer.panes.detail.chips import widest
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.ink import Ink
from viewer.panes.detail.scale import Axis, marks
from viewer.panes.detail.spot import Spot
from viewer.session.focus import Focus
from viewer.wording.citation import claim_words
from viewer.wording.dates import say_when
from viewer.wording.doubt import disputed_claim, disputed_word
from viewer.wording.figures import figure_words
from viewer.wording.sources import carrier_words, claimant_name, source_words
from viewer.wording.voice import Voice, fill


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand: (start, width) in pixels from the reading side.

    narrow: the plot stands below the name. The number has the source chip below it.
    """

    name: tuple[float, float]
    plot: tuple[float, float]
    number: tuple[float, float]
    narrow: bool


def columns(look: Look, width: float, number: float) -> Columns:
    """Divide `width` pixels; `number` is what the widest number or chip wants."""
    px = look.space.px
    gap, narrow = px(14), width < px(440)
    number_from = width - number
    name = number_from - gap
    if narrow:
        return Columns((0, name), (0, name), (number_from, number), True)
    name = min(px(250), max(px(150), width * 0.36))
    return Columns((0, name), (name + gap, number_from - 2 * gap - name), (number_from, number), False)


class FigureRow(Spot):
    """Says who, how many and where it stands; every row is drawn the same way."""

    def __init__(self, guide: Guide, claim: ClaimView, figure: Figure, parent: QWidget | None = None) -> None:
        voice, type_ = guide.voice, guide.look.type
        super().__init__(guide, Focus(event=claim.event, claim=claim.uid), _name(voice, claim), parent)
        self.claim = claim
        self.figure = figure
        self.setToolTip("\n".join(tip for tip in (_name(voice, claim), disputed_claim(voice, claim)) if tip))
        small = type_.font(Role.SMALL)
        self._chip_font = type_.font(Role.SMALL, 600)
        self._claimant = Ink(claimant_name(voice, claim), type_.font(Role.BODY, 500), most=2)
        self._below = [Ink(line, small, most=2) for line in _below(voice, claim)]
        self._words = figure_words(voice, figure)
        self._number = Ink(self._words, type_.font(Role.BODY, 600), most=2)
        self._disputed = Ink(disputed_word(voice), small)
        self._columns: Columns | None = None
        self._axis: Axis | None = None
        beside = self._disputed.width() + guide.look.space.px(8) if claim.disputed else 0.0
        self._source = source_words(voice, claim.source, "short")
        wide, tall = pill_size(self._source, self._chip_font)
        self._chip = (min(wide, guide.look.space.px(widest(claim.source))), tall)
        self._wanted = max(self._number.width() + beside, self._chip[0])

    def number_width(self) -> float:
        """Pixels that number, the word disputed and the source chip want."""
        return self._wanted

    def strip(self) -> int:
        """Height in pixels of the marks' own line, where the plot stands below the name."""
        return self.guide.look.space.px(26)

    def height_in(self, columns: Columns) -> int:
        """The height in pixels that the row wants in these columns."""
        px = self.guide.look.space.px
        return round(self._text_height(columns) + px(10) + (self.strip() if columns.narrow else 0))

    def arrange(self, columns: Columns, axis: Axis) -> None:
        """Take the columns of the chart."""
        self._columns, self._axis = columns, axis
        self.update()

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._columns is None or self._axis is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_texts(painter, self._columns)
        self._paint_chip(painter, self._columns)
        start, width = self._columns.plot
        Plot(
            self.guide.look,
            QRectF(self._x(start, width), 0, width, self.height()),
            self._mid_line(),
            self._turned(),
        ).paint(painter, self.figure, self._axis)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.guide.look.theme, self.guide.look.space.radius_mark)

    # How it is done

    def _turned(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _x(self, start: float, width: float) -> float:
        """Left edge of what stands `start` pixels from the reading side."""
        return self.width() - start - width - self._inset() if self._turned() else start + self._inset()

    def _inset(self) -> float:
        return self.guide.look.space.small

    def _text_height(self, columns: Columns) -> float:
        name, number = columns.name[1], columns.number[1]
        named = self._claimant.height(name) + sum(ink.height(name) for ink in self._below)
        below = 0 if columns.narrow else self.guide.look.space.px(4) + self._chip[1]
        return max(named, self._number.height(number) + below)

    def _mid_line(self) -> float:
        """Where the marks stand: the middle, or the line below the texts."""
        if self._columns and self._columns.narrow:
            return self.height() - self.strip() / 2
        return self.height() / 2

    def _paint_ground(self, painter: QPainter) -> None:
        look = self.guide.look
        if not (self.chosen or self.underMouse()):
            return
        painter.setPen(QPen(look.theme.highlight_mark, 1.5) if self.chosen else Qt.PenStyle.NoPen)
        painter.setBrush(faded(look.theme.highlight, 0.45) if self.chosen else faded(look.theme.tint, 0.6))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, look.space.radius_mark, look.space.radius_mark)

    def _paint_texts(self, painter: QPainter, columns: Columns) -> None:
        theme, rtl = self.guide.look.theme, self._turned()
        top = self.guide.look.space.px(5)
        start, width = columns.name
        left = self._x(start, width)
        self._claimant.draw(painter, QPointF(left, top), width, theme.text)
        below = top + self._claimant.height(width, rtl)
        for ink in self._below:
            ink.draw(painter, QPointF(left, below), width, theme.muted)
            below += ink.height(width, rtl)
        start, width = columns.number
        number = min(self._number.width(), width)
        end = start + width
        self._number.draw(painter, QPointF(self._x(end - number, number), top), number, theme.text)
        if self.claim.disputed:
            word = self._disputed.width()
            start = end - number - self.guide.look.space.px(8) - word
            self._disputed.draw(painter, QPointF(self._x(start, word), top + 2), word, theme.disputed)

    def _paint_chip(self, painter: QPainter, columns: Columns) -> None:
        px = self.guide.look.space.px
        start, width = columns.number
        wanted, height = self._chip
        wanted = min(wanted, width)
        top = self._mid_line() - height / 2 if columns.narrow else px(7) + self._number.height(width)
        box = QRectF(self._x(start + width - wanted, wanted), top, wanted, height)
        text = QFontMetricsF(self._chip_font).elidedText(self._source, Qt.TextElideMode.ElideRight, wanted - px(6))
        paint_chip(painter, box, text, self.guide.look.theme, self._chip_font)


class Plot:
    """The marks of one figure between two vertical edges; `turned`: the axis runs from right to left."""

    def __init__(self, look: Look, box: QRectF, middle: float, turned: bool) -> None:
        self._look = look
        self._box = box
        self._middle = middle
        self._turned = turned

    def x(self, share: float) -> float:
        along = share * self._box.width()
        return self._box.right() - along if self._turned else self._box.left() + along

    def paint(self, painter: QPainter, figure: Figure, axis: Axis) -> None:
        drawn = marks(figure)
        colour = self._look.theme.claim
        if drawn.about:
            self._paint_halo(painter, [self.x(axis.share(n)) for n in figure.numbers], colour)
        if drawn.fades_up is not None:
            self._paint_fade(painter, self.x(axis.share(drawn.fades_up)), self.x(1.0), colour)
        if drawn.fades_down is not None:
            self._paint_fade(painter, self.x(axis.share(drawn.fades_down)), self.x(0.0), colour)
        if drawn.bar is not None:
            self._paint_bar(painter, self.x(axis.share(drawn.bar[0])), self.x(axis.share(drawn.bar[1])), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = self._look.space.px(9) / 2
        for point in drawn.points:
            painter.drawEllipse(QPointF(self.x(axis.share(point)), self._middle), radius, radius)

    def _paint_halo(self, painter: QPainter, along: list[float], colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._look.space.px(11)
        for x in along:
            glow = QRadialGradient(QPointF(x, self._middle), radius)
            glow.setColorAt(0.0, faded(colour, 0.55))
            glow.setColorAt(1.0, faded(colour, 0.0))
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(x, self._middle), radius, radius)

    def _paint_fade(self, painter: QPainter, start: float, edge: float, colour: QColor) -> None:
        """A bar from the number towards the edge; a short upright says that the number itself is sure."""
        px = self._look.space.px
        reach = min(abs(edge - start), px(64))
        end = start + reach if edge > start else start - reach
        fade = QLinearGradient(start, 0, end, 0)
        fade.setColorAt(0.0, faded(colour, 0.75))
        fade.setColorAt(1.0, faded(colour, 0.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fade)
        half = px(4) / 2
        painter.drawRect(QRectF(min(start, end), self._middle - half, reach, 2 * half))
        painter.setPen(QPen(colour, px(2)))
        painter.drawLine(QPointF(start, self._middle - px(7)), QPointF(start, self._middle + px(7)))

    def _paint_bar(self, painter: QPainter, start: float, end: float, colour: QColor) -> None:
        px = self._look.space.px
        half = px(6) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, 0.45))
        painter.drawRoundedRect(
            QRectF(min(start, end), self._middle - half, abs(end - start), 2 * half), half, half
        )
        painter.setPen(QPen(colour, px(2)))
        for x in (start, end):
            painter.drawLine(QPointF(x, self._middle - px(5)), QPointF(x, self._middle + px(5)))


def _name(voice: Voice, claim: ClaimView) -> str:
    """What a screen reader says of the row."""
    words = claim_words(voice, claim)
    if not claim.disputed:
        return words
    return fill(voice.translate("Figures", "%1, %2", "a claim, the word disputed"), words, disputed_word(voice))


def _below(voice: Voice, claim: ClaimView) -> list[str]:
    """Who carried it, and as of when."""
    lines = [carrier_words(voice, claim)]
    if claim.as_of:
        date = say_when(voice, claim.as_of, "short")
        lines.append(fill(voice.translate("Figures", "as of %1"), date))
    return [line for line in lines if line]
