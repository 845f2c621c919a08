"""The row of tools over pages: which page, how large, which way up, and what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from viewer.look.current import Look
from viewer.look.style import dress
from viewer.wording.documents import page_words
from viewer.wording.voice import Voice, fill


class PageTools(QWidget):
    """Says what the reader wants of the pages; `picture` leaves out what only pages of text have."""

    page_wanted = Signal(int)  # from 0
    zoom_wanted = Signal(float)  # a factor
    fit_wanted = Signal(str)  # 'width' or 'page'
    turn_wanted = Signal(int)  # degrees clockwise
    side_wanted = Signal(bool)
    boxing_wanted = Signal(bool)
    search_wanted = Signal(bool)

    def __init__(self, look: Look, voice: Voice, pages: int, text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._pages = pages
        self._side = self._button("thumbnails", self.tr("Pages and outline"), checkable=True)
        self._number = QLineEdit()
        self._of = QLabel()
        self._zoom = QToolButton()
        self._boxing = self._button("box", self.tr("Draw a box"), checkable=True)
        self._search = self._button("search", self.tr("Find in this document (F3)"))
        self._smaller = self._button("minus", self.tr("Smaller (−)"))
        self._larger = self._button("plus", self.tr("Larger (+)"))
        self._lay_out()
        self._connect()
        self._side.setVisible(pages > 1 or text)
        self._number.setVisible(pages > 1)
        self._of.setVisible(pages > 1)
        self._search.setVisible(text)
        self.show_page(0)
        self.show_zoom(1.0)

    def show_page(self, number: int) -> None:
        """The page the reader is at, from 0."""
        if not self._number.hasFocus() or self._number.text() != str(number + 1):
            self._number.setText(str(number + 1))
        self._number.setAccessibleDescription(page_words(self._voice, number + 1, self._pages))

    def show_zoom(self, zoom: float) -> None:
        self._zoom.setText(fill(self.tr("%1 %", "zoom in percent"), self._voice.number(round(zoom * 100))))

    # How it is done

    def _button(self, icon: str, name: str, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._look.icon(icon))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setCheckable(checkable)
        return button

    def _lay_out(self) -> None:
        space = self._look.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.small, space.px(2), space.small, space.px(2))
        row.setSpacing(space.px(2))
        self._number.setValidator(QIntValidator(1, self._pages, self))
        self._number.setFixedSize(space.px(52), space.px(30))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setAccessibleName(self.tr("Page number"))
        self._of.setText(fill(self.tr("of %1", "number of pages"), self._voice.number(self._pages)))
        self._of.setTextFormat(Qt.TextFormat.PlainText)
        dress(self._of, text="label", tone="muted")
        self._zoom.setAccessibleName(self.tr("Size of the pages"))
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        dress(self._zoom, text="label")
        for widget in (self._side, self._number, self._of):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._smaller, self._zoom, self._larger, self._boxing, self._search):
            row.addWidget(widget)
        dress(self, role="panel")

    def _connect(self) -> None:
        self._side.toggled.connect(self.side_wanted)
        self._boxing.toggled.connect(self.boxing_wanted)
        self._search.clicked.connect(self.search_wanted)
        self._smaller.clicked.connect(lambda: self.zoom_wanted.emit(1 / 1.2))
        self._larger.clicked.connect(lambda: self.zoom_wanted.emit(1.2))
        self._number.returnPressed.connect(lambda: self.page_wanted.emit(int(self._number.text() or 1) - 1))
        menu = QMenu(self._zoom)
        for words, act in (
            (self.tr("Fit the width"), lambda: self.fit_wanted.emit("width")),
            (self.tr("Fit the page"), lambda: self.fit_wanted.emit("page")),
            (self.tr("Turn right"), lambda: self.turn_wanted.emit(90)),
            (self.tr("Turn left"), lambda: self.turn_wanted.emit(-90)),
        ):
            menu.addAction(words).triggered.connect(act)
        self._zoom.setMenu(menu)
