"""What marks say: their details, asked for when they are told, in the zone that is chosen; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from viewer.binding.typed import TYPE_CHECKING
from viewer.case.frozen import dataclass, replace
from viewer.case.when import When, seconds
from viewer.index.ask.strip import Dot
from viewer.index.ask.timeline import Mark
from viewer.panes.timeline.asking import Ask
from viewer.panes.timeline.labels import Caption, Label, Ruler
from viewer.wording.dates import say_when
from viewer.wording.doubt import disputed_word
from viewer.wording.voice import Voice

if TYPE_CHECKING:
    from viewer.panes.timeline.swarm import Ground, Speck
    from viewer.wording.calendars import Calendar

KEPT = 1500
"""Details kept before the oldest are let go."""
ROOM = 64.0
"""Pixels a label of a swarm needs at least."""
LABELS, WHILE_MOVING = 60, 24
"""Labels in a swarm, at rest and while the view moves."""
LONGEST = 46
"""No label of a swarm is wider than this many gaps."""


@dataclass(frozen=True, slots=True)
class Told:
    """The zone in which times of day are told, and the calendar beside the Gregorian one."""

    zone: str = "local"
    calendar: Calendar = "gregorian"


class Telling:
    """Details of one case under one query."""

    def __init__(self, voice: Voice, ask: Ask, told: Told) -> None:
        self._voice, self._ask, self.told = voice, ask, told
        self._known: dict[str, Mark] = {}
        self._captions: dict[str, Caption] = {}

    def marks(self, uids: Sequence[str]) -> list[Mark]:
        """In the order given; those that are not on the axis are left out."""
        missing = [uid for uid in uids if uid not in self._known]
        if missing:
            self._learn(self._ask.marks(missing))
        return [self._known[uid] for uid in uids if uid in self._known]

    def mark(self, uid: str) -> Mark | None:
        found = self.marks([uid]) if uid else []
        return found[0] if found else None

    def known(self, uid: str) -> Mark | None:
        """Without asking."""
        return self._known.get(uid)

    def moved(self, marks: Sequence[Mark]) -> Sequence[Mark]:
        """In the zone that is chosen: only what is dated more finely than to the day moves."""
        self._learn(mark for mark in marks if mark.uid not in self._known)
        return [self._known[mark.uid] for mark in marks]

    def moved_dots(self, dots: Sequence[Dot]) -> Sequence[Dot]:
        """The same for dots; what is dated to the day or less finely costs nothing."""
        if self.told.zone == "local":
            return dots
        timed = [dot.uid for dot in dots if dot.fine and (dot.end or 0) - (dot.start or 0) < 86_400]
        known = {mark.uid: mark for mark in self.marks(timed)}
        return [
            dot._replace(start=known[dot.uid].start, end=known[dot.uid].end) if dot.uid in known else dot
            for dot in dots
        ]

    def caption(self, uids: tuple[str, ...]) -> Caption:
        """What the label of one event, or of several in one place, says."""
        if len(uids) > 1:
            return Caption(self._voice.translate("Timeline", "%n event(s)", n=len(uids)), "")
        uid = uids[0]
        if uid not in self._captions:
            mark = self._known[uid]
            note = disputed_word(self._voice) if mark.row.disputed else ""
            self._captions[uid] = Caption(say_when(self._voice, mark.when, "short"), mark.title, note)
        return self._captions[uid]

    def words(
        self, specks: Sequence[Speck], ruler: Ruler, ground: Ground, chosen: str, resting: bool
    ) -> Mapping[str, Label]:
        """Labels for the specks with most room; while the view moves only those whose words are at hand."""
        wishes = sorted(
            (one for one in specks if one.room >= ROOM or chosen in one.uids),
            key=lambda one: (chosen not in one.uids, -one.room),
        )[: LABELS if resting else WHILE_MOVING]
        if resting:
            self.marks([one.dot.uid for one in wishes])
        labels = {}
        for one in wishes:
            if len(one.uids) > 1 or one.dot.uid in self._known:
                label = self._label(one, ruler, ground)
                if label:
                    labels[one.dot.uid] = label
        return labels

    def _label(self, speck: Speck, ruler: Ruler, ground: Ground) -> Label | None:
        gap, view, mirrored = ground.measures.gap, ground.scale.width, ground.scale.mirrored
        if speck.point and not 0 <= (speck.left + speck.right) / 2 <= view:
            return None
        caption = self.caption(speck.uids)
        within = not speck.point
        most = min(speck.room - (2 if within else 3) * gap, LONGEST * gap)
        date = ruler.width(caption.date, True)
        title = ruler.fit(caption.title, most - date - gap, False) if caption.title else ""
        said = caption.date if title or date <= most else ""
        if not title and not said:
            title = ruler.fit(caption.title, most, False)
        width = (
            (date if said else 0.0)
            + (gap if said and title else 0.0)
            + (ruler.width(title, False) if title else 0)
        )
        if not width:
            return None
        if within:
            left = min(speck.right, view) - gap - width if mirrored else max(speck.left, 0.0) + gap
        else:
            left = speck.left - gap - width if mirrored else speck.right + gap
        if left < 0 or left + width > view:
            return None
        return Label(left, width, said, title, "inside" if within else "after")

    def _learn(self, marks: Sequence[Mark] | Iterator[Mark]) -> None:
        for mark in marks:
            self._known[mark.uid] = self._in_zone(mark)
        if len(self._known) > KEPT:
            for uid in list(islice(self._known, len(self._known) - KEPT)):
                del self._known[uid]
                self._captions.pop(uid, None)

    def _in_zone(self, mark: Mark) -> Mark:
        if self.told.zone == "local":
            return mark
        from viewer.wording.zones import moved

        when = moved(mark.when, self.told.zone)
        if when is mark.when:
            return mark
        return replace(
            mark, when=when, start=_second(when, 0), end=_second(when, 1), row=replace(mark.row, when=when)
        )


def _second(when: When, end: int) -> int | None:
    jd = when.latest_jd if end else when.earliest_jd
    return None if jd is None else seconds(jd)
