"""What every piece of the detail pane is handed: the look, the voice, and the way to go or to copy."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from viewer.look.current import Look
from viewer.look.found import Marks
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.voice import Voice


class Guide(QObject):
    """Lets small widgets speak without knowing the pane."""

    citation_asked = Signal(object)  # Focus
    address_asked = Signal(object)  # Focus
    comparison_asked = Signal()
    shape_changed = Signal()  # something unfolded or moved

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, pane: QObject) -> None:
        super().__init__(pane)
        self._navigator = navigator
        self._pane = pane
        self.look = look
        self.voice = voice

    def found(self, text: str) -> Marks:
        """Where the words that are looked for stand in a text."""
        sought = self._navigator.sought
        return sought.marks(text) if sought else ()

    def go(self, focus: Focus) -> None:
        self._navigator.go(focus, by=self._pane)
