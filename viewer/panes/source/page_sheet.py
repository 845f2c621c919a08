"""Pages on a sheet: a PDF, a picture or a drawing, with tools, small pages, outline, search and passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QTabWidget, QVBoxLayout

from viewer.index.ask.sources import DocumentView
from viewer.locked.messages import Answer, Outlined, PageText
from viewer.look.current import Look
from viewer.panes.source.band import Band
from viewer.panes.source.locating import Locating
from viewer.panes.source.mark import disc
from viewer.panes.source.outline import OutlineTree
from viewer.panes.source.page_tools import PageTools
from viewer.panes.source.page_view import PageView
from viewer.panes.source.paper import Paper
from viewer.panes.source.pinned import Where
from viewer.panes.source.search_bar import SearchBar
from viewer.panes.source.searching import Searching
from viewer.panes.source.sheet import Picked, Sheet, Sought
from viewer.panes.source.thumbs import ThumbStrip
from viewer.panes.source.words import passage_number, passage_spoken, passage_tip
from viewer.session.lens import LATER, Seat, Trouble
from viewer.wording.documents import hits_words, page_words, state_word
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.index.sought import SoughtWords


class PageSheet(Sheet):
    """Everything that is shown as pages; the paper says of what they are made."""

    def __init__(
        self,
        look: Look,
        voice: Voice,
        document: DocumentView,
        seat: Seat,
        paper: Paper,
        *,
        outline: Sequence[Outlined] = (),
    ) -> None:
        super().__init__(look, voice, document)
        self._seat, self._paper = seat, paper
        self._view = PageView(look, voice, paper, seat)
        self._tools = PageTools(look, voice, len(paper.sizes), paper.has_text)
        self._bar = SearchBar(look, voice)
        self._searching = Searching(seat, paper, self)
        self._outline = list(outline)
        self._side: QTabWidget | None = None
        self._thumbs: ThumbStrip | None = None
        self.setFocusProxy(self._view)
        self._lay_out()
        self._connect()
        self._mark()

    def point_out(self, index: int | None) -> None:
        self._view.point_out(index)
        spoken = passage_spoken(self._voice, self._document, index) if index is not None else ""
        self._view.setAccessibleDescription(spoken)

    def look_at(self, sought: Sought) -> None:
        if sought.page is not None:
            number = sought.page - 1
            QTimer.singleShot(0, self, lambda: self._view.go_to_page(number))  # a new sheet has no room yet

    def show_sought(self, words: SoughtWords | None) -> None:
        self._view.found.show(words)
        self._view.viewport().update()

    def anchor(self) -> tuple[QPoint, str] | None:
        pinned = self._view.pinned
        if pinned.selected is None or not pinned.where(pinned.selected):
            return None
        port = self._view.viewport()
        y = pinned.centre(pinned.selected) - self._view.roll.offset.y()
        state = "above" if y < 0 else "below" if y > port.height() else "here"
        radius = disc(self._look) / 2
        x = pinned.lane() + (radius if self.isRightToLeft() else -radius)
        return port.mapTo(self, QPoint(round(x), round(min(max(y, 2.0), port.height() - 2.0)))), state

    def place(self, index: int) -> QPoint:
        mark = self._view.pinned.mark(index)
        return mark.mapTo(self, mark.rect().bottomLeft())

    def take_keyboard(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_text(self) -> str:
        return self._view.picking.text()

    def selected_passages(self) -> tuple[int, ...]:
        pages = {page for page, _, _ in self._view.picking.stretches()}
        touched = []
        for index in range(len(self._document.passages)):
            where = self._view.pinned.where(index)
            boxes = [(page, box) for page, box in where if page in pages]
            if any(_meet(box, other) for page, box in boxes for other in self._view.picking.rects(page)):
                touched.append(index)
        return tuple(touched)

    def picked(self) -> Picked | None:
        picking = self._view.picking
        if picking.box:
            page, box = picking.box
            return Picked(page=page + 1, box=box, picture=not self._paper.has_text)
        if words := picking.text():
            prefix, suffix = picking.around() if picking.is_repeated() else ("", "")
            return Picked(words, prefix, suffix, page=picking.stretches()[0][0] + 1)
        return None

    def open_search(self) -> None:
        if self._paper.has_text:
            self._bar.open_up()

    def put_away(self) -> None:
        self._view.shots.clear()
        self._seat.close()

    def parts(self) -> int:
        return len(self._paper.sizes)

    def read_part(self, number: int, answered: Callable[[str], None]) -> None:
        request = self._paper.text(number)
        if request is None:
            answered("")
            return

        def told(answer: Answer | Trouble) -> None:
            answered(answer.text if isinstance(answer, PageText) else "")

        self._seat.ask(f"read {number}", request, told, LATER)

    def part_of(self, index: int) -> int:
        where = self._view.pinned.where(index)
        page = self._document.passages[index].page
        return where[0][0] if where else min((page or 1) - 1, self.parts() - 1)

    # What Qt calls

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(bool(self.selected_text()))
        copy.triggered.connect(self.copy)
        whole = menu.addAction(self.tr("Select all text of this page"))
        whole.setEnabled(self._paper.has_text)
        whole.triggered.connect(lambda: self._view.picking.pick_page(self._view.page))
        menu.popup(event.globalPos())

    # What others tell us

    def copy(self) -> None:
        """The words picked, and nothing added."""
        if words := self.selected_text():
            QApplication.clipboard().setText(words)

    def _put(self, index: int, where: Where, state: str, count: int) -> None:
        self._view.pinned.put(index, where, state or "exact", state_word(self._voice, state))
        self._view.settle_passages()
        if self._thumbs:
            self._thumbs.show_passages(self._view.pinned.pages())
        self.tell_state(index, state, count)

    def _show_hits(self) -> None:
        hits = self._searching.hits
        pages = self._paper.sizes
        lines = [(page_words(self._voice, hit.page + 1, len(pages)), hit.line) for hit in hits]
        said = hits_words(self._voice, len(hits), self._searching.searched, len(pages)) if self._sought else ""
        self._bar.show_places(lines, said)

    def _seek(self, words: str) -> None:
        self._sought = words
        self._view.show_hits([], None)
        self._searching.search(words)

    def _go_to_hit(self, place: int) -> None:
        hits = [(hit.page, list(hit.boxes)) for hit in self._searching.hits]
        self._view.show_hits(hits, place)

    def _show_side(self, wanted: bool) -> None:
        """Small pages and the outline, made when they are first wanted."""
        if wanted and self._side is None:
            self._side = self._make_side()
            self._row.insertWidget(0, self._side)
        if self._side is not None:
            self._side.setVisible(wanted)

    # How it is done

    _sought = ""

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Band(self._look, self._voice, self._document.head))
        lines.addWidget(self._tools)
        lines.addWidget(self._bar)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._view, 1)
        lines.addLayout(self._row, 1)
        self._view.setAccessibleName(self._document.head.title)

    def _connect(self) -> None:
        view, tools = self._view, self._tools
        view.passage_pressed.connect(self.passage_pressed)
        view.anchor_moved.connect(self.anchor_moved)
        view.page_changed.connect(tools.show_page)
        view.zoom_changed.connect(tools.show_zoom)
        view.copy_wanted.connect(self.copy)
        tools.page_wanted.connect(view.go_to_page)
        tools.zoom_wanted.connect(view.zoom_by)
        tools.fit_wanted.connect(view.fit_to)
        tools.turn_wanted.connect(view.rotate)
        tools.side_wanted.connect(self._show_side)
        tools.boxing_wanted.connect(view.set_boxing)
        tools.search_wanted.connect(lambda _: self.open_search())
        self._bar.sought.connect(self._seek)
        self._bar.chosen.connect(self._go_to_hit)
        self._bar.closed.connect(self.take_keyboard)
        self._searching.found.connect(self._show_hits)

    def _mark(self) -> None:
        passages = self._document.passages
        names = [passage_number(self._voice, index, len(passages)) for index in range(len(passages))]
        self._view.pinned.set_marks(names, [partial(passage_tip, self._voice, passage) for passage in passages])
        Locating(self._seat, self._paper, self._put).locate(passages)

    def _make_side(self) -> QTabWidget:
        side = QTabWidget()
        side.setDocumentMode(True)
        side.setFixedWidth(self._look.space.px(132 if not self._outline else 190))
        self._thumbs = ThumbStrip(self._look, self._voice, self._paper, self._seat)
        self._thumbs.page_chosen.connect(self._view.go_to_page)
        self._view.page_changed.connect(self._thumbs.show_page)
        self._thumbs.show_passages(self._view.pinned.pages())
        side.addTab(self._thumbs, self.tr("Pages"))
        if self._outline:
            tree = OutlineTree(self._outline)
            tree.page_chosen.connect(self._view.go_to_page)
            side.addTab(tree, self.tr("Outline"))
        else:
            side.tabBar().hide()
        self._thumbs.show_page(self._view.page)
        return side


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
