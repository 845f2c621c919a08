"""What can be done with the document that shows: read as text, searched, saved, compared, picked from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from viewer.index.ask.sources import DocumentHead, DocumentView, SourceView
from viewer.panes.source.area import DocumentArea
from viewer.panes.source.passage_row import passage_row
from viewer.panes.source.words import derivation_name
from viewer.session.focus import Focus
from viewer.session.lens import Seat, Trouble
from viewer.session.shelf import Saved
from viewer.wording.documents import saved_sentence, trouble_words
from viewer.wording.voice import Voice, fill


class Shown(Protocol):
    """The pane a document shows in."""

    said: SignalInstance
    beside_asked: SignalInstance

    @property
    def area(self) -> DocumentArea: ...

    @property
    def document(self) -> DocumentView | None: ...

    @property
    def source(self) -> SourceView | None: ...

    @property
    def selected(self) -> int | None: ...


def save_copy(owner: QWidget, voice: Voice, seat: Seat, *, suggested: str, said: Callable[[str], None]) -> None:
    """Ask where to and write a verified copy there; `said` gets what became of it."""
    dialog = QFileDialog(owner, voice.translate("SourcePane", "Save verified copy"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(lambda name: write_copy(voice, seat, Path(name), said))
    dialog.open()


def write_copy(voice: Voice, seat: Seat, target: Path, said: Callable[[str], None]) -> None:
    """Write a verified copy and say what became of it."""

    def tell(told: Saved | Trouble) -> None:
        if isinstance(told, Saved):
            said(saved_sentence(voice, told.path.name, told.sha256, told.byte_size))
        else:
            said(trouble_words(voice, told.code, told.where, told.found))

    seat.save(target, tell)


def related(document: DocumentView, siblings: tuple[DocumentHead, ...]) -> list[DocumentHead]:
    """The original of this document and what was made of it."""
    head = document.head
    return [other for other in siblings if head.uid == other.derived_from or other.uid == head.derived_from]


class Doable(QMenu):
    """A menu made when it is asked for."""

    def __init__(self, owner: QWidget, acts: Sequence[tuple[str, Callable[[], object], bool]]) -> None:
        """Acts: words, what is done, whether it can be done now."""
        super().__init__(owner)
        for words, act, usable in acts:
            action = self.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, act=act: act())
            action.setEnabled(usable)

    def open_at(self, point: QPoint) -> None:
        self.aboutToHide.connect(self.deleteLater)
        self.popup(point)


def acts_of(pane: Shown, voice: Voice) -> list[tuple[str, Callable[[], object], bool]]:
    """Words, what is done, and whether it can be done now."""
    area, document = pane.area, pane.document
    if document is None:
        return []
    say = voice.translate
    acts: list[tuple[str, Callable[[], object], bool]] = [
        (say("SourcePane", "Reading view: as plain text"), lambda: area.set_reading(not area.reads), True),
        (say("SourcePane", "Find in this document"), lambda: search(pane), area.sheet is not None),
        (say("SourcePane", "Copy as passage row"), lambda: copy_row(pane, voice), area.picked() is not None),
        (say("SourcePane", "Save verified copy…"), lambda: save(pane, voice), area.seat() is not None),
    ]
    siblings = pane.source.documents if pane.source else ()
    acts += [
        (beside_words(voice, head, document.head), partial(ask_beside, pane, head), True)
        for head in related(document, siblings)
    ]
    return acts


def search(pane: Shown) -> None:
    """Open the search of the document."""
    pane.area.set_reading(False)
    if pane.area.sheet:
        pane.area.sheet.open_search()


def copy_row(pane: Shown, voice: Voice) -> bool:
    """What is picked, as a line of passages.csv, to the clipboard; False where nothing is."""
    picked, document = pane.area.picked(), pane.document
    if picked is None or document is None:
        return False
    QGuiApplication.clipboard().setText(passage_row(document.head.uid, document.head.lang, picked))
    pane.said.emit(voice.translate("SourcePane", "Copied as a line for passages.csv."))
    return True


def save(pane: Shown, voice: Voice) -> None:
    """A verified copy of the document that shows."""
    seat, document = pane.area.seat(), pane.document
    if seat is not None and document is not None:
        save_copy(
            pane.area, voice, seat, suggested=seat.holding.original_name or document.head.uid, said=pane.said.emit
        )


def ask_beside(pane: Shown, head: DocumentHead) -> None:
    """The same passage in the original or in what was made of it, beside this one."""
    document, index = pane.document, pane.selected
    passage = document.passages[index] if document and index is not None else None
    counterpart = passage.original if passage and head.uid == passage.original_document else None
    source = document.source if document else None
    pane.beside_asked.emit(Focus(source=source, document=head.uid, passage=counterpart))


def beside_words(voice: Voice, head: DocumentHead, beside: DocumentHead) -> str:
    """What stands in a menu for a second document."""
    words = voice.translate("SourcePane", "Show beside it: %1, %2", "what it is to this document, title")
    return fill(words, derivation_name(voice, head, beside), head.title)
