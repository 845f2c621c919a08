"""The source pane: who published, what is held, the document with its passages. Speaks only to the navigator."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.chips import ClaimView, PassageChip
from viewer.index.ask.sources import DocumentView, PassageView, SourceView
from viewer.look.announce import announce
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.area import DocumentArea
from viewer.panes.source.foot import PassageFoot
from viewer.panes.source.head import SourceHead
from viewer.panes.source.lines import Line, rich_tip
from viewer.panes.source.more import SourceMore
from viewer.panes.source.words import chip_of, document_name, event_of, passage_spoken, said
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference, cite_passage
from viewer.wording.documents import state_sentence, state_word
from viewer.wording.sources import hold_words
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.panes.source.beside import Beside

_ORDER = {"held": 0, "altered": 0, "missing": 0, "note": 1, "not-held": 2}


class SourcePane(QWidget):
    """Shows the source and the document it is handed, and points out the passage in focus."""

    anchor_moved = Signal()  # the mark of the selected passage may stand elsewhere now
    said = Signal(str)  # a sentence: what became of something
    rivals_asked = Signal(object)  # ClaimView: which claims cannot be true together with it?
    beside_asked = Signal(object)  # Focus: what shall stand beside this source
    beside_closed = Signal()

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator, self._look, self._voice = navigator, look, voice
        self._source: SourceView | None = None
        self._document: DocumentView | None = None
        self._selected: int | None = None
        # Made where they stay: whatever takes a new parent is dressed again, with all that it holds.
        self._whole = whole = QWidget(self)
        self._area = DocumentArea(look, voice, whole)
        self._head = SourceHead(look, voice, whole)
        self.more = SourceMore(navigator, look, voice, whole)
        self._tabs = QTabBar(whole)
        self._foot = PassageFoot(look, voice, whole)
        self._empty = Line("body", "muted", self)
        self._unheld = Line("body", "muted", whole)
        self.setAccessibleName(self.tr("Source"))
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_source(self, source: SourceView, document: DocumentView | None = None) -> None:
        """Show the head, and a document of the source; one of another source is put away."""
        self._source = source
        if self._document and self._document.source != source.chip.uid:
            self._put_away()
        self._head.show_source(source)
        self.more.show_source(source)
        self._stack.setCurrentIndex(1)
        self.show_document(document) if document else self._show_what_there_is()
        self._fit()

    def show_document(self, document: DocumentView) -> None:
        """Show a document of the source and point out what the navigator's focus names in it."""
        self._put_away()
        self._document = document
        self._area.show_document(document, self._source.documents if self._source else ())
        self._show_what_there_is()
        self._select(self._index_of(self._navigator.focus))

    def show_nothing(self) -> None:
        self._source = None
        self._put_away()
        self._empty.setText(self.tr("Choose a claim to see the passage that carries it."))
        self._stack.setCurrentIndex(0)

    def forget_case(self) -> None:
        """Ask nothing of the case any more: it is about to be closed."""
        self._close_beside()
        self.show_nothing()

    @property
    def area(self) -> DocumentArea:
        """The room the document shows in."""
        return self._area

    @property
    def document(self) -> DocumentView | None:
        return self._document

    @property
    def selected(self) -> int | None:
        """The passage in focus, by its place in the document."""
        return self._selected

    @property
    def source(self) -> SourceView | None:
        return self._source

    def put_beside(self, other: SourcePane, words: str) -> None:
        """Show a second source in this pane; `words` says why it stands there."""
        from viewer.panes.source.beside import Beside

        if self._beside is None:
            self._stack.removeWidget(self._whole)
            self._beside = Beside(self._look, self._whole, other)
            self._beside.closed.connect(self._close_beside)
            self._stack.insertWidget(1, self._beside)
            self._stack.setCurrentIndex(1)
            self._whole.show()
            self._beside.halve()
        self._beside.entitle(words)
        self.anchor_moved.emit()

    def next_passage(self) -> None:
        self._step(1)

    def previous_passage(self) -> None:
        self._step(-1)

    def take_keyboard(self) -> None:
        """The keyboard goes to the selected passage."""
        if self._document:
            self._area.take_keyboard()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def connector_anchor(self) -> tuple[QPoint, str] | None:
        """The mark of the selected passage in this pane's coordinates, and 'here', 'above' or 'below'."""
        found = self._area.anchor()
        return (self._area.mapTo(self, found[0]), found[1]) if found else None

    def selected_text(self) -> str:
        """What the reader has selected in the document; nothing is added to it."""
        return self._area.selected_text()

    def cited_passage(self) -> PassageChip | None:
        """The passage that the reader's selection touches, else the selected one."""
        if self._document is None:
            return None
        touched = self._area.selected_passages()
        index = self._selected if self._selected in touched or not touched else touched[0]
        return chip_of(self._document.passages[index], self._document) if index is not None else None

    def citation_selection(self, reference: Reference | None = None) -> str:
        """The selected words with their citation; "" without a selection. No reference = the case is not named."""
        text, passage = self.selected_text(), self.cited_passage()
        if not text or self._source is None or self._document is None:
            return ""
        if passage is None:
            head = self._document.head
            passage = PassageChip(head.uid, head.uid, self._document.source, "states", head.hold, "")
        cited = cite_passage(self._voice, passage, text, self._source.chip, reference or Reference("", ""))
        return cited if reference else "\n".join(cited.split("\n")[:-2])

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.anchor_moved.emit()

    # What others tell us

    def _show_focus(self, focus: Focus, _by: QObject | None) -> None:
        """Follow within the document that is shown; another one is handed over."""
        document = self._document
        if document and focus.source == document.source and focus.document in (None, document.head.uid):
            self._select(self._index_of(focus))

    def _press(self, index: int) -> None:
        """A passage's mark: to its claim, or the choice between its claims."""
        passage = self._passages()[index]
        if len(passage.claims) + len(passage.quotes) > 1:
            self._offer(passage, index)
        elif passage.quotes:
            self._go_to(passage, quote=passage.quotes[0])
        else:
            self._go_to(passage, next(iter(passage.claims), None))

    def _go_to_claim(self, claim: ClaimView) -> None:
        if self._selected is not None:
            self._go_to(self._passages()[self._selected], claim)

    def _go_to_quote(self, uid: str) -> None:
        if self._selected is not None:
            self._go_to(self._passages()[self._selected], quote=uid)

    def _switch_document(self, tab: int) -> None:
        self._go_to_document(self._tabs.tabData(tab))

    def _go_to_document(self, uid: str) -> None:
        if self._source and uid and (self._document is None or uid != self._document.head.uid):
            event = self._navigator.focus.event
            self._navigator.go(Focus(event=event, source=self._source.chip.uid, document=uid), self)

    def _toggle_more(self, wanted: bool) -> None:
        if wanted:
            self.more.unfold()
        else:
            self.more.hide()
        self._fit()
        self.anchor_moved.emit()

    def _wear(self) -> None:
        """Another theme or text size: the small parts change, the sheet and the rest are set anew."""
        self._head.wear()
        self._foot.wear()
        if self._source:
            self.show_source(self._source, self._document)

    def _say_state(self) -> None:
        """How the selected passage stands, and whether its claim is contradicted."""
        index, document = self._selected, self._document
        if index is None or document is None:
            return
        state, count = self._area.state(index)
        word = state_word(self._voice, state)
        if not word and self._area.is_attached(document.head.uid):
            word = hold_words(self._voice, "attached")
        self._foot.say_state(word, state_sentence(self._voice, state, count))
        self._foot.offer_comparison(document.disputed(index, self._navigator.focus.claim))

    def _offer_acts(self, point: QPoint) -> None:
        from viewer.panes.source.doing import Doable, acts_of

        Doable(self, acts_of(self, self._voice)).open_at(point)

    # How it is done

    _beside: Beside | None = None

    def _close_beside(self) -> None:
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.hide()
            self._stack.removeWidget(beside)
            self._stack.insertWidget(1, self._whole)
            self._stack.setCurrentIndex(1)
            beside.deleteLater()
            self.beside_closed.emit()
            self.anchor_moved.emit()

    def _lay_out(self) -> None:
        dress(self, role="panel")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self._whole, role="panel")
        self._body = QVBoxLayout(self._whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        for part in (self._head, self.more, self._tabs, self._unheld, self._area, self._foot):
            self._body.addWidget(part)
        self._body.setStretch(self._body.indexOf(self._area), 1)
        self.more.hide()
        self._stack.addWidget(self._whole)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setAccessibleName(self.tr("Documents of this source"))

    def _connect(self) -> None:
        self._navigator.focus_moved.connect(self._show_focus)
        self._navigator.sought_changed.connect(self._area.show_sought)
        self._area.show_sought(self._navigator.sought)
        self._look.changed.connect(self._wear)
        self._head.more_wanted.connect(self._toggle_more)
        self._tabs.currentChanged.connect(self._switch_document)
        self._foot.stepped.connect(self._step)
        self._foot.claim_chosen.connect(self._go_to_claim)
        self._foot.quote_chosen.connect(self._go_to_quote)
        self._foot.rivals_asked.connect(self.rivals_asked)
        self._head.reading_wanted.connect(self._area.set_reading)
        self._head.acts_wanted.connect(self._offer_acts)
        self._area.reading_changed.connect(self._head.show_reading)
        self._area.passage_pressed.connect(self._press)
        self._area.anchor_moved.connect(self.anchor_moved)
        self._area.document_asked.connect(self._go_to_document)
        self._area.state_told.connect(self._say_state)

    def _put_away(self) -> None:
        self._area.put_away()
        self._document = self._selected = None
        self._foot.put_away()
        self.anchor_moved.emit()

    def _show_tabs(self) -> None:
        """One tab a document, where there are several."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        heads = sorted(self._source.documents, key=lambda head: _ORDER.get(head.hold, 9)) if self._source else []
        for head in heads:
            tab = self._tabs.addTab(document_name(self._voice, head).replace("&", "&&"))
            self._tabs.setTabData(tab, head.uid)
            self._tabs.setTabToolTip(tab, rich_tip(head.title))
            if self._document and head.uid == self._document.head.uid:
                self._tabs.setCurrentIndex(tab)
        self._tabs.setVisible(len(heads) > 1)
        self._tabs.blockSignals(False)

    def _show_what_there_is(self) -> None:
        self._show_tabs()
        words = self.tr("No document of this source is in this case. What is known stands above and under “More”.")
        self._unheld.setText("" if self._source and self._source.documents else words)
        edge = self._look.space.large
        self._unheld.setContentsMargins(edge, edge, edge, edge)
        self._unheld.setVisible(self._document is None)
        self._area.setVisible(self._document is not None)
        self._body.setStretch(self._body.indexOf(self._unheld), 1 if self._document is None else 0)

    def _passages(self) -> tuple[PassageView, ...]:
        return self._document.passages if self._document else ()

    def _index_of(self, focus: Focus) -> int | None:
        """The passage a focus names, or the first one that carries its claim or quotation."""
        passages = self._passages()
        named = (n for n, passage in enumerate(passages) if passage.uid == focus.passage)
        carries = (
            n
            for n, passage in enumerate(passages)
            if focus.claim in [claim.uid for claim in passage.claims] or focus.quote in passage.quotes
        )
        found = next(named, None)
        return found if found is not None or focus.passage else next(carries, None)

    def _select(self, index: int | None) -> None:
        self._selected = index
        if self._document is None:
            return
        self._foot.show_passage(self._document, index)
        self._area.point_out(index)
        self._say_state()
        if index is not None:
            spoken = passage_spoken(self._voice, self._document, index)
            announce(self, spoken)

    def _step(self, step: int) -> None:
        count = len(self._passages())
        first = 0 if step > 0 else count - 1
        index = first if self._selected is None else self._selected + step
        if 0 <= index < count:
            passage = self._passages()[index]
            event = self._navigator.focus.event
            claims = sorted(passage.claims, key=lambda claim: claim.event != event)
            self._go_to(
                passage, next(iter(claims), None), next(iter(passage.quotes), None) if not claims else None
            )

    def _go_to(self, passage: PassageView, claim: ClaimView | None = None, quote: str | None = None) -> None:
        document = self._document
        if document is None:
            return
        where = {"source": document.source, "document": document.head.uid, "passage": passage.uid}
        named = {"event": claim.event, "claim": claim.uid} if claim else {"quote": quote}
        self._navigator.go(Focus(**where, **named), self)

    def _offer(self, passage: PassageView, index: int) -> None:
        """A small menu: what the passage carries."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for claim in passage.claims:
            event = event_of(self._voice, self._document, claim) if self._document else ""
            words = f"{said(self._voice, claim)} · {event}" if event else said(self._voice, claim)
            action = menu.addAction(_in_menu(words))
            action.triggered.connect(lambda _=False, claim=claim: self._go_to(passage, claim))
        for uid in passage.quotes:
            action = menu.addAction(_in_menu(f"{self.tr('Quotation')} · {uid}"))
            action.triggered.connect(lambda _=False, uid=uid: self._go_to(passage, quote=uid))
        menu.popup(self._area.mapToGlobal(self._area.place(index)))

    def _fit(self) -> None:
        """Where the pane is low, what can be had elsewhere makes room for the document."""
        low = self.height() < self._look.space.px(460)
        self._head.shorten(low)
        self._foot.shorten(low)
        self.more.fit(self.width(), self.height() // 2)


def _in_menu(words: str) -> str:
    """One line of a menu: cut, and an ampersand is a letter."""
    short = words if len(words) <= 110 else words[:109] + "…"
    return short.replace("&", "&&").replace("\t", " ")
