"""A file the reader has attached as the original: what its hash says, then the file with the passages in it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer import paths
from viewer.case.frozen import replace
from viewer.index.ask.sources import DocumentView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.given import Given
from viewer.panes.source.lines import Line
from viewer.panes.source.opening import OpeningSheet
from viewer.session.lens import Seat, Trouble
from viewer.session.shelf import Attached
from viewer.wording.documents import likeness_sentence, trouble_words
from viewer.wording.voice import Voice


class AttachedSheet(OpeningSheet):
    """The reader may keep the file for later, or detach it."""

    def __init__(
        self,
        look: Look,
        voice: Voice,
        document: DocumentView,
        seat: Seat,
        given: Given,
    ) -> None:
        head = replace(document.head, hold="attached")
        super().__init__(look, voice, replace(document, head=head), seat, given)
        self._said = Line("label")
        self._keep = QPushButton(self.tr("Keep for later sessions"))
        self._detach = QPushButton(self.tr("Detach"))
        self._keep.clicked.connect(lambda: seat.keep(self._kept))
        self._detach.clicked.connect(lambda: seat.detach(self._detached))
        self._lines.insertWidget(0, self._strip())
        self._say_likeness(seat.attached)

    # How it is done

    def _strip(self) -> QWidget:
        space = self._look.space
        strip = QWidget()
        dress(strip, role="panel")
        lines = QVBoxLayout(strip)
        lines.setContentsMargins(space.large, space.small, space.medium, space.small)
        lines.setSpacing(space.tight)
        lines.addWidget(self._said)
        row = QHBoxLayout()
        for button in (self._keep, self._detach):
            dress(button, role="link", text="label")
            row.addWidget(button)
        row.addStretch(1)
        lines.addLayout(row)
        return strip

    def _say_likeness(self, attached: Attached | None) -> None:
        if attached is None:
            return
        words = likeness_sentence(self._voice, attached.likeness)
        kept = self.tr("A copy is kept in your own folder.") if attached.kept else ""
        self._said.setText(f"{words} {kept}".strip())
        self._keep.setVisible(not attached.kept and not paths.keeps_nothing())

    def _kept(self, told: object) -> None:
        if isinstance(told, Attached):
            self._say_likeness(told)
        elif isinstance(told, Trouble):
            self._said.setText(trouble_words(self._voice, told.code, told.where, told.found))

    def _detached(self, told: object) -> None:
        if isinstance(told, Trouble):
            self._said.setText(trouble_words(self._voice, told.code, told.where, told.found))
        else:
            self.became.emit("detached")
