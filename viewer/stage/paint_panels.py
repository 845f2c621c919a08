"""Paints what is not rows: an event's headline, panels of words, pages of documents, cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainterPath, QPen

from viewer.look.fonts import SERIF
from viewer.look.theme import faded
from viewer.look.wrapped import wrapped_height
from viewer.stage.canvas import Canvas, fitting, type_of
from viewer.stage.layout import INNER, MARGIN
from viewer.stage.scene import HEIGHT, WIDTH, Card, Headline, PageRef, Pages, Panel, Panels

Pixels = Callable[[PageRef], QImage | None]

_PAPER, _INK = QColor(253, 252, 248), QColor(27, 32, 38)  # of a held page, in every theme


def paint_headline(canvas: Canvas, headline: Headline) -> None:
    """The range large, what was counted beside it, then the word of doubt and the editor's summary."""
    sizes, theme, frame = canvas.sizes, canvas.theme, canvas.frame
    top = frame.body
    if headline.figures:
        font = type_of(sizes.figure, 600)
        font = fitting(headline.figures, font, INNER, sizes.figure * 1.3)
        top += canvas.words(headline.figures, (MARGIN, top, INNER), font, theme.text)
        top += canvas.words(headline.measure, (MARGIN, top, INNER), type_of(sizes.body, 500), theme.text) + 28
    room = frame.bottom - top
    doubt = type_of(sizes.small, 500)
    tall = wrapped_height(headline.doubt, doubt, INNER) + 28 if headline.doubt else 0
    canvas.words(headline.doubt, (MARGIN, top, INNER), doubt, theme.disputed, height=room)
    colour = theme.muted if headline.figures else theme.text
    at = (MARGIN, top + tall, INNER)
    canvas.words(headline.summary, at, type_of(sizes.body), colour, height=room - tall)


def paint_panels(canvas: Canvas, panels: Panels, pixels: Pixels) -> None:
    """One panel over the whole width, or two with a hairline between."""
    if len(panels.panels) == 1:
        _paint_panel(canvas, panels.panels[0], MARGIN, INNER, pixels)
        return
    wide = (INNER - 80) / 2
    for place, panel in enumerate(panels.panels[:2]):
        _paint_panel(canvas, panel, MARGIN + place * (wide + 80), wide, pixels)
    middle = MARGIN + wide + 40
    canvas.line((middle, canvas.frame.body), (middle, canvas.frame.bottom), canvas.theme.control, 2)


def paint_pages(canvas: Canvas, pages: Pages, pixels: Pixels) -> None:
    """Pages of held documents as large as fits, their passages marked; words below each of several."""
    rooms = page_rooms(canvas, pages)
    for (page, words), room in zip(pages.pages, rooms, strict=True):
        start = room.left() if not canvas.scene.rtl else WIDTH - room.right()
        image = pixels(page)
        if image is None or image.isNull():
            missing = type_of(canvas.sizes.body)
            canvas.words(pages.missing, (start, room.top(), room.width()), missing, canvas.theme.muted)
        else:
            paint_page(canvas, image, placed(room, image, canvas.scene.rtl, len(rooms) > 1), page)
        if len(rooms) > 1:
            at = (start, room.bottom() + 8, room.width())
            below = canvas.frame.bottom - room.bottom()
            canvas.words(words, at, type_of(canvas.sizes.small), canvas.theme.muted, height=below)


def page_rooms(canvas: Canvas, pages: Pages) -> list[QRectF]:
    """Where pages may stand: the body, or halves of it with room for words below."""
    count, frame = len(pages.pages), canvas.frame
    wide = (INNER - 60 * (count - 1)) / count
    label = canvas.sizes.line(canvas.sizes.small) * 2 if count > 1 else 0
    tall = frame.bottom - frame.body - label
    return [canvas.box(MARGIN + place * (wide + 60), frame.body, wide, tall) for place in range(count)]


def placed(room: QRectF, image: QImage, rtl: bool, aside: bool) -> QRectF:
    """Where a picture stands in `room`: as large as fits, in the middle, or at its reading side."""
    share = min(room.width() / image.width(), room.height() / image.height())
    wide, tall = image.width() * share, image.height() * share
    left = room.center().x() - wide / 2
    if aside:
        left = room.right() - wide if rtl else room.left()
    return QRectF(left, room.top(), wide, tall)


