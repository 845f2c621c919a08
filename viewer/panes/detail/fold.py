"""A line that unfolds what stands below it, and two widgets that stand beside each other where there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.ink import Ink


class FoldSwitch(QAbstractButton):
    """Words with an arrow after them."""

    def __init__(self, guide: Guide, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._ink = Ink(words, guide.look.type.font(Role.LABEL))
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = self._guide.look.space.px
        return QSize(round(self._ink.width()) + px(20), round(self._ink.height(10_000)) + px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._guide.look.space.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._guide.look, QPainter(self)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colour = look.theme.accent if self.underMouse() else look.theme.muted
        side, width = look.space.px(12), self._ink.width()
        left = self.width() - width if turned else 0.0
        self._ink.draw(painter, QPointF(left, look.space.px(3)), width, colour)
        arrow = left - side - look.space.px(4) if turned else width + look.space.px(4)
        name = "chevron-up" if self.isChecked() else "chevron-down"
        look.icons.paint(painter, name, (arrow, (self.height() - side) / 2, side), colour)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), look.theme, look.space.radius_mark)


class Fold(QWidget):
    """Folded at first; what it holds is made when it is first opened. `beside` stands at the switch's far end."""

    def __init__(
        self,
        guide: Guide,
        title: str,
        make: Callable[[], QWidget],
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._guide = guide
        self._make = make
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(guide.look.space.tight)
        self.switch = FoldSwitch(guide, title)
        self.switch.clicked.connect(self.turn)
        self._layout.addLayout(far_apart(self.switch, beside))

    def turn(self, is_open: bool) -> None:
        """Unfold or fold."""
        if is_open and self._content is None:
            self._content = self._make()
            self._layout.addWidget(self._content)
        if self._content is not None:
            self._content.setVisible(is_open)
        self.switch.setChecked(is_open)
        self._guide.shape_changed.emit()


def far_apart(first: QWidget | None, last: QWidget | None) -> QBoxLayout:
    """One at the beginning of a line, one at its end."""
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    if first is not None:
        line.addWidget(first)
    line.addStretch(1)
    if last is not None:
        line.addWidget(last)
    return line


class Pair(QWidget):
    """Two widgets beside each other from `wide` pixels on, else one below the other."""

    def __init__(self, first: QWidget, second: QWidget, wide: int, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._wide = wide
        self._turned: Callable[[bool], None] | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_spacing(self, pixels: int) -> None:
        self._row.setSpacing(pixels)

    def tell(self, turned: Callable[[bool], None]) -> None:
        """Call this with True when they come to stand beside each other, with False when not."""
        self._turned = turned

    @property
    def beside(self) -> bool:
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._turn(width)
        return self._row.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn(self.width())
        super().resizeEvent(event)

    def _turn(self, width: int) -> None:
        beside = width >= self._wide
        if beside == self.beside:
            return
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if self._turned:
            self._turned(beside)
