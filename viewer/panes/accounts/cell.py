"""A cell of the table: figure, paraphrase, date and publication of each claim, and the mark of what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.index.ask.chips import ClaimView
from viewer.index.ask.comparing import Cell
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus, paint_pill, pill_size
from viewer.look.wrapped import wrapped_height, write_wrapped
from viewer.panes.accounts.model import AccountsModel, Index
from viewer.wording.accounts import NOTHING, excluded, placed_words
from viewer.wording.figures import figure_words
from viewer.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell. tone: a colour of the theme; claim: its number in the cell; air: pixels above it."""

    text: str
    role: Role
    weight: int
    tone: str
    claim: int
    air: int = 0


class CellDelegate(QStyledItemDelegate):
    """Paints cells and measures them; `against` are uids that exclude what the keyboard stands on."""

    def __init__(self, look: Look, voice: Voice, model: AccountsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._model = model
        self.paraphrases = True
        self.against: frozenset[str] = frozenset()
        self.chosen = ""
        """Uid of the claim whose passage is shown."""

    def height(self, row: int, column: int, width: int) -> int:
        """Pixels that a cell takes when its column is `width` pixels wide."""
        return sum(tall for _line, _room, tall in self._laid(row, column, width)) + 2 * self._look.space.small

    def claim_at(self, index: Index, down: float, width: int) -> int:
        """Number of the claim that stands `down` pixels below the cell's top."""
        top, last = float(self._look.space.small), 0
        for line, _room, tall in self._laid(index.row(), index.column(), width):
            if down < top + tall:
                return line.claim
            top, last = top + tall, line.claim
        return last

    # What Qt calls

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._look.space.px(190)
        return QSize(width, self.height(index.row(), index.column(), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._model.cell(index.row(), index.column())
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setClipRect(box)
        self._paint_ground(painter, box, cell, bool(state & QStyle.StateFlag.State_Selected))
        self._paint_lines(painter, box, index, rtl)
        if cell.differs:
            self._paint_mark(painter, box, cell, rtl)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box.adjusted(1, 1, -1, -1), self._look.theme, self._look.space.radius_mark)
        painter.restore()

    # How it is done

    def _laid(self, row: int, column: int, width: int) -> Iterator[tuple[Line, float, int]]:
        """The lines with their widths and heights, the air above a further claim included."""
        room = float(width - 2 * self._look.space.small)
        beside = self._mark_size(self._model.cell(row, column))[0]
        for number, line in enumerate(self._lines(row, column)):
            wide = room - beside if number == 0 else room
            yield line, wide, wrapped_height(line.text, self._font(line), wide) + line.air + 1

    def _lines(self, row: int, column: int) -> Iterator[Line]:
        claims = self._model.cell(row, column).claims
        if not claims:
            yield Line(NOTHING, Role.BODY, 400, "muted", 0)
        several = len(self._model.columns[column].account.sources) > 1
        for number, claim in enumerate(claims):
            yield from self._claim_lines(claim, number, several)

    def _claim_lines(self, claim: ClaimView, number: int, several: bool) -> Iterator[Line]:
        air = self._look.space.small if number else 0
        if claim.figure:
            yield Line(figure_words(self._voice, claim.figure), Role.STRONG, 600, "text", number, air)
            air = 0
        if self.paraphrases or not claim.figure:
            yield Line(claim.text or claim.measure_label, Role.LABEL, 400, "text", number, air)
        if placed := placed_words(self._voice, claim, several):
            yield Line(placed, Role.SMALL, 400, "muted", number)

    def _font(self, line: Line) -> QFont:
        return self._look.type.font(line.role, line.weight)

    def _mark(self, cell: Cell) -> str:
        return self._voice.translate("Accounts", "≠ %n", n=len(excluded(cell)))

    def _mark_size(self, cell: Cell) -> tuple[float, float]:
        """Width and height of the mark with the air beside it; nothing where nothing differs."""
        if not cell.differs:
            return 0.0, 0.0
        width, height = pill_size(self._mark(cell), self._look.type.font(Role.SMALL, 600))
        return width + self._look.space.tight, height

    def _paint_ground(self, painter: QPainter, box: QRectF, cell: Cell, selected: bool) -> None:
        theme = self._look.theme
        painter.fillRect(box, theme.tint if selected else theme.surface)
        if any(claim.uid in self.against for claim in cell.claims):
            painter.setPen(QPen(theme.disputed, max(1.5, theme.stroke), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(2, 2, -3, -3))

    def _paint_lines(self, painter: QPainter, box: QRectF, index: Index, rtl: bool) -> None:
        air, claims = self._look.space.small, self._model.cell(index.row(), index.column()).claims
        top = box.top() + air
        for line, room, tall in self._laid(index.row(), index.column(), int(box.width())):
            left = box.right() - air - room if rtl else box.left() + air
            at = QRectF(left, top + line.air, room, tall)
            colour = getattr(self._look.theme, line.tone)
            if claims and claims[line.claim].uid == self.chosen:
                self._paint_chosen(
                    painter, QRectF(box.left(), at.top() - 1, box.width(), tall - line.air + 1), rtl
                )
            write_wrapped(painter, at, line.text, self._font(line), colour, right=rtl)
            top += tall

    def _paint_chosen(self, painter: QPainter, box: QRectF, rtl: bool) -> None:
        """The claim whose passage is shown: as the passage is marked, with a bar at its beginning."""
        theme, bar = self._look.theme, self._look.space.px(3)
        painter.fillRect(box, theme.highlight)
        left = box.right() - bar if rtl else box.left()
        painter.fillRect(QRectF(left, box.top(), bar, box.height()), theme.highlight_mark)

    def _paint_mark(self, painter: QPainter, box: QRectF, cell: Cell, rtl: bool) -> None:
        width, height = pill_size(self._mark(cell), self._look.type.font(Role.SMALL, 600))
        air = self._look.space.small
        left = box.left() + air if rtl else box.right() - air - width
        frame = QRectF(QPointF(left, box.top() + air), QPointF(left + width, box.top() + air + height))
        font = self._look.type.font(Role.SMALL, 600)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint_pill(painter, frame, self._mark(cell), self._look.theme.disputed, font)
