"""The list of findings: headed groups, the found words marked in the original text."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.case.frozen import dataclass
from viewer.index.ask.finding import Finding
from viewer.look.current import Look
from viewer.look.fonts import Role

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A heading of a group, or a finding."""

    heading: str
    finding: Finding | None = None


class Findings(QAbstractListModel):
    """Headings and findings in one column; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_lines(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        return self._lines[row].finding if 0 <= row < len(self._lines) else None

    def next_finding(self, row: int, step: int) -> int:
        """The nearest row with a finding beyond `row` in that direction; -1 if there is none."""
        row += step
        while 0 <= row < len(self._lines):
            if self._lines[row].finding:
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.heading}: {line.finding.title}" if line.finding else line.heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].finding:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class FindingDelegate(QStyledItemDelegate):
    """Paints a heading, or a title over its detail."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(ROW)
        kind, space = self._look.type, self._look.space
        if not line.finding:
            return QSize(100, QFontMetricsF(kind.font(Role.LABEL)).height().__ceil__() + space.medium)
        height = QFontMetricsF(kind.font(Role.BODY)).height() + space.small
        if line.finding.detail:
            height += QFontMetricsF(kind.font(Role.LABEL)).height()
        return QSize(100, round(height) + space.tight)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        inside = rect.adjusted(self._look.space.medium, 0, -self._look.space.medium, 0)
        painter.save()
        if not line.finding:
            painter.setFont(self._look.type.font(Role.LABEL, 600))
            painter.setPen(self._look.theme.muted)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(inside.adjusted(0, 0, 0, -self._look.space.tight), flags, line.heading)
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, self._look.theme.tint)
            self._paint_finding(painter, QRectF(inside), line.finding)
        painter.restore()

    def _paint_finding(self, painter: QPainter, inside: QRectF, finding: Finding) -> None:
        theme, kind = self._look.theme, self._look.type
        top = inside.top() + self._look.space.tight
        painter.setPen(theme.text)
        top += self._draw(painter, inside, top, (finding.title, finding.title_marks), kind.font(Role.BODY, 500))
        painter.setPen(theme.muted)
        self._draw(painter, inside, top, (finding.detail, finding.detail_marks), kind.font(Role.LABEL))

    def _draw(
        self,
        painter: QPainter,
        inside: QRectF,
        top: float,
        words: tuple[str, Marks],
        font: QFont,
    ) -> float:
        """One line of text with marked ranges, from the reading edge; answers its height."""
        shown, marks = around_first_mark(*words)
        layout = QTextLayout(shown, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._marked(shown, start, end) for start, end in marks])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(inside.width())
        layout.endLayout()
        painter.setClipRect(inside)
        layout.draw(painter, QPointF(inside.left(), top))
        return line.height()

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """Marks are code points; Qt counts UTF-16 units."""
        marked = QTextLayout.FormatRange()
        marked.start = len(text[:start].encode("utf-16-le")) // 2
        marked.length = len(text[start:end].encode("utf-16-le")) // 2
        marked.format = QTextCharFormat()
        marked.format.setBackground(self._look.theme.highlight)
        marked.format.setForeground(self._look.theme.text)
        return marked


LEAD = 40


def around_first_mark(text: str, marks: Marks) -> tuple[str, Marks]:
    """A long text cut at a word shortly before its first mark, with the marks moved along."""
    if not marks or marks[0][0] <= LEAD:
        return text, marks
    cut = text.rfind(" ", 0, marks[0][0] - LEAD // 2) + 1
    if cut <= 0:
        return text, marks
    return "… " + text[cut:], tuple((start - cut + 2, end - cut + 2) for start, end in marks)


class ResultList(QListView):
    """The list below the field. It never takes the keyboard: the field hands keys on."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.findings = Findings(self)
        self.setModel(self.findings)
        self.setItemDelegate(FindingDelegate(look, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))
        self.hide()

    def move_by(self, step: int) -> None:
        """Choose the next or previous finding."""
        row = self.findings.next_finding(self.currentIndex().row(), step)
        if row >= 0:
            self.setCurrentIndex(self.findings.index(row))

    def chosen(self) -> Finding | None:
        return self.findings.finding(self.currentIndex().row())
