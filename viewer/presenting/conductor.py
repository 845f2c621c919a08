"""Turns keys into the show and tells both windows: the public screen first, the log next, the console last."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.case.frozen import replace
from viewer.case.hearing import Box
from viewer.look.theme import Theme
from viewer.presenting.keys import machine
from viewer.presenting.pictures import Pictures
from viewer.presenting.recording import Recorder, in_the_dark
from viewer.presenting.reel import Reel
from viewer.presenting.restock import restocked
from viewer.presenting.seen import Seen, pages_of, seen
from viewer.session import show as model
from viewer.session.hearing_keys import Key, Verb, verb_of
from viewer.session.jump import found_by, jump, open_box, take_back, type_in
from viewer.session.show import Show, Stop, View, begin
from viewer.session.stopwatch import Stopwatch
from viewer.stage.painter import prepared_callouts
from viewer.stage.scene import PageRef, Pages, Scene

Change = Callable[[Show], Show]
Tool = Literal["callout", "highlight", "pointer"]
BESIDE_SIGN = "+"
"""Before a number in the jump box: not instead of what is shown but beside it."""
_AHEAD = 8
"""Pages that are made ready before they are asked for."""
_AT_LEISURE = 40
"""Milliseconds between two items that are made ready while nothing else is to do."""
_PLAIN: dict[Verb, Change] = {
    "next": model.go_on,
    "previous": model.go_back,
    "first": model.go_first,
    "last": model.go_last,
    "next-page": model.next_page,
    "previous-page": model.previous_page,
    "blank": model.blank,
    "black": model.go_black,
    "live": model.go_live,
    "freeze": model.freeze,
    "uncover": model.uncover,
    "overview": model.toggle_overview,
    "clear": model.clear,
    "swap": model.swap,
    "jump-open": open_box,
    "jump-back": take_back,
}


class Conductor(QObject):
    """One for a hearing: holds the show, its stages, its pictures, its stopwatch. Starts black."""

    public_changed = Signal(object)  # Seen, or None = black
    changed = Signal()
    stops_changed = Signal()  # more is known of items that are not in hand
    tool_changed = Signal()
    save_asked = Signal()
    end_asked = Signal()
    nothing_found = Signal(str)
    nothing_prepared = Signal()  # no passage of the page in hand could be enlarged

    def __init__(
        self,
        reel: Reel,
        uids: Sequence[str],
        pictures: Pictures,
        recorder: Recorder,
        *,
        theme: Theme,
        start_at: int = 0,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reel, self.pictures, self.recorder = reel, pictures, recorder
        self.theme, self.now = theme, now
        self.stopwatch = Stopwatch()
        self.tool: Tool = "callout"
        self.has_screen = self.rehearses = False
        self._begun = self._is_warm = False
        self._public: Seen | None = None
        self.show = self._first(uids, start_at)
        pictures.arrived.connect(self._page_came)
        self._leisure = QTimer(self, interval=_AT_LEISURE)
        self._leisure.timeout.connect(self._make_one_ready)
        self._leisure.start()

    # What the console reads

    @property
    def public(self) -> Seen | None:
        """What the public screen was last handed."""
        return self._public

    @property
    def stop(self) -> Stop | None:
        """The item in hand."""
        return self.show.stops[self.show.at.stop] if self.show.stops else None

    @property
    def in_hand(self) -> Seen | None:
        """The page in hand as the audience would see it."""
        return self.see(self.show.ready)

    @property
    def used(self) -> float:
        """Seconds by the stopwatch."""
        return self.stopwatch.at(self.now())

    def next_view(self) -> View | None:
        """What comes next: the page after this one, the item after this one, or nothing."""
        at, stops = self.show.at, self.show.stops
        if not stops:
            return None
        if at.page < stops[at.stop].last:
            return View(at.stop, at.page + 1)
        return View(at.stop + 1) if at.stop + 1 < len(stops) else None

    def see(self, view: View | None) -> Seen | None:
        """A view with its stages; pages whose pictures are on their way are left empty, without a word."""
        found = seen(view, self.stages, self.reel.cover)
        if found is None:
            return None
        beside = self._patient(found.beside) if found.beside else None
        return replace(found, scene=self._patient(found.scene), beside=beside)

    def stages(self, stop: int) -> tuple[Scene, ...]:
        return self.reel.stages(self.show.stops[stop].uid)

    # What is done

    def press(self, key: Key, *, may_end: bool = True) -> Verb | None:
        """A key of either window; answers what it meant."""
        verb = verb_of(key, machine(), box_open=self.show.jump is not None, rtl=self.reel.ask.rtl)
        if verb is not None and (may_end or verb != "end"):
            self.do(verb, key.text)
        return verb

    def do(self, verb: Verb, text: str = "") -> None:
        """What a key means. text: of a key that types."""
        if verb == "next" and not self._begun:
            self.apply(model.go_live)
        elif verb in _PLAIN:
            self.apply(_PLAIN[verb])
        elif verb == "jump-type":
            self.apply(lambda show: type_in(show, text))
        elif verb == "jump-go":
            self._jump()
        elif verb == "callout":
            self._call_out()
        elif verb in ("highlight", "pointer"):
            self.take_tool("highlight" if verb == "highlight" else "pointer")
        elif verb == "beside":
            self._put_beside()
        elif verb == "timer":
            self.stopwatch = self.stopwatch.toggled(self.now())
            self.changed.emit()
        else:
            (self.save_asked if verb == "save-view" else self.end_asked).emit()

    def apply(self, change: Change) -> None:
        """The show after a change. Whatever comes into hand is known by its stages before it is shown."""
        before = self.show
        after = self._exactly(change)
        if after is self.show:
            return
        before = replace(before, stops=after.stops)
        if not (self.has_screen or self.rehearses):
            after = replace(after, shown=before.shown)
        self.show = after
        self._tell(before)

    def drag(self, box: Box) -> None:
        """A box drawn on the page in hand: enlarged, or marked, as the tool is."""
        if self.tool == "highlight":
            self.apply(lambda show: model.highlight(show, box))
        else:
            self.apply(lambda show: model.call_out_box(show, box))

    def point(self, where: tuple[float, float] | None) -> None:
        """The pointer of the presenter over the page in hand."""
        if self.tool == "pointer" or where is None:
            self.apply(lambda show: model.point(show, where))

    def take_tool(self, tool: Tool) -> None:
        """Take a tool, or put it away."""
        self.tool = "callout" if self.tool == tool else tool
        self.apply(lambda show: model.point(show, None))
        self.tool_changed.emit()

    def restock(self, uids: Sequence[str]) -> None:
        """The list has other items, or the same in another order; all are in the reel."""
        self.show = restocked(self.show, tuple(self._stop(uid) for uid in uids))
        self._exactly(lambda show: show)
        self._leisure.start()
        self._tell(self.show)

    def set_screen(self, there: bool) -> None:
        """Whether a public screen shows anything; what it loses and gets back is logged as black and shown."""
        if there != self.has_screen:
            before = self._as_seen(self.show)
            self.has_screen = there
            if (public := self._as_seen(self.show).public) and not public.covered:
                self.show = replace(self.show, shown=self.show.shown | {public.stop})
            self._hand_over()
            self.recorder.tell(before, self._as_seen(self.show))
            self.changed.emit()

    def close(self) -> None:
        """Black, in the log too."""
        before = self._as_seen(self.show)
        self.has_screen = self.rehearses = False
        self.recorder.tell(before, self._as_seen(self.show))
        self._leisure.stop()
        self.pictures.close()

    # How it is done

    def _first(self, uids: Sequence[str], start_at: int) -> Show:
        """Black, with the first item or another one in hand."""
        self.show = begin(())
        rough = tuple(self.reel.rough(uid) for uid in uids)
        if not rough:
            return begin(())
        place = min(start_at, len(rough) - 1)
        stops = (*rough[:place], self.reel.exact(rough[place].uid), *rough[place + 1 :])
        return replace(begin(stops), at=model.go_to(begin(stops), place).at) if place else begin(stops)

    def _stop(self, uid: str) -> Stop:
        known = next((stop for stop in self.show.stops if stop.uid == uid), None)
        if known is not None and self.reel.is_exact(known):
            return known
        return self.reel.rough(uid)

    def _exactly(self, change: Change) -> Show:
        """The show after a change; again, as long as it brings an item into hand that was known roughly only."""
        while True:
            after = change(self.show)
            rough = [number for number in _in_hand(after) if not self.reel.is_exact(after.stops[number])]
            if not rough:
                return after
            self.show = self._made_exact(rough)

    def _made_exact(self, numbers: Sequence[int], *, keep: bool = True) -> Show:
        stops = list(self.show.stops)
        for number in numbers:
            stops[number] = self.reel.exact(stops[number].uid, keep=keep)
        return replace(self.show, stops=tuple(stops))

    def _tell(self, before: Show) -> None:
        was, now = self._as_seen(before), self._as_seen(self.show)
        if self.show.public is not None:
            self._begun = True
            self.stopwatch = self.stopwatch if self.stopwatch.used else self.stopwatch.started(self.now())
        self._want_pictures()
        self._hand_over()
        self.recorder.tell(was, now)
        self.changed.emit()

    def _as_seen(self, show: Show) -> Show:
        return show if self.has_screen else in_the_dark(show)

    def _hand_over(self) -> None:
        """To the public screen, where it is not what it has."""
        public = self.see(self._as_seen(self.show).public)
        if public != self._public:
            self._public = public
            self.public_changed.emit(public)

    def _want_pictures(self) -> None:
        """Of what is shown and in hand now, then of what may come next."""
        now = [*_pages(self._public), *_pages(self.see(self._as_seen(self.show).public)), *_pages(self.in_hand)]
        at = self.show.at
        ahead: list[PageRef] = []
        for number, page in ((at.stop, at.page + 1), (at.stop + 1, 0), (at.stop, at.page - 1), (at.stop - 1, 0)):
            if 0 <= number < len(self.show.stops) and self.reel.is_exact(self.show.stops[number]):
                for scene in self.stages(number)[max(0, page) : page + 2]:
                    ahead += pages_of(scene)
        self.pictures.want(now, ahead[:_AHEAD], sharp=bool(at.callout))

    def _page_came(self, page: PageRef) -> None:
        """A picture has arrived: whoever shows its page paints it."""
        pages = {(one.document, one.page) for one in _pages(self._public)}
        self._hand_over()
        if (page.document, page.page) in pages:
            self.public_changed.emit(self._public)
        self.changed.emit()

    def _patient(self, scene: Scene) -> Scene:
        if isinstance(scene.body, Pages) and not all(map(self.pictures.knows, pages_of(scene))):
            return replace(scene, body=replace(scene.body, missing=""))
        return scene

    def _make_one_ready(self) -> None:
        """The neighbours of what is in hand first, then every other item, one at a time."""
        if not self._begun:
            self._want_pictures()
        stops, at = self.show.stops, self.show.at.stop
        order = sorted(range(len(stops)), key=lambda number: (number - at - 1) % max(1, len(stops)))
        rough = next((number for number in order if not self.reel.is_exact(stops[number])), None)
        if rough is None:
            self._leisure.stop()
            return
        near = abs(rough - at) == 1
        self.show = self._made_exact([rough], keep=near)
        self._warm_up(rough)
        if near:
            self._want_pictures()
            self.changed.emit()
        self.stops_changed.emit()

    def _warm_up(self, number: int) -> None:
        """What reads documents takes a second to start: let it, where the list has a page at all."""
        pages = [] if self._is_warm else [page for scene in self.stages(number) for page in pages_of(scene)]
        if pages:
            self._is_warm = True
            self.pictures.warm_up(pages[0])

    def _jump(self) -> None:
        text = self.show.jump or ""
        if text.startswith(BESIDE_SIGN):
            self._jump_beside(text.removeprefix(BESIDE_SIGN))
            return
        self.apply(jump)
        if self.show.jump is not None:
            self.nothing_found.emit(text)

    def _jump_beside(self, text: str) -> None:
        found = found_by(self.show, text)
        if found is None:
            self.nothing_found.emit(text)
        else:
            self.apply(lambda show: replace(model.set_beside(show, found[0]), jump=None))

    def _put_beside(self) -> None:
        """The next item that may stand there; again: nothing."""
        at = self.show.at
        if at.beside is not None:
            self.apply(lambda show: model.set_beside(show, None))
        elif at.stop + 1 < len(self.show.stops):
            self.apply(lambda show: model.set_beside(show, at.stop + 1))

    def _call_out(self) -> None:
        """The next passage of the page in hand; where they stand is known only when its picture is there."""
        stop, at = self.stop, self.show.at
        if stop is None or not self.reel.is_exact(stop):
            return
        boxes = prepared_callouts(self.stages(at.stop)[at.page], self.theme, self.pictures)
        known = {**stop.callouts, at.page: boxes}
        stops = list(self.show.stops)
        stops[at.stop] = replace(stop, callouts=known)
        self.show = replace(self.show, stops=tuple(stops))
        if not boxes and at.callout is None:
            self.nothing_prepared.emit()
        self.apply(model.call_out)


def _in_hand(show: Show) -> tuple[int, ...]:
    """Places of the items that are shown, or would be with the next key."""
    if not show.stops:
        return ()
    return (show.at.stop,) if show.at.beside is None else (show.at.stop, show.at.beside)


def _pages(found: Seen | None) -> tuple[PageRef, ...]:
    return found.pages if found else ()
