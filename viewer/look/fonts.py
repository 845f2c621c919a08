"""Type: the bundled families, and the roles text plays. No font of the machine is needed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from viewer.case.frozen import dataclass

SANS, SERIF, MONO, ARABIC = "Inter", "Source Serif 4", "IBM Plex Mono", "Vazirmatn"
FAMILIES = (SANS, SERIF, MONO, ARABIC)

SMALLEST, LARGEST = 0.8, 2.0
"""Limits of the text scale."""


class Role(Enum):
    """What a piece of text is: family, size in pixels at scale 1, weight, tabular figures."""

    SMALL = (SANS, 11, 400, True)
    LABEL = (SANS, 12, 400, True)
    BODY = (SANS, 13, 400, True)
    STRONG = (SANS, 14, 600, True)
    TITLE = (SANS, 24, 600, False)
    FIGURE = (SANS, 26, 600, False)
    QUOTE = (SERIF, 16, 400, False)
    SOURCE = (SERIF, 15, 400, False)
    MONO = (MONO, 11, 400, False)


SOURCE_LINE = 23.5
"""Line height of source text in pixels at scale 1."""


@dataclass(frozen=True, slots=True)
class Type:
    """All fonts at one text scale, 0.8 to 2."""

    scale: float = 1.0

    def font(self, role: Role, weight: int | None = None) -> QFont:
        """The font of `role`; `weight` 400, 500 or 600 where it differs from the role's own."""
        return QFont(_font(role, self.px(role.value[1]), weight or role.value[2]))

    def px(self, size: float) -> int:
        """`size` pixels at scale 1, at this scale."""
        return max(1, round(size * self.scale))


@cache
def _font(role: Role, pixels: int, weight: int) -> QFont:
    font = figures_of(role)
    # One list per first family, app-wide: Qt remembers the fallback by the first name.
    font.setFamilies([role.value[0], ARABIC])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def figures_of(role: Role) -> QFont:
    """A font that says nothing but whether figures stand in columns: a style sheet cannot."""
    font = QFont()
    # Said both ways, for a new font begins as the application's, which has them in columns.
    font.setFeature(QFont.Tag("tnum"), int(role.value[3]))
    return font


def within_limits(scale: float) -> float:
    """The nearest text scale we draw."""
    return min(LARGEST, max(SMALLEST, scale))


def load_fonts(folder: Path) -> list[str]:
    """Register every font file of `folder`; answers the families of ours that are still missing."""
    found: set[str] = set()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix == ".ttf":
            found.update(_families_of(path))
    return missing(found)


def missing(found: Iterable[str]) -> list[str]:
    """The families of ours that are not in `found`."""
    have = set(found)
    return [family for family in FAMILIES if family not in have]


def _families_of(path: Path) -> list[str]:
    number = QFontDatabase.addApplicationFont(str(path))
    return [] if number < 0 else QFontDatabase.applicationFontFamilies(number)
