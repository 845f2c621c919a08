"""Coverage of the events shown: where accounts differ, what rests on one origin, and what is not there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.index.ask.coverage import Coverage
from viewer.index.ask.facets import Matched
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.coverage.entries import Entry, sections, text_of
from viewer.panes.coverage.tree import CoverageTree
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference, signed
from viewer.wording.coverage import meaning, scope_words
from viewer.wording.voice import Voice


class CoveragePane(QWidget):
    """Follows the query: `coverage_wanted` asks for other records whenever it changes."""

    coverage_wanted = Signal(object)  # Query

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._voice = voice
        self._sections: tuple[Entry, ...] = ()
        self._reference = Reference("", "")
        self._scope = Paragraph("strong")
        self._meaning = Paragraph("label", "muted")
        self.tree = CoverageTree(look, self)
        self._lay_out()
        self.tree.spot_chosen.connect(self._go)
        self.tree.copy_asked.connect(self._copy)
        navigator.query_changed.connect(self._query_changed)
        look.changed.connect(self.tree.fit)

    def show_coverage(self, found: Coverage, matched: Matched, reference: Reference) -> None:
        """Show records; `reference` is the case and the address they are copied with."""
        self._reference = reference
        self._sections = sections(self._voice, found)
        self._scope.setText(scope_words(self._voice, matched))
        self._meaning.setText(meaning(self._voice))
        self.tree.show_entries(self._sections)

    def text_of_selection(self) -> str:
        """The selected entries, or all sections where at most one is selected, with the case they stand in."""
        chosen = self.tree.chosen()
        entries = chosen if len(chosen) > 1 else self._sections
        lines = [self._scope.text(), self._meaning.text(), "", *text_of(entries), ""]
        return signed(self._voice, lines, self._reference)

    def take_keyboard(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # What others tell us

    @Slot(object)
    def _go(self, focus: Focus) -> None:
        self._navigator.go(focus, by=self)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text_of_selection())

    @Slot(object, object)
    def _query_changed(self, query: Query, _by: object) -> None:
        self.coverage_wanted.emit(query)

    # How it is done

    def _lay_out(self) -> None:
        space = self._look.space
        head, column = QWidget(self), QVBoxLayout(self)
        dress(head, role="bar")
        copying = QPushButton(self.tr("Copy"), head)
        copying.setToolTip(self.tr("Copies the selected entries, or all, with the case they stand in."))
        copying.setAutoDefault(False)
        copying.clicked.connect(self._copy)
        line = QHBoxLayout()
        line.addWidget(self._scope, 1)
        line.addWidget(copying, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(space.large, space.medium, space.large, space.medium)
        lines.setSpacing(space.tight)
        lines.addLayout(line)
        lines.addWidget(self._meaning)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.tree, 1)
