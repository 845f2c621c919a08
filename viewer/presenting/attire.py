"""How the console is dressed: always dark, whatever the case's window wears, with large notes."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from viewer import paths
from viewer.case.frozen import dataclass
from viewer.look.current import Look
from viewer.look.fonts import Role, Type
from viewer.look.sheet import style_sheet
from viewer.look.space import Space
from viewer.look.style import palette
from viewer.look.theme import Theme, load_theme
from viewer.wording.voice import Voice

NOTES = 25
"""Pixels of the letters of notes at scale 1: read standing, an arm's length from the laptop."""


@dataclass(frozen=True, slots=True)
class Attire:
    """theme: of the console; stage: of what is shown."""

    theme: Theme
    stage: Theme
    type: Type
    space: Space
    voice: Voice

    def large(self, size: float, weight: int = 400) -> QFont:
        """A font of the interface, `size` pixels tall at scale 1."""
        font = self.type.font(Role.BODY, weight if weight != 400 else None)
        font.setPixelSize(self.type.px(size))
        return font

    def dress(self, widget: QWidget) -> None:
        """Everything in a window."""
        widget.setPalette(palette(self.theme))
        widget.setFont(self.type.font(Role.BODY))
        widget.setStyleSheet(_grounds(self.theme) + style_sheet(self.theme, self.type.scale))


def attire(look: Look, voice: Voice, stage: str) -> Attire:
    """stage: name of a theme; one that is not there is the dark one. Raises OSError or ValueError."""
    folder = paths.resources() / "theme"
    night = "contrast-dark" if look.theme.stroke > 1 else "dark"
    worn = stage if stage in look.themes() else "dark"
    return Attire(load_theme(folder, night), load_theme(folder, worn), look.type, look.space, voice)


def _grounds(theme: Theme) -> str:
    """Dressed apart from the application, a window's parts take neither palette nor ground from there."""
    return f"""
QWidget {{ color: {theme.text.name()}; }}
#console {{ background: {theme.window.name()}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QListView {{ background: {theme.panel.name()}; }}
"""
