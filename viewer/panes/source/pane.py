"""The source pane: who published, what is held, the document with its passages. Speaks only to the navigator."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from viewer.index.ask.chips import ClaimView, PassageChip
from viewer.index.ask.sources import DocumentView, PassageView, SourceView
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.panes.source.foot import PassageFoot
from viewer.panes.source.head import SourceHead
from viewer.panes.source.kinds import sheet_for
from viewer.panes.source.lines import Line, rich_tip
from viewer.panes.source.more import SourceMore
from viewer.panes.source.sheet import Sheet
from viewer.panes.source.words import chip_of, document_name, event_of, passage_spoken, said
from viewer.session.focus import Focus
from viewer.session.navigator import Navigator
from viewer.wording.citation import Reference, cite_passage
from viewer.wording.voice import Voice

_ORDER = {"held": 0, "note": 1, "not-held": 2}


class SourcePane(QWidget):
    """Shows the source and the document it is handed, and points out the passage in focus."""

    anchor_moved = Signal()  # the mark of the selected passage may stand elsewhere now

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._voice = voice
        self._source: SourceView | None = None
        self._document: DocumentView | None = None
        self._selected: int | None = None
        self._sheet: Sheet | None = None
        self._head = SourceHead(look, voice)
        self._more = SourceMore(navigator, look, voice)
        self._tabs = QTabBar()
        self._foot = PassageFoot(look, voice)
        self._empty = Line("body", "muted")
        self._unheld = Line("body", "muted")
        self.setAccessibleName(self.tr("Source"))
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_source(self, source: SourceView) -> None:
        """Show the head; a document of another source is put away."""
        self._source = source
        if self._document and self._document.source != source.chip.uid:
            self._put_away()
        self._head.show_source(source)
        self._more.show_source(source)
        self._show_tabs()
        self._show_unheld()
        self._stack.setCurrentIndex(1)
        self._fit()

    def show_document(self, document: DocumentView) -> None:
        """Show a document of the source and point out what the navigator's focus names in it."""
        self._put_away()
        self._document = document
        self._sheet = sheet_for(document)(self._look, self._voice, document)
        self._sheet.passage_pressed.connect(self._press)
        self._sheet.anchor_moved.connect(self.anchor_moved)
        self._body.insertWidget(self._body.indexOf(self._foot), self._sheet, 1)
        self._show_tabs()
        self._show_unheld()
        self._select(self._index_of(self._navigator.focus))

    def show_nothing(self) -> None:
        self._source = None
        self._put_away()
        self._empty.setText(self.tr("Choose a claim to see the passage that carries it."))
        self._stack.setCurrentIndex(0)

    def next_passage(self) -> None:
        self._step(1)

    def previous_passage(self) -> None:
        self._step(-1)

    def take_keyboard(self) -> None:
        """The keyboard goes to the selected passage."""
        target: Sheet | SourcePane = self._sheet or self
        if isinstance(target, Sheet):
            target.take_keyboard()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def connector_anchor(self) -> tuple[QPoint, str] | None:
        """The mark of the selected passage in this pane's coordinates, and 'here', 'above' or 'below'."""
        found = self._sheet.anchor() if self._sheet else None
        return (self._sheet.mapTo(self, found[0]), found[1]) if self._sheet and found else None

    def selected_text(self) -> str:
        """What the reader has selected in the document; nothing is added to it."""
        return self._sheet.selected_text() if self._sheet else ""

    def cited_passage(self) -> PassageChip | None:
        """The passage that the reader's selection touches, else the selected one."""
        if self._document is None or self._sheet is None:
            return None
        touched = self._sheet.selected_passages()
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
        uid = self._tabs.tabData(tab)
        if self._source and uid and (self._document is None or uid != self._document.head.uid):
            event = self._navigator.focus.event
            self._navigator.go(Focus(event=event, source=self._source.chip.uid, document=uid), self)

    def _toggle_more(self, wanted: bool) -> None:
        if wanted:
            self._more.unfold()
        else:
            self._more.hide()
        self._fit()
        self.anchor_moved.emit()

    def _wear(self) -> None:
        """Another theme or text size: the small parts change, the sheet and the rest are set anew."""
        self._head.wear()
        self._foot.wear()
        source, document = self._source, self._document
        if source:
            self.show_source(source)
        if document:
            self.show_document(document)

    # How it is done

    def _lay_out(self) -> None:
        dress(self, role="panel")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QWidget()
        dress(whole, role="panel")
        self._body = QVBoxLayout(whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        for part in (self._head, self._more, self._tabs, self._unheld, self._foot):
            self._body.addWidget(part)
        self._more.hide()
        self._stack.addWidget(whole)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setAccessibleName(self.tr("Documents of this source"))

    def _connect(self) -> None:
        self._navigator.focus_moved.connect(self._show_focus)
        self._look.changed.connect(self._wear)
        self._head.more_wanted.connect(self._toggle_more)
        self._tabs.currentChanged.connect(self._switch_document)
        self._foot.stepped.connect(self._step)
        self._foot.claim_chosen.connect(self._go_to_claim)
        self._foot.quote_chosen.connect(self._go_to_quote)

    def _put_away(self) -> None:
        if self._sheet:
            self._body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = self._document = self._selected = None
        self._foot.hide()
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

    def _show_unheld(self) -> None:
        words = self.tr("No document of this source is in this case. What is known stands above and under “More”.")
        self._unheld.setText("" if self._source and self._source.documents else words)
        edge = self._look.space.large
        self._unheld.setContentsMargins(edge, edge, edge, edge)
        self._unheld.setVisible(self._document is None)
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
        if self._document is None or self._sheet is None:
            return
        self._foot.show_passage(self._document, index)
        self._sheet.point_out(index)
        if index is not None:
            spoken = passage_spoken(self._voice, self._document, index)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

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
            event = event_of(self._voice, passage, claim)
            words = f"{said(self._voice, claim)} · {event}" if event else said(self._voice, claim)
            action = menu.addAction(_in_menu(words))
            action.triggered.connect(lambda _=False, claim=claim: self._go_to(passage, claim))
        for uid in passage.quotes:
            action = menu.addAction(_in_menu(f"{self.tr('Quotation')} · {uid}"))
            action.triggered.connect(lambda _=False, uid=uid: self._go_to(passage, quote=uid))
        place = self._sheet.place(index) if self._sheet else QPoint()
        menu.popup((self._sheet or self).mapToGlobal(place))

    def _fit(self) -> None:
        """Where the pane is low, what can be had elsewhere makes room for the document."""
        low = self.height() < self._look.space.px(460)
        self._head.shorten(low)
        self._foot.shorten(low)
        self._more.fit(self.width(), self.height() // 2)


def _in_menu(words: str) -> str:
    """One line of a menu: cut, and an ampersand is a letter."""
    short = words if len(words) <= 110 else words[:109] + "…"
    return short.replace("&", "&&").replace("\t", " ")
