"""From an item and its stages to what the show knows of it: pages, answers that are due, names to be found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from viewer.case.frozen import replace
from viewer.case.hearing import Box, Markup, Step
from viewer.session.show import Stop
from viewer.stage.scene import Pages, Scene


def stop_of(
    uid: str,
    step: Step,
    made: Sequence[Scene],
    seconds: int | None = None,
    callouts: Mapping[int, tuple[Box, ...]] | None = None,
) -> Stop:
    """An item for the show. callouts: prepared boxes by page, from `painter.prepared_callouts`."""
    return Stop(
        uid,
        step.exhibit,
        step.title or made[0].title,
        len(made),
        made[0].covered,
        frozenset(page for page, scene in enumerate(made) if scene.forced),
        callouts or {},
        tuple(target.uid for target in step.targets),
        seconds,
        _saved(step, made),
        _leaves(step, made),
    )


def _leaves(step: Step, made: Sequence[Scene]) -> bool:
    """Whether the stages are the pages of documents, and not the only view that was saved of one."""
    return step.kind == "document" and step.markup is None and all(isinstance(s.body, Pages) for s in made)


def _saved(step: Step, made: Sequence[Scene]) -> Markup | None:
    """The mark-up, with the place of its page among the stages that go with it."""
    places = [place for place, scene in enumerate(made) if scene.marked]
    return replace(step.markup, page=places[0]) if step.markup and places else None
