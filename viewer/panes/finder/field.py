"""The field one types in: results as one types, Enter goes, Esc returns to where one was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.index.ask.finding import Finding
from viewer.look.current import Look
from viewer.panes.finder.results import Line, ResultList
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator

Ask = Callable[[str, Callable[[tuple[Finding, ...]], None]], None]
PAUSE = 40
"""Milliseconds of quiet before a question is asked."""

HEADINGS = {
    "event": str(QT_TRANSLATE_NOOP("Finder", "Events")),
    "claim": str(QT_TRANSLATE_NOOP("Finder", "Claims")),
    "quote": str(QT_TRANSLATE_NOOP("Finder", "Quotations")),
    "agent": str(QT_TRANSLATE_NOOP("Finder", "People and organisations")),
    "place": str(QT_TRANSLATE_NOOP("Finder", "Places")),
    "source": str(QT_TRANSLATE_NOOP("Finder", "Sources")),
}


class FinderField(QLineEdit):
    """Asks while one types; `ask` answers later or never, and only the newest answer counts."""

    left = Signal()  # Esc: the keyboard should go back to where it was

    def __init__(self, navigator: Navigator, look: Look, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._ask = ask
        self._results: ResultList | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._question)
        self.textEdited.connect(self._typed)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search events, people, places, sources, claims"))
        self.setAccessibleName(self.tr("Search"))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Group and show what was found; says so when it is nothing."""
        if not self.text().strip():
            return
        lines = [line for entity, hits in groupby(findings, lambda f: f.entity) for line in _group(entity, hits)]
        if not lines:
            lines = [Line(self.tr("Nothing found. Every word must occur; the last one may be unfinished."))]
        results = self._result_list()
        results.findings.show_lines(lines)
        self._place(results, len(lines))
        results.move_by(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        results = self._results
        open_list = results is not None and results.isVisible()
        match event.key():
            case Qt.Key.Key_Down if open_list and results:
                results.move_by(1)
            case Qt.Key.Key_Up if open_list and results:
                results.move_by(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go()
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._results and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._results.hide()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        elif self._results:
            self._results.hide()

    def _question(self) -> None:
        self._ask(self.text(), self.show_findings)

    def _go(self) -> None:
        finding = self._results.chosen() if self._results and self._results.isVisible() else None
        if finding is None:
            self._question()
            return
        self._go_to(finding)

    def _go_to(self, finding: Finding) -> None:
        focus = focus_of(finding)
        if focus:
            self._navigator.go(focus, self)
        self._leave()

    def _leave(self) -> None:
        if self._results:
            self._results.hide()
        self.left.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if self._results and (finding := self._results.findings.finding(index.row())):
            self._go_to(finding)

    def _result_list(self) -> ResultList:
        if self._results is None:
            self._results = ResultList(self._look, self.window())
            self._results.clicked.connect(self._clicked)
        return self._results

    def _place(self, results: ResultList, lines: int) -> None:
        """Below the field, at least as wide, no taller than the window has room for."""
        corner = self.mapTo(self.window(), QPoint(0, self.height() + self._look.space.tight))
        width = max(self.width(), self._look.space.px(420))
        left = max(0, min(corner.x(), self.window().width() - width - self._look.space.small))
        rows = sum(results.sizeHintForRow(row) for row in range(lines)) + 2 * self._look.space.tight
        height = min(rows, self.window().height() - corner.y() - self._look.space.large)
        results.setGeometry(left, corner.y(), min(width, self.window().width()), height)
        results.show()
        results.raise_()


def _group(entity: str, hits: Iterable[Finding]) -> list[Line]:
    heading = QCoreApplication.translate("Finder", HEADINGS[entity])
    found = [Line(heading, hit) for hit in hits]
    return [Line(heading), *found]


def focus_of(finding: Finding) -> Focus | None:
    """Where a finding leads; None for a person or place that no event of the case names."""
    match finding.entity:
        case "event":
            return Focus(event=finding.uid)
        case "claim":
            return Focus(claim=finding.uid)
        case "quote":
            return Focus(quote=finding.uid)
        case "source":
            return Focus(source=finding.uid)
    if finding.event:
        return Focus(event=finding.event)
    return Focus(source=finding.source) if finding.source else None
