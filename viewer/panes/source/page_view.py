"""Pages that scroll one below the other: zoomed at the pointer, turned, picked from, their passages marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from viewer.look.current import Look
from viewer.look.glyphs import paint_focus
from viewer.panes.source.leaves import Box
from viewer.panes.source.lines import rich_tip
from viewer.panes.source.mark import disc
from viewer.panes.source.page_found import FoundOnPages
from viewer.panes.source.page_paint import paint_box, paint_hits, paint_page, paint_picked, paint_refusal
from viewer.panes.source.paper import Paper
from viewer.panes.source.picking import Picking
from viewer.panes.source.pinned import Pinned
from viewer.panes.source.roll import Fit, Roll
from viewer.panes.source.shots import Shots, Wanted
from viewer.session.lens import Seat
from viewer.wording.documents import refusal_words
from viewer.wording.voice import Voice

STEP = 1.2
"""Zoom by key or button."""
_CALM = 50  # milliseconds without a further zoom or scroll after which pages are asked for


class PageView(QAbstractScrollArea):
    """Pages count from 0 here, boxes are shares of the page as it is."""

    passage_pressed = Signal(int)
    anchor_moved = Signal()
    page_changed = Signal(int)
    zoom_changed = Signal(float)
    copy_wanted = Signal()

    def __init__(self, look: Look, voice: Voice, paper: Paper, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._paper = paper
        self.roll = Roll(paper)
        self.shots = Shots(seat, paper, self)
        self.picking = Picking(seat, paper, self)
        self.found = FoundOnPages(self.picking)
        self.pinned = Pinned(look, self.roll, self.viewport(), parts=not paper.has_text)
        self.boxing = False
        self._hits: list[tuple[int, list[Box]]] = []
        self._hit: int | None = None
        self._page = 0
        self._grip: tuple[QPointF, QPointF] | None = None
        self._pressed: QPointF | None = None
        self._follow: int | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._dress()
        self._connect()

    def point_out(self, index: int | None) -> None:
        """Mark a passage as the selected one and bring it into view."""
        self.pinned.selected = self._follow = index
        self.pinned.settle()
        if index is not None:
            self._bring_into_view(index)
        self.viewport().update()
        self.anchor_moved.emit()

    def settle_passages(self) -> None:
        """Passages have been put elsewhere."""
        self.pinned.settle()
        if self._follow is not None:
            self._bring_into_view(self._follow)
        self.viewport().update()
        self.anchor_moved.emit()

    def show_hits(self, hits: list[tuple[int, list[Box]]], current: int | None) -> None:
        """Mark words that were found, and go to one of them."""
        self._hits, self._hit = hits, current
        if current is not None:
            page, boxes = hits[current]
            self.bring(page, boxes[0] if boxes else (0.0, 0.0, 1.0, 0.0))
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page the reader is at."""
        return self._page

    def go_to_page(self, number: int) -> None:
        number = min(max(number, 0), len(self._paper.sizes) - 1)
        self._follow = None
        self.verticalScrollBar().setValue(round(self.roll.leaves.tops[number] - self._look.space.px(6)))

    def bring(self, page: int, box: Box) -> None:
        """Scroll so that a box shows; nothing moves where it does already."""
        rect = self.roll.rect(page, box)
        port = QRectF(self.viewport().rect()).adjusted(0, 12, 0, -12)
        if rect.top() < port.top() or rect.bottom() > port.bottom():
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + rect.top() - port.height() * 0.25))
        if rect.left() < port.left() or rect.right() > port.right():
            bar = self.horizontalScrollBar()
            bar.setValue(round(bar.value() + rect.center().x() - port.width() / 2))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """The point of the page at `at` (of the viewport; its middle where none is given) stays there."""
        self._zoom("free", self.roll.zoom * factor, at)

    def fit_to(self, fit: Fit) -> None:
        self._zoom(fit, self.roll.zoom, None)

    def rotate(self, degrees: int) -> None:
        """Turn all pages, clockwise; the page stays."""
        page = self._page
        self.roll.turn = (self.roll.turn + degrees) % 360
        self._lay()
        self.go_to_page(page)
        self._settle()

    def set_boxing(self, wanted: bool) -> None:
        """Whether dragging draws a box."""
        self.boxing = wanted

    # What Qt calls

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.theme.sunken)
        showing = self.roll.showing()
        for number in showing:
            paint_page(painter, self.roll, self.shots, number, self._look)
            if code := self.shots.refusal(number):
                paint_refusal(painter, self.roll.place(number), refusal_words(self._voice, code), self._look)
            paint_picked(painter, [self.roll.rect(number, box) for box in self.picking.rects(number)], self._look)
            self.found.paint(painter, self.roll, number, self._look)
        self._paint_hits(painter, showing)
        self.pinned.paint(painter, showing)
        if self.picking.box and self.picking.box[0] in showing:
            paint_box(painter, self.roll.rect(*self.picking.box), self._look)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.viewport().rect()), self._look.theme, 0)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_now()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        across = self.horizontalScrollBar()
        x = across.maximum() - across.value() if self.isRightToLeft() else across.value()
        self.roll.offset = QPointF(x, self.verticalScrollBar().value())
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._follow = None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        if self._zoom_key(event) or self._page_key(event):
            return
        self._follow = None
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), event.modifiers())
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._grip = (event.position(), QPointF(self.roll.offset))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            away = event.position() - self._grip[0]
            self.horizontalScrollBar().setValue(round(self._grip[1].x() - away.x()))
            self.verticalScrollBar().setValue(round(self._grip[1].y() - away.y()))
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.picking.go_on(*self.roll.spot(event.position()))
            self._scroll_towards(event.position())
        else:
            self._show_pointer(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.picking.end()
        pressed, self._pressed = self._pressed, None
        near = pressed is not None and (event.position() - pressed).manhattanLength() < 4
        if near and event.button() == Qt.MouseButton.LeftButton:
            index = self.pinned.under(*self.roll.spot(event.position()))
            if index is not None and index != self.pinned.selected:
                self.passage_pressed.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.picking.pick_word(*self.roll.spot(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.pinned.under(*self.roll.spot(QPointF(event.pos())))
            tip = self.pinned.mark(index).tip() if index is not None else ""
            QToolTip.showText(event.globalPos(), rich_tip(tip), self.viewport())
            return True
        return super().viewportEvent(event)

    # How it is done

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(self._look.space.px(40))

    def _connect(self) -> None:
        self.shots.arrived.connect(self._arrived)
        for signal in (self.picking.changed, self.picking.learned):
            signal.connect(lambda *_: self.viewport().update())
        self.pinned.pressed.connect(self.passage_pressed)
        self.pinned.stepped.connect(self._bring_into_view)
        self._calm.timeout.connect(self._ask_now)

    def _lay(self) -> None:
        lane = disc(self._look) + self._look.space.px(14)
        edge = self._look.space.px(10)
        lanes = (edge, lane) if self.isRightToLeft() else (lane, edge)
        port = self.viewport()
        self.roll.set_room(
            port.width(), port.height(), (float(lanes[0]), float(lanes[1])), self._look.space.px(10)
        )
        self.roll.lay(self._page)
        across, down = self.roll.reach
        for bar, most, step in (
            (self.horizontalScrollBar(), across, port.width()),
            (self.verticalScrollBar(), down, port.height()),
        ):
            bar.setRange(0, most)
            bar.setPageStep(max(step - self._look.space.px(40), 10))
        self.zoom_changed.emit(self.roll.zoom)

    def _keep_place(self) -> None:
        """After a change of the room: what was at the top still is, or the passage in focus shows."""
        page, x, y = self.roll.spot(QPointF(self.roll.middle, 1))
        self._lay()
        spot = self.roll.rect(page, (x, y, x, y))
        self.verticalScrollBar().setValue(round(spot.top() + self.roll.offset.y()))
        self._settle()

    def _zoom(self, fit: Fit, zoom: float, at: QPointF | None) -> None:
        at = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        page, x, y = self.roll.spot(at)
        self.roll.fit, self.roll.zoom = fit, zoom
        self._lay()
        spot = self.roll.rect(page, (x, y, x, y)).topLeft()
        across = self.horizontalScrollBar()
        moved = round(spot.x() - at.x())
        across.setValue(across.value() + (-moved if self.isRightToLeft() else moved))
        self.verticalScrollBar().setValue(round(spot.y() + self.roll.offset.y() - at.y()))
        self._settle()

    def _settle(self) -> None:
        self.scrollContentsBy(0, 0)
        self.pinned.settle()
        if self._follow is not None:
            self._bring_into_view(self._follow)

    def _moved(self) -> None:
        self.pinned.move()
        self.viewport().update()
        self._ask()
        number = self.roll.leaves.at(self.roll.offset.y() + self.viewport().height() / 3)
        if number != self._page:
            self._page = number
            self.page_changed.emit(number)
        self.anchor_moved.emit()

    def _ask(self) -> None:
        """What is there already is shown at once; the rest is asked for when the pages have come to rest."""
        if all(self.shots.has(number) for number in self.roll.showing()):
            self._calm.start()
        else:
            self._ask_now()

    def _ask_now(self) -> None:
        if not self.isVisible():
            return
        showing = self.roll.showing()
        count = len(self._paper.sizes)
        beyond = [n for n in (showing.stop, showing.start - 1) if 0 <= n < count]
        self.shots.want([self._wanted(n) for n in showing], [self._wanted(n) for n in beyond])
        self.picking.know(showing)

    def _wanted(self, number: int) -> Wanted:
        leaf, dense = self.roll.leaves.leaf(number), self.devicePixelRatioF()
        wide, high = leaf.width * dense, leaf.height * dense
        if self.roll.turn in (90, 270):
            wide, high = high, wide
        shown = self.roll.shown(number) if number in self.roll.showing() else (0.0, 0.0, 0.0, 0.0)
        return Wanted(number, max(round(wide), 1), max(round(high), 1), shown)

    def _arrived(self, number: int) -> None:
        self.viewport().update(self.roll.place(number).toAlignedRect().intersected(self.viewport().rect()))

    def _bring_into_view(self, index: int) -> None:
        where = self.pinned.where(index)
        if where:
            page = where[0][0]
            boxes = [box for number, box in where if number == page]
            first, last = boxes[0], boxes[-1]
            self.bring(page, (first[0], min(first[1], last[1]), first[2], max(first[3], last[3])))

    def _paint_hits(self, painter: QPainter, showing: range) -> None:
        found = [
            (index, [self.roll.rect(page, box) for box in boxes])
            for index, (page, boxes) in enumerate(self._hits)
            if page in showing
        ]
        current = next((rects for index, rects in found if index == self._hit), [])
        paint_hits(painter, [rect for _, rects in found for rect in rects], current, self._look)

    def _begin(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._follow = None
        page, x, y = self.roll.spot(point)
        if self.boxing or modifiers & Qt.KeyboardModifier.AltModifier:
            self.picking.begin_box(page, x, y)
        elif self._paper.has_text:
            self.picking.begin_text(page, x, y)
        else:
            self.picking.clear()
            self._grip = (point, QPointF(self.roll.offset))

    def _scroll_towards(self, point: QPointF) -> None:
        """A selection that leaves the window pulls the pages along."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < 0 or point.y() > height:
            bar.setValue(bar.value() + round(point.y() if point.y() < 0 else point.y() - height) // 2)

    def _show_pointer(self, point: QPointF) -> None:
        spot = self.roll.spot(point)
        shape = Qt.CursorShape.ArrowCursor
        if self.boxing:
            shape = Qt.CursorShape.CrossCursor
        elif self.pinned.under(*spot) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.picking.over_text(*spot):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        factor = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}.get(
            Qt.Key(event.key())
        )
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if factor is None or not plain:
            return False
        self.zoom_by(factor)
        return True

    def _page_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        last = len(self._paper.sizes) - 1
        target = {
            (Qt.Key.Key_PageDown, True): self._page + 1,
            (Qt.Key.Key_PageUp, True): self._page - 1,
            (Qt.Key.Key_Home, False): 0,
            (Qt.Key.Key_End, False): last,
        }.get((Qt.Key(event.key()), bool(held)))
        if target is not None:
            self.go_to_page(target)
            return True
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.pinned.selected is not None:
            self.passage_pressed.emit(self.pinned.selected)
        return enter
