"""Where a widget shows the ground of found words, in its own pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def grounds(widget: QWidget, colour: QColor) -> list[QRect]:
    """Upright rectangles around what is painted in a colour; pieces that do not touch stand apart."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted, found = colour.rgb(), list[QRect]()
    for y in range(image.height()):
        x = 0
        while x < image.width():
            if image.pixel(x, y) != wanted:
                x += 1
                continue
            begin = x
            while x < image.width() and image.pixel(x, y) == wanted:
                x += 1
            found = _with(found, QRect(begin, y, x - begin, 1))
    return sorted(found, key=lambda box: (box.top(), box.left()))


def _with(boxes: list[QRect], piece: QRect) -> list[QRect]:
    """Letters part the ground of a word: pieces up to a few pixels apart belong together."""
    near = piece.adjusted(-9, -4, 9, 4)
    apart = [box for box in boxes if not box.intersects(near)]
    for box in boxes:
        if box.intersects(near):
            piece = piece.united(box)
    return [*apart, piece]
