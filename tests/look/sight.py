"""How colours look to people: WCAG contrast, and CIE Lab as four kinds of colour vision see it."""

from __future__ import annotations

from math import atan2, degrees, dist, hypot

from PySide6.QtGui import QColor

Lab = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
VISIONS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def contrast(one: QColor, other: QColor) -> float:
    """WCAG contrast ratio, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: QColor, vision: str = "usual") -> Lab:
    """Lightness 0-100, a and b under D65."""
    linear = _linear(colour)
    seen = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in VISIONS[vision])
    red, green, blue = seen
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: QColor, other: QColor) -> float:
    """The smallest distance any of the four kinds of vision sees between two colours."""
    return min(dist(lab(one, vision), lab(other, vision)) for vision in VISIONS)


def chroma(colour: QColor) -> float:
    _, a, b = lab(colour)
    return hypot(a, b)


def hue(colour: QColor) -> float:
    """0-360 degrees of Lab; red lies around 30."""
    _, a, b = lab(colour)
    return degrees(atan2(b, a)) % 360


def _luminance(colour: QColor) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: QColor) -> list[float]:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]


def _root(t: float) -> float:
    return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
