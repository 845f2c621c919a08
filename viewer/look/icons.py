"""Our own icons: strokes on a grid of twenty, kept as path data in a TOML file and painted in any colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import ceil
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from viewer.look.table import read_table
from viewer.look.theme import faded

SIDE = 20
STROKE = 1.5


class Icons:
    """The icons of one folder; each is drawn when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Read `folder/icons.toml`; without it every icon is blank."""
        file = folder / "icons.toml"
        table = read_table(file) if file.is_file() else {}
        self._drawings: dict[str, str] = table.get("icons", {})
        self._turning = frozenset(table.get("turning", ()))
        self._made: dict[tuple[str, int, int, bool, tuple[int, ...]], QIcon] = {}
        self._paths: dict[str, QPainterPath] = {}

    def names(self) -> list[str]:
        return sorted(self._drawings)

    def icon(self, name: str, colour: QColor, side: int = SIDE, mirrored: bool = False) -> QIcon:
        """The icon in `colour`, `side` pixels wide; `mirrored` turns those that point along the text."""
        turned, ratios = mirrored and name in self._turning, screen_ratios()
        key = (name, colour.rgba(), side, turned, ratios)
        if key not in self._made:
            self._made[key] = self._make(name, colour, side, turned, ratios)
        return self._made[key]

    def paint(self, painter: QPainter, name: str, box: tuple[float, float, float], colour: QColor) -> None:
        """Paint the icon with its left, top and side in `box`."""
        left, top, side = box
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, top)
        painter.scale(side / SIDE, side / SIDE)
        pen = QPen(colour, STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if name not in self._paths:
            self._paths[name] = path_of(self._drawings.get(name, ""))
        painter.drawPath(self._paths[name])
        painter.restore()

    def _make(self, name: str, colour: QColor, side: int, turned: bool, ratios: tuple[int, ...]) -> QIcon:
        icon = QIcon()
        for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faded(colour, 0.35))):
            for ratio in ratios:
                icon.addPixmap(self._pixmap(name, ink, side, ratio, turned), mode)
        return icon

    def _pixmap(self, name: str, colour: QColor, side: int, ratio: int, turned: bool) -> QPixmap:
        pixmap = QPixmap(side * ratio, side * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if turned:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        self.paint(painter, name, (0, 0, side), colour)
        painter.end()
        return pixmap


def screen_ratios() -> tuple[int, ...]:
    """Pixels per logical pixel that icons are drawn for: those of the screens at hand, whole."""
    return tuple(sorted({1, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}))


def path_of(drawing: str) -> QPainterPath:
    """Path data with M L H V C Z, absolute, and "O x y r" for a circle. Raises ValueError if it is torn."""
    path = QPainterPath()
    words = _words(drawing)
    for word in words:
        _draw(path, word, words)
    return path


def _words(drawing: str) -> Iterator[str]:
    """Commands and numbers; a command may stand right before its first number."""
    for word in drawing.split():
        command = word[:1].isalpha()
        if command:
            yield word[0]
        if word[command:]:
            yield word[command:]


def _draw(path: QPainterPath, command: str, words: Iterator[str]) -> None:
    def take(count: int) -> list[float]:
        numbers = [word for word in islice(words, count) if not word.isalpha()]
        if len(numbers) < count:
            raise ValueError(f"path command {command} wants {count} numbers, not {numbers}")
        return [float(number) for number in numbers]

    here = path.currentPosition()
    match command:
        case "M":
            path.moveTo(*take(2))
        case "L":
            path.lineTo(*take(2))
        case "H":
            path.lineTo(take(1)[0], here.y())
        case "V":
            path.lineTo(here.x(), take(1)[0])
        case "C":
            path.cubicTo(*take(6))
        case "O":
            x, y, radius = take(3)
            path.addEllipse(QPointF(x, y), radius, radius)
        case "Z":
            path.closeSubpath()
        case _:
            raise ValueError(f"not a path command: {command}")
