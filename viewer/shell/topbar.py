"""The bar on top: back and forward, what is open, the search field, the menu, Present."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from viewer.look.current import Look
from viewer.look.ink import reads_from_right
from viewer.look.style import dress
from viewer.shell.commands import CHAPTERS, words


class ElidedLabel(QLabel):
    """One line that gives way: shortened at its end, whole in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        mirrored = self.isRightToLeft()
        # The words keep their own direction, whatever the window's: "40 events" begins with no letter.
        own = Qt.LayoutDirection.RightToLeft if reads_from_right(shown) else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(own)
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.rect(), upright | edge, shown)


class TopBar(QWidget):
    """Built from the window's actions; `field` is the search field it makes room for."""

    def __init__(
        self, look: Look, actions: Mapping[str, QAction], field: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, role="bar")
        self.title = ElidedLabel(self)
        dress(self.title, text="strong")
        self.counts = ElidedLabel(self)
        dress(self.counts, text="label", tone="muted")
        self._back = self._arrow("back")
        self._forward = self._arrow("forward")
        self.views = QMenu(self)
        self.filters = self._filters_button()
        self._menu = self._menu_button()
        self._present = self._present_button()
        self._field = field
        self._lay_out()
        self.fit()
        look.changed.connect(self.fit)

    def show_case(self, title: str, counts: str) -> None:
        self.title.setText(title)
        self.counts.setText(counts)

    def fit(self) -> None:
        """Icons and heights of the present look."""
        look = self._look
        self._menu.setIcon(look.icon("menu"))
        self.filters.setIcon(look.icon("filter"))
        for name in ("back", "forward"):
            self._actions[name].setIcon(look.icon(name))
        for button in (self._back, self._forward, self.filters, self._menu):
            button.setIconSize(QSize(look.space.px(20), look.space.px(20)))
        self._field.setMaximumWidth(look.space.px(420))
        self.setFixedHeight(look.space.px(52))

    def make_narrow(self, narrow: bool) -> None:
        """Leave out what only repeats, where there is no room."""
        self.counts.setVisible(not narrow)
        self._present.setVisible(not narrow)

    def show_filters(self, count: str) -> None:
        """How many filters are on; "" = none. A word for the screen reader, the number for the eye."""
        self.filters.setText(count)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if count else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.filters.setToolButtonStyle(style)
        name = words(self._actions["filters"].text())
        self.filters.setAccessibleName(
            self.tr("%1, %2 on").replace("%1", name).replace("%2", count) if count else name
        )

    def _arrow(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(words(self._actions[name].text()))
        return button

    def _filters_button(self) -> QToolButton:
        """Not the action's own button, for its text is the number of filters."""
        action = self._actions["filters"]
        action.setCheckable(True)
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCheckable(True)
        button.setAccessibleName(words(action.text()))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{action.text()} ({keys})")
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setText(self.tr("Menu"))
        button.setToolTip(self.tr("Menu"))
        button.setAccessibleName(self.tr("Menu"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setMenu(self._make_menu(button))
        return button

    def _make_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        """When it is opened for the first time."""
        if not menu.isEmpty():
            return
        for chapter in CHAPTERS:
            sub = menu.addMenu(words(chapter.title))
            sub.setToolTipsVisible(True)
            for command in chapter.commands:
                sub.addAction(self._actions[command.name])
            if chapter.title == "Go":
                self.views.setTitle(self.tr("Saved views"))
                menu.addMenu(self.views)

    def _present_button(self) -> QPushButton:
        action = self._actions["present"]
        button = QPushButton(action.text(), self)
        dress(button, role="primary")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{action.text()} ({keys})")
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        space = self._look.space
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space.medium, 0, space.large, 0)
        layout.setSpacing(space.small)
        layout.addWidget(self._back)
        layout.addWidget(self._forward)
        layout.addSpacing(space.small)
        layout.addWidget(self.title, 6)
        layout.addWidget(self.counts)
        layout.addWidget(self._field, 5)
        layout.addWidget(self.filters)
        layout.addWidget(self._menu)
        layout.addWidget(self._present)