def page_boxes(canvas: Canvas, pages: Pages, pixels: Pixels) -> list[QRectF]:
    """Where the marked passages of the pages stand on the stage."""
    found = []
    rooms = page_rooms(canvas, pages)
    for (page, _words), room in zip(pages.pages, rooms, strict=True):
        image = pixels(page)
        if image is not None and not image.isNull():
            box = placed(room, image, canvas.scene.rtl, len(rooms) > 1)
            found += [part_of(box, share) for share in page.boxes]
    return found


def part_of(box: QRectF, share: tuple[float, float, float, float]) -> QRectF:
    """The part of a box that is given in shares of it."""
    left, top, right, bottom = share
    corner = QPointF(box.left() + left * box.width(), box.top() + top * box.height())
    return QRectF(corner, QPointF(box.left() + right * box.width(), box.top() + bottom * box.height()))


def paint_page(canvas: Canvas, image: QImage, box: QRectF, page: PageRef, *, dim: float = 0.0) -> None:
    """The picture of a page in `box`, its passages marked, all else dimmed by `dim` of 1."""
    painter = canvas.painter
    painter.drawImage(box, image)
    whole = QPainterPath()
    whole.addRect(box)
    for share in page.boxes:
        part = QPainterPath()
        part.addRect(part_of(box, share))
        painter.fillPath(part, faded(QColor(255, 214, 64), 0.4))
        whole = whole.subtracted(part)
    if dim:
        painter.fillPath(whole, faded(QColor(0, 0, 0), dim))


def paint_card(canvas: Canvas, card: Card) -> None:
    """A title in the middle of the height, or a title with words below it."""
    sizes, theme, title = canvas.sizes, canvas.theme, canvas.scene.title
    large = type_of(sizes.title * (1.0 if card.words else 1.35), 600)
    head = wrapped_height(title, large, INNER)
    text = type_of(sizes.body)
    body = wrapped_height(card.words, text, INNER)
    top = max(MARGIN + 80.0, (HEIGHT - head - body - 40) / 2)
    canvas.words(title, (MARGIN, top, INNER), large, theme.text)
    at = (MARGIN, top + head + 40, INNER)
    canvas.words(card.words, at, text, theme.text, height=canvas.frame.bottom - top - head - 40)


def _paint_panel(canvas: Canvas, panel: Panel, start: float, wide: float, pixels: Pixels) -> None:
    """Words above, who and where below; a warning stands directly under the words it is about."""
    below = _below_height(canvas, panel, wide)
    room = canvas.frame.bottom - canvas.frame.body - below - 24
    if panel.style == "quote":
        used = _paint_quote(canvas, panel, (start, wide, room))
    elif panel.style == "note":
        used = _paint_note(canvas, panel, (start, wide, room))
    else:
        used = _paint_strip(canvas, panel, (start, wide, room), pixels)
    at_bottom = panel.style == "quote"  # who said it stands on one line on every stage
    top = canvas.frame.bottom - below if at_bottom else canvas.frame.body + used + 24
    for words, font, colour in _below(canvas, panel):
        top += canvas.words(words, (start, top, wide), font, colour)
        top += 4 if words else 0


def _below(canvas: Canvas, panel: Panel) -> list[tuple[str, QFont, QColor]]:
    sizes, theme = canvas.sizes, canvas.theme
    small = type_of(sizes.small)
    return [
        (panel.warning, type_of(sizes.small, 600), theme.text),
        (panel.who, type_of(sizes.body, 600), theme.text),
        (panel.circumstances, small, theme.muted),
        (panel.source, small, theme.muted),
    ]


def _below_height(canvas: Canvas, panel: Panel, wide: float) -> float:
    return sum(wrapped_height(words, font, wide) + (4 if words else 0) for words, font, _ in _below(canvas, panel))


