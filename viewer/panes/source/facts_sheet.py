"""The facts of a document that is not held, or of a kind that cannot be shown; no picture stands for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from viewer.index.ask.sources import DocumentView, PassageView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.band import Band
from viewer.panes.source.facts import Fact
from viewer.panes.source.lines import Line, Link
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.words import characters, grouped_hash, hash_name, passage_number, size_words
from viewer.wording.figures import claim_count
from viewer.wording.voice import Voice, fill


class FactsSheet(Sheet):
    """Facts, and the places in the document that the case names."""

    def __init__(self, look: Look, voice: Voice, document: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(look, voice, document, parent)
        self._selected: int | None = None
        self._links: list[Link] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self._area, role="sunken")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(document.head.title)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self.anchor_moved.emit())
        self.setFocusProxy(self._area)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Band(look, voice, document.head))
        lines.addWidget(self._area, 1)
        self._area.setWidget(self._facts())

    def point_out(self, index: int | None) -> None:
        self._selected = index
        if index is not None:
            self._area.ensureWidgetVisible(self._links[index])
        self.anchor_moved.emit()

    def anchor(self) -> tuple[QPoint, str] | None:
        if self._selected is None:
            return None
        link, port = self._links[self._selected], self._area.viewport()
        edge = link.rect().topRight() if self.isRightToLeft() else link.rect().topLeft()
        place = link.mapTo(port, QPoint(edge.x(), link.height() // 2))
        state = "above" if place.y() < 0 else "below" if place.y() > port.height() else "here"
        inside = QPoint(place.x(), min(max(place.y(), 2), port.height() - 2))
        return port.mapTo(self, inside), state

    def place(self, index: int) -> QPoint:
        link = self._links[index]
        return link.mapTo(self, link.rect().bottomLeft())

    def take_keyboard(self) -> None:
        target: QWidget = self._area if self._selected is None else self._links[self._selected]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is done

    def _facts(self) -> QWidget:
        inside = QWidget()
        dress(inside, role="sunken")
        lines = QVBoxLayout(inside)
        space = self._look.space
        lines.setContentsMargins(space.large, space.large, space.large, space.large)
        lines.setSpacing(space.small)
        said = Line("body")
        said.setText(self._why())
        lines.addWidget(said)
        for caption, value in self._known():
            lines.addWidget(Fact(self._look, caption, value))
        self._add_passages(lines)
        lines.addStretch(1)
        return inside

    def _why(self) -> str:
        if self._document.head.hold == "not-held":
            return self.tr("The original is not part of this case: only what is known of it stands here.")
        return self.tr("This kind of document cannot be shown here yet. What is known of it stands below.")

    def _known(self) -> list[tuple[str, str]]:
        """Captions and values; what is not known is said where a reader would look for it."""
        head = self._document.head
        digest = grouped_hash(head.sha256) if head.sha256 else self.tr("not known")
        known = [
            (self.tr("Title"), head.title),
            (self.tr("Where it is"), head.external_ref or ""),
            (self.tr("Type"), head.media_type),
            (self.tr("Extent"), size_words(self._voice, head)),
            (fill(self.tr("SHA-256, %1"), hash_name(self._voice, head)), digest),
        ]
        return [(caption, value) for caption, value in known if value]

    def _add_passages(self, lines: QVBoxLayout) -> None:
        passages = self._document.passages
        if not passages:
            return
        caption = Line("label", "muted")
        caption.setText(self.tr("Places in it that this case names"))
        lines.addSpacing(self._look.space.small)
        lines.addWidget(caption)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        lines.addLayout(rows)
        for index, passage in enumerate(passages):
            carried = claim_count(self._voice, len(passage.claims)) if passage.claims else ""
            link = Link(self._look, self._place(index, passage), carried)
            link.clicked.connect(lambda _=False, index=index: self.passage_pressed.emit(index))
            self._links.append(link)
            rows.addWidget(link)

    def _place(self, index: int, passage: PassageView) -> str:
        name = passage.label or passage_number(self._voice, index, len(self._document.passages))
        if passage.start is None or passage.end is None:
            return name
        words = self._voice.translate("SourcePane", "%1: %2", "name of a passage, its characters")
        return fill(words, name, characters(self._voice, passage.start, passage.end))
