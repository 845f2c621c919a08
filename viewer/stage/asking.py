"""What a stage is built with: the index, the voice, the room, the reading direction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from unicodedata import bidirectional

from viewer.case.frozen import dataclass, replace
from viewer.stage.layout import Frame, frame
from viewer.stage.scene import Body, Scene
from viewer.stage.sizes import Sizes
from viewer.stage.spoken import spoken
from viewer.wording.stages import page_of, stamp_words
from viewer.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Asking:
    """One for a list. connection: the open index; scale: of the room's type; rtl: stages read from the right."""

    connection: sqlite3.Connection
    voice: Voice
    scale: float = 1.0
    rtl: bool = False

    @property
    def sizes(self) -> Sizes:
        return Sizes(self.scale)

    def roomy(self, fits: Callable[[Asking], bool]) -> Asking:
        """With the largest type of the room with which everything fits; the least type where nothing does."""
        for tenths in range(round(self.scale * 10), 10, -1):
            if fits(smaller := replace(self, scale=min(self.scale, tenths / 10))):
                return smaller
        return replace(self, scale=1.0)

    def frame(self, title: str, below: str, stamp: str, source: str) -> Frame:
        """The frame of a stage before its body is known; pages are counted as if there were many."""
        return frame(title, page_of(self.voice, below, 10, 10), stamp_words(self.voice, stamp), source, self.scale)

    def scene(self, stamp: str, title: str, below: str, body: Body, source: str = "") -> Scene:
        """One stage, with its plain text."""
        words = stamp_words(self.voice, stamp)
        made = Scene(title, self.line(below), body, words, self.line(source), scale=self.scale, rtl=self.rtl)
        return replace(made, spoken=spoken(made))

    def line(self, words: str) -> str:
        """A line of our words and the case's: it reads as the stage does, whatever letter it begins with."""
        kinds = set(map(bidirectional, words))
        if "L" not in kinds or not kinds & {"R", "AL"}:
            return words
        mark = "\u200f" if self.rtl else "\u200e"
        return words if words.startswith(mark) else mark + words

    def paged(
        self, stamp: str, title: str, below: str, bodies: Sequence[Body], source: str = ""
    ) -> tuple[Scene, ...]:
        """Stages that go on from one to the next, numbered where there are several."""
        return tuple(
            self.scene(stamp, title, page_of(self.voice, below, page, len(bodies)), body, source)
            for page, body in enumerate(bodies, start=1)
        )
