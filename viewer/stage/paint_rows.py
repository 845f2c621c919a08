"""Paints rows: figures by claimant, events on an axis of time, accounts as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPen, QRadialGradient

from viewer.look.theme import faded
from viewer.stage.canvas import Canvas, type_of, width_of
from viewer.stage.layout import CHART, GAP, MARGIN, TABLE, TIMELINE, Columns, axis_height, row_height
from viewer.stage.scene import WIDTH, Chart, Row, Table, Timeline


def paint_chart(canvas: Canvas, chart: Chart) -> None:
    """Grid and bands behind, then row by row; one hue for all claimants."""
    tops, bottom = _tops(canvas, chart.rows, axis_height(canvas.sizes))
    start, wide = CHART.plot
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(canvas.theme.claim, 0.24))
    least, strip = canvas.px(14), canvas.sizes.line(canvas.sizes.body)
    for low, high in chart.bands:
        for top in tops:  # only where marks stand, so that nothing is painted behind words
            box = canvas.box(start + low * wide - least, top - 6, (high - low) * wide + 2 * least, strip + 12)
            painter.drawRect(box)
    _paint_ticks(canvas, chart.ticks, CHART, [(top - 6, top + strip + 6) for top in tops], bottom)
    for row, top in zip(chart.rows, tops, strict=True):
        _paint_name(canvas, row, top, CHART)
        _paint_words(canvas, row, top)
        _paint_marks(canvas, row, chart.high, top + canvas.sizes.line(canvas.sizes.body) / 2)


def paint_timeline(canvas: Canvas, timeline: Timeline) -> None:
    """A bar a row; an end that is not sure fades, a sure one has an edge."""
    tops, bottom = _tops(canvas, timeline.rows, axis_height(canvas.sizes) if timeline.ticks else 0)
    _paint_ticks(canvas, timeline.ticks, TIMELINE, [(tops[0] - 8, bottom)], bottom)
    for row, top in zip(timeline.rows, tops, strict=True):
        _paint_name(canvas, row, top, TIMELINE)
        if row.time:
            _paint_time(canvas, row.time, top + canvas.sizes.line(canvas.sizes.body) / 2)


def paint_table(canvas: Canvas, table: Table) -> None:
    """Who at the reading side, what is said beside it; a hairline between rows."""
    tops, _ = _tops(canvas, table.rows, 0)
    sizes, theme = canvas.sizes, canvas.theme
    start, wide = TABLE.words
    for row, top in zip(table.rows, tops, strict=True):
        if top != tops[0]:
            line = top - GAP / 2
            canvas.line((MARGIN, line), (WIDTH - MARGIN, line), theme.line, 2)
        _paint_name(canvas, row, top, TABLE)
        room = row_height(row) - GAP - (sizes.line(sizes.small) if row.doubt else 0) + sizes.line(sizes.body) / 4
        tall = canvas.words(
            row.words,
            (start, top, wide),
            type_of(sizes.body),
            theme.text,
            height=room,
        )
        canvas.words(row.doubt, (start, top + tall, wide), type_of(sizes.small, 600), theme.disputed)


def _tops(canvas: Canvas, rows: Sequence[Row], axis: float) -> tuple[list[float], float]:
    """Where each row begins, with the room that is left shared out; and where the last one ends."""
    heights = [row_height(row) for row in rows]
    room = canvas.frame.bottom - canvas.frame.body - axis
    more = min(max(0.0, room - sum(heights)) / max(1, len(rows)), 44.0)
    tops, top = [], canvas.frame.body
    for height in heights:
        tops.append(top)
        top += height + more
    return tops, min(top, canvas.frame.bottom - axis)


def _paint_name(canvas: Canvas, row: Row, top: float, columns: Columns) -> None:
    sizes, theme = canvas.sizes, canvas.theme
    start, wide = columns.name
    tall = canvas.words(row.name, (start, top, wide), type_of(sizes.body, 600), theme.text)
    canvas.words(row.below, (start, top + tall, columns.below), type_of(sizes.small), theme.muted)


def _paint_words(canvas: Canvas, row: Row, top: float) -> None:
    """The figure in words at the far edge, the word of doubt below it."""
    sizes, theme = canvas.sizes, canvas.theme
    start, wide = CHART.words
    tall = canvas.words(row.words, (start, top, wide), type_of(sizes.body, 600), theme.text, far=True)
    canvas.words(row.doubt, (start, top + tall, wide), type_of(sizes.small, 500), theme.disputed, far=True)


def _paint_ticks(
    canvas: Canvas,
    ticks: Sequence[tuple[float, str]],
    columns: Columns,
    strips: Sequence[tuple[float, float]],
    bottom: float,
) -> None:
    """Lines through the strips of the marks, and words below the last row."""
    start, wide = columns.plot
    font = type_of(canvas.sizes.small)
    for share, words in ticks:
        x = start + share * wide
        for top, end in (*strips, (bottom - 14, bottom)):
            canvas.line((x, top), (x, end), canvas.theme.line, 2)
        room = width_of(words, font) + 8
        canvas.painter.setFont(font)
        canvas.painter.setPen(canvas.theme.muted)
        left = min(x - room / 2, WIDTH - MARGIN / 2 - room)  # the last one stays on the stage
        box = canvas.box(left, bottom + 4, room, canvas.sizes.line(canvas.sizes.small))
        canvas.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_marks(canvas: Canvas, row: Row, high: float, middle: float) -> None:
    """The marks of one figure: halo for about, fading bar for an open side, bar for a range, disc for a number."""
    start, wide = CHART.plot
    canvas.line((start, middle), (start + wide, middle), canvas.theme.control, 2)
    if row.marks is None:
        return

    def x(number: float) -> float:
        return start + min(max(number / high, 0.0), 1.0) * wide

    if row.marks.about:
        for number in row.numbers:
            _paint_halo(canvas, x(number), middle)
    if row.marks.fades_up is not None:
        _paint_fade(canvas, x(row.marks.fades_up), 1, middle)
    if row.marks.fades_down is not None:
        _paint_fade(canvas, x(row.marks.fades_down), -1, middle)
    if row.marks.bar is not None:
        _paint_bar(canvas, x(row.marks.bar[0]), x(row.marks.bar[1]), middle)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.theme.claim)
    for point in row.marks.points:
        canvas.painter.drawEllipse(QPointF(canvas.x(x(point)), middle), canvas.px(17), canvas.px(17))


def _paint_halo(canvas: Canvas, along: float, middle: float) -> None:
    at, radius = QPointF(canvas.x(along), middle), canvas.px(40)
    glow = QRadialGradient(at, radius)
    glow.setColorAt(0.0, faded(canvas.theme.claim, 0.6))
    glow.setColorAt(1.0, faded(canvas.theme.claim, 0.0))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(glow)
    canvas.painter.drawEllipse(at, radius, radius)


def _paint_fade(canvas: Canvas, along: float, towards: int, middle: float) -> None:
    """From the number to the side that is open; a short upright says that the number itself is stated."""
    start, wide = CHART.plot
    edge = start + wide + canvas.px(24) if towards > 0 else start
    end = along + towards * min(abs(edge - along), canvas.px(150))
    fade = QLinearGradient(canvas.x(along), 0, canvas.x(end), 0)
    fade.setColorAt(0.0, faded(canvas.theme.claim, 0.9))
    fade.setColorAt(1.0, faded(canvas.theme.claim, 0.0))
    half = canvas.px(8)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(fade)
    canvas.painter.drawRect(
        QRectF(QPointF(canvas.x(along), middle - half), QPointF(canvas.x(end), middle + half)).normalized()
    )
    _upright(canvas, along, middle, canvas.px(26))


def _paint_bar(canvas: Canvas, low: float, high: float, middle: float) -> None:
    half = canvas.px(10)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(faded(canvas.theme.claim, 0.55))
    canvas.painter.drawRect(canvas.box(low, middle - half, high - low, 2 * half))
    _upright(canvas, low, middle, canvas.px(20))
    _upright(canvas, high, middle, canvas.px(20))


def _upright(canvas: Canvas, along: float, middle: float, half: float) -> None:
    canvas.painter.setPen(QPen(canvas.theme.claim, canvas.px(6)))
    x = canvas.x(along)
    canvas.painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))


def _paint_time(canvas: Canvas, time: tuple[float, float, bool, bool], middle: float) -> None:
    """The span a date may lie in; no kind has a colour here, all events look alike."""
    first, last, sure_start, sure_end = time
    start, wide = TIMELINE.plot
    least, half = canvas.px(16), canvas.px(17)
    left = start + first * wide
    right = max(start + last * wide, left + least)
    fade = QLinearGradient(canvas.x(left), 0, canvas.x(right), 0)
    solid, pale = faded(canvas.theme.claim, 0.95), faded(canvas.theme.claim, 0.15)
    fade.setColorAt(0.0, solid if sure_start else pale)
    fade.setColorAt(0.5, solid if sure_start or sure_end else faded(canvas.theme.claim, 0.5))
    fade.setColorAt(1.0, solid if sure_end else pale)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(fade)
    canvas.painter.drawRoundedRect(canvas.box(left, middle - half, right - left, 2 * half), 6, 6)
