"""The facts of a document that is not held, or of a kind that cannot be shown; no picture stands for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer import paths
from viewer.index.ask.sources import DocumentView, PassageView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.band import Band
from viewer.panes.source.facts import Fact
from viewer.panes.source.given import Given
from viewer.panes.source.lines import Line, Link, explain
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.words import (
    characters,
    derivation_name,
    grouped_hash,
    hash_name,
    passage_number,
    size_words,
)
from viewer.wording.documents import moments, trouble_words
from viewer.wording.figures import claim_count
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.session.lens import Seat


class FactsSheet(Sheet):
    """Facts, and the places in the document that the case names."""

    def __init__(
        self, look: Look, voice: Voice, document: DocumentView, given: Given | None = None, *, why: str = ""
    ) -> None:
        """`why`: for what reason the document itself does not show."""
        super().__init__(look, voice, document)
        self._given = given or Given()
        self._reason = why
        self._seat: Seat | None = None
        self._selected: int | None = None
        self._links: list[Link] = []
        self._said = Line("label")
        self._area = self._make_area()
        self.setFocusProxy(self._area)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Band(look, voice, document.head))
        lines.addWidget(self._area, 1)
        self._area.setWidget(self._facts())
        self._recall()

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

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        known = [f"{caption}: {value}" for caption, value in self._known()]
        places = [self._place(index, passage) for index, passage in enumerate(self._document.passages)]
        answered("\n".join([self._why(), *known, *places]))

    def put_away(self) -> None:
        if self._seat:
            self._seat.close()

    def attach(self) -> None:
        """Ask for the file of the original; this program's own chooser keeps no history."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, self.tr("Attach original"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.attach_file(Path(name)))
        dialog.open()

    def attach_file(self, path: Path) -> None:
        """Compare a file with what the case states of the original, and show it."""
        if self._given.seat_of:
            self._say(self.tr("Comparing…"))
            self._seat = self._given.seat_of(self._document.head.uid)
            self._seat.attach(path, self._take_attached)

    # How it is done

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(area, role="sunken")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self._document.head.title)
        area.verticalScrollBar().valueChanged.connect(lambda _: self.anchor_moved.emit())
        return area

    def _recall(self) -> None:
        """A file kept in an earlier session stands for the original again."""
        if self._document.head.hold != "not-held" or self._given.seat_of is None:
            return
        if (paths.own_folder() / "originals").is_dir():
            self._seat = self._given.seat_of(self._document.head.uid)
            self._seat.recall(self._take_attached)

    def _take_attached(self, told: object) -> None:
        """Attached, or why not; None = nothing was kept."""
        from viewer.session.lens import Trouble

        if isinstance(told, Trouble):
            self._say(trouble_words(self._voice, told.code, told.where, told.found))
        elif told is not None:
            self.became.emit("attached")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _add_attaching(self, lines: QVBoxLayout) -> None:
        if self._document.head.hold != "not-held" or self._given.seat_of is None:
            return
        button = QPushButton(self.tr("Attach original…"))
        explain(button, self.tr("If you hold the original: its SHA-256 is compared, then it is shown here."))
        button.clicked.connect(self.attach)
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(self._said)
        self._said.hide()

    def _add_derived(self, lines: QVBoxLayout) -> None:
        """What the case has made of this document, and what it was made of."""
        for head in self._given.siblings:
            if self._document.head.uid == head.derived_from or head.uid == self._document.head.derived_from:
                name = derivation_name(self._voice, head, self._document.head)
                link = Link(self._look, fill(self._voice.translate("SourcePane", "%1: %2"), name, head.title))
                link.clicked.connect(lambda _=False, uid=head.uid: self.document_asked.emit(uid))
                lines.addWidget(link)

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
        self._add_derived(lines)
        self._add_attaching(lines)
        self._add_passages(lines)
        lines.addStretch(1)
        return inside

    def _why(self) -> str:
        if self._reason:
            return self._reason
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
        if passage.t_start is not None:
            words = self._voice.translate("SourcePane", "%1: %2", "name of a passage, moments of a recording")
            return fill(words, name, moments(self._voice, passage.t_start, passage.t_end))
        if passage.start is None or passage.end is None:
            return name
        words = self._voice.translate("SourcePane", "%1: %2", "name of a passage, its characters")
        return fill(words, name, characters(self._voice, passage.start, passage.end))
