"""Events along time. Speaks only to the navigator."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from viewer.case.frozen import replace
from viewer.look.current import Look
from viewer.look.ink import tooltip
from viewer.panes.timeline.areas import Sizes, divide_widget
from viewer.panes.timeline.asking import Ask, Nothing
from viewer.panes.timeline.board import Board, Frame
from viewer.panes.timeline.cursor import Cursor
from viewer.panes.timeline.foot import Foot
from viewer.panes.timeline.heap import Crowd
from viewer.panes.timeline.layout import Measures
from viewer.panes.timeline.painter import Pointed, StripPainter
from viewer.panes.timeline.picks import COMMANDING, Picks
from viewer.panes.timeline.proxies import Proxies, Spot
from viewer.panes.timeline.ruler import FontRuler
from viewer.panes.timeline.spoken import beside
from viewer.panes.timeline.steps import Course
from viewer.panes.timeline.surface import Surface
from viewer.panes.timeline.telling import Told
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


class TimelinePane(Surface):
    """Lanes over one time axis; below them what has no place on it, and an overview of all of time."""

    choice_made = Signal(str, str)  # 'lanes', 'zone', 'calendar' or 'time_direction', and its new value

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look, self._voice = navigator, look, voice
        self._painter = StripPainter(look, voice)
        self.board = Board(voice, *self._rulers())
        self.course = Course(self.board.ask, self.board.telling, self.board.loose)
        self.cursor_place = Cursor()
        self._hovered = ""
        self.picks = Picks(navigator, self.board)
        self.areas = divide_widget(Sizes(1, 1, 0, 0, 0, 0), False, 0)
        self._left_to_right = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self.foot = Foot(self.board, look, voice, self)
        self._proxies = Proxies(self, self._press_spot)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self.setAccessibleName(self.tr("Timeline"))
        self._connect()

    def show_case(self, ask: Ask) -> None:
        """A case, with all of time in view."""
        self._show_answers(ask, anew=True)

    def show_answers(self, ask: Ask) -> None:
        """Other answers about the same case: another query, or other lanes. The view stays."""
        self._show_answers(ask, anew=False)

    def forget_case(self) -> None:
        """The case is closed: nothing is asked any more, not even when the view comes to rest."""
        self._settle.stop()
        self._show_answers(Nothing(), anew=True)
        self._settle.stop()

    def tell_as(self, told: Told) -> None:
        """Tell times of day in a zone, and dates in a calendar beside the Gregorian one."""
        self.board.tell_as(told)
        self.foot.show_choices(zone=told.zone, calendar=told.calendar)
        self._renew()

    def keep_time_left_to_right(self, keep: bool) -> None:
        """Time runs from left to right also where the text runs from right to left."""
        self._left_to_right = keep
        self.foot.show_choices(time_direction="ltr" if keep else "layout")
        self._fit()

    # What Qt calls

    def sizeHint(self) -> QSize:
        space, lanes = self._look.space, max(4, len(self.board.lanes))
        return QSize(space.px(900), space.px(30 + 24 + 28 + 18 * lanes))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(260), self._look.space.px(130))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.hasFocus() or self._proxies.have_focus()
        cursor, crowd = self.cursor_place.uid, self.cursor_place.crowd
        span = (crowd.start, crowd.end) if crowd and focused and self.board.crowded else None
        pointed = Pointed(self._hovered, cursor if focused else "", span, self.picks.uids)
        self._painter.paint(painter, self.board, self.areas, pointed, beside(self._voice, self.board.loose))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.picks.act(event, "" if self.board.crowded else self.cursor_place.uid or self.board.chosen):
            return
        # With Ctrl or Alt they are the window's: text size, history.
        if event.modifiers() & COMMANDING or not self.cursor_place.act(Qt.Key(event.key()), self):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the event it stood on, else to the chosen or the first one."""
        uid = self.cursor_place.uid or self.board.chosen or self.course.first()
        if self.board.crowded:
            self._settle.start()
        elif uid and event.reason() in ARRIVING:
            self.stand_on(uid)
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
        if uid in self.course:
            self.cursor_place.uid = uid
            if by is not self:
                self._bring(uid)
        self._show_view()

    def _show_span(self, span: tuple[float, float] | None, by: object) -> None:
        if span and by is not self:
            self.show_moments(*span)

    def _show_look(self) -> None:
        self._painter = StripPainter(self._look, self._voice)
        self.board.measure_with(*self._rulers())
        self._fit()
        self.updateGeometry()

    def _show_scrolled(self, value: int) -> None:
        self.areas = replace(self.areas, scrolled=float(value))
        self._show_view()

    def zoom(self, factor: float, where: QPointF) -> None:
        """Closer by `factor`, what is at `where` staying there."""
        if self._bar.isVisible() and self.areas.names.contains(where):
            self._bar.setValue(self._bar.value() - round(self._look.space.px(40) * (1 if factor > 1 else -1)))
            return
        self.board.zoom(factor, min(max(0.0, where.x() - self.areas.time.left()), self.areas.time.width()))
        self._show_view()

    def show_all(self) -> None:
        self.board.show_all()
        self._show_view()

    def show_moments(self, start: float, end: float) -> None:
        """Seconds since 1970, without a margin."""
        self.board.show_exactly(start, end)
        self._show_view()

    def _show_dragged(self, right: float, down: float) -> None:
        self.board.pan(-right)
        if self._bar.isVisible():
            self._bar.setValue(self._bar.value() - round(down))
        self._show_view()

    def _show_pointed(self, where: QPointF) -> None:
        hovered = self._uid_at(where)
        closer = self.board.crowded and self.areas.time.contains(where)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered or closer else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def _press(self, where: QPointF) -> None:
        if uid := self._uid_at(where):
            self.stand_on(uid)
            self.open_event(uid)
        elif self.board.crowded and self.areas.time.contains(where):
            self.zoom(4.0, where)

    def _turn(self, where: QPointF) -> None:
        """Pick what is here, or put it back."""
        if uid := self._uid_at(where):
            self.stand_on(uid)
            self.picks.turn(uid)

    def _show_picked(self, picked: tuple[str, ...], _more: int) -> None:
        self.picks.uids = frozenset(picked)
        self.update()
        self._proxies.name_anew()

    def _press_twice(self, where: QPointF) -> None:
        """Closer to the event here, so that it fills a good part of the view; elsewhere just closer."""
        mark = self.board.mark(self._uid_at(where))
        if mark and mark.start is not None and mark.end is not None:
            room = max(86_400, mark.end - mark.start)
            self.show_moments(mark.start - room, mark.end + room)
        else:
            self.zoom(2.0, where)

    def _press_spot(self, spot: Spot) -> None:
        if spot.crowd:
            self.open_span(spot.crowd)
        else:
            self.open_event(spot.uids[0])

    # Where the keyboard stands

    def stand_on(self, uid: str) -> None:
        """Bring the keyboard to this event, and the event into view."""
        self.cursor_place.uid = uid
        self._bring(uid)
        self._show_view()
        self._hand_over(uid)

    def stand_in(self, crowd: Crowd) -> None:
        """Bring the keyboard to this span."""
        self.cursor_place.crowd = crowd
        self._show_view()
        self._hand_over(f"{crowd.start}/{crowd.end}")

    def open_event(self, uid: str) -> None:
        """Go to the event, or closer to several in one place."""
        placed = self.board.strip.of(uid)
        marks = self.course.marks(placed.uids) if placed and placed.crowd else ()
        if marks and self.board.scale.span > 2 * 86_400:
            starts = [mark.start for mark in marks if mark.start is not None]
            ends = [mark.end for mark in marks if mark.end is not None]
            self.board.show_span(min(starts + ends), max(starts + ends))
            self._show_view()
        else:
            self._navigator.go(Focus(event=uid), by=self)

    def open_span(self, crowd: Crowd) -> None:
        """Closer, until the span fills the view."""
        self.cursor_place.crowd = None
        self.show_moments(crowd.start, crowd.end)
        self._place_proxies()

    def _hand_over(self, uid: str) -> None:
        """The button of an event or span takes the keyboard, if it is in view."""
        self._place_proxies()
        if proxy := self._proxies.stand_on(uid):
            proxy.setFocus()

    # How it is done

    def _connect(self) -> None:
        self.zoomed.connect(self.zoom)
        self.dragged.connect(self._show_dragged)
        self.pressed.connect(self._press)
        self.pressed_with_ctrl.connect(self._turn)
        self.pressed_twice.connect(self._press_twice)
        self.pointed_at.connect(self._show_pointed)
        self._bar.valueChanged.connect(self._show_scrolled)
        self._settle.timeout.connect(self._come_to_rest)
        self.foot.span_asked.connect(self.show_moments)
        self.foot.all_asked.connect(self.show_all)
        self.foot.choice_made.connect(self.choice_made)
        self._navigator.focus_moved.connect(self._show_focus)
        self._navigator.span_changed.connect(self._show_span)
        self._navigator.picked_changed.connect(self._show_picked)
        self._look.changed.connect(self._show_look)

    def _show_answers(self, ask: Ask, anew: bool) -> None:
        self._proxies.clear()
        self.cursor_place.crowd = None
        self.board.show(ask, anew)
        self.course = Course(ask, self.board.telling, self.board.loose)
        self.foot.show_case(ask)
        self._measure(anew)
        self._show_focus(self._navigator.focus, self if not anew else None)
        self.updateGeometry()

    def _rulers(self) -> tuple[FontRuler, FontRuler]:
        painter = self._painter
        axis = painter.backdrop.axis_font
        return FontRuler(painter.plain, painter.strong), FontRuler(axis, axis)

    def _renew(self) -> None:
        self.course = Course(self.board.ask, self.board.telling, self.board.loose)
        self._proxies.clear()
        self._fit()

    def _fit(self) -> None:
        """Lay out for the size there is."""
        self._measure()
        self._show_view()

    def _measure(self, anew: bool = False) -> None:
        space, mirrored = self._look.space, self.isRightToLeft() and not self._left_to_right
        sizes = (space.px(size) for size in (16, 36, 12, 6, 84, 28, 17))
        measures = Measures(*map(float, sizes))
        self.areas = divide_widget(self._sizes(), self.isRightToLeft(), self.areas.scrolled)
        time = self.areas.time
        self.board.fit_into(Frame(time.width(), time.height(), mirrored, measures, self._look.type.scale))
        if anew:
            self.board.show_all()
        self.foot.fit(self.areas)

    def _sizes(self) -> Sizes:
        space, painter, board = self._look.space, self._painter, self.board
        longest = max((painter.backdrop.name_width(lane.label) for lane in board.lanes), default=0.0)
        names = min(max(longest + space.px(14 + 12 + 8 + 14), space.px(152)), 0.3 * self.width())
        rows = 28 + (15 if board.told.calendar != "gregorian" else 0) + (14 if board.eras else 0)
        tray = space.px(24) if board.loose.events else 0
        return Sizes(self.width(), self.height(), names, space.px(rows), tray, space.px(28) if board.extent else 0)

    def _show_view(self) -> None:
        """The view moved: paint it, fit the scroll bar to it, and tell the screen reader when it rests."""
        if self.board.resting:
            self._fit_bar()
        self.foot.show_view()
        self._settle.start()
        self.update()

    def _fit_bar(self) -> None:
        """As far as the lanes are higher than their room."""
        time, spare = self.areas.time, 0
        if self.board.strip.height > time.height() + 1:
            spare = round(self.board.strip.height - time.height())
        if not spare and not self._bar.isVisible():
            return
        self._bar.setRange(0, spare)
        self._bar.setPageStep(round(time.height()))
        self._bar.setVisible(spare > 0)
        width = self._bar.sizeHint().width()
        left = 0 if self.isRightToLeft() else self.width() - width
        self._bar.setGeometry(left, round(time.top()), width, round(time.height()))
        self.areas = replace(self.areas, scrolled=float(self._bar.value()))

    def _bring(self, uid: str) -> None:
        """Move the view, as little as needed, so that the event is in it."""
        if mark := self.course.mark(uid):
            self.board.reveal(mark)
        if self._bar.maximum() and (placed := self.board.strip.of(uid)):
            top, bottom = placed.y - placed.height / 2, placed.y + placed.height / 2
            value = min(self._bar.value(), int(top))
            self._bar.setValue(max(value, round(bottom - self.areas.time.height())))

    def _uid_at(self, where: QPointF) -> str:
        """The event that is drawn here; "" where none is."""
        from viewer.panes.timeline.places import uid_at

        return uid_at(self.board, self.areas, where)

    def _tell(self, event: QHelpEvent) -> None:
        from viewer.panes.timeline.places import told_at

        lines = told_at(self._voice, self.board, self.areas, self.course, QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), tooltip(lines), self)

    def _come_to_rest(self) -> None:
        """What moving left out is drawn now, and said."""
        if self.board.rest():
            self._fit_bar()
            self.update()
        self._place_proxies()
        scale = self.board.scale
        self._navigator.show_span(scale.start, scale.end, by=self)
        self.foot.announce()

    def _place_proxies(self) -> None:
        """One button for everything in view; the keyboard's one is the tab stop."""
        from viewer.panes.timeline.places import spots

        self._settle.stop()
        self._proxies.show(spots(self._voice, self.board, self.areas, self.course, self.picks.holds))
        crowd = self.cursor_place.crowd
        first = next((spot.uids[0] for spot in self._proxies.spots()), "")
        uid = f"{crowd.start}/{crowd.end}" if crowd else self.cursor_place.uid or self.course.first()
        stands = self._proxies.stand_on(first if self.board.crowded and not crowd else uid)
        # With a button to stop at, Tab passes by the pane itself; setFocus still finds it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if stands else Qt.FocusPolicy.StrongFocus)
