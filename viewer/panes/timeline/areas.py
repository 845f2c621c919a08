"""Where the parts of the strip are in its widget: names of lanes, axis, lanes over time, tray, overview."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from viewer.case.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Areas:
    """In pixels of the widget; the names stand at the leading side. `scrolled`: lanes above the top edge.

    corner: beside the overview, below the names.
    """

    names: QRectF
    axis: QRectF
    time: QRectF
    tray: QRectF
    overview: QRectF
    corner: QRectF
    scrolled: float = 0.0

    @property
    def names_at_right(self) -> bool:
        return self.names.left() > self.time.left()

    @property
    def lanes(self) -> QRectF:
        """Names and time."""
        return self.names.united(self.time)

    @property
    def whole(self) -> QRectF:
        return QRectF(0, 0, self.tray.width(), self.overview.bottom())


@dataclass(frozen=True, slots=True)
class Sizes:
    """What does not depend on the view: the widget's size, the parts' own sizes."""

    width: float
    height: float
    names: float
    axis: float
    tray: float
    overview: float


def divide_widget(sizes: Sizes, rtl: bool, scrolled: float) -> Areas:
    """Names at the leading side, the tray below, the overview at the foot."""
    room = max(1.0, sizes.width - sizes.names)
    left = 0.0 if rtl else sizes.names
    height = max(1.0, sizes.height - sizes.axis - sizes.tray - sizes.overview)
    foot = sizes.axis + height + sizes.tray
    names_left = sizes.width - sizes.names if rtl else 0.0
    return Areas(
        QRectF(names_left, sizes.axis, sizes.names, height),
        QRectF(left, 0, room, sizes.axis),
        QRectF(left, sizes.axis, room, height),
        QRectF(0, sizes.axis + height, sizes.width, sizes.tray),
        QRectF(left, foot, room, sizes.overview),
        QRectF(names_left, foot, sizes.names, sizes.overview),
        scrolled,
    )
