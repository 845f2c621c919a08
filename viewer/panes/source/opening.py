"""A document on its way: its kind is found, it is opened in the locked child, then its sheet takes this place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.case.frozen import replace
from viewer.index.ask.sources import DocumentView
from viewer.locked.messages import (
    Answer,
    Kind,
    OpenPdf,
    OpenPicture,
    PdfFacts,
    PictureFacts,
    Pixels,
    ReadText,
    Refused,
    RenderSvg,
    Request,
    Sniff,
    TextBlocks,
)
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.facts_sheet import FactsSheet
from viewer.panes.source.given import Given
from viewer.panes.source.lines import Line
from viewer.panes.source.password import PasswordForm
from viewer.panes.source.sheet import Picked, Sheet, Sought
from viewer.panes.source.standing import anchored
from viewer.panes.source.texts import sheet_of_text
from viewer.session.lens import Seat, Trouble
from viewer.wording.documents import refusal_words, trouble_words
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords

_DRAWN = 800  # pixels, to learn how a drawing is proportioned
_TEXTS: tuple[Literal["text/markdown", "text/plain", "text/html"], ...] = (
    "text/markdown",
    "text/plain",
    "text/html",
)


class OpeningSheet(Sheet):
    """Stands for the sheet that comes; a document that cannot be shown has its facts, and the reason, instead."""

    def __init__(
        self,
        look: Look,
        voice: Voice,
        document: DocumentView,
        seat: Seat,
        given: Given,
    ) -> None:
        super().__init__(look, voice, document)
        self._seat = seat
        self._given = given
        self._inner: QWidget | None = None
        self._sheet: Sheet | None = None
        self._selected: int | None = None
        self._sought: Sought | None = None
        self._words: SoughtWords | None = None
        self._wants_keyboard = False
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        dress(self, role="sunken")
        self._say(self.tr("Opening…"))
        seat.ask("open", Sniff(seat.key), self._take_kind)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that has come."""
        return self._sheet

    def state(self, index: int) -> tuple[str, int]:
        return self._sheet.state(index) if self._sheet else ("", 0)

    def point_out(self, index: int | None) -> None:
        self._selected = index
        if self._sheet:
            self._sheet.point_out(index)

    def look_at(self, sought: Sought) -> None:
        self._sought = sought
        if self._sheet:
            self._sheet.look_at(sought)

    def show_sought(self, words: SoughtWords | None) -> None:
        self._words = words
        if self._sheet:
            self._sheet.show_sought(words)

    def anchor(self) -> tuple[QPoint, str] | None:
        found = self._sheet.anchor() if self._sheet else None
        return (self._sheet.mapTo(self, found[0]), found[1]) if self._sheet and found else None

    def place(self, index: int) -> QPoint:
        return self._sheet.mapTo(self, self._sheet.place(index)) if self._sheet else QPoint()

    def take_keyboard(self) -> None:
        self._wants_keyboard = True
        if self._sheet:
            self._sheet.take_keyboard()
        elif self._inner:
            self._inner.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_text(self) -> str:
        return self._sheet.selected_text() if self._sheet else ""

    def selected_passages(self) -> tuple[int, ...]:
        return self._sheet.selected_passages() if self._sheet else ()

    def picked(self) -> Picked | None:
        return self._sheet.picked() if self._sheet else None

    def open_search(self) -> None:
        if self._sheet:
            self._sheet.open_search()

    def put_away(self) -> None:
        if self._sheet:
            self._sheet.put_away()
        self._seat.close()

    def parts(self) -> int:
        return self._sheet.parts() if self._sheet else 1

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        if self._sheet:
            self._sheet.read_part(number, answered)
        else:
            answered("")

    def part_of(self, index: int) -> int:
        return self._sheet.part_of(index) if self._sheet else 0

    # How it is done

    def _take_kind(self, told: Answer | Trouble) -> None:
        if not isinstance(told, Kind):
            self._give_up(told)
            return
        kind, declared = told.media_type, _bare(self._document.head.media_type)
        if declared in _TEXTS and (kind.startswith("text/") or kind == "application/octet-stream"):
            kind = declared
        request = self._first_question(kind)
        if request is None:
            self._show_facts("")
        else:
            self._seat.ask("open", request, self._take_document, seconds=30.0)

    def _first_question(self, kind: str) -> Request | None:
        key = self._seat.key
        if kind == "application/pdf":
            return OpenPdf(key)
        if kind == "image/svg+xml":
            return RenderSvg(key, _DRAWN)
        for text in _TEXTS:
            if kind == text:
                return ReadText(key, text)
        return OpenPicture(key) if kind.startswith("image/") else None

    def _take_document(self, told: Answer | Trouble) -> None:
        if isinstance(told, Refused) and told.code in ("needs-password", "wrong-password"):
            self._ask_password(told.code)
            return
        sheet = self._sheet_of(told)
        if sheet is None:
            self._give_up(told)
        else:
            self._take_sheet(sheet)

    def _sheet_of(self, told: Answer | Trouble) -> Sheet | None:
        from viewer.panes.source import paper
        from viewer.panes.source.page_sheet import PageSheet

        given, seat = (self._look, self._voice, self._document, self._seat), self._seat
        match told:
            case PdfFacts():
                return PageSheet(*given, paper.PdfPaper(seat.key, told), outline=told.outline)
            case PictureFacts():
                return PageSheet(*given, paper.PicturePaper(seat.key, told))
            case Pixels():
                return PageSheet(*given, paper.DrawingPaper(seat.key, told))
            case TextBlocks():
                return _text_sheet(self._look, self._voice, self._document, told)
            case _:
                return None

    def _take_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        sheet.passage_pressed.connect(self.passage_pressed)
        sheet.anchor_moved.connect(self.anchor_moved)
        sheet.state_told.connect(self.state_told)
        sheet.document_asked.connect(self.document_asked)
        sheet.became.connect(self.became)
        self._put(sheet)
        sheet.point_out(self._selected)
        sheet.show_sought(self._words)
        if self._sought:
            sheet.look_at(self._sought)
        if self._wants_keyboard:
            sheet.take_keyboard()
        for index in range(len(self._document.passages)):
            if sheet.state(index)[0]:
                self.state_told.emit(index)
        self.arrived.emit()

    def _give_up(self, told: Answer | Trouble) -> None:
        if isinstance(told, Trouble):
            self._show_facts(trouble_words(self._voice, told.code, told.where, told.found))
        else:
            self._show_facts(refusal_words(self._voice, told.code if isinstance(told, Refused) else "refused"))

    def _show_facts(self, why: str) -> None:
        self._take_sheet(FactsSheet(self._look, self._voice, self._document, self._given, why=why))

    def _ask_password(self, code: str) -> None:
        form = PasswordForm(self._look, refusal_words(self._voice, code))
        form.given.connect(self._unlock)
        self._put(form)
        if self._wants_keyboard or code == "wrong-password":
            form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arrived.emit()

    def _unlock(self, password: str) -> None:
        self._say(self.tr("Opening…"))
        self._seat.unlock(password)
        self._seat.ask("open", OpenPdf(self._seat.key), self._take_document, seconds=30.0)

    def _say(self, words: str) -> None:
        said = Line("body", "muted")
        edge = self._look.space.large
        said.setContentsMargins(edge, edge, edge, edge)
        said.setText(words)
        self._put(said)

    def _put(self, widget: QWidget) -> None:
        old, self._inner = self._inner, widget
        self._lines.addWidget(widget, 1)
        if old is not None:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _text_sheet(look: Look, voice: Voice, document: DocumentView, told: TextBlocks) -> Sheet:
    found, states = anchored(told.text, document)
    return sheet_of_text(look, voice, replace(found, blocks=tuple(told.blocks)), states)
