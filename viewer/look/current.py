"""The look that is worn now: theme, type, distances and icons, and a signal when they change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from viewer.look.fonts import Type, load_fonts, within_limits
from viewer.look.icons import Icons, screen_ratios
from viewer.look.space import Space
from viewer.look.style import apply
from viewer.look.theme import Theme, load_theme, theme_names


class Look(QObject):
    """One for the whole application; windows and panes are handed it and read from it while painting."""

    changed = Signal()

    def __init__(self, resources: Path, theme: str = "", scale: float = 1.0, parent: QObject | None = None):
        """`theme` empty = as the system prefers. Raises OSError or ValueError if the theme cannot be read."""
        super().__init__(parent)
        self._themes = resources / "theme"
        self.missing_fonts = load_fonts(resources / "fonts")
        self.icons = Icons(resources / "icons")
        self.theme: Theme = load_theme(self._themes, theme or preferred_theme())
        self.type = Type(within_limits(scale))
        self.space = Space(self.type.scale)
        self._dress()
        self._ratios = screen_ratios()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._meet_screen)

    def themes(self) -> list[str]:
        """Names of the themes at hand."""
        return theme_names(self._themes)

    def wear(self, name: str) -> None:
        """Change to another theme; empty = as the system prefers. Raises as the constructor does."""
        self.theme = load_theme(self._themes, name or preferred_theme())
        self._dress()
        self.changed.emit()

    def scale_text(self, scale: float) -> None:
        """Change the size of all text and with it all distances."""
        self.type = Type(within_limits(scale))
        self.space = Space(self.type.scale)
        self._dress()
        self.changed.emit()

    def icon(self, name: str, token: str = "text") -> QIcon:
        """An icon in one of the theme's colours, turned round where the reading direction asks for it."""
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colour = getattr(self.theme, token)
        return self.icons.icon(name, colour, self.space.px(20), mirrored=mirrored)

    def _meet_screen(self) -> None:
        """A screen of finer pixels wants other icons."""
        if screen_ratios() != self._ratios:
            self._ratios = screen_ratios()
            self.changed.emit()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, self.theme, self.type.scale)


def preferred_theme() -> str:
    """The theme the system asks for: contrast, dark or light."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast-dark" if dark else "contrast"
    return "dark" if dark else "light"
