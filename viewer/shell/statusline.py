"""The line at the foot of the event list: what is known of the case's seal, and that the program is offline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from viewer.binding.typed import TYPE_CHECKING
from viewer.look.current import Look
from viewer.look.fonts import Role
from viewer.look.glyphs import paint_focus
from viewer.look.style import dress
from viewer.wording.voice import Voice, fill

if TYPE_CHECKING:
    from viewer.session.verification import Judgement, Verification


class StatusLine(QWidget):
    """Says only what is known, and says of what is not known that it is not."""

    pressed = Signal()

    def __init__(self, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._voice = look, voice
        self._digest = ""
        self.seal = SealButton(look, self)
        self.seal.clicked.connect(self.pressed)
        self._offline = QLabel(self.tr("Offline"), self)
        self._offline.setToolTip(self.tr("This program has no part that could reach a network."))
        self._offline.setTextFormat(Qt.TextFormat.PlainText)
        dress(self._offline, text="small", tone="muted")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.seal, 1)
        self._row.addWidget(self._offline, 0, Qt.AlignmentFlag.AlignBottom)
        look.changed.connect(self._wear)
        self._wear()

    def show_case(self, digest: str, verification: Verification | None = None) -> None:
        """`digest`: SHA-256 of the case's manifest, in hex. Without a verification nothing can be checked."""
        self._digest = digest
        if verification is None or verification.case is None:
            self._say((self.tr("Not verified"), self.tr("no case at hand")))
            return
        verification.advanced.connect(self._show_share)
        verification.judged.connect(self._show_judgement)
        verification.failed.connect(self._show_trouble)
        verification.stopped.connect(self._show_stopped)
        said = self.tr("Shipped with the program") if verification.shipped else self.tr("From a file")
        self._say((said, self.tr("not checked yet")))

    # What others tell us

    def _show_share(self, share: float) -> None:
        from viewer.wording.seal_status import say_checking

        self._say((say_checking(self._voice, share),))

    def _show_judgement(self, judgement: Judgement) -> None:
        from viewer.wording.seal_status import say_status

        self._say(say_status(self._voice, judgement.verdict), judgement.verdict.intact)

    def _show_trouble(self, _reason: Exception) -> None:
        self._say((self.tr("The case cannot be read any more"),), sound=False)

    def _show_stopped(self) -> None:
        self._say((self.tr("Not verified"), self.tr("stopped")))

    def _wear(self) -> None:
        space = self._look.space
        self._row.setContentsMargins(space.medium, space.tight, space.large, space.tight)
        self._row.setSpacing(space.small)
        self.seal.updateGeometry()

    # How it is done

    def _say(self, phrases: tuple[str, ...], sound: bool = True) -> None:
        digest = fill(self.tr("Digest of the case: %1…"), self._digest[:16])
        self.seal.say(phrases, self.tr("Verify: four answers, and every file"), digest, sound)


class SealButton(QAbstractButton):
    """Phrases on one line where there is room, else below each other; leads to the whole verdict."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phrases: tuple[str, ...] = ()
        self._sound = True
        self._wide: tuple[tuple[object, ...], int] = ((), 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, phrases: tuple[str, ...], leads: str, more: str, sound: bool) -> None:
        """leads: what pressing it does; more: for the tooltip; not sound = written in full strength."""
        if (phrases, sound) != (self._phrases, self._sound):
            self._phrases, self._sound = phrases, sound
            self.updateGeometry()
            self.update()
        self.setAccessibleName(" · ".join(phrases))
        self.setAccessibleDescription(leads)
        self.setToolTip("\n".join(("\n".join(phrases), more, leads)))

    @property
    def phrases(self) -> tuple[str, ...]:
        return self._phrases

    def sizeHint(self) -> QSize:
        return QSize(self._look.space.px(120), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space.px(60), self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line() * len(self._lines(width)) + self._look.space.px(4)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, edge = self._look.theme, self._look.space.px(4)
        font = self._look.type.font(Role.SMALL, 400 if self._sound else 600)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.muted if self._sound else theme.text)
        metrics, line = QFontMetrics(font), self._line()
        for row, words in enumerate(self._lines(self.width())):
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 2 * edge)
            fitting = f"\u2068{fitting}\u2069"  # in its own direction, whatever the window's
            where = QRect(edge, self._look.space.px(2) + row * line, self.width() - 2 * edge, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, fitting)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, self._look.space.radius_mark)
        painter.end()

    def _line(self) -> int:
        return round(QFontMetrics(self._look.type.font(Role.SMALL)).height() * 1.2)

    def _lines(self, width: int) -> tuple[str, ...]:
        whole = " · ".join(self._phrases)
        said = (whole, self._sound, self._look.type.scale)
        if self._wide[0] != said:  # layouts ask a dozen times
            metrics = QFontMetrics(self._look.type.font(Role.SMALL, 400 if self._sound else 600))
            self._wide = (said, metrics.horizontalAdvance(whole))
        return (whole,) if self._wide[1] <= width - 2 * self._look.space.px(4) else self._phrases
