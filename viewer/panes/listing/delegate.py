"""Paints a row of the list: a kind with its count, or an event with its ring, date and figures."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.events import EventRow, KindGroup
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.found import seen_marks, write_found
from viewer.look.glyphs import paint_focus, paint_glyph, paint_pill, paint_ring, pill_size
from viewer.look.ink import reads_from_right, write
from viewer.look.theme import kind_colour
from viewer.look.units import parted
from viewer.panes.listing.lines import Lines, Spot, Widths, share
from viewer.panes.listing.model import RECORD, ListingModel, Rest
from viewer.wording.doubt import disputed_word
from viewer.wording.events import dated
from viewer.wording.figures import headline_short
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Knows the look that is worn and which event is in focus; made anew when the look changes."""

    def __init__(self, look: Look, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.sought: SoughtWords | None = None
        self.measured_only: frozenset[str] | None = None
        """Uids of the events whose rows are measured, while the heights of others are guessed; None = all are."""
        self._look, self._voice = look, voice
        self._title = look.type.font(Role.BODY, 500)
        self._title_chosen = look.type.font(Role.BODY, 600)
        self._date = look.type.font(Role.LABEL)
        self._strong = look.type.font(Role.LABEL, 600)
        self._pill = look.type.font(Role.SMALL, 600)
        self._measures = {id(font): QFontMetricsF(font) for font in (self._title_chosen, self._date, self._strong)}
        self._letter = self._measures[id(self._title_chosen)].averageCharWidth()
        self._line_heights = {id(font): _step(font) for font in (self._title, self._date)}
        self._titles: dict[tuple[str, int], tuple[str, ...]] = {}
        self._heights: dict[tuple[str, int], int] = {}
        self._widths: dict[tuple[str, int], float] = {}
        self._said: dict[str, tuple[str, str, str]] = {}

    def measure(self, row: EventRow, width: int) -> int:
        """Pixels that a row of this width is high; kept, for it is asked for while the tree comes to rest."""
        key = (row.uid, width)
        if key not in self._heights:
            self._heights[key] = self._height(row, self._room(width))
        return self._heights[key]

    def guess(self, row: EventRow, width: int) -> int:
        """About as high as the row will be, without looking at its words."""
        wide = len(row.title) * self._letter
        lines = (1 if wide <= self._room(width) else 2) * self._line(self._title) + self._line(self._date)
        return max(round(lines), self._look.space.px(28)) + 2 * self._look.space.px(9)

    @property
    def least(self) -> int:
        """Pixels below which no row of an event is."""
        lines = self._line(self._title) + self._line(self._date)
        return max(round(lines), self._look.space.px(28)) + 2 * self._look.space.px(9)

    # What Qt calls

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        record = index.data(RECORD)
        width = _view_width(option)
        if isinstance(record, KindGroup):
            return QSize(width, self._look.space.px(34))
        if isinstance(record, Rest):
            out_of_sight = self.measured_only is not None and record.alone
            lines = 1 if out_of_sight else len(self._rest_words(record, self._room(width)))
            return QSize(width, round(lines * self._line(self._date)) + 2 * self._look.space.px(9))
        guessed = self.measured_only is not None and record.uid not in self.measured_only
        return QSize(width, self.guess(record, width) if guessed else self.measure(record, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(record, KindGroup):
            view = option.widget
            expanded = not isinstance(view, QTreeView) or view.isExpanded(index)
            self._paint_group(painter, option, record, expanded)
        elif isinstance(record, EventRow):
            self._paint_event(painter, option, record, _is_pointed_at(option, index))
        elif isinstance(record, Rest):
            self._paint_rest(painter, option, record, _is_pointed_at(option, index))
        if _holds_keyboard(option, index):
            ring = QRectF(option.rect).adjusted(3, 1, -3, -1)
            paint_focus(painter, ring, self._look.theme, self._look.space.radius_card)
        painter.restore()

    # A kind

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, group: KindGroup, expanded: bool
    ) -> None:
        space, theme, box = self._look.space, self._look.theme, option.rect
        side, pad = space.px(16), space.px(12)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chevron = _seen(option, QRect(box.left() + pad, box.center().y() - side // 2, side, side))
        icon = "chevron-down" if expanded else "chevron-left" if rtl else "chevron-right"
        self._look.icons.paint(painter, icon, (chevron.left(), chevron.top(), side), theme.muted)
        count = self._voice.number(self._total(option, group))
        wide = round(QFontMetricsF(self._date).horizontalAdvance(count)) + 2
        left = box.left() + pad + side + space.px(8)
        end = box.right() - space.px(16) - wide
        words = _seen(option, QRect(left, box.top(), end - left - space.px(8), box.height()))
        label = QFontMetricsF(self._strong).elidedText(group.label, Qt.TextElideMode.ElideRight, words.width())
        write(painter, QRectF(words), label, self._strong, theme.muted, right=rtl)
        number = _seen(option, QRect(end, box.top(), wide, box.height()))
        write(painter, QRectF(number), count, self._date, theme.muted, right=not rtl)

    def _total(self, option: QStyleOptionViewItem, group: KindGroup) -> int:
        view = option.widget
        model = view.model() if isinstance(view, QTreeView) else None
        return model.total(group) if isinstance(model, ListingModel) else len(group.events)

    def _paint_rest(self, painter: QPainter, option: QStyleOptionViewItem, rest: Rest, hovered: bool) -> None:
        """How many more there are, in the words' own column."""
        space, theme = self._look.space, self._look.theme
        self._paint_ground(painter, option, False, hovered)
        left, top = option.rect.left() + space.px(8 + 9 + 28 + 10), float(option.rect.top() + space.px(9))
        room, height = self._room(option.rect.width()), self._line(self._date)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        for line in self._rest_words(rest, room):
            box = _seen(option, QRect(left, round(top), round(room) + 1, round(height)))
            write(painter, QRectF(box), line, self._date, theme.muted, right=rtl)
            top += height

    # An event

    def _paint_event(self, painter: QPainter, option: QStyleOptionViewItem, row: EventRow, hovered: bool) -> None:
        space, theme = self._look.space, self._look.theme
        chosen = row.uid == self.chosen
        self._paint_ground(painter, option, chosen, hovered)
        side, top = space.px(28), option.rect.top() + space.px(9)
        left = option.rect.left() + space.px(8 + 9)
        ring = QRectF(_seen(option, QRect(left, top, side, side)))
        colour = kind_colour(theme, row.kind)
        paint_ring(painter, ring, row.origins, theme, colour=colour, disputed=row.disputed)
        glyph = QRectF(0, 0, space.px(13), space.px(13))
        glyph.moveCenter(ring.center())
        exact = bool(row.when and row.when.sure_start and row.when.sure_end and not row.loose)
        paint_glyph(painter, row.kind, glyph, colour, filled=exact)
        if self._is_picked(option, row):
            from viewer.look.picking import paint_picked

            disc = QRectF(0, 0, space.px(14), space.px(14))
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            disc.moveCenter(ring.bottomRight() if rtl else ring.bottomLeft())  # away from the words
            paint_picked(painter, self._look, disc.translated(space.px(-2 if rtl else 2), -space.px(2)))
        self._paint_words(painter, option, row, QPointF(left + side + space.px(10), top), chosen)

    def _is_picked(self, option: QStyleOptionViewItem, row: EventRow) -> bool:
        view = option.widget
        model = view.model() if isinstance(view, QTreeView) else None
        return isinstance(model, ListingModel) and row.uid in model.picked

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool, hovered: bool) -> None:
        space, theme = self._look.space, self._look.theme
        card = QRectF(option.rect).adjusted(space.px(8), 1, -space.px(8), -1)
        if not chosen and not hovered:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.surface if chosen else theme.sunken)
        painter.drawRoundedRect(card, space.radius_card, space.radius_card)
        if chosen:
            bar = QRect(round(card.left()), round(card.top()) + space.px(8), space.px(3), 0)
            bar.setHeight(round(card.height()) - 2 * space.px(8))
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(_seen(option, bar)), 1.5, 1.5)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, row: EventRow, start: QPointF, chosen: bool
    ) -> None:
        theme, room = self._look.theme, self._room(option.rect.width())
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        left, top = round(start.x()), start.y()
        font = self._title_chosen if chosen else self._title
        found, begin = self.sought.marks(row.title) if self.sought else (), 0
        for line in self._wrapped(row.title, room):
            height = self._line(self._title)
            box = _seen(option, QRect(left, round(top), round(room) + 1, round(height)))
            marks = seen_marks(found, row.title, line, begin)
            write_found(painter, QRectF(box), line, marks, font, colour=theme.text, theme=theme, right=rtl)
            top, begin = top + height, _next_line(row.title, begin + len(line))
        lines, words = self._share(row, room), self._words(row)
        spots = (lines.date, lines.figures, lines.pill)
        looks = ((self._date, theme.muted), (self._strong, theme.text), (self._pill, theme.disputed))
        for number, (spot, said, (ink, colour)) in enumerate(zip(spots, words, looks, strict=True)):
            if spot and said:
                box = _seen(option, self._box(left, top, spot))
                if number == 2:
                    paint_pill(painter, QRectF(box).adjusted(0, 1, 0, -1), said, colour, ink)
                else:
                    short = QFontMetricsF(ink).elidedText(said, Qt.TextElideMode.ElideRight, spot.width + 1)
                    trailing = number == 1 and spot.left > 0
                    write(painter, QRectF(box), short, ink, colour, right=rtl != trailing)

    # How it is done

    def _box(self, left: int, top: float, spot: Spot) -> QRect:
        height = self._line(self._date)
        return QRect(
            round(left + spot.left), round(top + spot.line * height), round(spot.width) + 1, round(height)
        )

    def _height(self, row: EventRow, room: float) -> int:
        lines = 1 if self._wide(row.title, self._title_chosen) <= room else 2
        height = lines * self._line(self._title) + self._share(row, room).count * self._line(self._date)
        return max(round(height), self._look.space.px(28)) + 2 * self._look.space.px(9)

    def _rest_words(self, rest: Rest, room: float) -> tuple[str, ...]:
        from viewer.wording.filters import more_events

        return self._wrapped(more_events(self._voice, rest.events), room)

    def _room(self, width: int) -> float:
        """Pixels for words in a row of `width`."""
        space = self._look.space
        return max(40.0, width - space.px(8 + 9 + 28 + 10) - space.px(8 + 10))

    def _line(self, font: QFont) -> float:
        return self._line_heights[id(font)]

    def _wide(self, words: str, font: QFont) -> float:
        key = (words, id(font))
        if key not in self._widths:
            self._widths[key] = self._measures[id(font)].horizontalAdvance(words)
        return self._widths[key]

    def _words(self, row: EventRow) -> tuple[str, str, str]:
        """Date, figures, pill."""
        if row.uid not in self._said:
            figures = headline_short(self._voice, row.headline) if row.headline else ""
            pill = disputed_word(self._voice) if row.disputed else ""
            self._said[row.uid] = dated(self._voice, row), figures, pill
        return self._said[row.uid]

    def _share(self, row: EventRow, room: float) -> Lines:
        date, figures, pill = self._words(row)
        return share(
            room,
            Widths(
                self._wide(date, self._date),
                self._wide(figures, self._strong) + 1 if figures else 0.0,
                pill_size(pill, self._pill)[0] if pill else 0.0,
                float(self._look.space.px(8)),
            ),
        )

    def _wrapped(self, title: str, room: float) -> tuple[str, ...]:
        """The title in one line or two, the second shortened where it must be; in the wider of its fonts."""
        key = (title, round(room))
        if key not in self._titles:
            font = self._title_chosen
            fits = self._wide(title, font) <= room
            self._titles[key] = (title,) if fits else _two_lines(title, font, room)
        return self._titles[key]


