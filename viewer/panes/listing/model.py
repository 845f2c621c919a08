"""Kinds and their events as a tree of two levels; words for the screen, the screen reader and the tooltip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.case.frozen import dataclass, replace
from viewer.index.ask.events import EventRow, KindGroup
from viewer.look.ink import tooltip
from viewer.wording.events import spoken_event, spoken_picked, told_event
from viewer.wording.voice import Voice, fill

RECORD = Qt.ItemDataRole.UserRole
"""The KindGroup, EventRow or Rest itself."""

FEW = 40
"""Rows of a kind that are listed before the whole list is: more than come into sight."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Rest:
    """The last line of a kind that has more events than are listed. alone: none of its kind is."""

    events: int
    alone: bool


def shortened(
    groups: Sequence[KindGroup], totals: Mapping[str, int] | None, focus: str | None
) -> tuple[tuple[KindGroup, ...], dict[str, int]]:
    """The first events of each kind, in its own those up to the one in focus and beyond it; and all totals.

    Kinds right before that of the event in focus are left as they are: their last lines are in sight, too.
    """
    places = [next((at for at, row in enumerate(group.events) if row.uid == focus), None) for group in groups]
    own = next((number for number, place in enumerate(places) if place is not None), 0)
    short, whole, above = list(groups), dict(totals or {}), 0
    for number, group in reversed(list(enumerate(groups))):
        if number >= own or above >= FEW:
            short[number] = replace(group, events=group.events[: (places[number] or 0) + FEW])
        else:
            above += len(group.events)
        whole[group.code] = max(whole.get(group.code, 0), len(group.events))
    return tuple(short), whole


class ListingModel(QAbstractItemModel):
    """An index of an event carries the row of its kind, plus one, as its id; a kind carries 0."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._groups: tuple[KindGroup, ...] = ()
        self._totals: dict[str, int] = {}
        self.picked: frozenset[str] = frozenset()

    def show_groups(self, groups: Sequence[KindGroup], totals: Mapping[str, int] | None = None) -> None:
        """`totals`: how many events a kind has by its code, listed or not; without them all are listed."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._totals = dict(totals or {})
        self.endResetModel()

    def total(self, group: KindGroup) -> int:
        """Events of a kind, listed or not."""
        return max(self._totals.get(group.code, 0), len(group.events))

    def find(self, uid: str) -> QModelIndex:
        """Where an event stands; invalid if it does not."""
        for number, group in enumerate(self._groups):
            for row, event in enumerate(group.events):
                if event.uid == uid:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def uids(self) -> list[str]:
        """Of all events that are listed, in their order."""
        return [event.uid for group in self._groups for event in group.events]

    def between(self, one: str, other: str) -> tuple[list[str], int]:
        """As of viewer.session.picking.Between; the other alone where the first is not listed."""
        uids = self.uids()
        if one not in uids or other not in uids:
            return [other], 0
        first, last = uids.index(one), uids.index(other)
        return (uids[first : last + 1] if first <= last else uids[last : first + 1][::-1]), 0

    def group(self, number: int) -> KindGroup:
        return self._groups[number]

    # What Qt calls

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):  # as hasIndex, which would come back to ask that
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId():
            return 0
        group = self._groups[parent.row()]
        return len(group.events) + (self.total(group) > group.skipped + len(group.events))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number = index.internalId()
        if not number:
            return self._of_group(self._groups[index.row()], role)
        group = self._groups[number - 1]
        if index.row() < len(group.events):
            return self._of_event(group.events[index.row()], role)
        rest = self.total(group) - group.skipped - len(group.events)
        return self._of_rest(Rest(rest, alone=not group.events), role)

    # How it is done

    def _of_event(self, row: EventRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_picked(self._voice, spoken_event(self._voice, row), row.uid in self.picked)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(told_event(self._voice, row))
        return None

    def _of_rest(self, rest: Rest, role: int) -> object:
        if role == RECORD:
            return rest
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in words:
            return None
        from viewer.wording.filters import more_events

        return more_events(self._voice, rest.events)

    def _of_group(self, group: KindGroup, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return group.label
            case Qt.ItemDataRole.UserRole:
                return group
            case Qt.ItemDataRole.AccessibleTextRole:
                count = self._voice.translate("Listing", "%n event(s)", n=self.total(group))
                return fill(self._voice.translate("Listing", "%1, %2", "kind, count"), group.label, count)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip((group.label, *((group.definition,) if group.definition else ())))
        return None
