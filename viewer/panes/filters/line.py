"""The line above the event list: how many events are shown, and a chip for each filter that is on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.case.frozen import replace
from viewer.case.when import BadDate
from viewer.index.ask.facets import Facets
from viewer.index.query import FLAGS, LISTS, Query
from viewer.index.wanted import BadWords
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.reading import Words
from viewer.look.style import dress
from viewer.panes.filters.chip import Chip
from viewer.panes.filters.flow import Flow
from viewer.panes.filters.naming import named
from viewer.panes.filters.sifting import Sifting, with_flag
from viewer.wording.filters import (
    bad_date_words,
    chip_spoken,
    chip_words,
    flag_label,
    shown_at_length,
    shown_words,
    span_words,
)
from viewer.wording.voice import Voice
from viewer.wording.wanted import say_bad_words

MOST = 6
"""Chips that are listed; a further one says how many more there are."""
SETTLED = 400
"""Milliseconds after which a count is told to the screen reader."""


class QueryLine(QWidget):
    """Always says how many are hidden. Put away by its owner where everything is asked for."""

    all_asked = Signal()  # the reader wants to see all filters

    def __init__(self, sifting: Sifting, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sifting, self._look, self._voice = sifting, look, voice
        self.count = Words(self)
        self.clear = QPushButton(self.tr("Clear all"), self)
        self.flow = Flow(look.space.px(6), self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self._announce)
        self.clear.clicked.connect(sifting.clear)
        sifting.answered.connect(self.show_answer)
        sifting.refused.connect(self.show_refusal)
        sifting.navigator.query_changed.connect(self._show_query)
        look.changed.connect(self._show)
        self._lay_out()
        self._show()

    def chips(self) -> list[Chip]:
        return [chip for chip in self.flow.findChildren(Chip) if not chip.isHidden()]

    # What others tell us

    def show_answer(self, answer: Facets) -> None:
        self.count.setText(shown_words(self._voice, answer.matched))
        self.count.setToolTip(shown_at_length(self._voice, answer.matched))
        self._settle.start()
        self._show()

    def show_refusal(self, error: BadWords | BadDate) -> None:
        """What is asked for makes no sense: the sentence stands in place of the count."""
        if isinstance(error, BadWords):
            self.count.setText(say_bad_words(self._voice, error))
        else:
            self.count.setText(bad_date_words(self._voice, error))
        self.count.setToolTip("")
        self._settle.start()

    def _show_query(self, _query: Query, _by: object) -> None:
        self._show()

    # How it is done

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.count, text="label", tone="muted")
        dress(self.clear, role="link", text="label")
        first = QHBoxLayout()
        first.setSpacing(space.small)
        first.addWidget(self.count, 1)
        first.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space.large, space.small, space.small, space.small)
        layout.setSpacing(space.tight)
        layout.addLayout(first)
        layout.addWidget(self.flow)

    def _show(self) -> None:
        query = self._sifting.navigator.query
        self.clear.setVisible(bool(query))
        chips = list(self._chips(query))
        if len(chips) > MOST:
            rest = self.tr("+%1 more").replace("%1", self._voice.number(len(chips) - MOST + 1))
            more = Chip(self._look, rest, self.tr("Show all filters"), cross=False)
            more.taken.connect(self.all_asked)
            for chip in chips[MOST - 1 :]:
                chip.deleteLater()
            chips = [*chips[: MOST - 1], more]
        self.flow.show_widgets(chips)
        self.flow.setVisible(bool(chips))

    def _chips(self, query: Query) -> Iterator[Chip]:
        if query.words:
            yield self._chip(chip_words(self._voice, "words", query.words), replace(query, words=""))
        if query.since or query.until:
            yield self._chip(self._span(query), replace(query, since="", until="", certain=False))
        for flag in FLAGS:
            if getattr(query, flag):
                yield self._chip(flag_label(self._voice, flag), with_flag(query, flag, False))
        for facet in LISTS:
            for value in getattr(query, facet):
                words = chip_words(self._voice, facet, self._label(facet, value))
                yield self._chip(words, query.turned(facet, value))

    def _chip(self, words: str, without: Query) -> Chip:
        """A chip of what `without` does not ask for any more."""
        chip = Chip(self._look, words, chip_spoken(self._voice, words))
        chip.taken.connect(lambda: self._sifting.navigator.ask(without, self))
        return chip

    def _span(self, query: Query) -> str:
        try:
            return span_words(self._voice, query)
        except BadDate:
            return "/".join((query.since or "..", query.until or ".."))

    def _label(self, facet: str, value: str) -> str:
        """As the last answer names it; the bare value until there is one."""
        answer = self._sifting.answer
        values = next((part.values for part in answer.facets if part.name == facet), ()) if answer else ()
        return next((named(self._voice, facet, known).label for known in values if known.value == value), value)

    def _announce(self) -> None:
        announce(self.count, self.count.text())