def _step(font: QFont) -> float:
    """From line to line."""
    return float(round(QFontMetricsF(font).height() * 1.12))


def _two_lines(title: str, font: QFont, room: float) -> tuple[str, ...]:
    layout = QTextLayout(title, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if reads_from_right(title) else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(room)
    end = first.textStart() + first.textLength()
    layout.endLayout()
    start, rest = parted(title, end)
    if not rest:
        return (start,)
    short = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
    return start.rstrip(), short


def _next_line(title: str, end: int) -> int:
    """Where a line begins whose predecessor ends there: blanks at a line's end are not shown."""
    return end + len(title[end:]) - len(title[end:].lstrip())


def _seen(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """`box`, mirrored in the row where the window is."""
    if option.direction == Qt.LayoutDirection.LeftToRight:
        return box
    row = option.rect
    return box.translated(row.left() + row.right() - box.left() - box.right(), 0)


# What option.state would say: QStyle has six hundred names, and a start can do without making them.


def _holds_keyboard(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QTreeView) and view.hasFocus() and view.currentIndex() == index


def _is_pointed_at(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    if not isinstance(view, QTreeView) or not view.underMouse():
        return False
    return view.indexAt(view.viewport().mapFromGlobal(QCursor.pos())) == index


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QTreeView) else option.rect.width()
