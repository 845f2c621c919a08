"""What the public screen is handed: stages and mark-up, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from viewer.case.frozen import dataclass, field
from viewer.session.show import View
from viewer.stage.scene import Overlay, PageRef, Pages, Panels, Scene

Stages = Callable[[int], tuple[Scene, ...]]
"""All stages of an item, by its place in the show from 0."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A stage with its mark-up, or two stages beside each other."""

    scene: Scene
    overlay: Overlay = field(default_factory=Overlay)
    beside: Scene | None = None

    @property
    def spoken(self) -> str:
        """All that can be read on the screen, in plain text."""
        return "\n\n".join(scene.spoken for scene in (self.scene, self.beside) if scene)

    @property
    def pages(self) -> tuple[PageRef, ...]:
        """Pages of documents whose pictures it needs."""
        return tuple(page for scene in (self.scene, self.beside) if scene for page in pages_of(scene))


def seen(view: View | None, stages: Stages, cover: Callable[[Scene], Scene]) -> Seen | None:
    """A view as the public screen shows it; None is black. A covered one is its cover, without mark-up."""
    if view is None:
        return None
    scene = _page(stages(view.stop), view.page)
    if view.covered:
        return Seen(cover(scene))
    beside = None if view.beside is None else _page(stages(view.beside), 0)
    return Seen(scene, Overlay(view.boxes, view.pointer, view.callout), beside)


def pages_of(scene: Scene) -> tuple[PageRef, ...]:
    match scene.body:
        case Pages(pages=pages):
            return tuple(page for page, _words in pages)
        case Panels(panels=panels):
            return tuple(panel.page for panel in panels if panel.page)
        case _:
            return ()


def _page(made: tuple[Scene, ...], page: int) -> Scene:
    return made[min(page, len(made) - 1)]
