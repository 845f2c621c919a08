"""What opens below the field: what is wrong with the question, what was found, and what more can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.look.current import Look
from viewer.look.reading import Words
from viewer.look.style import dress
from viewer.panes.finder.lines import Line
from viewer.panes.finder.results import ResultList


class Popup(QFrame):
    """A card over the window. Only its button takes the keyboard."""

    line_taken = Signal(object)  # Line that was clicked
    filter_asked = Signal()
    left = Signal()  # Esc or Shift+Tab on the button

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._column = QVBoxLayout(self)
        self.said = Words(self)
        self.results = ResultList(look, self)
        self.show_all = QPushButton(self.tr("Show all as a filter (Ctrl+Enter)"), self)
        self.hint = Words(self)
        self._lay_out()
        self.results.clicked.connect(self._take)
        self.show_all.clicked.connect(self.filter_asked)
        self.show_all.installEventFilter(self)
        self.hide()

    def show_lines(self, lines: Sequence[Line], said: str, can_filter: bool) -> None:
        """`said`: a sentence above the lines, "" for none; `can_filter`: the question can become a filter."""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.results.show_lines(lines)
        self.results.setVisible(bool(lines))
        self.show_all.setVisible(can_filter)

    def tell_unsearched(self, words: str) -> None:
        """Which documents are not searched; "" where all are."""
        self.hint.setText("\n".join(line for line in (words, self._help) if line))

    def stand_below(self, field: QWidget) -> None:
        """Below the field, at least as wide, no taller than the window has room for."""
        window, space = self._window, self._look.space
        corner = field.mapTo(window, QPoint(0, field.height() + space.tight))
        width = min(max(field.width(), space.px(440)), window.width() - 2 * space.small)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = corner.x() + field.width() - width if rtl else corner.x()
        left = max(space.small, min(left, window.width() - width - space.small))
        room = max(space.px(80), window.height() - corner.y() - space.large)
        self.results.setFixedHeight(0)
        around = self._column.heightForWidth(width)
        lines = self.results.height_of_all() if not self.results.isHidden() else 0
        listed = max(0, min(lines, room - around))
        self.results.setFixedHeight(listed)
        self.setGeometry(QRect(left, corner.y(), width, around + listed))
        self.show()
        self.raise_()

    # What Qt calls

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backtab, Qt.Key.Key_Up):
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.filter_asked.emit()
                return True
        return super().eventFilter(watched, event)

    # How it is done

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self, role="card")
        dress(self.said, text="body")
        dress(self.show_all, role="link")
        dress(self.hint, text="small", tone="muted")
        for label in (self.said, self.hint):
            label.setContentsMargins(space.medium, space.tight, space.medium, space.tight)
        self._help = self.tr(
            "Every word must occur. Also: “exact words”, OR, NOT, begin*\n"
            "Fields: kind: place: person: source: before: after: during:"
        )
        self.hint.setText(self._help)
        line = QFrame(self)
        dress(line, role="line")
        button = QHBoxLayout()
        button.setContentsMargins(space.small, space.tight, space.small, 0)
        button.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeading)
        layout = self._column
        layout.setContentsMargins(1, space.tight, 1, space.tight)
        layout.setSpacing(0)
        for widget in (self.said, self.results, line):
            layout.addWidget(widget)
        layout.addLayout(button)
        layout.addWidget(self.hint)

    def _take(self, index: QModelIndex) -> None:
        line = self.results.lines.line(index.row())
        if line and line.chosen:
            self.line_taken.emit(line)
