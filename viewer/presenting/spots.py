"""A spot of the case as an item of a show: what a question from the bench is answered with."""

from __future__ import annotations

from viewer.case.hearing import Step, Target
from viewer.session.focus import Focus


def step_of(focus: Focus) -> Step | None:
    """The narrowest thing in focus that can stand on a stage; None for a source alone, or for nothing."""
    for kind, entity, uid in (
        ("quotes", "quote", focus.quote),
        ("passage", "passage", focus.passage),
        ("event", "event", focus.event),
        ("document", "document", focus.document),
    ):
        if uid is not None:
            return Step(kind, "", (Target(entity, uid),))
    return None
