"""The buttons of the console: each says its key, so that a presenter who forgot one can press the other."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.look.style import dress
from viewer.panes.filters.flow import Flow
from viewer.presenting.attire import Attire
from viewer.session.hearing_keys import Verb
from viewer.session.show import Show

CONTEXT = "Doings"
DOINGS: tuple[tuple[Verb, str, str], ...] = (
    ("blank", str(QT_TRANSLATE_NOOP("Doings", "Black")), "B"),
    ("freeze", str(QT_TRANSLATE_NOOP("Doings", "Freeze")), "F"),
    ("uncover", str(QT_TRANSLATE_NOOP("Doings", "Uncover")), "U"),
    ("callout", str(QT_TRANSLATE_NOOP("Doings", "Enlarge")), "Z"),
    ("highlight", str(QT_TRANSLATE_NOOP("Doings", "Highlight")), "H"),
    ("pointer", str(QT_TRANSLATE_NOOP("Doings", "Pointer")), "L"),
    ("beside", str(QT_TRANSLATE_NOOP("Doings", "Side by side")), "S"),
    ("clear", str(QT_TRANSLATE_NOOP("Doings", "Clear")), "C"),
    ("save-view", str(QT_TRANSLATE_NOOP("Doings", "Save view")), "V"),
    ("timer", str(QT_TRANSLATE_NOOP("Doings", "Timer")), "T"),
    ("overview", str(QT_TRANSLATE_NOOP("Doings", "Overview")), "Tab"),
    ("swap", str(QT_TRANSLATE_NOOP("Doings", "Swap screens")), "X"),
    ("end", str(QT_TRANSLATE_NOOP("Doings", "End")), "Ctrl+Q"),
)


class Doings(Flow):
    """Takes no keyboard: the console has it."""

    asked = Signal(str)  # Verb
    case_asked = Signal()

    def __init__(self, attire: Attire, leave_out: tuple[Verb, ...] = (), parent: QWidget | None = None) -> None:
        """leave_out: verbs that have no meaning here."""
        super().__init__(attire.space.px(2), parent)
        self._attire = attire
        self._buttons: dict[str, QPushButton] = {}
        for verb, words, key in DOINGS:
            if verb not in leave_out:
                self._add(verb, QCoreApplication.translate(CONTEXT, words), key)
        case = self._add("case", self.tr("Case window"), "")
        case.setToolTip(self.tr("Bring up the window of the case"))
        case.clicked.disconnect()
        case.clicked.connect(self.case_asked)
        self.show_widgets(tuple(self._buttons.values()))

    def show_state(self, show: Show, tool: str) -> None:
        """Buttons that hold stay pressed; what would do nothing cannot be pressed."""
        graphic = bool(show.stops) and show.stops[show.at.stop].graphic
        held = {
            "blank": show.public is None,
            "freeze": show.frozen,
            "uncover": show.uncovered,
            "callout": show.at.callout is not None,
            "highlight": tool == "highlight",
            "pointer": tool == "pointer",
            "beside": show.at.beside is not None,
            "overview": show.overview,
        }
        for verb, on in held.items():
            self._buttons[verb].setChecked(on)
        self._buttons["uncover"].setEnabled(graphic)

    def _add(self, verb: str, words: str, key: str) -> QPushButton:
        button = QPushButton(f"{words}\n{key}" if key else words, self)
        button.setAccessibleName(words)
        button.setCheckable(verb in _HOLDING)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress(button, role="quiet", text="label")
        px, theme = self._attire.space.px, self._attire.theme
        held = (
            f"background: {theme.tint.name()}; color: {theme.accent.name()}; border-color: {theme.accent.name()};"
        )
        button.setStyleSheet(f"QPushButton {{ padding: {px(3)}px {px(7)}px; }} QPushButton:checked {{ {held} }}")
        button.clicked.connect(lambda: self.asked.emit(verb))
        self._buttons[verb] = button
        return button


_HOLDING = ("blank", "freeze", "uncover", "callout", "highlight", "pointer", "beside", "overview")
