"""Small parts of the pane: labels, choices, and controls that flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QSizePolicy, QWidget

from viewer.look.paragraph import Paragraph
from viewer.look.style import dress


def choice(entries: Sequence[str], name: str) -> QComboBox:
    """A choice of one; `name` is what a screen reader says and the tooltip."""
    box = QComboBox()
    box.addItems(list(entries))
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


class Flow(QWidget):
    """Widgets one after another, over as many lines as they need; those that are hidden take no room."""

    def __init__(self, widgets: Sequence[QWidget], gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._gap = gap
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, place=False)

    def settle(self) -> None:
        """Some have been hidden or shown."""
        self._flow(self.width(), place=True)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = sum(widget.sizeHint().width() + self._gap for widget in self._widgets if not widget.isHidden())
        return QSize(wide, self._flow(wide, place=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((widget.sizeHint().width() for widget in self._widgets), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._flow(self.width(), place=True)

    def _flow(self, width: int, *, place: bool) -> int:
        """The height in pixels that `width` pixels ask for."""
        left, top, tall = 0, 0, 0
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = max((widget.sizeHint().height() for widget in self._widgets), default=0)
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + tall + self._gap // 2
            if place:
                x = width - left - size.width() if turned else left
                widget.setGeometry(x, top + (line - size.height()) // 2, size.width(), size.height())
            left += size.width() + self._gap
            tall = line
        return top + tall


class Foot(QScrollArea):
    """A few lines about where the keyboard stands; longer ones scroll."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph("label")
        dress(self, role="sunken")
        dress(self._words, role="sunken")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setWidget(self._words)

    def fit(self, beside: int, above: int, height: int) -> None:
        """Air in pixels, and the height of the whole."""
        self._words.setContentsMargins(beside, above, beside, above)
        self.setFixedHeight(height)

    def show_lines(self, lines: Sequence[str]) -> None:
        self._words.setText("\n".join(lines))
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        return self._words.text()
