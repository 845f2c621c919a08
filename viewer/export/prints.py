"""What is laid on paper: a run sheet on one page, and the log of a hearing with its digest on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from viewer.case.frozen import dataclass
from viewer.stage.canvas import plain

_DOTS: Final = 144
_MARGIN: Final = 15.0
"""Millimetres."""
_LARGEST, _SMALLEST = 10.5, 6.0
"""Points of the letters of a table; a run sheet takes the largest with which it stands on one page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """columns: heading and share of the width of each; foot: at the end of every page, before its number."""

    title: str
    below: tuple[str, ...]
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[tuple[str, ...]]
    foot: str
    rtl: bool = False


def write_paper(paper: Paper, path: Path, page_words: str, *, one_page: bool = False) -> int:
    """A4, as PDF, written beside and renamed; answers the number of pages. Raises OSError.

    page_words: "%1 of %2". one_page: smaller letters rather than a second page, as long as they can be read.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        count = _write(paper, beside, page_words, one_page=one_page)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return count


def _write(paper: Paper, path: Path, page_words: str, *, one_page: bool) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QPdfWriter(str(path))
    writer.setTitle(paper.title)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path.parent} cannot be written to")
    sheet = QRectF(0, 0, writer.width(), writer.height())
    small = _font(7.5)
    foot = 2.2 * QFontMetricsF(small, writer).height()
    body = QSizeF(sheet.width(), sheet.height() - foot)
    document = _fitted(paper, writer, body, one_page=one_page)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        document.drawContents(painter, QRectF(0, page * body.height(), body.width(), body.height()))
        painter.restore()
        painter.setFont(small)
        _draw_foot(painter, sheet, paper, page_words, (page + 1, document.pageCount()))
    painter.end()
    return document.pageCount()


def _draw_foot(painter: QPainter, sheet: QRectF, paper: Paper, page_words: str, numbers: tuple[int, int]) -> None:
    number = page_words.replace("%1", str(numbers[0])).replace("%2", str(numbers[1]))
    near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if paper.rtl:
        near, far = far, near
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(sheet, near | bottom, paper.foot)
    painter.drawText(sheet, far | bottom, number)


def _fitted(paper: Paper, writer: QPdfWriter, body: QSizeF, *, one_page: bool) -> QTextDocument:
    size = _LARGEST
    document = _document(paper, writer, body, size)
    while one_page and document.pageCount() > 1 and size > _SMALLEST:
        size -= 0.5
        document = _document(paper, writer, body, size)
    return document


def _document(paper: Paper, writer: QPdfWriter, body: QSizeF, size: float) -> QTextDocument:
    """Text put in piece by piece: nothing in it is read as markup."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font(size))
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if paper.rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPageSize(body)
    cursor = QTextCursor(document)
    cursor.insertText(paper.title, _letters(size * 1.5, bold=True))
    for line in paper.below:
        cursor.insertBlock()
        cursor.insertText(line, _letters(size * 0.9))
    _insert_table(cursor, paper, size)
    return document


def _insert_table(cursor: QTextCursor, paper: Paper, size: float) -> None:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)
    shape.setCellPadding(4)
    shape.setCellSpacing(0)
    shape.setBorder(0.5)
    shape.setBorderCollapse(True)
    shape.setTopMargin(12)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for _, share in paper.columns]
    )
    table = cursor.insertTable(len(paper.rows) + 1, len(paper.columns), shape)
    for column, (heading, _) in enumerate(paper.columns):
        table.cellAt(0, column).firstCursorPosition().insertText(heading, _letters(size * 0.85, bold=True))
    for row, cells in enumerate(paper.rows, 1):
        for column, words in enumerate(cells):
            table.cellAt(row, column).firstCursorPosition().insertText(words, _letters(size))


def _font(size: float) -> QFont:
    """Of the interface."""
    font = QFont(QGuiApplication.font().families())
    plain(font)
    font.setPointSizeF(size)
    return font


def _letters(size: float, *, bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(size)
    letters.setFontWeight(600 if bold else 400)
    return letters
