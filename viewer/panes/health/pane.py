"""Citation health: every passage of the case and whether its words stand where the case says."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.builder.examining import Examined
from viewer.index.ask.health import STANDINGS
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.health.model import CitationModel, Sifted
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording import health as words
from viewer.wording.citation import Reference, signed
from viewer.wording.voice import Voice


class CitationTable(QTableView):
    """Enter or a double click chooses a row; Ctrl+C copies."""

    chosen = Signal(QModelIndex)
    copy_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("Passages"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.doubleClicked.connect(self.chosen)

    def fit(self) -> None:
        """Widths of the columns and heights of the rows under the present look; the passage takes what is left."""
        px, head = self._look.space.px, self.horizontalHeader()
        for column, width in enumerate((110, 0, 230, 190, 130)):
            if width:
                head.resizeSection(column, px(width))
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(px(90))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(px(30))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {px(5)}px; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)


class HealthPane(QWidget):
    """Shows what was found; looking is done elsewhere."""

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._voice = voice
        self._reference = Reference("", "")
        self._model = CitationModel(voice, self)
        self._sifted = Sifted(self)
        self._sifted.setSourceModel(self._model)
        self.summary = Paragraph("strong")
        self._meaning = Paragraph("label", "muted")
        self.states = QComboBox(self)
        self.typed = QLineEdit(self)
        self.table = CitationTable(look, self)
        self.table.setModel(self._sifted)
        self._lay_out()
        self._listen()
        self.table.fit()

    def show_progress(self, share: float) -> None:
        """While the passages are looked for, 0 to 1."""
        self.summary.setText(words.looking_words(self._voice, share))

    def show_found(self, found: tuple[Examined, ...], reference: Reference) -> None:
        """What was found; `reference` is the case and the address it is copied with."""
        self._reference = reference
        self._model.show_found(found)
        self.summary.setText(words.count_standings(self._voice, (each.stand.state for each in found)))
        self._fill_states(found)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.selectRow(0)

    def show_trouble(self, sentence: str) -> None:
        self.summary.setText(sentence)

    def take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_of_selection(self) -> str:
        """The selected rows, or all that are shown where at most one is selected, with the case they stand in."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        rows = rows if len(rows) > 1 else list(range(self._sifted.rowCount()))
        lines = ["\t".join(self._model.line(self._source_row(row))) for row in rows]
        return signed(self._voice, [self.summary.text(), "", *lines, ""], self._reference)

    # What others tell us

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            citation = self._model.found[self._source_row(index.row())].citation
            self._navigator.go(Focus(passage=citation.passage), by=self)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text_of_selection())

    @Slot()
    def _sift(self) -> None:
        state = self.states.currentData() or ""
        self._sifted.sift(state, self.typed.text())
        self._meaning.setText(words.explain_standing(self._voice, state) if state else self._all_means())

    # How it is done

    def _source_row(self, row: int) -> int:
        return self._sifted.mapToSource(self._sifted.index(row, 0)).row()

    def _fill_states(self, found: tuple[Examined, ...]) -> None:
        counts = {state: sum(each.stand.state == state for each in found) for state in STANDINGS}
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem(self.tr("All states"), "")
        for state, count in counts.items():
            if count:
                named = words.say_standing(self._voice, state)
                self.states.addItem(f"{named} ({self._voice.number(count)})", state)
        self.states.blockSignals(False)
        self._sift()

    def _all_means(self) -> str:
        return self.tr("Each passage was looked for just now in its document as the case holds it.")

    def _listen(self) -> None:
        self.table.chosen.connect(self._go)
        self.table.copy_asked.connect(self._copy)
        self.states.currentIndexChanged.connect(self._sift)
        self.typed.textChanged.connect(self._sift)
        self._look.changed.connect(self.table.fit)

    def _lay_out(self) -> None:
        space = self._look.space
        head, column = QWidget(self), QVBoxLayout(self)
        dress(head, role="bar")
        self.states.setAccessibleName(self.tr("State"))
        self.typed.setAccessibleName(self.tr("Words in passage or document"))
        self.typed.setPlaceholderText(self.tr("Words in passage or document"))
        self.typed.setClearButtonEnabled(True)
        copying = QPushButton(self.tr("Copy"), head)
        copying.setToolTip(
            self.tr("Copies the selected rows, or all that are shown, with the case they stand in.")
        )
        copying.setAutoDefault(False)
        copying.clicked.connect(self._copy)
        line = QHBoxLayout()
        for widget, stretch in ((self.states, 1), (self.typed, 3), (copying, 0)):
            line.addWidget(widget, stretch)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(space.large, space.medium, space.large, space.medium)
        lines.setSpacing(space.small)
        for paragraph in (self.summary, self._meaning):
            lines.addWidget(paragraph)
        lines.addLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
