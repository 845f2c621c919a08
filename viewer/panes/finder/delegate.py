"""Paints a line below the field: a heading, a title over its detail, or a value with its count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.index.ask.finding import Finding
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.found import found_format, found_ranges
from viewer.look.ink import reads_from_right, write
from viewer.panes.finder.lines import Line

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]
LEAD = 40
"""Letters that stand before the first mark of a long text."""
LONGEST = 400
"""Letters that are measured: more do not fit in a line."""


class LineDelegate(QStyledItemDelegate):
    """Marks the words that were found, in the direction of the text itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        font = look.type.font
        self._title, self._detail, self._heading = font(Role.BODY, 500), font(Role.LABEL), font(Role.LABEL, 600)
        heading, title, detail = (QFontMetricsF(f).height() for f in (self._heading, self._title, self._detail))
        self._heights = (
            round(heading) + look.space.medium,
            round(title) + look.space.medium,
            round(title + detail) + look.space.medium,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(ROW)
        lines = 0 if not line.chosen else 2 if line.finding and line.finding.detail else 1
        return QSize(100, self._heights[lines])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(ROW)
        box = QRectF(option.rect)
        inside = box.adjusted(self._look.space.medium, 0, -self._look.space.medium, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option.state, line)
        if line.finding:
            self._paint_finding(painter, inside, line.finding)
        elif line.offer:
            self._paint_pair(painter, inside, line.offer.label, line.count, self._title)
        else:
            heading = inside.adjusted(0, self._look.space.small, 0, 0)
            self._paint_pair(painter, heading, line.heading, line.count, self._heading)
        painter.restore()

    # How it is done

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag, line: Line) -> None:
        theme, space = self._look.theme, self._look.space
        if not line.chosen or not state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme.accent, theme.stroke) if chosen and theme.stroke > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint if chosen else theme.sunken)
        card = box.adjusted(space.tight, 1, -space.tight, -1)
        painter.drawRoundedRect(card, space.radius_mark, space.radius_mark)

    def _paint_pair(self, painter: QPainter, inside: QRectF, words: str, count: str, font: QFont) -> None:
        """Words at the reading edge, a count at the other."""
        theme, figures = self._look.theme, self._detail
        rtl = self._turned()
        wide = QFontMetricsF(figures).horizontalAdvance(count) + self._look.space.small if count else 0.0
        room = inside.width() - wide
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        box = inside.adjusted(wide if rtl else 0, 0, 0 if rtl else -wide, 0)
        write(painter, box, shown, font, theme.muted if font is self._heading else theme.text, right=rtl)
        write(painter, inside, count, figures, theme.muted, right=not rtl)

    def _paint_finding(self, painter: QPainter, inside: QRectF, finding: Finding) -> None:
        theme = self._look.theme
        top = inside.top() + self._look.space.tight + self._look.space.px(1)
        painter.setPen(theme.text)
        top += self._draw(painter, inside, top, (finding.title, finding.title_marks), self._title)
        painter.setPen(theme.muted)
        self._draw(painter, inside, top, (finding.detail, finding.detail_marks), self._detail)

    def _draw(self, painter: QPainter, inside: QRectF, top: float, words: tuple[str, Marks], font: QFont) -> float:
        """One line of text with marked ranges, at the window's reading edge; answers its height."""
        shown, marks = around_first_mark(*words)
        shown, marks = shortened(shown, marks, font, inside.width())
        layout = QTextLayout(shown, font)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | self._edge())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        rtl = reads_from_right(shown)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats(found_ranges(shown, marks, found_format(self._look.theme)))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(inside.width())
        layout.endLayout()
        layout.draw(painter, QPointF(inside.left(), top))
        return line.height()

    def _edge(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._turned() else Qt.AlignmentFlag.AlignLeft

    def _turned(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def around_first_mark(text: str, marks: Marks) -> tuple[str, Marks]:
    """A long text cut at a word shortly before its first mark, with the marks moved along."""
    if not marks or marks[0][0] <= LEAD:
        return text, marks
    cut = text.rfind(" ", 0, marks[0][0] - LEAD // 2) + 1
    if cut <= 0:
        return text, marks
    return "… " + text[cut:], tuple((start - cut + 2, end - cut + 2) for start, end in marks)


def shortened(text: str, marks: Marks, font: QFont, room: float) -> tuple[str, Marks]:
    """The text in one line of `room` pixels, with an ellipsis where it does not fit; marks beyond it go."""
    plain = text[:LONGEST].replace("\n", " ")
    shown = QFontMetricsF(font).elidedText(plain, Qt.TextElideMode.ElideRight, room)
    if shown == text:
        return text, marks
    end = len(shown) - 1
    return shown, tuple((start, min(stop, end)) for start, stop in marks if start < end)
