"""The heads of the table, which stay while it scrolls: accounts on top, points at the side."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.wrapped import wrapped_height, write_wrapped
from viewer.panes.accounts.model import AccountsModel
from viewer.wording.accounts import carrier_line
from viewer.wording.citation import event_words
from viewer.wording.figures import as_heading
from viewer.wording.voice import Voice

Line = tuple[str, QFont, str]
"""Words, their font, a colour of the theme."""

MOST_CARRIERS = 3
"""Publications named on a head; the rest are counted, and all stand in the tooltip."""


class Head(QHeaderView):
    """Paints wrapped lines; what they are is known by the two below."""

    def __init__(
        self, way: Qt.Orientation, look: Look, voice: Voice, model: AccountsModel, parent: QWidget
    ) -> None:
        super().__init__(way, parent)
        self._look = look
        self._voice = voice
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def lines(self, section: int) -> Iterator[Line]:
        """What stands in a section, from the top."""
        raise NotImplementedError

    def height_of(self, section: int, width: float) -> int:
        """Pixels that a section takes when it is `width` pixels wide."""
        room = width - 2 * self._look.space.small
        return sum(wrapped_height(words, font, room) + 1 for words, font, _tone in self.lines(section)) + (
            2 * self._look.space.small
        )

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        look, box = self._look, QRectF(rect)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, look.theme.panel)
        painter.setPen(QPen(look.theme.control if look.theme.stroke > 1 else look.theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        edge = (rect.topLeft(), rect.bottomLeft()) if rtl else (rect.topRight(), rect.bottomRight())
        painter.drawLine(*edge)
        inside = box.adjusted(look.space.small, look.space.small, -look.space.small, 0)
        for words, font, tone in self.lines(logicalIndex):
            write_wrapped(painter, inside, words, font, getattr(look.theme, tone), right=rtl)
            inside.setTop(inside.top() + wrapped_height(words, font, inside.width()) + 1)
        painter.restore()


class AccountHead(Head):
    """Claimant, then where and when it was published."""

    def lines(self, section: int) -> Iterator[Line]:
        column, type_ = self._model.columns[section], self._look.type
        small = type_.font(Role.SMALL)
        yield column.account.origin, type_.font(Role.BODY, 600), "text"
        sources = column.account.sources
        for source in sources[:MOST_CARRIERS]:
            yield carrier_line(self._voice, source, column.claims), small, "muted"
        more = len(sources) - MOST_CARRIERS
        if more > 0:
            yield self._voice.translate("Accounts", "and %n more publication(s)", n=more), small, "muted"

    def sizeHint(self) -> QSize:
        tall = (self.height_of(at, self.sectionSize(at)) for at in range(self.count()))
        return QSize(super().sizeHint().width(), max(tall, default=self._look.space.px(32)))


class PointHead(Head):
    """The point and, where several events are compared, the event."""

    def lines(self, section: int) -> Iterator[Line]:
        row, type_ = self._model.row(section), self._look.type
        yield as_heading(row.label), type_.font(Role.BODY, 600), "text"
        if self._model.several:
            yield event_words(self._voice, row.event), type_.font(Role.SMALL), "muted"

    def sizeHint(self) -> QSize:
        return QSize(self._look.space.px(180 if self._model.several else 132), super().sizeHint().height())
