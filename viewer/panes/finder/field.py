"""The field one types in: results as one types, Enter goes, Esc returns to where one was."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import replace
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.session.desk import Desk
from viewer.session.navigator import Navigator
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.ask.facets import FacetValue
    from viewer.index.ask.finding import Finding, Found
    from viewer.panes.finder.completion import Unfinished
    from viewer.panes.finder.lines import Line
    from viewer.panes.finder.popup import Popup

PAUSE = 8
"""Milliseconds of quiet before a question is asked."""
SETTLED = 600
"""Milliseconds after which what was found is told to the screen reader."""
ARRIVING = (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)
TOPIC, OFFERS = "find", "offer values"


class FinderField(QLineEdit):
    """Nothing of what opens below it is imported before it opens."""

    left = Signal()  # Esc: the keyboard should go back to where it was
    went = Signal(object)  # the Finding that the reader has gone to

    def __init__(
        self, navigator: Navigator, desk: Desk, look: Look, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._navigator, self._desk, self._look, self._voice = navigator, desk, look, voice
        self._popup: Popup | None = None
        self._field: Unfinished | None = None
        self._spoken = ""
        self._waiting = False  # for an answer to what is typed
        self._hurried = False  # Enter was pressed before it came
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._pause.timeout.connect(self._question)
        self._settle.timeout.connect(self._announce)
        self.textEdited.connect(self._typed)
        desk.failed.connect(self._failed)
        look.changed.connect(self._forget_popup)
        self.textChanged.connect(self._offer_to_clear)
        self.setPlaceholderText(self.tr("Search events, people, places, sources, claims"))
        self.setAccessibleName(self.tr("Search"))

    @property
    def popup(self) -> Popup | None:
        """What is open below the field; None when nothing is."""
        return self._popup if self._popup and self._popup.isVisible() else None

    def _offer_to_clear(self) -> None:
        if not self.isClearButtonEnabled():  # from the first letter on: the button is a part of the start
            self.setClearButtonEnabled(True)

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._act_on(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the button below while it is there."""
        if forward and self.popup and self.popup.show_all.isVisible():
            self.popup.show_all.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Brought here on purpose, an empty field shows what can be asked."""
        super().focusInEvent(event)
        if event.reason() in ARRIVING and not self.text().strip():
            self._open([], "", can_filter=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        taken = QApplication.focusWidget()
        inside = self._popup is not None and taken is not None and self._popup.isAncestorOf(taken)
        if not inside and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide()

    # What others tell us

    def show_found(self, found: Found) -> None:
        """Grouped, with counts; what is wrong with the question stands above them."""
        from viewer.panes.finder.lines import lines_of
        from viewer.wording.filters import findings_spoken, unsearched_words

        if not self._waiting or self._field:
            return
        lines = list(lines_of(self._voice, found))
        wrong = self._what_is_wrong()
        unsearched = unsearched_words(self._voice, found.unsearched)
        self._open(lines, wrong or self._how_far(found), can_filter=not wrong, unsearched=unsearched)
        told = findings_spoken(self._voice, [line.spoken for line in lines if not line.chosen])
        self._tell(" ".join(said for said in (wrong, told, unsearched) if said))
        self._arrived()

    def show_values(self, values: tuple[FacetValue, ...]) -> None:
        """What the field that is being typed may be; with none of them, what is found all the same."""
        from viewer.panes.finder.lines import lines_on_offer

        if not self._waiting or self._field is None:
            return
        lines = list(lines_on_offer(self._voice, self._field.facet, values))
        self._open(lines, "" if lines else self.tr("No value begins so."), can_filter=False)
        self._tell(", ".join(line.spoken for line in lines[:1]))
        self._arrived()

    def _failed(self, topic: str, error: Exception) -> None:
        """No question of ours may fail: if one does, it is our fault."""
        if topic in (TOPIC, OFFERS):
            raise error

    def _typed(self, text: str) -> None:
        self._waiting, self._hurried = bool(text.strip()), False
        if self._waiting:
            self._pause.start()
        else:
            self._navigator.search("")
            self._hide()

    def _question(self) -> None:
        """Of the words; of the values of a field that is being typed."""
        from viewer.index.ask import facets, finding
        from viewer.index.query import Query
        from viewer.panes.finder.completion import closed, unfinished

        self._pause.stop()
        self._waiting = True
        text = closed(self.text())
        self._field = field = unfinished(self.text(), self.cursorPosition())

        def offered(connection: sqlite3.Connection) -> tuple[FacetValue, ...]:
            assert field
            return facets.values(connection, Query(), field.facet, field.beginning)

        if field:
            self._desk.ask(OFFERS, offered, self.show_values)
        else:
            self._desk.ask(TOPIC, lambda connection: finding.found(connection, text), self.show_found)

    def _forget_popup(self) -> None:
        """Made anew in another look."""
        if self._popup:
            self._popup.deleteLater()
            self._popup = None

    # How it is done

    def _act_on(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._filter()
            else:
                self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self._navigator.search("")
            self._leave()
        elif self.popup and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._move(Qt.Key(event.key()), self.popup)
        else:
            return False
        return True

    def _move(self, key: Qt.Key, popup: Popup) -> bool:
        results = popup.results
        if results.isHidden():
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: results.page(),
            Qt.Key.Key_PageUp: -results.page(),
        }
        if key in steps:
            results.move_by(steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            results.move_to_end(key == Qt.Key.Key_End)
        else:
            return False
        return True

    def _go(self) -> None:
        """At once, or as soon as the answer to what was typed is there."""
        line = self.popup.results.chosen() if self.popup and not self._waiting else None
        if line and line.chosen:
            self._take(line)
        elif self.text().strip():
            self._hurried = self._waiting
            self._question()

    def _arrived(self) -> None:
        """The answer is shown."""
        self._waiting = False
        if self._hurried:
            self._hurried = False
            line = self.popup.results.chosen() if self.popup else None
            if line:
                self._take(line)

    def _take(self, line: Line) -> None:
        """Go to a finding, or put a value into the question."""
        if line.offer and self._field:
            from viewer.panes.finder.completion import completed

            text, cursor = completed(self.text(), self.cursorPosition(), self._field, line.offer.label)
            self.setText(text)
            self.setCursorPosition(cursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._question()
        elif line.finding:
            self._go_to(line.finding)

    def _go_to(self, finding: Finding) -> None:
        """A person or place that no event leads to is asked for instead."""
        from viewer.panes.finder.completion import closed
        from viewer.panes.finder.lines import focus_of

        focus = focus_of(finding)
        query = self._navigator.query
        self._navigator.search(closed(self.text()))
        if focus:
            self._navigator.go(focus, self)
            self.went.emit(finding)
        elif finding.entity in ("agent", "place") and finding.uid not in getattr(query, finding.entity):
            self._navigator.ask(query.turned(finding.entity, finding.uid), self)
        self._leave()

    def _filter(self) -> None:
        """The words become a part of what is asked for, so that timeline, list and counts follow."""
        from viewer.panes.finder.completion import closed

        words = closed(self.text().strip())
        if words and not self._what_is_wrong():
            self._navigator.ask(replace(self._navigator.query, words=words), self)
            self._leave()

    def _what_is_wrong(self) -> str:
        """With the question as it stands; "" if nothing is."""
        from viewer.index.wanted import BadWords, parse
        from viewer.panes.finder.completion import closed
        from viewer.wording.wanted import say_bad_words

        try:
            parse(closed(self.text()))
        except BadWords as bad:
            return say_bad_words(self._voice, bad)
        return ""

    def _how_far(self, found: Found) -> str:
        """That nothing was found, or that not everything was searched yet."""
        if found.partial:
            return self.tr("Titles and names only, until a word has three letters.")
        if not found.groups:
            return self.tr("Nothing found. Every word must occur; the last one may be unfinished.")
        return ""

    def _leave(self) -> None:
        self._hide()
        self.left.emit()

    def _hide(self) -> None:
        for timer in (self._pause, self._settle):
            timer.stop()
        self._waiting = self._hurried = False
        if self._popup:
            self._popup.hide()

    def _open(self, lines: list[Line], said: str, can_filter: bool, unsearched: str = "") -> None:
        if self._popup is None:
            from viewer.panes.finder.popup import Popup

            self._popup = Popup(self._look, self.window())
            self._popup.line_taken.connect(self._take)
            self._popup.filter_asked.connect(self._filter)
            self._popup.left.connect(self.setFocus)
        self._popup.show_lines(lines, said, can_filter)
        self._popup.tell_unsearched(unsearched)
        self._popup.stand_below(self)

    def _tell(self, words: str) -> None:
        self._spoken = words
        self._settle.start()

    def _announce(self) -> None:
        if self.popup:
            announce(self, self._spoken)
