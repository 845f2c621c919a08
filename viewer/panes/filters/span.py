"""The span of dates: two fields, what was understood, and whether an unsure date counts."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from viewer.case.frozen import replace
from viewer.case.when import BadDate, parse
from viewer.index.query import Query
from viewer.look.current import Look
from viewer.look.reading import Words
from viewer.look.style import dress
from viewer.panes.filters.heading import FoldHeading
from viewer.wording.filters import bad_date_words, reversed_words, span_at_length
from viewer.wording.typed_dates import read_date
from viewer.wording.voice import Voice

PAUSE = 500
"""Milliseconds of quiet after which a date that is understood is asked for; Enter asks at once."""


class SpanSection(QWidget):
    """Asks when both dates are understood; else says why not and leaves the query as it is."""

    asked = Signal(str, str, bool)  # since and until in EDTF, certainly

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._query = Query()
        self.heading = FoldHeading(look, self.tr("Date"), self)
        self._body = QWidget(self)
        self.since = self._field(self.tr("From"))
        self.until = self._field(self.tr("To"))
        self.possibly = QRadioButton(self.tr("possibly in this span"), self._body)
        self.certainly = QRadioButton(self.tr("certainly in this span"), self._body)
        self.understood = Words(self._body)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()

    def show_query(self, query: Query) -> None:
        """The span that is asked for; what is being typed is not written over."""
        if (query.since, query.until) != self._read_quietly():
            for field, said in ((self.since, query.since), (self.until, query.until)):
                field.setText(said)
                field.setCursorPosition(0)
        self._query = query
        (self.certainly if query.certain else self.possibly).setChecked(True)
        self.heading.show_count(self._voice.number(1) if query.since or query.until else "")
        self._understand()

    # How it is done

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self._body)  # without a button to clear it: a whole day would not be seen beside one
        field.setAccessibleName(self.tr("Date: %1").replace("%1", name))
        field.setPlaceholderText(name)
        field.setMaxLength(64)
        field.textEdited.connect(self._typed)
        field.returnPressed.connect(self._ask)
        return field

    def _lay_out(self) -> None:
        space = self._look.space
        dress(self.understood, text="small", tone="muted")
        grid = QGridLayout(self._body)
        grid.setContentsMargins(space.medium, 0, space.medium, space.small)
        grid.setSpacing(space.small)
        grid.addWidget(self.since, 0, 0)
        grid.addWidget(self.until, 0, 1)
        for row, widget in enumerate((self.understood, self.possibly, self.certainly), 1):
            grid.addWidget(widget, row, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self._body)

    def _connect(self) -> None:
        self.heading.setChecked(True)
        self.heading.toggled.connect(self._body.setVisible)
        self._pause.timeout.connect(self._ask)
        self.possibly.setChecked(True)
        self.possibly.clicked.connect(self._ask)
        self.certainly.clicked.connect(self._ask)

    def _typed(self) -> None:
        self._understand()
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        if read := self._understand():
            self.asked.emit(*read, self.certainly.isChecked())

    def _understand(self) -> tuple[str, str] | None:
        """What stands in the fields, in EDTF; None and a sentence where it is no span."""
        try:
            since, until = read_date(self._voice, self.since.text()), read_date(self._voice, self.until.text())
            if since and until and _ends_before(since, until):
                self.understood.setText(reversed_words(self._voice))
                return None
            asked = replace(self._query, since=since, until=until, certain=self.certainly.isChecked())
            self.understood.setText(span_at_length(self._voice, asked))
        except BadDate as bad:
            self.understood.setText(bad_date_words(self._voice, bad))
            return None
        return since, until

    def _read_quietly(self) -> tuple[str, str] | None:
        try:
            return read_date(self._voice, self.since.text()), read_date(self._voice, self.until.text())
        except BadDate:
            return None


def _ends_before(since: str, until: str) -> bool:
    first, last = parse(since).earliest_jd, parse(until).latest_jd
    return first is not None and last is not None and last <= first
