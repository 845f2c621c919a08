"""Text that can be read, selected and copied, with its passages marked; opens no file and follows no link."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.index.ask.sources import Block
from viewer.look.current import Look
from viewer.look.glyphs import paint_focus
from viewer.look.viewport import viewport_of
from viewer.panes.source.boxes import Stands
from viewer.panes.source.layout import depths, stacked
from viewer.panes.source.lines import rich_tip
from viewer.panes.source.mark import PassageMark, disc
from viewer.panes.source.paint import Marked, paint_furniture, paint_passages
from viewer.panes.source.setting import set_text

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl  # a start does without its enums

    from viewer.panes.source.found import FoundIn, FoundWords

MEASURE = 68
"""Letters on a line at most."""
SURELY = 300
"""Lines that no screen shows at once."""


class TextView(QTextEdit):
    """Positions are those of its QTextDocument. `words` answers what a range reads in the document itself."""

    passage_pressed = Signal(int)
    anchor_moved = Signal()
    _settled: tuple[int, bool] | None = None  # the width, and whether it is mirrored, in which the boxes stand

    def __init__(self, look: Look, words: Callable[[int, int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._blocks: Sequence[Block] = ()
        self._depths: list[int] = []
        self._stands = Stands(self.document())
        self._selected: int | None = None
        self._marks: list[PassageMark] = []
        self._centres: list[float] = []
        self._follow = False
        self._doubtful: frozenset[int] = frozenset()
        self._pressed: QPoint | None = None
        self._found: FoundWords | None = None
        self._viewport = viewport_of(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().sliderPressed.connect(self._let_go)
        self.document().documentLayout().documentSizeChanged.connect(self._go_on)

    def show_text(self, blocks: Sequence[Block], lang: str) -> None:
        """Set the text anew; the passages have to be marked again."""
        self._blocks = blocks
        ground = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            ground.setColor(role, self._look.theme.sunken)
        self.setPalette(ground)
        # Its lines are laid out once, in the width it is shown in: beside the bar, where it will have one.
        self.document().setLayoutEnabled(self.isVisible())
        tall = sum(len(block.text) // MEASURE + 1 for block in blocks) > SURELY
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if tall else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        set_text(self.document(), blocks, self._look, lang)
        self.setTextCursor(QTextCursor(self.document()))

    def mark(
        self, ranges: Sequence[tuple[int, int]], names: Sequence[str], tips: Sequence[Callable[[], str]]
    ) -> None:
        """Mark these passages; an empty range is a passage that does not show."""
        for old in self._marks:
            old.deleteLater()
        self._stands.take(ranges)
        self._depths = depths(ranges)
        self._marks = [
            PassageMark(self._look, number, name, tip, self.viewport())
            for number, (name, tip) in enumerate(zip(names, tips, strict=True), 1)
        ]
        self._centres = [0.0] * len(self._marks)
        for index, mark in enumerate(self._marks):
            mark.clicked.connect(lambda _=False, index=index: self.passage_pressed.emit(index))
            mark.stepped.connect(lambda step, index=index: self._step(index + step))
            mark.reached.connect(lambda index=index: self._reveal(index))
        self._selected = None
        self._doubtful = frozenset()
        self._settled = None
        if self.isVisible():  # else it is laid out when it is shown, in the width it has then
            self._settle()

    def doubt(self, words: dict[int, str]) -> None:
        """What is doubtful about the places of passages, by their number from 0."""
        self._doubtful = frozenset(words)
        for index, mark in enumerate(self._marks):
            mark.set_doubt(words.get(index, ""))

    def point_out(self, index: int | None) -> None:
        """Select a passage and bring it into view; what the reader has selected stays."""
        self._selected = index
        self._follow = index is not None
        if index is not None and self._settled and self._stands.is_ahead(index):
            self._stands.find(index)
        self._place_marks()
        if index is not None and self._stands.boxes[index]:
            self._bring_into_view(index)
        self.viewport().update()
        self.anchor_moved.emit()

    def show_found(self, found_in: FoundIn | None) -> None:
        """Mark what was found in the blocks that show; None = nothing."""
        if found_in is not None and self._found is None:
            from viewer.panes.source.found import FoundWords

            self._found = FoundWords(self.document(), self._look)
        if self._found is not None:
            self._found.seek(found_in)
            self.viewport().update()

    def go_to(self, start: int, end: int) -> None:
        """Select a range and bring it into view."""
        self._follow = False
        caret = self.textCursor()
        caret.setPosition(start)
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    def anchor(self) -> tuple[QPoint, str] | None:
        """Outer edge of the selected mark in this widget's coordinates, and 'here', 'above' or 'below'."""
        if self._selected is None or not self._stands.boxes[self._selected]:
            return None
        height = self.viewport().height()
        y = self._centres[self._selected] - self.verticalScrollBar().value()
        state = "above" if y < 0 else "below" if y > height else "here"
        radius = disc(self._look) / 2
        x = self._lane() + (radius if self.isRightToLeft() else -radius)
        inside = min(max(y, 2.0), height - 2.0)
        return self.viewport().mapTo(self, QPoint(round(x), round(inside))), state

    def place(self, index: int) -> QPoint:
        """Below the mark of a passage, in this widget's coordinates."""
        mark = self._marks[index]
        return mark.mapTo(self, mark.rect().bottomLeft())

    def take_keyboard(self) -> None:
        """The caret goes to the beginning of the selected passage, so that a screen reader reads on from there."""
        if self._selected is not None and self._stands.boxes[self._selected]:
            caret = self.textCursor()
            caret.setPosition(self._stands.ranges[self._selected][0])
            self.setTextCursor(caret)
            self._bring_into_view(self._selected)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What Qt calls

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        """A blank picture whatever is asked: a null answer would make Qt try the name as a file."""
        blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        blank.fill(Qt.GlobalColor.transparent)
        return blank

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected words as plain text and nothing added."""
        data = QMimeData()
        caret = self.textCursor()
        data.setText(self._words(caret.selectionStart(), caret.selectionEnd()))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_under()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()  # before Qt lays the lines out for the new width
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()  # Qt has just scrolled to the caret

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._move_marks()
        self.viewport().update()
        self.anchor_moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window changes the size of all text, never this sheet alone
            return
        self._let_go()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self._at_position(self.textCursor().position())
            if index is not None:
                self.passage_pressed.emit(index)
            return
        self._let_go()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        place = event.position().toPoint()
        moved = pressed is None or (place - pressed).manhattanLength() >= QApplication.startDragDistance()
        index = self._under(place)
        if event.button() == Qt.MouseButton.LeftButton and not moved and index not in (None, self._selected):
            self.passage_pressed.emit(index)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._under(event.pos())
            tip = self._marks[index].tip() if index is not None else ""
            QToolTip.showText(event.globalPos(), rich_tip(tip), self.viewport())
            return True
        return super().viewportEvent(event)

    # How it is done

    def _paint_under(self) -> None:
        """What lies under the letters."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.verticalScrollBar().value()
        showing = (top, top + self.viewport().height())
        painter.translate(0, -top)
        paint_furniture(painter, self.document(), self._blocks, self._look)
        if self._found is not None:
            self._found.paint_grounds(painter, *showing)
        doubtful = self._doubtful
        marked = Marked(self._stands.boxes, self._depths, self._centres, self._lane(), self._selected, doubtful)
        paint_passages(painter, marked, self._look)
        if self._found is not None:
            self._found.paint_lines(painter, *showing)
        painter.resetTransform()
        if self.hasFocus():
            paint_focus(painter, QRectF(self.viewport().rect()), self._look.theme, 0)
        painter.end()

    def _let_go(self) -> None:
        """The reader moves; the selected passage is no longer kept in view."""
        self._follow = False

    def _settle(self) -> None:
        """Fit the margins, find where the passages stand now, place their marks."""
        room = (self.viewport().width(), self.isRightToLeft())
        if room != self._settled:  # what is only higher or lower has its lines where they were
            self._settled = room
            self._set_margins()
            self.document().setLayoutEnabled(True)
            if self._found is not None:
                self._found.settle()
            self._stands.find(self._selected)
        self._place_marks()
        if self._follow and self._selected is not None and self._stands.boxes[self._selected]:
            self.verticalScrollBar().setValue(0)
            self._bring_into_view(self._selected)
        self.viewport().update()
        self.anchor_moved.emit()

    def _go_on(self) -> None:
        """More of a long text is laid out."""
        if self._stands.any_ahead():
            QTimer.singleShot(0, self, self._find_more)

    def _find_more(self) -> None:
        if self._settled is not None:
            self._stands.find_more()
            self._place_marks()
            self.viewport().update()

    def _margins(self) -> tuple[float, float]:
        """Before and after the lines: room for the marks, and what a long line leaves over, shared out."""
        space = self._look.space
        snug = self.viewport().width() < space.px(300)
        before = float(disc(self._look) + space.px(14 if snug else 26))
        after = float(space.px(8 if snug else 24))
        measure = QFontMetricsF(self.document().defaultFont()).averageCharWidth() * MEASURE
        spare = max(0.0, self.viewport().width() - before - after - measure)
        return before + spare / 2, after + spare / 2

    def _set_margins(self) -> None:
        before, after = self._margins()
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        frame = self.document().rootFrame()
        form: QTextFrameFormat = frame.frameFormat()
        if (form.leftMargin(), form.rightMargin()) == (left, right) and form.topMargin() > 1:
            return
        form.setLeftMargin(left)
        form.setRightMargin(right)
        form.setTopMargin(self._look.space.px(18))
        form.setBottomMargin(self._look.space.px(24))
        frame.setFrameFormat(form)

    def _lane(self) -> float:
        """The x at which the marks stand, in pixels of the viewport."""
        before, _ = self._margins()
        inset = before - disc(self._look) / 2 - self._look.space.px(9)
        return self.viewport().width() - inset if self.isRightToLeft() else inset

    def _place_marks(self) -> None:
        showing = [index for index, found in enumerate(self._stands.boxes) if found]
        wanted = [self._wanted(index) for index in showing]
        fixed = showing.index(self._selected) if self._selected in showing else None
        step = disc(self._look) + self._look.space.px(3)
        self._centres = [0.0] * len(self._marks)
        for index, centre in zip(showing, stacked(wanted, step, fixed), strict=True):
            self._centres[index] = centre
        stop = self._selected if self._selected is not None else next(iter(showing), None)
        for index, mark in enumerate(self._marks):
            mark.setVisible(bool(self._stands.boxes[index]))
            mark.set_selected(index == self._selected)
            mark.set_stop(index == stop)
        self._move_marks()

    def _move_marks(self) -> None:
        offset, x = self.verticalScrollBar().value(), self._lane()
        for mark, centre in zip(self._marks, self._centres, strict=True):
            half = mark.width() / 2
            mark.move(round(x - half), round(centre - half - offset))

    def _wanted(self, index: int) -> float:
        """The selected passage's number stands at the middle of its bracket, the others at their first line."""
        first, last = self._stands.boxes[index][0].rect, self._stands.boxes[index][-1].rect
        if index != self._selected:
            return first.center().y()
        return (first.top() + min(last.bottom(), first.top() + 3 * first.height())) / 2

    def _bring_into_view(self, index: int) -> None:
        """Leave the view where it is if the whole passage shows; else put it into its upper half."""
        top, bottom = self._stands.boxes[index][0].rect.top(), self._stands.boxes[index][-1].rect.bottom()
        height, bar = self.viewport().height(), self.verticalScrollBar()
        edge = self._look.space.medium
        if bar.value() + edge <= top and bottom <= bar.value() + height - edge:
            return
        room = height * 0.25 if bottom - top < height * 0.6 else edge
        bar.setValue(round(top - room))

    def _reveal(self, index: int) -> None:
        if self._stands.boxes[index]:
            self._bring_into_view(index)

    def _step(self, index: int) -> None:
        if 0 <= index < len(self._marks) and self._stands.boxes[index]:
            self._marks[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _under(self, place: QPoint) -> int | None:
        """The shortest passage at a point of the viewport."""
        point = QPointF(place.x(), place.y() + self.verticalScrollBar().value())
        hit = [n for n, found in enumerate(self._stands.boxes) if any(box.rect.contains(point) for box in found)]
        return min(hit, key=self._length, default=None)

    def _at_position(self, position: int) -> int | None:
        hit = [n for n, (start, end) in enumerate(self._stands.ranges) if start <= position < end]
        return min(hit, key=self._length, default=None)

    def _length(self, index: int) -> int:
        start, end = self._stands.ranges[index]
        return end - start
