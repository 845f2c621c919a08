"""Pictures of document pages for the stage: asked for as they come near, never waited for, kept within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass
from viewer.locked.messages import Answer, Pixels, Sniff
from viewer.session.lens import LATER, SOON, Seat, Trouble
from viewer.session.session import Session
from viewer.stage.page_pictures import image_of, request_for
from viewer.stage.scene import PageRef

WIDE, SHARP = 1400, 2600
"""Pixels of the width of a page: to be seen whole, and with a part of it enlarged."""
BOUND = 96 << 20
"""Bytes of pictures that are kept."""


@dataclass(frozen=True, slots=True)
class _Shot:
    """A picture and its bytes, which live as long as it; None = it cannot be had."""

    image: QImage | None
    pixels: Pixels | None = None

    @property
    def weight(self) -> int:
        return len(self.pixels.data) if self.pixels else 0


_Key = tuple[str, int, int]
"""Document, page from 1, width."""


class Pictures(QObject):
    """One for a show."""

    arrived = Signal(object)  # PageRef without boxes

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seats: dict[str, Seat | None] = {}
        self._kept: OrderedDict[_Key, _Shot] = OrderedDict()
        self._weight = 0
        self._asked: dict[_Key, bool] = {}

    @property
    def weight(self) -> int:
        """Bytes of the pictures that are kept."""
        return self._weight

    @property
    def pending(self) -> bool:
        return bool(self._asked)

    def __call__(self, page: PageRef) -> QImage | None:
        """The picture, the sharpest that is there; None while it is not, or where it cannot be had."""
        for wide in (SHARP, WIDE):
            shot = self._kept.get((page.document, page.page, wide))
            if shot and shot.image:
                return shot.image
        return None

    def knows(self, page: PageRef) -> bool:
        """Whether the picture is there, or known not to come."""
        return (page.document, page.page, WIDE) in self._kept

    def want(self, now: Iterable[PageRef], ahead: Iterable[PageRef] = (), *, sharp: bool = False) -> None:
        """Ask for these pages; what was wanted before and is not among them is not wanted any more."""
        wanted = {(page.document, page.page, WIDE): 0 for page in now}
        if sharp:
            wanted |= {(document, page, SHARP): 1 for document, page, _wide in list(wanted)}
        for page in ahead:
            wanted.setdefault((page.document, page.page, WIDE), SOON)
        for key in [key for key in self._asked if key not in wanted]:
            self._forget(key)
        for key, urgency in wanted.items():
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._asked:
                self._ask(key, urgency)

    def warm_up(self, page: PageRef) -> None:
        """Start what reads documents, by a question whose answer does not matter."""
        seat = self._seat(page.document)
        if seat is not None:
            seat.ask("warm up", Sniff(seat.key), lambda _answer: None, LATER)

    def close(self) -> None:
        """Nothing is wanted any more."""
        for seat in self._seats.values():
            if seat is not None:
                seat.close()
        self._seats.clear()
        self._asked.clear()
        self._kept.clear()
        self._weight = 0

    # How it is done

    def _ask(self, key: _Key, urgency: int) -> None:
        seat = self._seat(key[0])
        if seat is None:
            self._keep(key, _Shot(None))
            return
        self._asked[key] = True
        seat.ask(
            _topic(key), request_for(seat.holding, key[1], key[2]), lambda answer: self._take(key, answer), urgency
        )

    def _take(self, key: _Key, answer: Answer | Trouble) -> None:
        if self._asked.pop(key, None) is None:
            return
        self._keep(key, _shot(answer))
        self.arrived.emit(PageRef(key[0], key[1]))

    def _forget(self, key: _Key) -> None:
        self._asked.pop(key, None)
        seat = self._seats.get(key[0])
        if seat:
            seat.forget(_topic(key))

    def _keep(self, key: _Key, shot: _Shot) -> None:
        self._kept[key] = shot
        self._weight += shot.weight
        while self._weight > BOUND and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._weight -= oldest.weight

    def _seat(self, document: str) -> Seat | None:
        """Where a document is read from; None for one that the case does not have."""
        if document not in self._seats:
            try:
                self._seats[document] = self._session.seat(document)
            except UnknownFocus:
                self._seats[document] = None
        return self._seats[document]


def _topic(key: _Key) -> str:
    return f"stage {key[1]} {key[2]}"


def _shot(answer: Answer | Trouble) -> _Shot:
    return _Shot(image_of(answer), answer) if isinstance(answer, Pixels) else _Shot(None)
