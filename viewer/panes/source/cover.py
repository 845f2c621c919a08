"""Over a document marked as graphic until the reader wants to see it: grey blots, and a description in words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from viewer.index.ask.sources import DocumentView
from viewer.locked.messages import Answer, Pixels, RenderPage, RenderPicture, Request
from viewer.look.current import Look
from viewer.look.style import dress
from viewer.look.theme import faded
from viewer.panes.source.band import Band
from viewer.panes.source.given import Given
from viewer.panes.source.lines import Line
from viewer.panes.source.paper import Shot
from viewer.panes.source.sheet import Sheet
from viewer.session.lens import Seat, Trouble
from viewer.wording.voice import Voice, fill

_GRAIN = 9  # pixels across: nothing can be made out


class CoverSheet(Sheet):
    """Nothing of the document shows but a few grey blots."""

    def __init__(
        self, look: Look, voice: Voice, document: DocumentView, given: Given, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, voice, document, parent)
        self._seat: Seat | None = given.seat_of(document.head.uid) if given.seat_of else None
        alt = self._seat.holding.alt if self._seat else None
        self._blots = Blots(look)
        self._show_it = QPushButton(self.tr("Show this document"))
        self._show_it.clicked.connect(lambda: self.became.emit("uncovered"))
        self._lay_out(alt)
        self.setFocusProxy(self._show_it)
        self._ask_blots()

    def point_out(self, index: int | None) -> None:
        """Nothing is pointed out on a cover."""

    def anchor(self) -> tuple[QPoint, str] | None:
        return None

    def place(self, index: int) -> QPoint:
        return self._show_it.mapTo(self, self._show_it.rect().bottomLeft())

    def take_keyboard(self) -> None:
        self._show_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        if self._seat:
            self._seat.close()

    # How it is done

    def _lay_out(self, alt: str | None) -> None:
        space = self._look.space
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Band(self._look, self._voice, self._document.head))
        lines.addWidget(self._blots, 1)
        inside = QVBoxLayout(self._blots)
        inside.setContentsMargins(space.wide, space.wide, space.wide, space.wide)
        inside.setSpacing(space.medium)
        inside.addStretch(1)
        said = [Line("body"), Line("body", "muted")]
        said[0].setText(
            self.tr("This document is marked as showing injury or death. It is covered until you uncover it.")
        )
        none = self.tr("No description of it is given.")
        said[1].setText(fill(self.tr("What it shows: %1"), alt) if alt else none)
        card = QWidget()
        dress(card, role="panel")
        words = QVBoxLayout(card)
        for widget in (*said, self._show_it):
            words.addWidget(widget)
        inside.addWidget(card)
        inside.addStretch(1)
        self._show_it.setAccessibleDescription(" ".join(line.text() for line in said))

    def _ask_blots(self) -> None:
        if self._seat is None:
            return
        kind = self._document.head.media_type
        request: Request | None = None
        if kind == "application/pdf":
            request = RenderPage(self._seat.key, 0, _GRAIN)
        elif kind.startswith("image/") and "svg" not in kind:
            request = RenderPicture(self._seat.key, _GRAIN)
        if request is not None:
            self._seat.ask("blots", request, self._show_blots)

    def _show_blots(self, told: Answer | Trouble) -> None:
        if isinstance(told, Pixels):
            self._blots.show_image(Shot(told).image.convertToFormat(QImage.Format.Format_Grayscale8))


class Blots(QWidget):
    """A few grey pixels drawn large and smooth."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.sunken)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
            painter.fillRect(self.rect(), faded(self._look.theme.sunken, 0.45))
        painter.end()
