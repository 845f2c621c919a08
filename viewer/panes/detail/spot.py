"""Painted things that stand for a spot in the case: they go there, can be copied, and are reached by keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from viewer.panes.detail.guide import Guide
from viewer.session.focus import Focus


class Spot(QAbstractButton):
    """Click or Enter goes to its focus; Ctrl+C and the menu copy it."""

    def __init__(self, guide: Guide, focus: Focus, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guide = guide
        self.spot = focus
        self.chosen = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._go)

    def choose(self, chosen: bool) -> None:
        """Show whether this is what the reader looks at."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done here."""
        menu.addAction(self.tr("Show the passage"), self.click)
        menu.addSeparator()
        menu.addAction(self.tr("Copy with citation"), self._ask_citation)
        menu.addAction(self.tr("Copy address"), self._ask_address)

    # What Qt calls

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.guide.look.space.px(400), self.guide.look.space.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.guide.look.space.px(120), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, group = Qt.Key(event.key()), self.parent()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._ask_citation()
        elif (step := _step(key)) and isinstance(group, SpotGroup):
            group.step(self, step)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # Qt would move the focus to a neighbour of its own choice
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        group = self.parent()
        if isinstance(group, SpotGroup):
            group.keep_tab_stop(self)

    # How it is done

    def _go(self) -> None:
        self.guide.go(self.spot)

    def _ask_citation(self) -> None:
        self.guide.citation_asked.emit(self.spot)

    def _ask_address(self) -> None:
        self.guide.address_asked.emit(self.spot)


class SpotGroup(QWidget):
    """Spots of one kind: one tab stop, the arrows move inside."""

    def spots(self) -> list[Spot]:
        """In reading order, which is the order they were made in."""
        return [child for child in self.children() if isinstance(child, Spot)]

    def step(self, spot: Spot, by: int) -> None:
        """Move the keyboard `by` spots on, staying inside."""
        spots = self.spots()
        there = min(max(spots.index(spot) + by, 0), len(spots) - 1)
        spots[there].setFocus(Qt.FocusReason.TabFocusReason)

    def keep_tab_stop(self, spot: Spot) -> None:
        """Tab comes back to this one."""
        for other in self.spots():
            policy = Qt.FocusPolicy.StrongFocus if other is spot else Qt.FocusPolicy.ClickFocus
            other.setFocusPolicy(policy)

    def give_tab_stop(self) -> None:
        """To the chosen spot, else the first."""
        spots = self.spots()
        if spots:
            self.keep_tab_stop(next((spot for spot in spots if spot.chosen), spots[0]))


def margins(guide: Guide) -> tuple[int, int, int, int]:
    """Rows reach a little beyond the text column, so that a marked one has air around its words."""
    return guide.look.space.small, 0, guide.look.space.small, 0


class AirySection(QWidget):
    """A section of the page whose rows have air on both sides."""


class LinksSection(SpotGroup, AirySection):
    """Spots that are links."""


def spots_of(widget: QObject) -> list[Spot]:
    """All spots below a widget."""
    return widget.findChildren(Spot)


def _step(key: Qt.Key) -> int:
    """How many spots further a key goes; not kept in a table, for a start can do without Qt's names of keys."""
    by = Qt.Key
    return {by.Key_Down: 1, by.Key_Up: -1, by.Key_End: 10**6, by.Key_Home: -(10**6)}.get(key, 0)
