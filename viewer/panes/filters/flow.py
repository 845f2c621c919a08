"""Widgets one after another, over as many lines as they need, in the reading direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Its height follows from its width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._shown: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """These and no others; children that are shown no longer are deleted."""
        for worn_out in set(self._shown) - set(widgets):
            worn_out.hide()
            worn_out.deleteLater()
        self._shown = list(widgets)
        for widget in widgets:
            widget.setParent(self)
            widget.show()
        self._flow(self.width(), place=True)
        self.setFixedHeight(self.heightForWidth(self.width()))

    # What Qt calls

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, place=False)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width(), place=True)
        self.setFixedHeight(self.heightForWidth(self.width()))

    # How it is done

    def _flow(self, width: int, *, place: bool) -> int:
        """The height in pixels that `width` pixels ask for."""
        left, top, tall = 0, 0, 0
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for widget in self._shown:
            size = widget.sizeHint()
            wide = min(size.width(), max(width, 1))
            if left and left + wide > width:
                left, top, tall = 0, top + tall + self._gap, 0
            if place:
                widget.setGeometry(width - left - wide if turned else left, top, wide, size.height())
            left += wide + self._gap
            tall = max(tall, size.height())
        return top + tall