def _paint_quote(canvas: Canvas, panel: Panel, within: tuple[float, float, float]) -> float:
    """Verbatim words under a hanging mark; within: start, width and room below the body's top."""
    start, wide, room = within
    indent = canvas.px(90)
    mark = QFont(type_of(canvas.px(170), 600, serif=True))
    mark.setFamilies([SERIF])
    canvas.painter.setFont(mark)
    canvas.painter.setPen(canvas.theme.accent)
    sign = "”" if canvas.scene.rtl else "“"
    ink = QFontMetricsF(mark).tightBoundingRect(sign)
    at = canvas.box(start, canvas.frame.body + 6, ink.width(), ink.height())
    canvas.painter.drawText(QPointF(at.left() - ink.left(), at.top() - ink.top()), sign)
    font = fitting(panel.text, type_of(canvas.sizes.quote, serif=True), wide - indent, room)
    return canvas.words(panel.text, (start + indent, canvas.frame.body, wide - indent), font, canvas.theme.text)


def _paint_note(canvas: Canvas, panel: Panel, within: tuple[float, float, float]) -> float:
    """Our own words: sans serif beside a rule under a heading that says so, never paper, never torn."""
    start, wide, room = within
    sizes, theme = canvas.sizes, canvas.theme
    indent, top = canvas.px(48), canvas.frame.body
    head = canvas.words(
        panel.heading, (start + indent, top, wide - indent), type_of(sizes.small, 600), theme.accent
    )
    head += 16 if panel.heading else 0
    font = fitting(panel.text, type_of(sizes.quote), wide - indent, room - head)
    tall = canvas.words(panel.text, (start + indent, top + head, wide - indent), font, theme.text)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(theme.accent)
    canvas.painter.drawRect(canvas.box(start, top + 6, canvas.px(8), head + tall - 6))
    return head + tall


def _paint_strip(canvas: Canvas, panel: Panel, within: tuple[float, float, float], pixels: Pixels) -> float:
    """Words of a held document enlarged, marked in place; the page they stand on dimmed at the reading side."""
    start, wide, room = within
    image = pixels(panel.page) if panel.page else None
    beside = 0.0
    if image is not None and panel.page and not image.isNull() and wide > 1200:
        beside = min(room * image.width() / image.height(), wide * 0.36)
        box = placed(canvas.box(start, canvas.frame.body, beside, room), image, canvas.scene.rtl, True)
        paint_page(canvas, image, box, panel.page, dim=0.45)
        beside += 50
    pad = canvas.px(44)
    at = start + beside + pad
    inner = wide - beside - 2 * pad
    whole = " ".join(part for part in (panel.before, panel.text, panel.after) if part)
    font = fitting(whole, type_of(canvas.sizes.quote, serif=True), inner, room - 2 * pad)
    tall = wrapped_height(whole, font, inner)
    box = canvas.box(start + beside, canvas.frame.body, wide - beside, tall + 2 * pad)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(_PAPER)
    canvas.painter.drawPath(torn(box))
    _paint_marked(canvas, panel, canvas.box(at, canvas.frame.body + pad, inner, tall), font)
    return box.height() if not beside else max(box.height(), room)


def _paint_marked(canvas: Canvas, panel: Panel, box: QRectF, font: QFont) -> None:
    """Words with what stands around them; the passage itself on a marker's ground."""
    from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

    from viewer.look.ink import reads_from_right

    parts = [part for part in (panel.before, panel.text, panel.after) if part]
    layout = QTextLayout(" ".join(parts), font)
    turned = reads_from_right(panel.text)
    side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    span = QTextLayout.FormatRange()
    span.start = len(panel.before) + 1 if panel.before else 0
    span.length = len(panel.text)
    marked = QTextCharFormat()
    marked.setBackground(QColor(255, 224, 130))
    span.format = marked
    layout.setFormats([span])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    canvas.painter.setPen(QPen(_INK))
    layout.draw(canvas.painter, box.topLeft())


def torn(box: QRectF) -> QPainterPath:
    """A strip whose upper and lower edges are torn, the same way each time."""
    path = QPainterPath(box.topLeft())
    steps = max(2, int(box.width() / 22))
    for step in range(1, steps + 1):
        path.lineTo(box.left() + box.width() * step / steps, box.top() + (step * 7919 % 13) - 6)
    path.lineTo(box.bottomRight())
    for step in range(steps - 1, -1, -1):
        path.lineTo(box.left() + box.width() * step / steps, box.bottom() + (step * 6577 % 13) - 6)
    path.closeSubpath()
    return path
