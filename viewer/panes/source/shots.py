"""Pictures of the pages in view: asked for as they come into view, forgotten as they leave it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from viewer.case.frozen import dataclass
from viewer.locked.messages import WHOLE, Answer, Box, Pixels, Refused, Request
from viewer.panes.source.leaves import tiles
from viewer.panes.source.paper import LONGEST_ASKED, MOST_WHOLE, Paper, Shot
from viewer.session.lens import Seat, Trouble

SIDE = 768
"""Device pixels of a tile."""
_COARSE = 1_000_000
"""Pixels of the picture of a whole page that lies under tiles."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page in view: its size in device pixels as it would be unturned, and the part that shows."""

    number: int
    width: int
    height: int
    shown: Box


class Shots(QObject):
    """What has arrived of each page; the best of it is painted."""

    arrived = Signal(int)  # number of the page

    def __init__(self, seat: Seat, paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._paper = paper
        self._whole: dict[int, Shot] = {}
        self._tiles: dict[int, dict[Box, Shot]] = {}
        self._widths: dict[int, int] = {}
        self._refused: dict[int, str] = {}
        self._topics: dict[int, set[str]] = {}

    def want(self, wanted: Iterable[Wanted], ahead: Iterable[Wanted] = ()) -> None:
        """Ask for these pages; what is not among them is let go. `ahead` is only made ready."""
        pages = {page.number: page for page in wanted}
        for number in [number for number in self._widths if number not in pages]:
            self._let_go(number)
        for page in pages.values():
            self._ask(page)
        self._seat.ahead(*(self._base(page) for page in ahead))

    def refusal(self, number: int) -> str:
        """The code for which a page does not show; "" where it does or may yet."""
        return self._refused.get(number, "")

    def whole(self, number: int) -> bool:
        """Whether a picture of the page is there at the size it was last asked for."""
        shot = self._whole.get(number)
        return shot is not None and shot.image.width() == self._widths.get(number)

    def has(self, number: int) -> bool:
        return number in self._whole

    def paint(self, painter: QPainter, number: int, place: QRectF) -> None:
        """The page into this rectangle, unturned."""
        whole = self._whole.get(number)
        if whole is not None:
            painter.drawImage(place, whole.image)
        for box, shot in self._tiles.get(number, {}).items():
            part = QRectF(
                place.left() + box[0] * place.width(),
                place.top() + box[1] * place.height(),
                (box[2] - box[0]) * place.width(),
                (box[3] - box[1]) * place.height(),
            )
            painter.drawImage(part, shot.image)

    def clear(self) -> None:
        """Nothing is wanted."""
        self.want(())

    # How it is done

    def _base(self, page: Wanted) -> Request:
        return self._paper.request(page.number, self._base_width(page))

    def _base_width(self, page: Wanted) -> int:
        most = MOST_WHOLE if not self._is_tiled(page) else _COARSE
        share = min((most / max(page.width * page.height, 1)) ** 0.5, 1.0)
        longest = min(LONGEST_ASKED / max(page.width, page.height, 1), 1.0)
        return max(int(page.width * min(share, longest)), 1) if share < 1 or longest < 1 else page.width

    def _is_tiled(self, page: Wanted) -> bool:
        return self._paper.tiled and page.width * page.height > MOST_WHOLE

    def _ask(self, page: Wanted) -> None:
        number = page.number
        width = self._base_width(page)
        if self._widths.get(number) != width or (number not in self._whole and number not in self._refused):
            self._widths[number] = width
            self._one(number, "whole", self._base(page), WHOLE)
        if not self._is_tiled(page):
            self._tiles.pop(number, None)
            return
        grid = tiles(page.width, page.height, SIDE, page.shown)
        had = self._tiles.get(number, {})
        self._tiles[number] = {box: shot for box, shot in had.items() if box in grid}
        for topic in list(self._topics.get(number, ())):
            if topic != "whole" and topic not in {f"{box}" for box in grid}:
                self._seat.forget(f"page {number} {topic}")
                self._topics[number].discard(topic)
        for box in grid:
            if box not in had:
                self._one(number, f"{box}", self._paper.request(number, page.width, box), box)

    def _one(self, number: int, topic: str, request: Request, box: Box) -> None:
        self._topics.setdefault(number, set()).add(topic)
        self._seat.ask(f"page {number} {topic}", request, lambda answer: self._take(number, box, answer))

    def _take(self, number: int, box: Box, answer: Answer | Trouble) -> None:
        if number not in self._widths:
            return
        if isinstance(answer, Pixels):
            shot = Shot(answer)
            if box == WHOLE:
                self._whole[number] = shot
            else:
                self._tiles.setdefault(number, {})[box] = shot
        elif box == WHOLE:
            self._refused[number] = answer.code if isinstance(answer, (Refused, Trouble)) else "refused"
        self.arrived.emit(number)

    def _let_go(self, number: int) -> None:
        for topic in self._topics.pop(number, ()):
            self._seat.forget(f"page {number} {topic}")
        for held in (self._whole, self._tiles, self._widths, self._refused):
            held.pop(number, None)
