"""What is known of one source besides its head: facts, links, documents, grading, the events it speaks to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.index.ask.sources import DocumentHead, SourceView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.facts import Fact
from viewer.panes.source.lines import Line, Link, copy_text, explain
from viewer.panes.source.words import document_name, grouped_hash, hash_name, side_line, size_words
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import event_words
from viewer.wording.figures import claim_count
from viewer.wording.sources import read_words, reliability_words, source_date, source_words
from viewer.wording.voice import Voice, fill


class Known(QWidget):
    """Made for one source."""

    custody_asked = Signal(str, str)  # uid and title of a document
    graded = Signal(bool)  # whether the grading is unfolded

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, source: SourceView, unfolded: bool) -> None:
        super().__init__()
        self._navigator, self._look, self._voice = navigator, look, voice
        self._unfolded = unfolded
        dress(self, role="panel")
        self._lay_out(source)

    def _lay_out(self, source: SourceView) -> None:
        lines = QVBoxLayout(self)
        space = self._look.space
        lines.setContentsMargins(space.large, space.tight, space.large, space.medium)
        lines.setSpacing(space.small)
        for fact in (*self._facts(source), *self._links(source), *self._documents(source)):
            lines.addWidget(fact)
        lines.addWidget(self._grading(source))
        self._add_events(lines, source)

    def _facts(self, source: SourceView) -> list[Fact]:
        chip = source.chip
        read = Fact(self._look, self.tr("Read"), read_words(self._voice, chip))
        if source.read_definition:
            read.add_line(source.read_definition, "muted")
        facts = [
            Fact(self._look, self.tr("Title"), chip.title),
            Fact(self._look, self.tr("Publisher"), side_line(self._voice, source)),
            self._optional(self.tr("Author"), source.author.full_name if source.author else None),
            Fact(self._look, self.tr("Date"), source_date(self._voice, chip)),
            self._optional(self.tr("Date as stated"), source.date_text),
            Fact(self._look, self.tr("Kind"), chip.kind_label),
            read,
            self._optional(self.tr("Reposted by"), source.reposted_by),
            self._reprint(source),
            self._optional(self.tr("Compilers' note"), source.note),
        ]
        return [fact for fact in facts if fact]

    def _optional(self, caption: str, value: str | None) -> Fact | None:
        return Fact(self._look, caption, value) if value else None

    def _reprint(self, source: SourceView) -> Fact | None:
        first = source.reprint_of
        if first is None:
            return None
        fact = Fact(self._look, self.tr("Reprint of"), source_words(self._voice, first))
        link = Link(self._look, first.title)
        link.clicked.connect(lambda: self._navigator.go(Focus(source=first.uid), self))
        fact.add(link)
        return fact

    def _links(self, source: SourceView) -> list[Fact]:
        links = ((self.tr("Link"), source.url), (self.tr("Archived copy"), source.archived_url))
        return [self._link(caption, url) for caption, url in links if url]

    def _link(self, caption: str, url: str) -> Fact:
        """Shown and copied, never opened."""
        fact = Fact(self._look, caption, url)
        button = QPushButton(self.tr("Copy link"))
        dress(button, role="link", text="label")
        explain(button, self.tr("Copies the address. This program never opens links and has no network."))
        button.clicked.connect(lambda: copy_text(button, url, self.tr("Copied.")))
        fact.add(button)
        return fact

    def _documents(self, source: SourceView) -> list[Fact]:
        return [self._document(head) for head in source.documents]

    def _document(self, head: DocumentHead) -> Fact:
        fact = Fact(self._look, document_name(self._voice, head), head.title)
        if head.external_ref:
            fact.add_line(fill(self.tr("It is at: %1"), head.external_ref), "muted")
        if size := size_words(self._voice, head):
            fact.add_line(size, "muted")
        digest = grouped_hash(head.sha256) if head.sha256 else self.tr("not known")
        words = fill(
            self.tr("%1 (SHA-256): %2", "hash of this note, its digits"), hash_name(self._voice, head), digest
        )
        fact.add_line(words, "muted")
        button = QPushButton(self.tr("Custody…"))
        dress(button, role="link", text="label")
        explain(button, self.tr("Who had this document, step by step, and whether the chain of steps holds."))
        button.clicked.connect(lambda: self.custody_asked.emit(head.uid, head.title))
        fact.add(button)
        return fact

    def _grading(self, source: SourceView) -> QWidget:
        """Folded until asked for: a proposal, not a finding."""
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._look.space.tight)
        button = QToolButton()
        button.setText(self.tr("Grading, proposed by the compilers"))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(button, text="label")
        said = Line("label")
        letter = source.chip.reliability
        meaning = source.reliability_label or reliability_words(self._voice, letter)
        words = fill(self.tr("%1: %2", "letter, its meaning"), letter, meaning)
        said.setText("\n".join([words, source.reliability_note] if source.reliability_note else [words]))
        button.toggled.connect(lambda unfolded: self._unfold(button, said, unfolded))
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(said)
        button.setChecked(self._unfolded)
        self._unfold(button, said, self._unfolded)
        return whole

    def _unfold(self, button: QToolButton, said: QWidget, unfolded: bool) -> None:
        button.setIcon(self._look.icon("chevron-down" if unfolded else "chevron-right"))
        said.setVisible(unfolded)
        self.graded.emit(unfolded)

    def _add_events(self, lines: QVBoxLayout, source: SourceView) -> None:
        if not source.events:
            return
        caption = Line("label", "muted")
        caption.setText(self.tr("Events this source speaks to"))
        lines.addWidget(caption)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        lines.addLayout(rows)
        uid = source.chip.uid
        for event in source.events:
            link = Link(self._look, event_words(self._voice, event.event), claim_count(self._voice, event.claims))
            target = Focus(event=event.event.uid, source=uid)
            link.clicked.connect(lambda _=False, target=target: self._navigator.go(target, self))
            rows.addWidget(link)
