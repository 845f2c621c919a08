"""What is on at a hearing: a machine of frozen states for console and audience; it knows no note and no Qt.

Every verb takes a Show and answers the next one; a verb with nothing to do answers the same object.
"""

from __future__ import annotations

from collections.abc import Mapping

from viewer.case.frozen import dataclass, field, replace
from viewer.case.hearing import Box, Markup


@dataclass(frozen=True, slots=True)
class Stop:
    """An item of the list as the show needs it. names: what the jump box finds it by, beside exhibit and title.

    pages: its stages, at least 1; bound: those (from 0) that answer the one before and may not be left out;
    callouts: prepared boxes of a stage, by its number, in stage pixels; saved: the mark-up it comes with, and on
    which page; leaves: its pages are those of a document, which are turned by keys of their own.
    """

    uid: str
    exhibit: str
    title: str
    pages: int = 1
    graphic: bool = False
    bound: frozenset[int] = frozenset()
    callouts: Mapping[int, tuple[Box, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    seconds: int | None = None
    saved: Markup | None = None
    leaves: bool = False

    @property
    def last(self) -> int:
        """The page up to which "next" goes before it goes on to the next item."""
        return 0 if self.leaves else self.pages - 1


@dataclass(frozen=True, slots=True)
class View:
    """What a screen shows: an item and a page by number from 0, covered or not, and the mark-up on it."""

    stop: int
    page: int = 0
    covered: bool = False
    callout: Box | None = None
    boxes: tuple[Box, ...] = ()
    beside: int | None = None
    pointer: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """One hearing. black: the audience sees nothing; held: what it keeps seeing while frozen.

    uncovered: the graphic item in hand may be seen; leaving it covers it again. owed: the answering page that is
    due, whatever is asked for; answered: answering pages of the item in hand that were seen in this visit.
    called: which prepared passage is enlarged, from 1. jump: text of the open jump box, None = closed. shown:
    places of items that the public screen has shown.
    """

    stops: tuple[Stop, ...]
    at: View = View(0)
    black: bool = True
    frozen: bool = False
    held: View | None = None
    called: int = 0
    jump: str | None = None
    overview: bool = False
    swapped: bool = False
    uncovered: bool = False
    owed: tuple[int, int] | None = None
    answered: frozenset[int] = frozenset()
    shown: frozenset[int] = frozenset()

    @property
    def public(self) -> View | None:
        """What the audience sees; None is a black stage."""
        if self.frozen:
            return self.held
        return self.ready if not self.black else None

    @property
    def ready(self) -> View | None:
        """What the console has in hand, as the audience would see it; None for an empty list."""
        if not self.stops:
            return None
        hidden = self.stops[self.at.stop].graphic and not self.uncovered
        return View(self.at.stop, self.at.page, covered=True) if hidden else self.at


def begin(stops: tuple[Stop, ...]) -> Show:
    """Black, at the first item; nothing is shown before the first deliberate key."""
    return Show(stops, _arrival(stops, 0, 0) if stops else View(0))


# Moving


def go_on(show: Show) -> Show:
    """The next page or item. From the black start it shows what is in hand."""
    if show.black and (show.at.stop, show.at.page) == (0, 0) and not show.shown:
        return go_live(show)
    if show.stops and show.at.page < show.stops[show.at.stop].last:
        return _turn(show, show.at.stop, show.at.page + 1)
    return _turn(show, show.at.stop + 1, 0)


def go_back(show: Show) -> Show:
    """The page before, or the last page of the item before."""
    if show.stops and 0 < show.at.page <= show.stops[show.at.stop].last:
        return _turn(show, show.at.stop, show.at.page - 1)
    before = show.at.stop - 1
    return _turn(show, before, show.stops[before].last) if before >= 0 else show


def go_first(show: Show) -> Show:
    return _turn(show, 0, 0)


def go_last(show: Show) -> Show:
    return _turn(show, len(show.stops) - 1, 0)


def next_page(show: Show) -> Show:
    """Within the item only."""
    return _turn(show, show.at.stop, show.at.page + 1)


def previous_page(show: Show) -> Show:
    return _turn(show, show.at.stop, show.at.page - 1)


def go_to(show: Show, stop: int, page: int = 0) -> Show:
    """An item by its place from 0, from the jump box, the overview or a spot of the main window."""
    return _turn(show, stop, page)


def _turn(show: Show, stop: int, page: int) -> Show:
    """To a page that is there; an owed answer comes first. While frozen the console looks where it likes."""
    if not (0 <= stop < len(show.stops) and 0 <= page < show.stops[stop].pages):
        return show
    if show.owed and not show.frozen:
        stop, page = show.owed
    if (stop, page) == (show.at.stop, show.at.page) and not show.black:
        return replace(show, jump=None, overview=False) if show.overview or show.jump is not None else show
    stays_open = show.uncovered and stop == show.at.stop
    moved = replace(show, at=_arrival(show.stops, stop, page), black=False, called=0, jump=None, overview=False)
    answered = show.answered if stop == show.at.stop else frozenset[int]()
    return _settled(replace(moved, uncovered=stays_open, answered=answered))


def _arrival(stops: tuple[Stop, ...], stop: int, page: int) -> View:
    """A page as it is come to: bare, or with the mark-up that was saved with it."""
    saved = stops[stop].saved
    if saved is None or saved.page != page:
        return View(stop, page)
    return View(stop, page, callout=saved.callout, boxes=saved.boxes)


def _settled(show: Show) -> Show:
    """What the public screen now shows is counted as shown, and its answer is owed; a cover is neither."""
    seen = show.public
    if seen is None or seen.covered:
        return show
    bound = show.stops[seen.stop].bound
    answered = show.answered | ({seen.page} & bound)
    owed = show.owed if (seen.stop, seen.page) != show.owed else None
    if seen.page + 1 in bound - answered:
        owed = (seen.stop, seen.page + 1)
    return replace(show, shown=show.shown | {seen.stop}, owed=owed, answered=answered)


def _released(show: Show) -> Show:
    """Live and not frozen; where an answer is owed and something else is in hand, the answer comes first."""
    if show.owed and (show.at.stop, show.at.page) not in (show.owed, (show.owed[0], show.owed[1] - 1)):
        show = replace(show, at=_arrival(show.stops, *show.owed), called=0, uncovered=False)
    return _settled(replace(show, black=False, frozen=False, held=None))


# Light and dark


def blank(show: Show) -> Show:
    """Black, at once and also when frozen; again: what is in hand. B, ".", W and ","."""
    if show.public is None:
        return go_live(show)
    return go_black(show)


def go_black(show: Show) -> Show:
    """Black whatever was on, never the reverse: Esc, which a clicker may send at any time. Closes the boxes."""
    if show.black and not show.frozen and show.jump is None and not show.overview:
        return show
    return replace(show, black=True, frozen=False, held=None, jump=None, overview=False)


def go_live(show: Show) -> Show:
    """What is in hand goes to the audience; ends a freeze. F5."""
    if not show.stops or (not show.black and not show.frozen):
        return show
    return _released(show)


def freeze(show: Show) -> Show:
    """The audience keeps what it sees while the console looks ahead; again: it sees what is in hand."""
    if show.frozen:
        return replace(show, frozen=False, held=None) if show.black else _released(show)
    return replace(show, frozen=True, held=show.public)


def uncover(show: Show) -> Show:
    """Show the graphic item in hand; a key of its own. Again: cover it."""
    if not show.stops or not show.stops[show.at.stop].graphic:
        return show
    return _settled(replace(show, uncovered=not show.uncovered))


# Mark-up


def call_out(show: Show) -> Show:
    """The next prepared passage of the page enlarged, after the last one none."""
    boxes = show.stops[show.at.stop].callouts.get(show.at.page, ()) if show.stops else ()
    if not boxes:
        return call_out_box(show, None)
    called = (show.called + 1) % (len(boxes) + 1)
    box = boxes[called - 1] if called else None
    return replace(show, called=called, at=replace(show.at, callout=box))


def call_out_box(show: Show, box: Box | None) -> Show:
    """A box dragged on the page enlarged; None ends it."""
    if show.at.callout == box:
        return show
    return replace(show, called=0, at=replace(show.at, callout=box))


def highlight(show: Show, box: Box) -> Show:
    """One more box marked on the page."""
    return replace(show, at=replace(show.at, boxes=(*show.at.boxes, box)))


def point(show: Show, where: tuple[float, float] | None) -> Show:
    """The pointer, in stage pixels; None takes it away. It is not logged."""
    return show if show.at.pointer == where else replace(show, at=replace(show.at, pointer=where))


def set_beside(show: Show, stop: int | None) -> Show:
    """Another item's first page beside this one; None ends it. A graphic item stays out."""
    fits = stop is None or (0 <= stop < len(show.stops) and not show.stops[stop].graphic)
    if not fits or show.at.beside == stop:
        return show
    return replace(show, at=replace(show.at, beside=stop))


def clear(show: Show) -> Show:
    """No mark-up on the page."""
    bare = View(show.at.stop, show.at.page)
    return show if show.at == bare else replace(show, at=bare, called=0)


def has_markup(view: View) -> bool:
    return bool(view.callout or view.boxes or view.beside is not None)


# The console


def toggle_overview(show: Show) -> Show:
    return replace(show, overview=not show.overview, jump=None)


def swap(show: Show) -> Show:
    """The screens change places."""
    return replace(show, swapped=not show.swapped)
