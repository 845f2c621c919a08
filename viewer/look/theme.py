"""Colours by what they are for: a theme is read from a TOML file and never changes while it is worn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor

from viewer.case.frozen import dataclass
from viewer.look.table import read_table

GROUNDS = ("window", "panel", "surface", "sunken", "tint")
"""What text may stand on."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. The kinds are muted and of equal weight: no colour takes a side."""

    name: str
    dark: bool
    stroke: float  # width of a control's border in pixels; 2 in the high-contrast themes

    window: QColor
    panel: QColor
    surface: QColor
    sunken: QColor
    tint: QColor  # ground of chips, quotations and what is chosen

    line: QColor  # hairlines that only divide
    control: QColor  # borders of what can be worked
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    focus: QColor
    highlight: QColor  # ground of a marked passage
    highlight_mark: QColor  # its number, bracket and connector

    claim: QColor  # every figure's mark and every ring, whoever claims
    disputed: QColor
    sound: QColor  # "unchanged"
    kinds: tuple[QColor, ...]


def kind_colour(theme: Theme, n: int) -> QColor:
    """Colour of the n-th kind of event; the cycle begins again after the last."""
    return theme.kinds[n % len(theme.kinds)]


def faded(colour: QColor, share: float) -> QColor:
    """`colour` with an opacity of 0-1: bars, washes, unsure ends."""
    pale = QColor(colour)
    pale.setAlphaF(share)
    return pale


def theme_names(folder: Path) -> list[str]:
    """Names of the themes in `folder`, in the order a menu shows them."""
    order = {"light": 0, "dark": 1, "contrast": 2, "contrast-dark": 3}
    names = [path.stem for path in folder.glob("*.toml")]
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))


def load_theme(folder: Path, name: str) -> Theme:
    """Read `folder/name.toml`. Raises OSError if it is not there, ValueError if a token is wrong."""
    table = read_table(folder / f"{name}.toml")
    colours = table["colours"]
    plain = {"name", "dark", "stroke", "kinds"}
    wanted = [token for token in Theme.__match_args__ if token not in plain]
    if odd := set(wanted) ^ set(colours):
        raise ValueError(f"{name}.toml: tokens missing or unknown: {', '.join(sorted(odd))}")
    return Theme(
        name=name,
        dark=bool(table["dark"]),
        stroke=float(table["stroke"]),
        kinds=tuple(_colour(text) for text in table["kinds"]),
        **{token: _colour(colours[token]) for token in wanted},
    )


def _colour(text: str) -> QColor:
    colour = QColor(text)
    if not colour.isValid():
        raise ValueError(f"not a colour: {text!r}")
    return colour
