"""A verdict to read: four answers beside each other and never one tick, the files at fault, the custody chain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from viewer.case.plain import shown
from viewer.case.records_of_use import Custody
from viewer.case.seal import FileCheck
from viewer.look.current import Look
from viewer.session.inside_custody import Inside
from viewer.session.verification import Judgement
from viewer.shell.chain import Chain, Step
from viewer.shell.sheetview import ReadingPage
from viewer.wording.custody import link_lines, row_lines, say_chain, say_inside
from viewer.wording.digests import digest_groups
from viewer.wording.failures import say_failure
from viewer.wording.verdicts import Answer, say_besides, say_moment, say_verdict
from viewer.wording.voice import Voice, fill

MOST_FAULTS = 200
"""Files at fault that are shown one by one; a record names them all."""


class VerdictSheet(ReadingPage):
    """Filled once; another verdict gets another sheet."""

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Verdict"), parent)
        self._voice = voice

    def show_judgement(self, judgement: Judgement, name: str) -> None:
        """name: of the case's file."""
        voice, verdict = self._voice, judgement.verdict
        self.title(self.tr("Verification"))
        at = fill(self.tr("%1, checked %2", "file, time"), shown(name), say_moment(voice, judgement.at))
        self.paragraph(at, "muted")
        for answer in say_verdict(voice, verdict):
            self._put(AnswerRow(answer, self))
        if judgement.trouble:
            self.paragraph(self.tr("The keys you hold could not be read, so no signer has a name here."))
            self.paragraph(say_failure(voice, judgement.trouble))
        self._show_faults(verdict.faults)
        self._show_digest(verdict.digest)
        if besides := say_besides(voice, verdict):
            self.heading(self.tr("Besides"))
            for sentence in besides:
                self.paragraph(sentence)
        self.heading(self.tr("Custody"))
        self.show_links(judgement)

    def show_inside(self, inside: Inside, document: str | None = None) -> None:
        """The table inside, under the seal. document: only the steps of this one and of the whole case."""
        rows = [row for row in inside.rows if document in (None, inside.uid(row)) or row.document_id is None]
        steps = [(self._row(inside, row), all(found.seq != row.seq for found in inside.breaks)) for row in rows]
        self.paragraph(say_inside(self._voice, len(inside.rows), inside.breaks))
        if document and document not in map(inside.uid, rows):
            self.paragraph(self.tr("No step names this document."))
        self._show_chain(steps)

    def show_links(self, judgement: Judgement) -> None:
        """What happened after sealing, to the case as a whole."""
        links = judgement.verdict.custody
        if not links:
            self.paragraph(self.tr("Custody after sealing: no steps recorded."))
            return
        self.paragraph(say_chain(self._voice, links))
        told = [(link_lines(self._voice, link, judgement.names), link.holds) for link in links]
        self._show_chain([([line.strip() for line in lines], holds) for lines, holds in told])

    def say(self, sentence: str) -> None:
        """Why there is no verdict, or no custody table."""
        self.paragraph(sentence)

    # How it is done

    def _show_faults(self, faults: Sequence[FileCheck]) -> None:
        if not faults:
            return
        self.heading(self.tr("Files that are not as listed"))
        for file in faults[:MOST_FAULTS]:
            self.paragraph(fill(self.tr("%1: %2", "file, state"), shown(file.name), self._state(file.state)))
            for caption, digest in (
                (self.tr("SHA-256 as listed:"), file.listed),
                (self.tr("SHA-256 as found:"), file.found),
            ):
                self.paragraph(caption, "muted")
                self.mono(digest_groups(digest or "") or self.tr("none")).setAccessibleDescription(caption)
        if len(faults) > MOST_FAULTS:
            more = self.tr("%1 more are named in the record.")
            self.paragraph(fill(more, self._voice.number(len(faults) - MOST_FAULTS)))

    def _state(self, state: str) -> str:
        return {
            "altered": self.tr("altered"),
            "missing": self.tr("missing"),
            "extra": self.tr("not in the list of files"),
        }[state]

    def _show_digest(self, digest: str) -> None:
        self.heading(self.tr("Digest of the case"))
        words = self.tr(
            "SHA-256 of the list of files, manifest-sha256.txt. Compare it with the one you were given."
        )
        self.paragraph(words, "muted")
        self.mono(digest_groups(digest)).setAccessibleDescription(self.tr("Digest of the case, in groups of four"))

    def _row(self, inside: Inside, row: Custody) -> list[str]:
        lines = [line.strip() for line in row_lines(self._voice, row, inside.breaks)]
        if row.document_id in inside.documents:
            uid, title = inside.documents[row.document_id]
            return [*lines, fill(self.tr("Document %1: %2", "id, title"), shown(uid), shown(title))]
        return [*lines, self.tr("Of the whole case.")]

    def _show_chain(self, steps: Sequence[Step]) -> None:
        if steps:
            self._put(Chain(self._look, steps, self._label, self))


class AnswerRow(QWidget):
    """Mark, question, answer. The mark says what the words say, for the eye that skims."""

    def __init__(self, answer: Answer, sheet: VerdictSheet) -> None:
        super().__init__(sheet)
        look = sheet._look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.space.tight, 0, look.space.tight)
        grid.setHorizontalSpacing(look.space.medium)
        grid.setColumnStretch(2, 1)
        question = sheet._label(answer.question, "strong")
        question.setMinimumWidth(look.space.px(96))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(StateMark(look, answer.state, self), 0, 0, top)
        grid.addWidget(question, 0, 1, top)
        self.words = sheet._label(answer.words, "body")
        self.words.setAccessibleName(f"{answer.question} {answer.words}")
        grid.addWidget(self.words, 0, 2, top)


class StateMark(QWidget):
    """A full circle for yes, an empty one for not known, a struck one for no; all in the colour of the text."""

    def __init__(self, look: Look, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.state = look, state
        self.setFixedSize(look.space.px(14), look.space.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, theme = self._look.space.px(11), self._look.theme
        circle = QRectF(self._look.space.px(1), (self.height() - size) / 2, size, size)
        painter.setPen(QPen(theme.text, 1.5))
        if self.state == "yes":
            painter.setBrush(theme.text)
        painter.drawEllipse(circle)
        if self.state == "no":
            painter.drawLine(circle.bottomLeft() + QPointF(2, -2), circle.topRight() + QPointF(-2, 2))
        painter.end()
