"""The ground a stage is painted on: mirrored boxes, type of a stage, wrapped words that fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viewer.look.fonts import ARABIC, SANS, SERIF
from viewer.look.theme import Theme
from viewer.look.wrapped import wrapped_height, write_wrapped
from viewer.stage.layout import Frame, frame_of
from viewer.stage.scene import WIDTH, Scene
from viewer.stage.sizes import Sizes


class Canvas:
    """One stage while it is painted, in its own pixels; `start` of a box counts from the reading side."""

    def __init__(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        self.painter = painter
        self.scene = scene
        self.theme = theme
        self.sizes = Sizes(scene.scale)
        self.frame: Frame = frame_of(scene)

    def px(self, size: float) -> float:
        """A distance that grows with the type."""
        return size * self.scene.scale

    def box(self, start: float, top: float, width: float, height: float) -> QRectF:
        left = WIDTH - start - width if self.scene.rtl else start
        return QRectF(left, top, width, height)

    def x(self, start: float) -> float:
        return WIDTH - start if self.scene.rtl else start

    def words(
        self,
        words: str,
        at: tuple[float, float, float],
        font: QFont,
        colour: QColor,
        *,
        height: float | None = None,
        far: bool = False,
    ) -> float:
        """Wrapped words at (start, top, width), smaller where they would not fit `height`; answers how tall.

        far: aligned with the far edge of their box.
        """
        if not words:
            return 0.0
        start, top, width = at
        font = fitting(words, font, width, height) if height is not None else font
        tall = wrapped_height(words, font, width)
        write_wrapped(
            self.painter, self.box(start, top, width, tall + 4), words, font, colour, right=self.scene.rtl != far
        )
        return tall

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: QColor, width: float) -> None:
        self.painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        self.painter.drawLine(
            QRectF(self.x(start[0]), start[1], 0, 0).topLeft(), QRectF(self.x(end[0]), end[1], 0, 0).topLeft()
        )


def type_of(size: float, weight: int = 400, *, serif: bool = False) -> QFont:
    """A font of the stage, `size` pixels tall; each letter by its own code, so that a PDF can be searched."""
    font = QFont()
    font.setFamilies([SERIF if serif else SANS, ARABIC])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    plain(font)
    return font


def plain(font: QFont) -> None:
    """Without other shapes of letters and figures, which have no code of their own: no PDF would find them.

    Said outright, for a painter takes what is not said from the font of the application.
    """
    for feature in ("tnum", "calt"):
        font.setFeature(QFont.Tag(feature), 0)


def fitting(words: str, font: QFont, width: float, height: float) -> QFont:
    """The font, or the largest smaller one in which the words are no taller than `height`; at least 24 px."""
    fit = QFont(font)
    while fit.pixelSize() > 24 and wrapped_height(words, fit, width) > height:
        fit.setPixelSize(fit.pixelSize() - 2)
    return fit


def width_of(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)
