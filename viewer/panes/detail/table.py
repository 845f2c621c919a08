"""The table twin of the figures chart: the same rows in the same order, as a screen reader likes them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from viewer.index.ask.chips import ClaimView
from viewer.panes.detail.guide import Guide
from viewer.session.focus import Focus
from viewer.wording.dates import say_when
from viewer.wording.doubt import disputed_word
from viewer.wording.figures import figure_words
from viewer.wording.sources import claimant_name, source_words
from viewer.wording.voice import Voice

WRAPPED = (0, 3)
"""Columns of names, which share what the others leave."""

Index = QModelIndex | QPersistentModelIndex


class FigureModel(QAbstractTableModel):
    """Claims with a figure, one a row."""

    def __init__(self, voice: Voice, claims: tuple[ClaimView, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._claims = tuple(claim for claim in claims if claim.figure)
        self._titles = (
            self.tr("Claimant"),
            self.tr("Figure"),
            self.tr("As of"),
            self.tr("Published by"),
            self.tr("Disputed"),
        )

    def claim(self, row: int) -> ClaimView:
        return self._claims[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._claims)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self._cells(self._claims[index.row()])[index.column()] if role in wanted else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[section]

    def _cells(self, claim: ClaimView) -> tuple[str, ...]:
        voice = self._voice
        return (
            claimant_name(voice, claim),
            figure_words(voice, claim.figure) if claim.figure else "",
            say_when(voice, claim.as_of, "short") if claim.as_of else "",
            source_words(voice, claim.source, "short"),
            disputed_word(voice) if claim.disputed else "",
        )


class FigureTable(QTableView):
    """Enter or a double click goes to the claim of the row."""

    def __init__(self, guide: Guide, claims: tuple[ClaimView, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._rows = FigureModel(guide.voice, claims, self)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {guide.look.space.px(6)}px; }}")
        self._divide()
        self.doubleClicked.connect(self._go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        claim = self._rows.claim(index.row())
        self._guide.go(Focus(event=claim.event, claim=claim.uid))

    def _divide(self) -> None:
        """Names wrap; numbers and dates take what they need."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(self._guide.look.space.px(32))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in WRAPPED:
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        """As high as its rows: the pane scrolls, not the table."""
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        if height != self.height():
            self.setFixedHeight(height)
