"""Fusion in our colours: a palette, and a short style sheet for frames, buttons and the thin parts."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from viewer.look.fonts import Role, Type
from viewer.look.sheet import style_sheet
from viewer.look.theme import Theme, faded

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}
_WRITTEN = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)

_SCALE, _TEXT = "text_scale", "text_role"
"""Properties: of the application, the scale of its text; of a widget, what its text is."""
_OUTLINED = ("QCheckBox", "QRadioButton", "QComboBox", "QAbstractSpinBox", "QSlider", "QProgressBar")


def apply(app: QApplication, theme: Theme, type_scale: float = 1.0) -> None:
    """Dress the whole application, which was started in Fusion; again for another theme or text scale."""
    app.setPalette(palette(theme))
    for name in _OUTLINED:
        app.setPalette(_outlined(theme), name)  # type: ignore[arg-type]  # the stub asks for bytes
    app.setFont(Type(type_scale).font(Role.BODY))
    app.setStyleSheet(style_sheet(theme, type_scale))
    if app.property(_SCALE) != type_scale:
        app.setProperty(_SCALE, type_scale)
        for widget in app.allWidgets():
            if role := widget.property(_TEXT):
                widget.setFont(_font(role, type_scale))


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own roles."""
    colours = QPalette()
    for role, token in _ROLES.items():
        colours.setColor(role, getattr(theme, token))
    for role in _WRITTEN:
        colours.setColor(QPalette.ColorGroup.Disabled, role, _withheld(theme))
    return colours


def dress(widget: QWidget, *, role: str = "", text: str = "", tone: str = "") -> None:
    """Give a widget its part in the style sheet; works again after a change.

    role: bar, side, panel, sunken, card, quote, line (frames); chip, pill (labels);
    primary, quiet, chip, link (push buttons).
    text: small, label, body, strong, title, figure, quote, source, mono.
    tone: muted, accent, disputed, sound.
    """
    for name, value in (("role", role), (_TEXT, text), ("tone", tone)):
        if value:
            widget.setProperty(name, value)
    if role:
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a subclass has no ground without it
    if text:  # not in the style sheet, which would give the widget its font a second time, when it is shown
        widget.setFont(_font(text, QApplication.instance().property(_SCALE) or 1.0))  # type: ignore[union-attr]
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def _font(role: str, scale: float) -> QFont:
    return Type(scale).font(Role[role.upper()])


def _outlined(theme: Theme) -> QPalette:
    """Fusion darkens the window's colour for outlines, which vanish on black: give it one that does not."""
    colours = palette(theme)
    colours.setColor(QPalette.ColorRole.Window, theme.control.lighter(140))
    return colours


def _withheld(theme: Theme) -> QColor:
    return faded(theme.muted, 0.6)
