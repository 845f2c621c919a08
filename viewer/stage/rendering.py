"""Stages as pictures: one, or all of a list in their order, each with its cover and the mark-up saved with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from viewer.case.errors import UnknownFocus
from viewer.case.frozen import dataclass
from viewer.case.hearing import Step
from viewer.look.theme import Theme
from viewer.stage.asking import Asking
from viewer.stage.building import covered_scene, scenes
from viewer.stage.painter import NOTHING, Pixels, no_pixels, paint
from viewer.stage.scene import HEIGHT, WIDTH, Overlay, Scene
from viewer.stage.words import card_scene
from viewer.wording.presenting import not_in_this_version


@dataclass(frozen=True, slots=True)
class Sheet:
    """One stage of a list. number: of its item, page: of the stages of that item, both from 1.

    lacking: the item names what this case does not have, and the stage says so.
    """

    number: int
    page: int
    scene: Scene
    overlay: Overlay = NOTHING
    lacking: bool = False

    @property
    def name(self) -> str:
        """ "03-02"."""
        return f"{self.number:02}-{self.page:02}"


def picture(
    scene: Scene | None,
    theme: Theme,
    pixels: Pixels = no_pixels,
    *,
    width: int = WIDTH,
    overlay: Overlay = NOTHING,
) -> QImage:
    """A stage as a picture of 16 to 9, `width` pixels wide. Needs a QGuiApplication with our fonts."""
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, scene, QRectF(image.rect()), theme, pixels, overlay=overlay)
    painter.end()
    return image


def sheets(ask: Asking, steps: Iterable[Step]) -> Iterator[Sheet]:
    """All stages of a list. Before those of a graphic item stands its cover."""
    for number, step in enumerate(steps, start=1):
        try:
            made = scenes(ask, step)
        except UnknownFocus:
            words = not_in_this_version(ask.voice)
            scene = card_scene(ask, step.exhibit, step.title or words, words)
            yield Sheet(number, 1, scene, lacking=True)
            continue
        covers = [covered_scene(ask, made[0])] if made[0].covered else []
        for page, scene in enumerate([*covers, *made], start=1):
            yield Sheet(number, page, scene, _overlay(step, scene))


def _overlay(step: Step, scene: Scene) -> Overlay:
    """The mark-up that was saved with an item, on the stage it belongs to."""
    if step.markup is None or not scene.marked:
        return NOTHING
    return Overlay(step.markup.boxes, None, step.markup.callout)
