"""The hearing list as a pane: it shows what it is handed, and asks for every change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.panes.hearing.chooser import Chooser
from viewer.panes.hearing.editor import ItemEditor
from viewer.panes.hearing.items import ItemList
from viewer.panes.hearing.notice import Notice
from viewer.panes.hearing.shown import NOTHING, Choice, Found, Shown, Thumbnail
from viewer.session.stopwatch import budget
from viewer.wording.hearing import findings_words, length_words, readable_notice
from viewer.wording.voice import Voice

_WIDE = 780
"""Pixels from which on the editor stands beside the list."""


class HearingPane(QWidget):
    """Knows no other pane; whoever hangs it in keeps the lists."""

    asked = Signal(str)  # name of an act, or "present", "rehearse", "acknowledge", "restore", "add"

    def __init__(self, look: Look, voice: Voice, thumbnail: Thumbnail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self.shown: Shown = NOTHING
        self.setAccessibleName(self.tr("Hearing list"))
        self.chooser = Chooser(look, self)
        self.items = ItemList(look, voice, thumbnail, self)
        self.editor = ItemEditor(look, voice, self)
        self.case_notice, self.findings, self.said = (Notice(look, self) for _ in range(3))
        self._length = Paragraph("label", "muted", self)
        self._empty = Paragraph("body", "muted", self)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._lay_out()
        self._listen()
        self.show_list(NOTHING)

    def show_choices(self, choices: Sequence[Choice], now: str) -> None:
        self.chooser.show_choices(choices, now)

    def show_list(self, shown: Shown, choose: tuple[str, ...] = ()) -> None:
        """A list, or the same one as it is now. choose: items to stand on, else those that were chosen."""
        kept = choose or tuple(item.uid for item in self.items.picked)
        if shown.uid != self.shown.uid:
            kept = choose
            self.editor.commit()
        self.shown = shown
        self.items.rows.show_list(shown)
        self.items.choose(kept)
        self.chooser.allow(shown)
        self._show_words()
        self._show_current()

    def show_found(self, found: dict[str, Found]) -> None:
        """How the items stand to the case."""
        self.items.rows.show_found(found)
        self.findings.say(
            findings_words(self._voice, len(found)) if found else "",
            self.tr("I have seen this") if self.shown.own and found else "",
        )

    def say(self, sentence: str, button: str = "") -> None:
        """At the foot, and to a screen reader. button: what is offered with it, for "restore"."""
        self.said.say(sentence, button)
        if sentence:
            announce(self, sentence)

    def take_keyboard(self) -> None:
        (self.items if self.shown.items else self.chooser.box).setFocus(Qt.FocusReason.OtherFocusReason)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.space.px(_WIDE)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # What others tell us

    def _show_current(self) -> None:
        self.editor.show_item(self.items.current, own=self.shown.own)
        picked = len(self.items.picked)
        acts = self.chooser.acts
        acts["pair"].setEnabled(self.shown.own and picked == 2)
        acts["group"].setEnabled(self.shown.own and picked > 1)
        for name in ("duplicate", "remove"):
            acts[name].setEnabled(self.shown.own and picked > 0)

    # How it is done

    def _show_words(self) -> None:
        shown = self.shown
        seconds = budget(tuple(item.noted.seconds for item in shown.items))
        self._length.setText(length_words(self._voice, len(shown.items), seconds) if shown.uid else "")
        of_case = bool(shown.uid) and not shown.own
        copy = self.tr("Copy to my lists")
        self.case_notice.say(readable_notice(self._voice) if of_case else "", copy if of_case else "")
        empty = not shown.items
        self._empty.setVisible(empty)
        self._split.setVisible(not empty)
        self._empty.setText(self._empty_words())
        self._present.setEnabled(not empty)
        self._rehearse.setEnabled(not empty)
        self.findings.say("")

    def _empty_words(self) -> str:
        keys = self.tr(
            "Stand on an event, a claim, a quotation, a passage or a page in the window of the case and press "
            "Ctrl+Shift+A: it becomes an item of this list."
        )
        if self.shown.uid:
            return keys
        return self.tr("A hearing list holds what you will show, in order.") + "\n\n" + keys

    def _listen(self) -> None:
        self.chooser.asked.connect(self._ask)
        self.items.chosen.connect(self._show_current)
        self.case_notice.pressed.connect(lambda: self._ask("copy_list"))
        self.findings.pressed.connect(lambda: self._ask("acknowledge"))
        self.said.pressed.connect(lambda: self._ask("restore"))
        self.editor.misread.connect(self.say)
        self._look.changed.connect(self._show_look)

    def _ask(self, name: str) -> None:
        """What is being typed is kept first."""
        self.editor.commit()
        self.asked.emit(name)

    def _show_look(self) -> None:
        self.chooser.fit()
        self.items.rows.renew()
        self.items.doItemsLayout()

    def _lay_out(self) -> None:
        space = self._look.space
        self._present, self._rehearse = QPushButton(self.tr("Present")), QPushButton(self.tr("Rehearse"))
        dress(self._present, role="primary")
        for name, button in (("present", self._present), ("rehearse", self._rehearse)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, asked=name: self._ask(asked))
        foot, line = QWidget(self), QHBoxLayout()
        dress(foot, role="bar")
        foot.setLayout(line)
        line.setContentsMargins(space.large, space.small, space.large, space.small)
        line.addWidget(self._length, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._rehearse)
        line.addWidget(self._present)
        around = QScrollArea(self)
        around.setWidgetResizable(True)
        around.setWidget(self.editor)
        around.setFrameShape(QScrollArea.Shape.NoFrame)
        for part, share in ((self.items, 3), (around, 2)):
            self._split.addWidget(part)
            self._split.setStretchFactor(self._split.indexOf(part), share)
        self._split.setChildrenCollapsible(False)
        self._empty.setContentsMargins(space.wide, space.wide, space.wide, space.wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chooser)
        column.addWidget(self.case_notice)
        column.addWidget(self.findings)
        column.addWidget(self._split, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.said)
        column.addWidget(foot)
