"""The heading of a part of the filter panel: a press folds it away or brings it back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import write


class FoldHeading(QAbstractButton):
    """Looks like the heading of a kind in the event list; checked = open."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._tell)
        self._tell()

    def show_count(self, count: str) -> None:
        """How many are chosen in this part: "" shows nothing."""
        self._count = count
        self._tell()
        self.update()

    # What Qt calls

    def sizeHint(self) -> QSize:
        height = QFontMetricsF(self._look.type.font(Role.LABEL, 600)).height()
        return QSize(self._look.space.px(160), round(height) + self._look.space.px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(90), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, space = self._look.theme, self._look.space
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = space.px(16)
        chevron = self._seen(QRect(space.px(12), (self.height() - side) // 2, side, side))
        icon = "chevron-down" if self.isChecked() else "chevron-left" if rtl else "chevron-right"
        self._look.icons.paint(painter, icon, (chevron.left(), chevron.top(), side), theme.muted)
        strong = self._look.type.font(Role.LABEL, 600)
        wide = round(QFontMetricsF(strong).horizontalAdvance(self._count)) + 2
        left, end = space.px(12) + side + space.px(8), self.width() - space.px(16) - wide
        room = max(1, end - left - space.px(8))
        words = QFontMetricsF(strong).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        write(
            painter, QRectF(self._seen(QRect(left, 0, room, self.height()))), words, strong, theme.muted, right=rtl
        )
        count = QRectF(self._seen(QRect(end, 0, wide, self.height())))
        write(painter, count, self._count, strong, theme.accent, right=not rtl)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(3, 1, -3, -1), theme, space.radius_card)

    # How it is done

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._count}" if self._count else self.text())
        self.setAccessibleDescription(self.tr("open") if self.isChecked() else self.tr("folded"))
        self.setToolTip(self.text())

    def _seen(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)
