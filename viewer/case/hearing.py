"""What one step of a hearing shows, and apart from it what only the presenter reads."""

from __future__ import annotations

from typing import Final

from viewer.case.frozen import dataclass

KINDS: Final = (
    "step", "event", "figures", "quotes", "passage", "document", "two-up", "span", "accounts", "title", "text",
)  # fmt: skip
"""Kinds of items. A step shows several events one after another: what the lists of a case consist of."""


@dataclass(frozen=True, slots=True)
class Target:
    """A thing in the case by its public id. part: of an event its measure, of a document its page, from 1."""

    entity: str
    uid: str
    part: str = ""


Box = tuple[float, float, float, float]
"""left, top, right, bottom in pixels of a stage of 1920 by 1080."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A view that was saved during a show: a page of the item from 0, a box enlarged, boxes marked."""

    page: int
    callout: Box | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Everything of an item that the public screen may show. body: words of a title or text card."""

    kind: str
    title: str
    targets: tuple[Target, ...] = ()
    exhibit: str = ""
    body: str = ""
    graphic: bool = False
    markup: Markup | None = None

    def of(self, entity: str) -> tuple[str, ...]:
        """Uids of its targets of one kind, in their order."""
        return tuple(target.uid for target in self.targets if target.entity == entity)


@dataclass(frozen=True, slots=True)
class Noted:
    """A step with what stands on the console only. seen: fingerprint of its stages when it was last checked."""

    step: Step
    note: str = ""
    caution: str = ""
    seconds: int | None = None
    seen: str = ""
