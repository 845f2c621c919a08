"""The jump box: shows what is typed and where it would lead; the console itself has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.look.announce import announce
from viewer.look.style import dress
from viewer.presenting.attire import Attire
from viewer.presenting.label import Label
from viewer.session.jump import found_by
from viewer.session.show import Show
from viewer.wording.presenting import place_words


class JumpLine(QFrame):
    """Closed it says how it is opened."""

    def __init__(self, attire: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire = attire
        self._typed, self._leads = Label(), Label(text="label", tone="muted")
        self._typed.setObjectName("typed")
        self._said = ""
        self.setAccessibleName(self.tr("Jump box"))
        dress(self, role="card")
        self._typed.setStyleSheet(f"font-size: {attire.type.px(18)}px;")
        lines = QVBoxLayout(self)
        lines.setSpacing(attire.space.tight)
        lines.addWidget(self._typed)
        lines.addWidget(self._leads)

    def show_state(self, show: Show, beside_sign: str) -> None:
        text = show.jump
        if text is None:
            self._typed.setText(self.tr("G"))
            self._leads.setText(self.tr("Then an exhibit number, an identifier, :page or a title"))
            self._said = ""
            return
        self._typed.setText(text + "▏")
        said = self._lead_words(show, text.removeprefix(beside_sign))
        self._leads.setText(said)
        if said and said != self._said:
            announce(self, said)
        self._said = said

    def _lead_words(self, show: Show, text: str) -> str:
        found = found_by(show, text) if text else None
        if found is None:
            return self.tr("Nothing found") if text else ""
        stop = show.stops[found[0]]
        return place_words(self._attire.voice, stop.exhibit, stop.title, found[1] + 1, stop.pages)
