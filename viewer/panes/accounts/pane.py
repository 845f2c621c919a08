"""Accounts beside each other: what each says on every point of one event or of several."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from viewer.index.ask.comparing import Accounts, Cell, Row
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.accounts.arranged import Order, arranged, events_of, part_of
from viewer.panes.accounts.controls import Flow, Foot, choice
from viewer.panes.accounts.table import AccountsTable
from viewer.session.focus import Focus
from viewer.session.navigator import FOCUS, SCOPES, Navigator
from viewer.wording.accounts import (
    cell_told,
    first_words,
    hidden_words,
    others_of,
    table_counts,
    table_text,
    table_title,
)
from viewer.wording.citation import Reference
from viewer.wording.voice import Voice


class AccountsPane(QWidget):
    """Stays with the events it was given. Says where to go; `scope_asked` wants other events."""

    scope_asked = Signal(str)  # one of SCOPES

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._voice = voice
        self._whole = Accounts((), ())
        self._reference = Reference("", "")
        self._first = ""
        self._title = Paragraph("strong")
        self._counts = Paragraph("label", "muted")
        self._foot = Foot(self.tr("About the cell"), self)
        self.table = AccountsTable(look, voice, self)
        self._make_controls()
        self._lay_out()
        self._listen()
        self._dress_again()

    def show_accounts(self, table: Accounts, reference: Reference, scope: str = FOCUS, shown: int = 0) -> None:
        """Show a table; `reference`: the case and address it is copied with; `scope`: of which events it is.

        `shown`: how many those are that are shown.
        """
        self._whole = table
        self._reference = reference
        self._first = first_words(self._voice, len(events_of(table)), shown)
        self._scope.blockSignals(True)
        self._scope.setCurrentIndex(SCOPES.index(scope))
        self._scope.blockSignals(False)
        self._title.setText(table_title(self._voice, events_of(table)))
        self._arrange()
        self.table.stand_on(self._navigator.focus.claim or "")

    def text_of_selection(self) -> str:
        """The selected cells with their heads, or the whole table as ordered; tab separated, with its case."""
        rows, columns = self.table.selected_part()
        part = part_of(self.table.accounts.table, rows, columns)
        return table_text(self._voice, part, self._reference)

    def take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    # What others tell us

    @Slot()
    def _arrange(self) -> None:
        order = list(Order)[max(self._order.currentIndex(), 0)]
        shown = arranged(self._voice, self._whole, order, self._shared.isChecked())
        self.table.show_table(shown)
        hidden = hidden_words(self._voice, len(self._whole.rows) - len(shown.rows))
        said = (self._first, table_counts(self._voice, shown), hidden)
        self._counts.setText(" ".join(sentence for sentence in said if sentence))

    @Slot(str)
    def _go(self, claim: str) -> None:
        self._navigator.go(Focus(claim=claim), by=self)

    @Slot(object, object)
    def _tell(self, row: Row, cell: Cell) -> None:
        lines = cell_told(self._voice, row, cell, others_of(self._whole))
        self._foot.show_lines(lines or (self.tr("This account says nothing on this point."),))

    @Slot(object, object)
    def _focus_moved(self, focus: Focus, _by: object) -> None:
        self.table.mark_claim(focus.claim or "")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text_of_selection())

    @Slot(int)
    def _ask_scope(self, at: int) -> None:
        self.scope_asked.emit(SCOPES[at])

    @Slot()
    def _dress_again(self) -> None:
        self._fit_foot()
        self.table.fit()

    # How it is done

    def _fit_foot(self) -> None:
        space = self._look.space
        self._foot.fit(space.large, space.small, min(space.px(92), self.height() // 6))

    def _make_controls(self) -> None:
        self._scope = choice(
            (self.tr("The event in focus"), self.tr("The events picked"), self.tr("The events shown")),
            self.tr("Which events are compared"),
        )
        self._order = choice(
            (self.tr("By date of first statement"), self.tr("By side"), self.tr("By number of points")),
            self.tr("Order of the accounts"),
        )
        self._shared = QCheckBox(self.tr("Only points on which several speak"), self)
        self._paraphrases = QCheckBox(self.tr("Paraphrases"), self)
        self._paraphrases.setChecked(True)
        self._copying = QPushButton(self.tr("Copy"), self)
        self._copying.setToolTip(
            self.tr("Copies the selected cells, or the whole table, with the case they stand in.")
        )
        self._copying.setAutoDefault(False)

    def _lay_out(self) -> None:
        space = self._look.space
        head, column = QWidget(self), QVBoxLayout(self)
        dress(head, role="bar")
        lines = QVBoxLayout(head)
        lines.setContentsMargins(space.large, space.medium, space.large, space.medium)
        lines.setSpacing(space.tight)
        lines.addWidget(self._title)
        lines.addWidget(self._counts)
        lines.addWidget(
            Flow((self._scope, self._order, self._shared, self._paraphrases, self._copying), space.small)
        )
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot)

    def _listen(self) -> None:
        self.table.claim_chosen.connect(self._go)
        self.table.cell_reached.connect(self._tell)
        self.table.copy_asked.connect(self._copy)
        self._order.currentIndexChanged.connect(self._arrange)
        self._shared.toggled.connect(self._arrange)
        self._paraphrases.toggled.connect(self.table.show_paraphrases)
        self._scope.currentIndexChanged.connect(self._ask_scope)
        self._copying.clicked.connect(self._copy)
        self._navigator.focus_moved.connect(self._focus_moved)
        self._look.changed.connect(self._dress_again)
