"""A narrow strip of small pages: where the reader is, and on which pages passages stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus, paint_number
from viewer.panes.source.page_paint import paint_page
from viewer.panes.source.paper import Paper
from viewer.panes.source.roll import Roll
from viewer.panes.source.shots import Shots, Wanted
from viewer.session.lens import Seat
from viewer.wording.documents import page_words
from viewer.wording.voice import Voice


class ThumbStrip(QAbstractScrollArea):
    """Pages count from 0."""

    page_chosen = Signal(int)

    def __init__(self, look: Look, voice: Voice, paper: Paper, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._paper = paper
        self._roll = Roll(paper)
        self._shots = Shots(seat, paper, self)
        self._page = 0
        self._passages: dict[int, list[int]] = {}
        self._calm = QTimer(self, singleShot=True, interval=60)
        self._calm.timeout.connect(self._ask)
        self._shots.arrived.connect(lambda _: self.viewport().update())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(self, number: int) -> None:
        """The page the reader is at."""
        self._page = number
        self.setAccessibleDescription(page_words(self._voice, number + 1, len(self._paper.sizes)))
        place, bar = self._roll.place(number), self.verticalScrollBar()
        if place.top() < 0 or place.bottom() > self.viewport().height():
            bar.setValue(round(place.top() + bar.value() - self.viewport().height() / 3))
        self.viewport().update()

    def show_passages(self, passages: dict[int, list[int]]) -> None:
        """Which passages, from 0, begin on which page."""
        self._passages = passages
        self.viewport().update()

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        port, px = self.viewport(), self._look.space.px
        self._roll.set_room(port.width(), port.height(), (px(20), px(8)), px(10))
        self._roll.lay()
        self.verticalScrollBar().setRange(0, self._roll.reach[1])
        self.verticalScrollBar().setPageStep(port.height())
        self._calm.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._calm.start()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._roll.offset = QPointF(0, self.verticalScrollBar().value())
        self.viewport().update()
        self._calm.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.page_chosen.emit(self._roll.spot(event.position())[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.page_chosen.emit(min(max(self._page + step, 0), len(self._paper.sizes) - 1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.theme.panel)
        for number in self._roll.showing():
            paint_page(painter, self._roll, self._shots, number, self._look)
            self._paint_furniture(painter, number)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.viewport().rect()), self._look.theme, 0)
        painter.end()

    # How it is done

    def _paint_furniture(self, painter: QPainter, number: int) -> None:
        place = self._roll.place(number)
        if number == self._page:
            painter.setPen(QPen(self._look.theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-2, -2, 2, 2))
        side = self._look.space.px(14)
        font = self._look.type.font(Role.SMALL, 600)
        font.setPixelSize(self._look.type.px(9))
        for row, passage in enumerate(self._passages.get(number, ())[:6]):
            edge = place.left() - side - 3 if not self.isRightToLeft() else place.right() + 3
            circle = QRectF(edge, place.top() + row * (side + 2), side, side)
            paint_number(painter, circle, str(passage + 1), self._look.theme, font, filled=False)
        painter.setPen(self._look.theme.muted)
        painter.setFont(font)

    def _ask(self) -> None:
        if not self.isVisible():
            return
        dense = self.devicePixelRatioF()
        wanted = []
        for number in self._roll.showing():
            leaf = self._roll.leaves.leaf(number)
            size = max(round(leaf.width * dense), 1), max(round(leaf.height * dense), 1)
            wanted.append(Wanted(number, *size, (0.0, 0.0, 1.0, 1.0)))
        self._shots.want(wanted)
