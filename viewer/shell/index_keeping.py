"""Asked in the window of a large case, and in nobody's way: whether its index may be kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.intake import kept_index
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.session.job import Job
from viewer.shell.chosen_file import say_trouble
from viewer.wording.intake import say_index_kept, say_index_question
from viewer.wording.voice import fill

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.intake.opened import Opened
    from viewer.shell.parts import Service
    from viewer.shell.window import CaseWindow


class IndexNotice(QFrame):
    """A question and three buttons; then how far the keeping is."""

    answered = Signal(str)  # 'keep', 'later', 'never'
    stopped = Signal()

    def __init__(self, look: Look, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        dress(self, role="card")
        self.setAccessibleName(self.tr("May the index of this case be kept?"))
        self.said = Paragraph("label")
        self.said.setText(question)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Share done"))
        self.progress.hide()
        lines = QVBoxLayout(self)
        edge = look.space.medium
        lines.setContentsMargins(look.space.large, edge, look.space.large, edge)
        lines.setSpacing(look.space.small)
        lines.addWidget(self.said)
        lines.addWidget(self.progress)
        lines.addLayout(self._buttons())

    def show_share(self, share: float) -> None:
        """What was asked has been answered; this is how far it is."""
        for button in self.answers:
            button.hide()
        self.said.setText(self.tr("Keeping the index of this case…"))
        self.progress.setValue(round(100 * share))
        self.progress.show()
        self.stop.show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space.small)
        answers = {"keep": self.tr("Keep the index"), "later": self.tr("Not now"), "never": self.tr("Never ask")}
        self.answers = [QPushButton(words, self) for words in answers.values()]
        for answer, button in zip(answers, self.answers, strict=True):
            button.clicked.connect(lambda _checked=False, answer=answer: self.answered.emit(answer))
            row.addWidget(button)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.hide()
        self.stop.clicked.connect(self.stopped)
        row.addWidget(self.stop)
        row.addStretch(1)
        return row


class IndexKeeping(QObject):
    """For one window on a case whose index may be kept. It stops before the window lets go of the index."""

    def __init__(self, window: CaseWindow, case: Opened, service: Service) -> None:
        super().__init__(window)
        self._window, self._settings, self._voice = window, service.settings, service.voice
        index: Path = case.index  # type: ignore[assignment]  # may_be_kept says so
        self._size = index.stat().st_size
        title = window.session.heading.title
        self._job = Job(lambda: kept_index.keep(index, case.digests, title), self)
        self.notice = IndexNotice(service.look, self._question(), window)
        self.notice.answered.connect(self._take)
        self.notice.stopped.connect(self._job.cancel)
        self._job.advanced.connect(self.notice.show_share)
        self._job.finished.connect(self._tell)
        self._job.failed.connect(self._say_why)
        self._job.cancelled.connect(self.notice.hide)
        window.session.closing.connect(self._job.close)

    def begin(self) -> None:
        """Ask, or do at once what was answered for all cases."""
        wished = self._settings.choices.indexes
        if wished == "never":
            return
        self._window.offer(self.notice)
        if wished == "keep":
            self._take("keep")
        else:
            announce(self.notice, self.notice.said.text())

    # What others tell us

    @Slot(str)
    def _take(self, answer: str) -> None:
        if answer == "keep":
            self.notice.show_share(0.0)
            self._job.start()
            return
        if answer == "never":
            self._settings.choose(indexes="never")
        self.notice.hide()

    @Slot(object)
    def _tell(self, kept: bool) -> None:
        self.notice.hide()
        if kept:
            self._window.say(say_index_kept(self._voice, self._size, str(kept_index.folder())))

    @Slot(object)
    def _say_why(self, wrong: Exception) -> None:
        self.notice.hide()
        self._window.say(fill(self.tr("The index was not kept: %1"), say_trouble(self._voice, wrong)))

    def _question(self) -> str:
        try:
            free = kept_index.room()
        except OSError:
            free = None
        return say_index_question(self._voice, self._size, free, str(kept_index.folder()))
