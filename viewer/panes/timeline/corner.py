"""The corner of the strip: says by what the lanes are and in which zone time is told, and opens the choices."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from viewer.index.ask.lanes import BY
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import write
from viewer.wording.voice import Voice, fill
from viewer.wording.zones import LOCAL, UTC, known_zones, zone_name


class Corner(QAbstractButton):
    """Painted, for a styled button costs more than all of the strip; the menu is made when it is opened."""

    chosen = Signal(str, str)  # 'lanes', 'zone', 'calendar' or 'time_direction', and its new value

    def __init__(self, look: Look, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._now = {"lanes": "kind", "zone": LOCAL, "calendar": "gregorian", "time_direction": "layout"}
        self._drawn: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self._name()

    def show_choice(self, what: str, value: str) -> None:
        self._now[what] = value
        self._name()
        self.update()

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        key = (
            self.size(),
            self.text(),
            self._look.theme.name,
            self.underMouse(),
            self.hasFocus(),
            self.isRightToLeft(),
        )
        if self._drawn[0] != key:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            inner = QPainter(picture)
            self._draw(inner)
            inner.end()
            self._drawn = (key, picture)
        painter.drawPixmap(0, 0, self._drawn[1])
        painter.end()

    # How it is done

    def _draw(self, painter: QPainter) -> None:
        theme, space = self._look.theme, self._look.space
        painter.fillRect(self.rect(), theme.sunken)
        font = self._look.type.font(Role.SMALL, 500)
        rtl = self.isRightToLeft()
        side, pad = space.px(12), space.px(14)
        words = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * pad - side
        )
        box = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        write(painter, box, words, font, theme.text if self.underMouse() else theme.muted, right=rtl)
        left = box.left() - 2 if rtl else box.right() - side + 2
        icon = (left, self.height() / 2 - side / 2, float(side))
        self._look.icons.paint(painter, "chevron-up", icon, theme.muted)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, 3)

    def _name(self) -> None:
        lanes = self._lanes_words()[self._now["lanes"]]
        zone = self.tr("local time") if self._now["zone"] == LOCAL else zone_name(self._voice, self._now["zone"])
        said = fill(self.tr("%1 · %2", "lanes, zone"), lanes, zone)
        self.setText(said)
        self.setAccessibleName(fill(self.tr("Lanes, time zone and calendar: %1"), said))
        self.setToolTip(self.tr("Choose lanes, time zone, calendar and direction of time"))

    def _lanes_words(self) -> dict[str, str]:
        return {
            "kind": self.tr("By kind"),
            "place": self.tr("By place"),
            "person": self.tr("By person"),
            "source": self.tr("By source"),
            "none": self.tr("One lane"),
        }

    def _open(self) -> None:
        from viewer.wording.calendars import CALENDARS, calendar_name

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self._lanes_words()
        self._add(menu.addMenu(self.tr("Lanes")), "lanes", ((by, words[by]) for by in BY))
        self._add_zones(menu.addMenu(self.tr("Time of day")))
        calendars = ((each, calendar_name(self._voice, each)) for each in CALENDARS)
        self._add(menu.addMenu(self.tr("Calendar")), "calendar", calendars)
        if self.isRightToLeft():
            directions = (("layout", self.tr("As the text runs")), ("ltr", self.tr("Left to right")))
            self._add(menu.addMenu(self.tr("Time runs")), "time_direction", directions)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _add_zones(self, menu: QMenu) -> None:
        now = self._now["zone"]
        zones = [LOCAL, UTC, *([now] if now not in (LOCAL, UTC) else [])]
        self._add(menu, "zone", ((zone, zone_name(self._voice, zone)) for zone in zones))
        menu.addAction(self.tr("Another zone…")).triggered.connect(self._ask_zone)

    def _add(self, menu: QMenu, what: str, choices: Iterable[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for value, words in choices:
            action = QAction(words.replace("&", "&&"), menu, checkable=True, checked=value == self._now[what])
            action.triggered.connect(lambda _checked, value=value: self.chosen.emit(what, value))
            group.addAction(action)
            menu.addAction(action)

    def _ask_zone(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        zones = known_zones()
        now = zones.index(self._now["zone"]) if self._now["zone"] in zones else 0
        zone, agreed = QInputDialog.getItem(
            self, self.tr("Time zone"), self.tr("Tell times of day in:"), zones, now
        )
        if agreed and zone in zones:
            self.chosen.emit("zone", zone)
