"""What an item is called that was given no title: by the source of a passage, else as its first stage is."""

from __future__ import annotations

from viewer.case.hearing import Step
from viewer.stage.asking import Asking
from viewer.stage.building import scenes
from viewer.stage.words import passage_of
from viewer.wording.sources import source_words


def name_of(ask: Asking, step: Step) -> str:
    """Raises UnknownFocus where the case does not have what the item names."""
    if step.title or step.kind in ("title", "text"):
        return step.title
    if step.kind == "passage":
        view, _, publication = passage_of(ask, step.targets[0].uid)
        return source_words(ask.voice, publication.chip) if publication else view.head.title
    return scenes(ask, step)[0].title
