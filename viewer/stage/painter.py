"""The one painter of stages: audience, preview, thumbnail and picture file call it with another rectangle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from viewer.look.theme import Theme, faded
from viewer.stage.canvas import Canvas, type_of, width_of
from viewer.stage.layout import INNER, MARGIN
from viewer.stage.paint_panels import page_boxes, paint_card, paint_headline, paint_pages, paint_panels
from viewer.stage.paint_rows import paint_chart, paint_table, paint_timeline
from viewer.stage.scene import (
    HEIGHT,
    WIDTH,
    Box,
    Card,
    Chart,
    Headline,
    Overlay,
    PageRef,
    Pages,
    Panels,
    Scene,
    Table,
    Timeline,
)

Pixels = Callable[[PageRef], QImage | None]
"""Finds the picture of a page; None while it is not there."""

_BLACK = QColor(0, 0, 0)
NOTHING = Overlay()


def no_pixels(_page: PageRef) -> QImage | None:
    return None


def paint(
    painter: QPainter,
    scene: Scene | None,
    rect: QRectF,
    theme: Theme,
    pixels: Pixels = no_pixels,
    *,
    overlay: Overlay = NOTHING,
) -> None:
    """The stage in the middle of `rect`, as large as fits, black around it; None is a black stage."""
    painter.save()
    painter.fillRect(rect, _BLACK)
    if scene is not None:
        painter.setClipRect(rect)
        share = min(rect.width() / WIDTH, rect.height() / HEIGHT)
        painter.translate(
            rect.left() + (rect.width() - WIDTH * share) / 2, rect.top() + (rect.height() - HEIGHT * share) / 2
        )
        painter.scale(share, share)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        _paint_all(painter, scene, theme, pixels, overlay)
    painter.restore()


def paint_beside(
    painter: QPainter, scenes: tuple[Scene, Scene], rect: QRectF, theme: Theme, pixels: Pixels = no_pixels
) -> None:
    """Two stages beside each other, the first at the reading side."""
    painter.fillRect(rect, _BLACK)
    half = rect.width() / 2
    first, second = reversed(scenes) if scenes[0].rtl else scenes
    paint(painter, first, QRectF(rect.left(), rect.top(), half - 4, rect.height()), theme, pixels)
    paint(painter, second, QRectF(rect.left() + half + 4, rect.top(), half - 4, rect.height()), theme, pixels)


def prepared_callouts(scene: Scene, theme: Theme, pixels: Pixels) -> tuple[Box, ...]:
    """Boxes on a stage, in its pixels, around the passages of its pages: what Z enlarges one by one."""
    if not isinstance(scene.body, Pages):
        return ()
    canvas = Canvas(QPainter(), scene, theme)
    air = QMarginsF(24, 24, 24, 24)
    return tuple(
        (box.left(), box.top(), box.right(), box.bottom())
        for box in (found.marginsAdded(air) for found in page_boxes(canvas, scene.body, pixels))
    )


def stage_point(point: QPointF, rect: QRectF) -> QPointF:
    """A point of `rect` in pixels of the stage painted there; beyond its edges where it is beside the stage."""
    share = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    left = rect.left() + (rect.width() - WIDTH * share) / 2
    top = rect.top() + (rect.height() - HEIGHT * share) / 2
    return QPointF((point.x() - left) / share, (point.y() - top) / share)


def _paint_all(painter: QPainter, scene: Scene, theme: Theme, pixels: Pixels, overlay: Overlay) -> None:
    _paint_scene(painter, scene, theme, pixels)
    for box in overlay.boxes:
        _paint_box(painter, _rect(box), theme)
    if overlay.callout:
        _paint_callout(painter, scene, theme, pixels, _rect(overlay.callout))
    if overlay.pointer:
        painter.setPen(QPen(theme.on_accent, 4))
        painter.setBrush(theme.highlight_mark)
        painter.drawEllipse(QPointF(*overlay.pointer), 18, 18)


def _paint_scene(painter: QPainter, scene: Scene, theme: Theme, pixels: Pixels) -> None:
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), theme.window)
    canvas = Canvas(painter, scene, theme)
    if not isinstance(scene.body, Card):
        _paint_head(canvas)
    _paint_stamp(canvas)
    match scene.body:
        case Chart():
            paint_chart(canvas, scene.body)
        case Timeline():
            paint_timeline(canvas, scene.body)
        case Table():
            paint_table(canvas, scene.body)
        case Headline():
            paint_headline(canvas, scene.body)
        case Panels():
            paint_panels(canvas, scene.body, pixels)
        case Pages():
            paint_pages(canvas, scene.body, pixels)
        case Card():
            paint_card(canvas, scene.body)
    small = type_of(canvas.sizes.small)
    frame = canvas.frame
    canvas.words(
        scene.source, (MARGIN, frame.source, INNER), small, theme.muted, height=HEIGHT - 40 - frame.source
    )


def _paint_head(canvas: Canvas) -> None:
    frame, sizes, theme = canvas.frame, canvas.sizes, canvas.theme
    room = INNER - (frame.stamp + 40 if frame.stamp else 0)
    height = frame.title_height + 4
    canvas.words(
        canvas.scene.title, (MARGIN, frame.title, room), type_of(sizes.title, 600), theme.text, height=height
    )
    canvas.words(
        canvas.scene.below,
        (MARGIN, frame.below, INNER),
        type_of(sizes.small),
        theme.muted,
        height=frame.below_height + 4,
    )


def _paint_stamp(canvas: Canvas) -> None:
    if not canvas.scene.stamp:
        return
    font = type_of(canvas.sizes.small, 600)
    wide = width_of(canvas.scene.stamp, font) + canvas.px(44)
    tall = canvas.sizes.line(canvas.sizes.small) + canvas.px(14)
    box = canvas.box(WIDTH - MARGIN - wide, canvas.frame.title - 4, wide, tall)
    painter = canvas.painter
    painter.setPen(QPen(canvas.theme.accent, canvas.px(3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, canvas.px(9), canvas.px(9))
    painter.setFont(font)
    painter.setPen(canvas.theme.accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, canvas.scene.stamp)


def _paint_box(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(faded(theme.highlight_mark, 0.22))
    painter.setPen(QPen(theme.highlight_mark, 5))
    painter.drawRoundedRect(box, 6, 6)


def _paint_callout(painter: QPainter, scene: Scene, theme: Theme, pixels: Pixels, part: QRectF) -> None:
    """A part of the stage enlarged over the dimmed whole; its letters are set anew, so they stay sharp."""
    if part.width() < 1 or part.height() < 1:
        return
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), faded(_BLACK, 0.6))
    share = min((WIDTH - 160) / part.width(), (HEIGHT - 160) / part.height())
    wide, tall = part.width() * share, part.height() * share
    box = QRectF((WIDTH - wide) / 2, (HEIGHT - tall) / 2, wide, tall)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.translate(box.topLeft())
    painter.scale(share, share)
    painter.translate(-part.topLeft())
    _paint_scene(painter, scene, theme, pixels)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.highlight_mark, 5))
    painter.drawRect(box)


def _rect(box: tuple[float, float, float, float]) -> QRectF:
    return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])).normalized()
