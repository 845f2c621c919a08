"""Events along time. Speaks only to the navigator."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from viewer.case.frozen import replace
from viewer.index.ask.events import EventRow
from viewer.index.ask.timeline import Extent, Lane, Mark
from viewer.look.current import Look
from viewer.look.ink import tooltip
from viewer.panes.timeline.areas import Sizes, divide_widget
from viewer.panes.timeline.board import Board, Frame, from_memory
from viewer.panes.timeline.layout import Measures
from viewer.panes.timeline.painter import Pointed, StripPainter
from viewer.panes.timeline.places import spots, told_at, uid_at
from viewer.panes.timeline.proxies import Proxies
from viewer.panes.timeline.ruler import FontRuler
from viewer.panes.timeline.spoken import beside
from viewer.panes.timeline.steps import Course
from viewer.panes.timeline.surface import Surface
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import Voice

SETTLED = 120
"""Milliseconds after which a view that moved is told to the screen reader."""
ARRIVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""The keyboard is brought here on purpose."""
COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
CLOSER = 1.5
"""How much closer one press of a key comes."""


class TimelinePane(Surface):
    """Lanes by kind over one time axis; below it, what has no place on the axis."""

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look, self._voice = navigator, look, voice
        self._painter = StripPainter(look)
        self.board = Board(voice, *self._rulers())
        self._course = Course()
        self._pointed = Pointed()
        self.areas = divide_widget(Sizes(1, 1, 0, 0, 0), False, 0)
        self._left_to_right = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self._proxies = Proxies(self, self._open)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self.setAccessibleName(self.tr("Timeline"))
        self._connect()

    def show_marks(
        self, extent: Extent | None, lanes: Sequence[Lane], marks: Sequence[Mark], loose: Sequence[EventRow]
    ) -> None:
        """All events of a case, in order of start, and those with no place on the axis."""
        self._course = Course(marks, loose)
        self._proxies.clear()
        self.board.show(extent, lanes, from_memory(marks), loose)
        self._fit()
        self.board.show_all()
        self._show_focus(self._navigator.focus, None)
        self.updateGeometry()

    def keep_time_left_to_right(self, keep: bool) -> None:
        """Time runs from left to right also where the text runs from right to left."""
        self._left_to_right = keep
        self._fit()

    # What Qt calls

    def sizeHint(self) -> QSize:
        space, lanes = self._look.space, max(4, len(self.board.lanes))
        return QSize(space.px(900), space.px(30 + 24 + 18 * lanes))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(260), self._look.space.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.hasFocus() or self._proxies.have_focus()
        pointed = self._pointed if focused else replace(self._pointed, cursor="")
        self._painter.paint(painter, self.board, self.areas, pointed, beside(self._voice, self.board.loose))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # With Ctrl or Alt they are the window's: text size, history.
        if event.modifiers() & COMMANDING or not self._act_on(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the event it stood on, else to the chosen or the first one."""
        uid = self._pointed.cursor or self.board.chosen or self._course.first()
        if uid and event.reason() in ARRIVING:
            self._stand_on(uid)
        elif uid and event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._hand_over(uid)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    # What others tell us

    def _show_focus(self, focus: Focus, by: object) -> None:
        uid = focus.event or ""
        self.board.choose(uid)
        if uid in self._course:
            self._pointed = replace(self._pointed, cursor=uid)
            if by is not self:
                self._bring(uid)
        self._show_view()

    def _show_look(self) -> None:
        self._painter = StripPainter(self._look)
        self.board.measure_with(*self._rulers())
        self._fit()
        self.updateGeometry()

    def _show_scrolled(self, value: int) -> None:
        self.areas = replace(self.areas, scrolled=float(value))
        self._show_view()

    def _show_zoomed(self, factor: float, where: QPointF) -> None:
        if self._bar.isVisible() and self.areas.names.contains(where):
            self._bar.setValue(self._bar.value() - round(self._look.space.px(40) * (1 if factor > 1 else -1)))
            return
        self.board.zoom(factor, min(max(0.0, where.x() - self.areas.time.left()), self.areas.time.width()))
        self._show_view()

    def _show_dragged(self, right: float, down: float) -> None:
        self.board.pan(-right)
        if self._bar.isVisible():
            self._bar.setValue(self._bar.value() - round(down))
        self._show_view()

    def _show_pointed(self, where: QPointF) -> None:
        hovered = uid_at(self.board, self.areas, where)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
        if hovered != self._pointed.hovered:
            self._pointed = replace(self._pointed, hovered=hovered)
            self.update()

    def _press(self, where: QPointF) -> None:
        if uid := uid_at(self.board, self.areas, where):
            self._stand_on(uid)
            self._open(uid)

    def _press_twice(self, where: QPointF) -> None:
        if not uid_at(self.board, self.areas, where):
            self._show_zoomed(2.0, where)

    # Keys

    def _act_on(self, key: Qt.Key) -> bool:
        """Do what the key means; False if it means nothing here."""
        forward = -1 if self.board.scale.mirrored else 1
        here = self._pointed.cursor or self.board.chosen
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        lanes = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        zooms = {Qt.Key.Key_Plus: CLOSER, Qt.Key.Key_Equal: CLOSER, Qt.Key.Key_Minus: 1 / CLOSER}
        if key in steps:
            self._stand_on(self._step(here, steps[key]))
        elif key in lanes:
            self._stand_on(self._course.across(here, lanes[key]))
        elif key in zooms:
            self._show_zoomed(zooms[key], QPointF(self._held_x(here), self.areas.time.top()))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_on(self._course.first() if key == Qt.Key.Key_Home else self._course.last())
        elif key == Qt.Key.Key_0:
            self.board.show_all()
            self._show_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and here:
            self._open(here)
        else:
            return False
        return True

    def _step(self, here: str, by: int) -> str:
        """The next event in time that is not in the same crowd."""
        placed = self.board.strip.of(here)
        there = self._course.along(here, by)
        while placed and there in placed.uids and there != here:
            here, there = there, self._course.along(there, by)
        return there

    def _held_x(self, uid: str) -> float:
        """Where in the widget a key zooms: at the event it stands on, else in the middle."""
        placed = self.board.strip.of(uid)
        time = self.areas.time
        inside = placed and 0 <= placed.body.centre <= time.width()
        return time.left() + (placed.body.centre if placed and inside else time.width() / 2)

    def _stand_on(self, uid: str) -> None:
        """Bring the keyboard to this event, and the event into view."""
        self._pointed = replace(self._pointed, cursor=uid)
        self._bring(uid)
        self._show_view()
        self._hand_over(uid)

    def _hand_over(self, uid: str) -> None:
        """The event's button takes the keyboard, if the event is in view."""
        self._place_proxies()
        if proxy := self._proxies.stand_on(uid):
            proxy.setFocus()

    # How it is done

    def _connect(self) -> None:
        self.zoomed.connect(self._show_zoomed)
        self.dragged.connect(self._show_dragged)
        self.pressed.connect(self._press)
        self.pressed_twice.connect(self._press_twice)
        self.pointed_at.connect(self._show_pointed)
        self._bar.valueChanged.connect(self._show_scrolled)
        self._settle.timeout.connect(self._place_proxies)
        self._navigator.focus_moved.connect(self._show_focus)
        self._look.changed.connect(self._show_look)

    def _rulers(self) -> tuple[FontRuler, FontRuler]:
        painter = self._painter
        axis = painter.backdrop.axis_font
        return FontRuler(painter.plain, painter.strong), FontRuler(axis, axis)

    def _fit(self) -> None:
        """Lay out for the size there is."""
        space, mirrored = self._look.space, self.isRightToLeft() and not self._left_to_right
        sizes = (space.px(size) for size in (16, 36, 12, 6, 84, 28))
        measures = Measures(*map(float, sizes))
        self.areas = divide_widget(self._sizes(), self.isRightToLeft(), self.areas.scrolled)
        time = self.areas.time
        self.board.fit_into(Frame(time.width(), time.height(), mirrored, measures))
        self._show_view()

    def _sizes(self) -> Sizes:
        space, painter = self._look.space, self._painter
        longest = max((painter.backdrop.name_width(lane.label) for lane in self.board.lanes), default=0.0)
        names = min(max(longest + space.px(14 + 12 + 8 + 14), space.px(90)), 0.3 * self.width())
        tray = space.px(24) if self.board.loose else 0
        return Sizes(self.width(), self.height(), names, space.px(28), tray)

    def _show_view(self) -> None:
        """The view moved: paint it, fit the scroll bar to it, and tell the screen reader when it rests."""
        time, spare = self.areas.time, 0
        if self.board.strip.height > time.height() + 1:
            spare = round(self.board.strip.height - time.height())
        self._bar.setRange(0, spare)
        self._bar.setPageStep(round(time.height()))
        self._bar.setVisible(spare > 0)
        width = self._bar.sizeHint().width()
        left = 0 if self.isRightToLeft() else self.width() - width
        self._bar.setGeometry(left, round(time.top()), width, round(time.height()))
        self.areas = replace(self.areas, scrolled=float(self._bar.value()))
        self._settle.start()
        self.update()

    def _bring(self, uid: str) -> None:
        """Move the view, as little as needed, so that the event is in it."""
        if mark := self._course.mark(uid):
            self.board.reveal(mark)
        placed = self.board.strip.of(uid)
        if placed and self._bar.maximum():
            top, bottom = placed.y - placed.height / 2, placed.y + placed.height / 2
            value = min(self._bar.value(), int(top))
            self._bar.setValue(max(value, round(bottom - self.areas.time.height())))

    def _open(self, uid: str) -> None:
        """Go to the event, or closer to a crowd."""
        placed = self.board.strip.of(uid)
        marks = self._course.marks(placed.uids) if placed and placed.crowd else ()
        if marks and self.board.scale.span > 2 * 86_400:
            starts = [mark.start for mark in marks if mark.start is not None]
            ends = [mark.end for mark in marks if mark.end is not None]
            self.board.show_span(min(starts + ends), max(starts + ends))
            self._show_view()
        else:
            self._navigator.go(Focus(event=uid), by=self)

    def _tell(self, event: QHelpEvent) -> None:
        lines = told_at(self._voice, self.board, self.areas, self._course, QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), tooltip(lines), self)

    def _place_proxies(self) -> None:
        """One button for every event in view; the keyboard's one is the tab stop."""
        self._settle.stop()
        self._proxies.show(spots(self._voice, self.board, self.areas, self._course))
        stands = self._proxies.stand_on(self._pointed.cursor or self._course.first())
        # With a button to stop at, Tab passes by the pane itself; setFocus still finds it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if stands else Qt.FocusPolicy.StrongFocus)
