"""Lines of text the pane is made of: wrapped, cut to a number of lines, or to be pressed; always plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.ink import escape
from viewer.look.paragraph import Wrapped
from viewer.look.style import dress
from viewer.look.units import parted

_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def rich_tip(text: str) -> str:
    """A tooltip that wraps and in which no sign of the data is markup."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def explain(widget: QWidget, text: str) -> None:
    """Say more of a widget, to the eye and to the ear."""
    widget.setToolTip(rich_tip(text))
    widget.setAccessibleDescription(text)


def copy_text(widget: QWidget, text: str, done: str) -> None:
    """Put `text` into the clipboard and say so beside the widget."""
    QGuiApplication.clipboard().setText(text)
    QToolTip.showText(widget.mapToGlobal(widget.rect().bottomLeft()), rich_tip(done), widget)


class Line(Wrapped):
    """Wrapped words that lean to where the window's lines begin."""

    def __init__(self, text: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(1)
        self.setIndent(0)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress(self, text=text, tone=tone)
        self._lean()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()

    def _lean(self) -> None:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | _ABSOLUTE | Qt.AlignmentFlag.AlignVCenter)


class CutLine(Line):
    """Words that take so many lines at most; what is cut off stands in the tooltip."""

    _most = 1  # here, because Qt tells of changes before the constructor has ended
    _whole = ""
    _padding = 0

    def __init__(self, most: int, text: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, tone, parent)
        self._most = most
        self.setWordWrap(most > 1)

    def hug(self) -> None:
        """Be no wider than the words."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def limit(self, most: int) -> None:
        if most != self._most:
            self._most = most
            self.setWordWrap(most > 1)
            self._fit()
            self.updateGeometry()

    def say(self, words: str) -> None:
        self._whole = words
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def pad(self, padding: int) -> None:
        """What the style sheet puts around the words, both sides together, in pixels."""
        self._padding = padding
        self._fit()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        hint = super().sizeHint()
        if self._most > 1:
            return hint
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + self._padding + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * 5 + self._padding
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        kept = cut(self._whole, self, max(self.width() - self._padding, 20), self._most)
        if kept != self.text():
            self.setText(kept)
        self.setToolTip(rich_tip(self._whole) if kept != self._whole else "")


def cut(words: str, widget: QWidget, width: int, most: int) -> str:
    """`words` in at most so many lines of this width, the last one elided."""
    metrics = widget.fontMetrics()
    if most == 1:
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(words, widget.font())
    layout.beginLayout()
    start = 0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
    layout.endLayout()
    first, last = parted(words, start)
    return first + metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)


class Link(QAbstractButton):
    """Words that lead somewhere, elided to one line, with a quieter second part."""

    def __init__(self, look: Look, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._detail = detail
        whole = f"{words} · {detail}" if detail else words
        self.setAccessibleName(whole)
        self.setToolTip(rich_tip(whole))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.type.font(Role.BODY))
        return QSize(self._look.space.px(120), round(metrics.height() * 1.45))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(40), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._look.type.font(Role.BODY, 500)
        font.setUnderline(self.underMouse())
        quiet = self._look.type.font(Role.LABEL)
        detail = self._detail if self.width() >= self._look.space.px(240) else ""
        kept = min(QFontMetrics(quiet).horizontalAdvance(detail), self.width() * 2 // 5)
        gap = self._look.space.small
        painter.setFont(font)
        painter.setPen(self._look.theme.accent)
        taken = self._draw(painter, self._words, self._look.space.px(4), kept + gap if kept else 0)
        painter.setFont(quiet)
        painter.setPen(self._look.theme.muted)
        self._draw(painter, detail, taken + gap)
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF(), self._look.theme, self._look.space.radius_mark)
        painter.end()

    def _draw(self, painter: QPainter, words: str, begin: int, kept: int = 0) -> int:
        """From `begin` pixels after the leading edge, `kept` pixels left free; answers where the words end."""
        room = self.width() - begin - kept - self._look.space.px(4)
        if not words or room < self._look.space.px(16):
            return begin
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        fitting = f"\u2068{fitting}\u2069"  # in its own direction, whatever the window's
        width = min(room, painter.fontMetrics().horizontalAdvance(fitting) + 1)
        left = self.width() - begin - width if self.isRightToLeft() else begin
        painter.drawText(QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter | _ABSOLUTE, fitting)
        return begin + width


class HashButton(QAbstractButton):
    """Name and ends of a SHA-256; the whole of it on hover, and in the clipboard when pressed."""

    def __init__(self, look: Look, name: str, short: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._short = short
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """The digits alone."""
        short = QFontMetrics(self._look.type.font(Role.MONO)).horizontalAdvance(self._short)
        return QSize(short + self._look.space.px(4), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        name, short = (QFontMetrics(self._look.type.font(role)) for role in (Role.SMALL, Role.MONO))
        width = name.horizontalAdvance(self._name) + short.horizontalAdvance(self._short)
        return QSize(width + self._look.space.px(10), round(name.height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, space = self._look.theme, self._look.space
        baseline = round(self.height() * 0.68)
        name, mono = self._look.type.font(Role.SMALL), self._look.type.font(Role.MONO)
        mono.setUnderline(self.underMouse())
        said = self._name if self.width() >= self.sizeHint().width() else ""
        wide = QFontMetrics(name).horizontalAdvance(said)
        first, second = space.px(2), space.px(8 if said else 2) + wide
        if self.isRightToLeft():
            first = self.width() - wide - space.px(2)
            second = first - space.px(6 if said else 0) - QFontMetrics(mono).horizontalAdvance(self._short)
        painter.setPen(theme.muted)
        painter.setFont(name)
        painter.drawText(QPointF(first, baseline), said)
        painter.setFont(mono)
        painter.setPen(theme.text)
        painter.drawText(QPointF(second, baseline), self._short)
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF(), theme, space.radius_mark)
        painter.end()
