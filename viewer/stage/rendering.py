"""All stages of a list as picture files and plain text, for rooms that allow only their own computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from viewer.case.hearing import Step
from viewer.look.theme import Theme
from viewer.stage.asking import Asking
from viewer.stage.building import covered_scene, scenes
from viewer.stage.painter import NOTHING, Pixels, no_pixels, paint
from viewer.stage.scene import HEIGHT, WIDTH, Overlay, Scene

TEXT = "stages.txt"


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


def render_stages(
    steps: Iterable[Step], ask: Asking, theme: Theme, out: Path, pixels: Pixels = no_pixels
) -> Iterator[Path]:
    """Write NN-PP.png for each stage and one text with what all of them say; yields each file when it is there.

    Before a graphic item's stages stands its cover. Raises OSError, and UnknownFocus for what the case lacks.
    """
    out.mkdir(parents=True, exist_ok=True)
    told: list[str] = []
    for number, step in enumerate(steps, start=1):
        for page, scene in enumerate(_in_order(ask, step), start=1):
            path = out / f"{number:02}-{page:02}.png"
            if not picture(scene, theme, pixels, overlay=_overlay(step, scene)).save(str(path)):
                raise OSError(f"cannot write {path.name}")
            told.append(f"[{path.name}]\n{scene.spoken}\n")
            yield path
    text = out / TEXT
    text.write_text("\n".join(told), "utf-8")
    yield text


def write_pdf(made: Iterable[Scene], theme: Theme, path: Path, title: str, pixels: Pixels = no_pixels) -> int:
    """All stages as one PDF, a stage a page of 16 to 9 with text that can be searched; answers how many."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setResolution(144)
    writer.setPageSize(QPageSize(QSizeF(WIDTH / 144, HEIGHT / 144), QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"cannot write {path.name}")
    count = 0
    for count, scene in enumerate(made, start=1):
        if count > 1:
            writer.newPage()
        paint(painter, scene, QRectF(0, 0, WIDTH, HEIGHT), theme, pixels)
    painter.end()
    return count


def _overlay(step: Step, scene: Scene) -> Overlay:
    """The mark-up that was saved with an item, on the stage it belongs to."""
    if step.markup is None or not scene.marked:
        return NOTHING
    return Overlay(step.markup.boxes, None, step.markup.callout)


def _in_order(ask: Asking, step: Step) -> Iterator[Scene]:
    made = scenes(ask, step)
    if made[0].covered:
        yield covered_scene(ask, made[0])
    yield from made
