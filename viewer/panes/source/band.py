"""The band over a sheet that says what it is: our note, the document itself, or something that is not held."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.index.ask.sources import DocumentHead
from viewer.look.current import Look
from viewer.panes.source.lines import HashButton, Line, copy_text, explain
from viewer.panes.source.words import document_kind, grouped_hash, hash_name, short_hash
from viewer.wording.documents import translation_words
from viewer.wording.sources import hold_sentence
from viewer.wording.voice import Voice, fill


class Band(QWidget):
    """Always in view, over the text and outside its scrolling."""

    def __init__(self, look: Look, voice: Voice, head: DocumentHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._note = head.hold == "note"
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        space = look.space
        self._row.setContentsMargins(space.large, space.px(5), space.medium, space.px(5))
        self._row.setSpacing(space.px(2))
        said = Line("label")
        said.setText(_words(voice, head))
        self._row.addWidget(said, 1)
        if head.sha256:
            self._row.addWidget(self._hash(voice, head, head.sha256))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.space.px(440)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.tint if self._note else theme.panel)
        painter.setPen(QPen(theme.control if theme.stroke > 1 else theme.line, theme.stroke))
        whole = QRectF(self.rect()).adjusted(0, 0.5, 0, -0.5)
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        painter.end()

    def _hash(self, voice: Voice, head: DocumentHead, digest: str) -> HashButton:
        name = hash_name(voice, head)
        button = HashButton(self._look, name, short_hash(digest))
        copy = fill(voice.translate("SourcePane", "Copy the %1 (SHA-256)", "hash of this note"), name)
        button.setAccessibleName(copy)
        words = voice.translate("SourcePane", "SHA-256, %1: %2. Press to copy.", "hash of this note, its digits")
        explain(button, fill(words, name, grouped_hash(digest)))
        done = voice.translate("SourcePane", "Copied.")
        button.clicked.connect(lambda: copy_text(button, digest, done))
        return button


def _words(voice: Voice, head: DocumentHead) -> str:
    sentence = hold_sentence(voice, head.hold)
    if head.hold == "not-held":
        return sentence
    words = voice.translate("SourcePane", "%1 · %2", "kind of document, what is held of it")
    if head.derivation == "translation":
        sentence = fill(words, translation_words(voice, head.translation, head.translator), sentence)
    return fill(words, document_kind(voice, head), sentence)
