"""Which list is shown, and what can be done with it as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.hearing.acts import GROUPS, Act, words
from viewer.panes.hearing.shown import Choice, Shown


class Chooser(QWidget):
    """The reader's own lists first, then those of the case."""

    list_chosen = Signal(str)  # uid
    asked = Signal(str)  # name of an act

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Hearing list"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.acts: dict[str, QAction] = {}
        self.button = self._make_button()
        line = QHBoxLayout(self)
        line.setContentsMargins(look.space.large, look.space.small, look.space.small, look.space.small)
        line.addWidget(self.box, 1)
        line.addWidget(self.button)
        dress(self, role="bar")
        self.box.activated.connect(lambda _row: self.list_chosen.emit(self.box.currentData() or ""))
        self.fit()

    def show_choices(self, choices: Sequence[Choice], now: str) -> None:
        self.box.clear()
        for choice in choices:
            of_case = self.tr("%1 (in this case)").replace("%1", choice.title)
            self.box.addItem(choice.title if choice.own else of_case, choice.uid)
        self.box.setEnabled(bool(choices))
        if not choices:
            self.box.addItem(self.tr("No list yet"), "")
        self.box.setCurrentIndex(max(0, self.box.findData(now)))

    def allow(self, shown: Shown) -> None:
        """What can be done with this list."""
        for group in GROUPS:
            for act in group:
                fits = not (act.own and not shown.own) and not (act.case and shown.own)
                self.acts[act.name].setEnabled(act.always or (bool(shown.uid) and fits))
        self.acts["undo"].setEnabled(shown.can_undo)
        self.acts["redo"].setEnabled(shown.can_redo)
        for name in ("present_here", "export_list", "print_run_sheet", "save_stages"):
            self.acts[name].setEnabled(bool(shown.items))

    def fit(self) -> None:
        """The icon of the present look."""
        self.button.setIcon(self._look.icon("menu"))
        self.button.setIconSize(QSize(self._look.space.px(20), self._look.space.px(20)))

    def _make_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setText(self.tr("List"))
        button.setToolTip(self.tr("What can be done with this list"))
        button.setAccessibleName(self.tr("What can be done with this list"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        menu = QMenu(button)
        for group in GROUPS:
            for act in group:
                menu.addAction(self._make_action(act))
            menu.addSeparator()
        button.setMenu(menu)
        return button

    def _make_action(self, act: Act) -> QAction:
        action = QAction(words(act), self)
        if act.keys:
            action.setShortcut(QKeySequence(act.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked: self.asked.emit(act.name))
        self.acts[act.name] = action
        return action
