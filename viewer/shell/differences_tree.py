"""The differences between two versions as a tree: what became of it, the entry, its fields old and new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from viewer.case.diff import Difference
from viewer.case.plain import shown
from viewer.look.current import Look
from viewer.session.focus import Focus
from viewer.wording.differences import say_entity, say_field, say_kind, say_value
from viewer.wording.voice import Voice, fill

MOST = 5000
"""Entries that are shown; a saved list has them all."""
_KINDS = ("changed", "added", "withdrawn")
_SPOTS = frozenset(Focus.__match_args__)
_ENTRY = Qt.ItemDataRole.UserRole


class DifferencesTree(QTreeWidget):
    """Enter or a double click leads to the entry."""

    spot_chosen = Signal(object)  # Focus

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self.setAccessibleName(self.tr("Differences"))
        self.setHeaderLabels([self.tr("Entry"), self.tr("Old"), self.tr("New")])
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setAlternatingRowColors(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(lambda item, _column: self._choose(item))

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """In the order in which they are given, under what became of them."""
        self.clear()
        for kind in _KINDS:
            found = [difference for difference in differences if difference.kind == kind]
            if found:
                self._add_group(kind, found)

    def take_keyboard(self) -> None:
        """To the first entry."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first.child(0) or first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    # How it is done

    def _add_group(self, kind: str, found: Sequence[Difference]) -> None:
        words = fill(
            self.tr("%1: %2", "kind, number"), say_kind(self._voice, kind), self._voice.number(len(found))
        )
        group = QTreeWidgetItem(self, [words[:1].upper() + words[1:]])
        group.setFirstColumnSpanned(True)
        font = group.font(0)
        font.setWeight(font.Weight.DemiBold)
        group.setFont(0, font)
        for difference in found[:MOST]:
            self._add_entry(group, difference)
        if len(found) > MOST:
            more = fill(self.tr("%1 more; save the list to have them all."), self._voice.number(len(found) - MOST))
            QTreeWidgetItem(group, [more]).setFirstColumnSpanned(True)
        group.setExpanded(True)

    def _add_entry(self, group: QTreeWidgetItem, difference: Difference) -> None:
        entity, uid = say_entity(self._voice, difference.entity), shown(difference.uid)
        words, title = fill(self.tr("%1 %2", "kind of entry, id"), entity, uid), shown(difference.title)
        if title not in ("", uid):
            words = fill(self.tr("%1: %2", "entry, title"), words, title)
        entry = QTreeWidgetItem(group, [words])
        entry.setFirstColumnSpanned(True)
        entry.setToolTip(0, _tip(words))
        entry.setData(0, _ENTRY, (difference.entity, difference.uid))
        for change in difference.changes:
            values = [say_value(self._voice, change.field, value) for value in (change.old, change.new)]
            row = QTreeWidgetItem(entry, [say_field(self._voice, change.field), *map(self._own, values)])
            for column, value in enumerate(values, 1):
                row.setToolTip(column, _tip(value))
        entry.setExpanded(True)

    def _own(self, value: str) -> str:
        """In its own direction where the window's runs the other way."""
        return f"\u2068{value}\u2069" if self.isRightToLeft() else value

    def _choose(self, item: QTreeWidgetItem) -> None:
        """The entry of a field is that of its parent."""
        above = item.parent()
        told = item.data(0, _ENTRY) or (above.data(0, _ENTRY) if above else None)
        if told and told[0] in _SPOTS:
            self.spot_chosen.emit(Focus(**{told[0]: told[1]}))
        elif item.childCount():
            item.setExpanded(not item.isExpanded())


def _tip(words: str) -> str:
    """Wrapped, and no sign of the data is markup."""
    from viewer.look.ink import tooltip

    return tooltip([words])
