"""The start page: the bundled cases, help, and nothing of a case that nobody asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.case.frozen import dataclass
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.shell.commands import COMMANDS, words


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A bundled case as it is offered; `trouble` says why it cannot be opened ('' = it can)."""

    name: str
    title: str
    counts: str
    trouble: str = ""


class StartPage(QWidget):
    """A quiet page in the middle of the window."""

    case_chosen = Signal(str)  # name of a bundled case
    help_asked = Signal()
    keys_asked = Signal()
    tour_asked = Signal()
    opening_asked = Signal()
    settings_asked = Signal()

    def __init__(self, cards: tuple[CaseCard, ...], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Evidence Viewer"))
        dress(self, role="panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QVBoxLayout()
        page.setSpacing(look.space.medium)
        page.addStretch(2)
        page.addWidget(self._label(self.tr("Evidence Viewer"), "title"))
        page.addWidget(self._label(self._promise(), "body", "muted"))
        page.addSpacing(look.space.large)
        page.addWidget(self._label(self.tr("Cases that come with the program"), "strong"))
        for card in cards:
            page.addWidget(self._card(card))
        page.addLayout(self._buttons())
        self._remark = self._label("", "label", "muted")
        self._remark.hide()
        page.addWidget(self._remark)
        page.addStretch(3)
        self._centre(page)

    def offer(self, notice: QWidget) -> None:
        """Something to be answered at leisure, under what can be opened."""
        self._page.insertWidget(self._page.count() - 1, notice)

    def say(self, sentence: str) -> None:
        """A sentence at the foot: why something could not be opened."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def remark(self, sentence: str) -> None:
        """A quiet line below the buttons: what holds for everything opened from here."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def _promise(self) -> str:
        return self.tr(
            "Shows what is claimed, by whom, and the passage that carries it. Works without a network. "
            "Reading a case never changes it."
        )

    def _card(self, card: CaseCard) -> QFrame:
        frame = QFrame(self)
        dress(frame, role="card")
        box = QHBoxLayout(frame)
        margin = self._look.space.large
        box.setContentsMargins(margin, margin, margin, margin)
        text = QVBoxLayout()
        text.addWidget(self._label(card.title, "strong"))
        text.addWidget(self._label(card.trouble or card.counts, "label", "muted"))
        box.addLayout(text, 1)
        button = QPushButton(self.tr("Open"), frame)
        dress(button, role="primary")
        button.setEnabled(not card.trouble)
        button.setAccessibleName(self.tr("Open the case %1").replace("%1", card.title))
        button.clicked.connect(lambda _checked=False, name=card.name: self.case_chosen.emit(name))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        open_button = QPushButton(words(COMMANDS["open_case"].text), self)
        open_button.setShortcut(COMMANDS["open_case"].keys[0])
        open_button.setToolTip(self.tr("Open a case from a file or a folder; one can be dropped here as well"))
        open_button.clicked.connect(self.opening_asked)
        reading = QPushButton(self.tr("How to read a case"), self)
        reading.clicked.connect(self.help_asked)
        keys = QPushButton(self.tr("Keys"), self)
        keys.clicked.connect(self.keys_asked)
        tour = QPushButton(words(COMMANDS["tour"].text), self)
        tour.clicked.connect(self.tour_asked)
        settings = QPushButton(words(COMMANDS["choose_settings"].text), self)
        settings.setShortcut(COMMANDS["choose_settings"].keys[0])
        settings.clicked.connect(self.settings_asked)
        for button in (open_button, tour, reading, keys, settings):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _centre(self, page: QVBoxLayout) -> None:
        self._page = page
        self._said = self._label("", "body")
        self._said.hide()
        page.insertWidget(page.count() - 1, self._said)
        holder = QWidget()
        holder.setMaximumWidth(self._look.space.px(640))
        holder.setLayout(page)
        middle = QWidget()
        around = QHBoxLayout(middle)
        around.addStretch(1)
        around.addWidget(holder, 6)
        around.addStretch(1)
        area = QScrollArea(self)  # large text on a small screen
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        dress(middle, role="panel")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _label(self, text: str, role: str, tone: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        dress(label, text=role, tone=tone)
        return label
