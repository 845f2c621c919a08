"""Below the document: which passage of how many, what it carries, and where in the original it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.index.ask.chips import ClaimView
from viewer.index.ask.sources import DocumentView, PassageView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.look.viewport import viewport_of
from viewer.panes.source.lines import CutLine, Line, Link, rich_tip
from viewer.panes.source.words import (
    event_of,
    grouped_hash,
    original_place,
    passage_number,
    passage_number_short,
    said,
)
from viewer.wording.sources import hold_words
from viewer.wording.voice import Voice

ROWS = 3
"""Claims that show before the list scrolls."""
AT_ONCE, MORE = ROWS + 1, 40
"""Claims that are listed before the pane is painted, and in each turn after that."""
SOON = 120
"""Milliseconds after which the pane has been painted."""


class PassageFoot(QWidget):
    """Arrows, the number, the claims of the selected passage."""

    stepped = Signal(int)  # -1: the passage before, 1: the one after
    claim_chosen = Signal(object)  # ClaimView
    quote_chosen = Signal(str)  # uid
    rivals_asked = Signal(object)  # ClaimView: claims that cannot be true together with it

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._voice = voice
        self._back = self._arrow(self.tr("Previous passage"), -1)
        self._next = self._arrow(self.tr("Next passage"), 1)
        self._number = Line("label")
        self._number.setWordWrap(False)
        self._number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._numbers = ("", "")
        self._held = CutLine(1, "label", "muted")
        self._held.hug()
        self._rows = ROWS
        self._links: list[Link] = []
        self._unmade: list[Callable[[], Link]] = []
        self._making = QTimer(self, interval=SOON, singleShot=True)
        self._making.timeout.connect(lambda: self._make(MORE))
        self._claims = _scrolling()
        self._original = Line("small", "muted")
        self._state = Line("small", "disputed")
        self._rival: ClaimView | None = None
        self._compare = self._compare_button()
        self._lay_out()
        self.wear()

    def show_passage(self, document: DocumentView, index: int | None) -> None:
        """Say which passage is selected; None = none of them is."""
        count = len(document.passages)
        self.setVisible(count > 0)
        self._back.setEnabled(index is None or index > 0)
        self._next.setEnabled(index is None or index < count - 1)
        for part in (self._held, self._claims, self._original):
            part.setVisible(index is not None)
        self._say_number(index, count)
        self._rival = None
        self._compare.hide()
        self.say_state("", "")
        if index is None:
            return
        passage = document.passages[index]
        self._held.say(hold_words(self._voice, document.head.hold))
        self._show_claims(document, passage)
        place = original_place(self._voice, passage)
        self._original.setText(place)
        self._original.setVisible(bool(place))
        digest = passage.original_sha256
        self._original.setToolTip(rich_tip(grouped_hash(digest)) if digest else "")

    def put_away(self) -> None:
        """Links that are not made yet are no longer wanted."""
        self._making.stop()
        self._unmade = []
        self.hide()

    def say_state(self, word: str, sentence: str) -> None:
        """How the selected passage stands in the document; "" = as stated."""
        if word:
            self._held.say(word)
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))

    def offer_comparison(self, claim: ClaimView | None) -> None:
        """The claim in focus, where others contradict it."""
        self._rival = claim
        self._compare.setVisible(claim is not None)

    def shorten(self, low: bool) -> None:
        """Fewer claims at once where height is scarce."""
        self._rows = 1 if low else ROWS
        self._fit()

    def wear(self) -> None:
        space = self._look.space
        self._lines.setContentsMargins(space.medium, space.tight, space.large, space.small)
        self._lines.setSpacing(space.px(2))
        self._first.setSpacing(space.tight)
        self._back.setIcon(self._look.icon("previous"))
        self._next.setIcon(self._look.icon("next"))
        for line in (self._original, self._state):
            line.setContentsMargins(space.tight, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_number()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.panel)
        painter.setPen(QPen(theme.control if theme.stroke > 1 else theme.line, theme.stroke))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    # How it is done

    def _arrow(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _compare_button(self) -> QPushButton:
        button = QPushButton(self.tr("Compare with what contradicts it…"))
        dress(button, role="link", text="label")
        button.clicked.connect(lambda: self.rivals_asked.emit(self._rival))
        button.hide()
        return button

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout(self)
        self._first = QHBoxLayout()
        for widget in (self._back, self._next, self._number):
            self._first.addWidget(widget)
        self._first.addStretch(1)
        self._first.addWidget(self._held)
        self._lines.addLayout(self._first)
        self._lines.addWidget(self._claims)
        self._lines.addWidget(self._original)
        self._lines.addWidget(self._state)
        self._lines.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeading)

    def _say_number(self, index: int | None, count: int) -> None:
        voice = self._voice
        if index is None:
            all_of_them = voice.translate("SourcePane", "%n passage(s)", n=count)
            self._numbers = (all_of_them, all_of_them)
        else:
            self._numbers = (passage_number(voice, index, count), passage_number_short(voice, index, count))
        self._fit_number()

    def _fit_number(self) -> None:
        snug = self.width() < self._look.space.px(260)
        self._number.setText(self._numbers[snug])
        self._number.setAccessibleName(self._numbers[0])
        self._held.setMaximumWidth(0 if snug else 16777215)

    def _show_claims(self, document: DocumentView, passage: PassageView) -> None:
        self._unmade = [
            partial(self._claim_link, document, passage, number) for number in range(len(passage.claims))
        ]
        self._unmade += [partial(self._quote_link, uid) for uid in passage.quotes]
        self._links = []
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._make(AT_ONCE)
        self._claims.setWidget(inside)
        viewport_of(self._claims).setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._fit()
        self._claims.setAccessibleName(self.tr("This passage carries"))

    def _make(self, count: int) -> None:
        """Some of the links; those that are out of sight follow when the pane has been painted."""
        for make in self._unmade[:count]:
            link = make()
            self._inside.addWidget(link)
            if self._links:  # what comes late would be reached last of all in the window
                QWidget.setTabOrder(self._links[-1], link)
            self._links.append(link)
        del self._unmade[:count]
        if self._unmade:
            self._making.start()

    def _fit(self) -> None:
        """Half a row more says that there is more."""
        count, links = len(self._links) + len(self._unmade), self._links
        share = self._rows + 0.5 if count > self._rows else count
        self._claims.setFixedHeight(round(share * links[0].sizeHint().height()) if links else 0)

    def _claim_link(self, document: DocumentView, passage: PassageView, number: int) -> Link:
        claim = passage.claims[number]
        link = Link(self._look, said(self._voice, claim), event_of(self._voice, document, claim))
        link.clicked.connect(lambda: self.claim_chosen.emit(claim))
        return link

    def _quote_link(self, uid: str) -> Link:
        link = Link(self._look, self.tr("Quotation"), uid)
        link.clicked.connect(lambda: self.quote_chosen.emit(uid))
        return link


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
