"""The table's cells in words, for the screen and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap

from viewer.index.ask.events import EventRow
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_glyph
from viewer.look.ink import tooltip
from viewer.look.picking import paint_picked
from viewer.look.theme import kind_colour
from viewer.panes.table.rows import Ask, Rows
from viewer.session.navigator import MOST_PICKED
from viewer.wording.doubt import disputed_word
from viewer.wording.events import dated, spoken_picked, spoken_row, told_event
from viewer.wording.figures import headline_words
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""The EventRow itself."""
FOUND = Qt.ItemDataRole.UserRole + 1
"""Where words that were found stand in a title, in code points."""

COLUMNS: Final = (
    ("time", str(QT_TRANSLATE_NOOP("Table", "Date"))),
    ("title", str(QT_TRANSLATE_NOOP("Table", "Event"))),
    ("place", str(QT_TRANSLATE_NOOP("Table", "Place"))),
    ("kind", str(QT_TRANSLATE_NOOP("Table", "Kind"))),
    ("figure", str(QT_TRANSLATE_NOOP("Table", "Stated figures"))),
    ("origins", str(QT_TRANSLATE_NOOP("Table", "Origins"))),
    ("disputed", str(QT_TRANSLATE_NOOP("Table", "Disputed"))),
)
"""What each column is sorted by, and its heading."""


class TableModel(QAbstractTableModel):
    """As many rows as there are events; only those that are looked at are fetched."""

    def __init__(self, look: Look, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._ask: Ask | None = None
        self._rows: Rows | None = None
        self._kinds: Mapping[int, str] = {}
        self._glyphs: dict[tuple[int, str, int], QPixmap] = {}
        self.sought: SoughtWords | None = None
        self.picked: frozenset[str] = frozenset()

    def show_events(self, ask: Ask) -> None:
        """Of a case and a query, in the order the table is in."""
        sort, descending = self.order
        self.beginResetModel()
        self._ask, self._kinds = ask, ask.kinds()
        self._rows = Rows(ask, sort, descending)
        self.endResetModel()

    @property
    def order(self) -> tuple[str, bool]:
        """What it is sorted by, and whether the last come first."""
        return (self._rows.sort, self._rows.descending) if self._rows else ("time", False)

    def find(self, uid: str) -> int:
        """In which row an event stands; -1 if in none."""
        return self._rows.find(uid) if self._rows and uid else -1

    def uids(self, first: int, last: int) -> tuple[list[str], int]:
        """Of the rows from one to the other, either way, as many as can be picked; and how many more there are."""
        step = 1 if first <= last else -1
        wanted = range(first, last + step, step)
        rows = (self._rows.row(number) for number in wanted[:MOST_PICKED]) if self._rows else ()
        return [row.uid for row in rows if row], max(0, len(wanted) - MOST_PICKED)

    def between(self, one: str, other: str) -> tuple[list[str], int]:
        """As of viewer.session.picking.Between; the other alone where the first is not in the table."""
        first, last = self.find(one), self.find(other)
        return self.uids(first, last) if first >= 0 and last >= 0 else ([other], 0)

    # What Qt calls

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return self._rows.size if self._rows and not parent.isValid() else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Table", COLUMNS[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows.row(index.row()) if self._rows and index.isValid() else None
        if row is None:
            return None
        name = COLUMNS[index.column()][0]
        if role == FOUND:
            return self.sought.marks(row.title) if self.sought and name == "title" else ()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, name)
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(told_event(self._voice, row))
            case Qt.ItemDataRole.DecorationRole if name == "time" and row.uid in self.picked:
                return self._tick()
            case Qt.ItemDataRole.DecorationRole if name == "kind":
                return self._glyph(row.kind)
            case Qt.ItemDataRole.ForegroundRole if name == "disputed":
                return self._look.theme.disputed
            case Qt.ItemDataRole.FontRole if name == "time":
                return self._look.type.font(Role.LABEL, 600)
            case Qt.ItemDataRole.TextAlignmentRole if name == "origins":
                return Qt.AlignmentFlag.AlignCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        name = COLUMNS[column][0] if 0 <= column < len(COLUMNS) else "time"
        if self._ask and self._rows and (name, descending) != (self._rows.sort, self._rows.descending):
            self.beginResetModel()
            self._rows = Rows(self._ask, name, descending)
            self.endResetModel()

    # How it is done

    def _words(self, row: EventRow, name: str) -> str:
        match name:
            case "time":
                return dated(self._voice, row)
            case "title":
                return row.title
            case "place":
                return row.place or ""
            case "kind":
                return self._kinds.get(row.kind, "")
            case "figure":
                return headline_words(self._voice, row.headline) if row.headline else ""
            case "origins":
                return self._voice.number(len(row.origins)) if row.origins else ""
        return disputed_word(self._voice) if row.disputed else ""

    def _spoken(self, row: EventRow, column: int) -> str:
        """The first cell says the whole line; each other one its own heading and words."""
        if column == 0:
            return spoken_picked(self._voice, spoken_row(self._voice, row), row.uid in self.picked)
        heading = QCoreApplication.translate("Table", COLUMNS[column][1])
        said = self._words(row, COLUMNS[column][0]) or self._voice.translate("Table", "none", "an empty cell")
        return fill(self._voice.translate("Table", "%1: %2", "heading, cell"), heading, said)

    def _tick(self) -> QPixmap:
        """Of an event that is picked."""
        return self._drawn((-1, self._look.theme.name, self._look.space.px(14)), self._paint_tick)

    def _paint_tick(self, painter: QPainter, side: int) -> None:
        paint_picked(painter, self._look, QRectF(0, 0, side, side).adjusted(1, 1, -1, -1))

    def _glyph(self, kind: int) -> QPixmap:
        def paint(painter: QPainter, side: int) -> None:
            paint_glyph(painter, kind, QRectF(0, 0, side, side), kind_colour(self._look.theme, kind))

        return self._drawn((kind, self._look.theme.name, self._look.space.px(12)), paint)

    def _drawn(self, key: tuple[int, str, int], paint: Callable[[QPainter, int], None]) -> QPixmap:
        if key not in self._glyphs:
            pixmap = QPixmap(key[2] * 2, key[2] * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, key[2])
            painter.end()
            self._glyphs[key] = pixmap
        return self._glyphs[key]
