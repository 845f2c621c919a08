"""A spot of the case as an item of a show: what a question from the bench is answered with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from viewer.case.frozen import replace
from viewer.case.hearing import Step, Target
from viewer.session.focus import Focus

_GROUPED: Final = ("step", "event", "figures", "quotes", "passage", "span")


def steps_of(focus: Focus) -> tuple[Step, ...]:
    """Every way in which what is in focus can stand on a stage, the narrowest first; none for a source alone."""
    ways = (
        ("quotes", "quote", focus.quote),
        ("passage", "passage", focus.passage),
        ("event", "event", focus.event),
        ("figures", "event", focus.event),
        ("accounts", "event", focus.event),
        ("document", "document", focus.document),
    )
    return tuple(Step(kind, "", (Target(entity, uid),)) for kind, entity, uid in ways if uid is not None)


def step_of(focus: Focus) -> Step | None:
    """The narrowest thing in focus that can stand on a stage; None for a source alone, or for nothing."""
    return next(iter(steps_of(focus)), None)


def beside(first: Step, second: Step, page: int = 0) -> Step | None:
    """Two exhibits as one item side by side: two pages, or quotations and passages; None for anything else.

    page: of the first one's document that is shown, from 0.
    """
    sides = (_side(first, page), _side(second, 0))
    if sides[0] is None or sides[1] is None:
        return None
    if len({side.entity == "document" for side in sides if side}) > 1:
        return None
    graphic = first.graphic or second.graphic
    return Step("two-up", "", (sides[0], sides[1]), graphic=graphic)


def grouped(steps: Sequence[Step]) -> Step | None:
    """Several items as one that shows them in turn; None where one of them is a card or a view of its own."""
    if len(steps) < 2 or any(step.kind not in _GROUPED or step.markup for step in steps):
        return None
    targets = dict.fromkeys(replace(target, part="") for step in steps for target in step.targets)
    return Step("step", steps[0].title, tuple(targets), graphic=any(step.graphic for step in steps))


def _side(step: Step, page: int) -> Target | None:
    """The one thing that an item shows, of those that can stand beside another."""
    if step.kind not in ("quotes", "passage", "document") or len(step.targets) != 1:
        return None
    (target,) = step.targets
    return replace(target, part=target.part or str(page + 1)) if target.entity == "document" else target
