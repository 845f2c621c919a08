"""Events that are picked on the strip, with Ctrl, a mark at a time; and the tick that they carry there."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from viewer.binding.typed import TYPE_CHECKING
from viewer.look.current import Look
from viewer.panes.timeline.areas import Areas
from viewer.panes.timeline.board import Board
from viewer.panes.timeline.layout import Placed
from viewer.session.navigator import Navigator

if TYPE_CHECKING:
    from viewer.session.picking import Picking

COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
SIDE = 9
"""Pixels of a tick at scale 1: it leaves the shape of a glyph to be seen."""


class Picks:
    """What is picked, by whomever, and what is done to that here."""

    def __init__(self, navigator: Navigator, board: Board) -> None:
        self._navigator, self._board = navigator, board
        self.uids: frozenset[str] = frozenset()

    def holds(self, uid: str) -> bool:
        """Whether the event is picked."""
        return uid in self.uids

    def turn(self, uid: str) -> None:
        """Pick the events of this one's mark, or put them back where all of them are picked."""
        placed, picked = self._board.strip.of(uid), self._navigator.picked
        uids = placed.uids if placed else (uid,)
        if len(uids) == 1:
            self._picking.turn(uid)
        elif set(uids) <= set(picked):
            self._navigator.pick([other for other in picked if other not in uids])
        else:
            self._picking.all(uids)

    def act(self, event: QKeyEvent, uid: str) -> bool:
        """Ctrl+Space picks this event, or puts it back; Esc picks none any more. False: another key."""
        held = event.modifiers() & COMMANDING
        if event.key() == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier and uid:
            self.turn(uid)
        elif event.key() == Qt.Key.Key_Escape and not held and self.uids:
            self._navigator.pick(())
        else:
            return False
        return True

    @cached_property
    def _picking(self) -> Picking:
        from viewer.session.picking import Picking

        return Picking(self._navigator, _alone)


def paint_picks(painter: QPainter, look: Look, board: Board, areas: Areas, picked: frozenset[str]) -> None:
    """A tick at each mark with a picked event; the painter's origin is the first lane's corner."""
    from viewer.look.picking import paint_picked

    side = look.space.px(SIDE)
    for mark in {placed.uids: placed for uid in picked if (placed := board.strip.of(uid))}.values():
        x = _middle(mark, board, side)
        if -side <= x <= areas.time.width() + side:
            paint_picked(painter, look, _around(x, mark.y + side / 4, side))


def paint_picks_in_tray(painter: QPainter, look: Look, board: Board, areas: Areas, picked: frozenset[str]) -> None:
    """The same for what has no place on the axis; the painter's origin is the widget's corner."""
    from viewer.look.picking import paint_picked

    side, mirrored = look.space.px(SIDE), board.frame.mirrored
    for item in board.tray.items:
        if item.uid in picked:
            x = areas.time.left() + (item.right if mirrored else item.left)
            paint_picked(painter, look, _around(x, areas.tray.center().y() + side / 4, side))


def _middle(mark: Placed, board: Board, side: float) -> float:
    """Where the tick stands: at the side of a glyph that has no words, within the beginning of a bar."""
    body, label = mark.body, mark.label
    if not body.point:
        within = side / 2 + 3
        return body.right - within if board.scale.mirrored else max(body.left, 0.0) + within
    words_at_left = label is not None and (label.place == "before") != board.frame.mirrored
    half = board.frame.measures.glyph / 2 + 1
    return body.centre + half if words_at_left else body.centre - half


def _around(x: float, y: float, side: float) -> QRectF:
    return QRectF(x - side / 2, y - side / 2, side, side)


def _alone(_first: str, uid: str) -> tuple[tuple[str, ...], int]:
    """Marks lie in lanes and beside each other: there is no stretch from one to another."""
    return (uid,), 0
