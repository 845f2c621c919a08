"""A scrolling page of headed text, for whatever is read rather than worked: about, keys, help."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.style import dress

MEASURE = 620
"""Widest line of text in pixels at text scale 1."""


class ReadingPage(QScrollArea):
    """Sections below each other; every text can be selected and read by a screen reader."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self._page = QWidget()
        dress(self._page, role="panel")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self._page)
        margin = look.space.wide
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(look.space.small)
        self._layout.addStretch(1)
        self.setWidget(self._page)

    def title(self, text: str) -> QLabel:
        return self._add(text, "title")

    def heading(self, text: str) -> QLabel:
        label = self._add(text, "strong")
        label.setContentsMargins(0, self._look.space.large, 0, 0)
        return label

    def paragraph(self, text: str, tone: str = "") -> QLabel:
        return self._add(text, "body", tone)

    def mono(self, text: str) -> QLabel:
        """Runs from the left whatever the window does: groups of digits would change places."""
        label = self._label(text, "mono")
        holder = QWidget(self._page)
        holder.setMaximumWidth(self._look.space.px(MEASURE))
        around = QVBoxLayout(holder)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(label)
        label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._put(holder)
        return label

    def table(self, rows: Iterable[tuple[str, str]]) -> None:
        """Two columns: what, and the answer."""
        holder = QWidget(self._page)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.space.wide)
        grid.setVerticalSpacing(self._look.space.tight)
        grid.setColumnStretch(1, 1)
        for number, (what, answer) in enumerate(rows):
            left, right = self._label(what, "body", "muted"), self._label(answer, "body")
            left.setMinimumWidth(self._look.space.px(150))
            left.setMaximumWidth(self._look.space.px(240))
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, number, 1, Qt.AlignmentFlag.AlignTop)
        self._put(holder)

    def _add(self, text: str, role: str, tone: str = "") -> QLabel:
        label = self._label(text, role, tone)
        self._put(label)
        return label

    def _label(self, text: str, role: str, tone: str = "") -> QLabel:
        label = QLabel(text, self._page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMaximumWidth(self._look.space.px(MEASURE))
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        label.setTextInteractionFlags(flags)
        dress(label, text=role, tone=tone)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _put(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
