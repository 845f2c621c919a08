"""Where accounts differ, what anybody can reckon, and the compilers' note."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.index.ask.chips import SourceChip
from viewer.index.ask.events import Discrepancy, Reckoning
from viewer.look.style import dress
from viewer.panes.detail.chips import ChipFlow
from viewer.panes.detail.guide import Guide
from viewer.panes.detail.words import Mark, Words, heading
from viewer.session.focus import Focus
from viewer.wording.doubt import status_words
from viewer.wording.voice import fill


class AccountsSection(QWidget):
    """Differences between accounts, one card each."""

    def __init__(
        self, guide: Guide, event: str, found: tuple[Discrepancy, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(guide.look.space.px(6))
        column.addWidget(heading(self.tr("Where accounts differ")))
        for discrepancy in found:
            column.addWidget(AccountCard(guide, event, discrepancy))


class AccountCard(QFrame):
    """One account and the others, said the same way."""

    def __init__(self, guide: Guide, event: str, found: Discrepancy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._focus = Focus(event=event)
        dress(self, role="card")
        space = guide.look.space
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space.medium, space.small, space.medium, space.small)
        self._column.setSpacing(space.tight)
        topic = Words(found.topic)
        topic.setStyleSheet("font-weight: 600")
        self._column.addWidget(topic)
        self._add(self.tr("One account says"), found.says, (found.source,) if found.source else ())
        self._add(self.tr("Other accounts say"), found.others_say, found.sources)
        if status := status_words(guide.voice, found.status):
            self._column.addWidget(Words(status, text="label", tone="muted"))

    def _add(self, label: str, says: str, sources: tuple[SourceChip, ...]) -> None:
        self._column.addWidget(Mark(label, tone="muted"))
        self._column.addWidget(Words(says))
        if sources:
            self._column.addWidget(ChipFlow(self._guide, sources, self._focus))


class ReckoningsSection(QWidget):
    """Sums and orders of dates."""

    def __init__(self, guide: Guide, reckonings: tuple[Reckoning, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(guide.look.space.tight)
        column.addWidget(heading(self.tr("Reckoned from the claims")))
        for reckoning in reckonings:
            words = self.tr("%1: %2", "what is reckoned, the result")
            column.addWidget(Words(fill(words, reckoning.text, reckoning.result)))
            if reckoning.note:
                column.addWidget(Words(reckoning.note, text="small", tone="muted"))


class NoteSection(QWidget):
    """The compilers' note on the event."""

    def __init__(self, guide: Guide, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(guide.look.space.tight)
        column.addWidget(heading(self.tr("Compilers' note")))
        column.addWidget(Words(note))
