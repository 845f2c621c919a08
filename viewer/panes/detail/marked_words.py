"""A paragraph in which the words that are looked for are marked; as a label it stays plain text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from viewer.look.found import Marks, found_format
from viewer.look.units import units
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.words import Words


class MarkedWords(Words):
    """The marks are painted below the letters, by a twin of the document in which Qt keeps them."""

    def __init__(self, guide: Guide, words: str, *, text: str = "body") -> None:
        super().__init__(words, text=text)
        self._guide = guide

    def paintEvent(self, event: QPaintEvent) -> None:
        if marks := self._guide.found(self.text()):
            painter = QPainter(self)
            self._paint_marks(painter, marks)
            painter.end()
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter, marks: Marks) -> None:
        twin = QTextDocument()
        twin.setDocumentMargin(0)
        twin.setDefaultFont(self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        twin.setDefaultTextOption(option)
        twin.setPlainText(self.text())
        twin.setTextWidth(self.contentsRect().width())
        form = found_format(self._guide.look.theme)
        form.setForeground(Qt.GlobalColor.transparent)
        caret = QTextCursor(twin)
        for start, end in marks:
            caret.setPosition(units(self.text()[:start]))
            caret.setPosition(units(self.text()[:end]), QTextCursor.MoveMode.KeepAnchor)
            caret.mergeCharFormat(form)
        context = QAbstractTextDocumentLayout.PaintContext()
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.transparent)
        context.palette = colours
        painter.translate(QPointF(self.contentsRect().topLeft()))
        twin.documentLayout().draw(painter, context)
