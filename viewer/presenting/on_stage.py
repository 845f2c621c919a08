"""What is in hand and whether the room sees it, and beside it what comes next."""

from __future__ import annotations

from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.presenting.attire import Attire
from viewer.presenting.conductor import Conductor
from viewer.presenting.label import Label
from viewer.presenting.stage_view import StageView
from viewer.session.show import View
from viewer.wording.presenting import place_words


class OnStage(QWidget):
    """The page in hand with a word above it: on screen, black, frozen, covered."""

    def __init__(self, attire: Attire, conductor: Conductor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire, self._conductor = attire, conductor
        self._state, self._place = Label(), Label(text="body", tone="muted")
        self._held = Label(text="label", tone="muted")
        self.view = StageView(attire.stage, conductor.pictures)
        self.view.setObjectName("in hand")
        self.view.let_draw(True)
        self.view.drawn.connect(conductor.drag)
        self.view.pointed.connect(conductor.point)
        self._lay_out()

    def refresh(self, *, rehearsal: bool) -> None:
        conductor, theme = self._conductor, self._attire.theme
        words, colour = self._standing()
        if rehearsal:
            words = self.tr("Rehearsal · %1").replace("%1", words)
        self._state.setText(f"● {words}")
        self._state.setStyleSheet(
            f"font-size: {self._attire.type.px(17)}px; font-weight: 600; color: {colour.name()};"
        )
        self._place.setText(self.place_of(conductor.show.ready))
        held = conductor.show.held if conductor.show.frozen else None
        self._held.setText(self.tr("The room sees %1").replace("%1", self.place_of(held)) if held else "")
        self._held.setVisible(held is not None)
        on = conductor.show.public is not None and not conductor.show.frozen
        self.view.show_seen(conductor.in_hand, theme.highlight_mark if on else theme.control)
        self.view.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setMaximumHeight(self.view.heightForWidth(self.width()))

    @property
    def standing_words(self) -> str:
        return self._state.text().removeprefix("● ")

    def place_of(self, view: View | None) -> str:
        """The item and page of a view in words."""
        if view is None:
            return ""
        stop = self._conductor.show.stops[view.stop]
        return place_words(self._attire.voice, stop.exhibit, stop.title, view.page + 1, stop.pages)

    def _standing(self) -> tuple[str, QColor]:
        show, theme = self._conductor.show, self._attire.theme
        if show.frozen:
            black = show.public is None
            return (self.tr("Frozen, black") if black else self.tr("Frozen: looking ahead")), theme.accent
        if show.public is None:
            return self.tr("Black: the room sees nothing"), theme.muted
        if show.public.covered:
            return self.tr("On screen, covered: press U to uncover"), theme.highlight_mark
        return self.tr("On screen"), theme.highlight_mark

    def _lay_out(self) -> None:
        space = self._attire.space
        head = QHBoxLayout()
        head.addWidget(self._state, 1)
        head.addWidget(self._held, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space.tight)
        lines.addLayout(head)
        lines.addWidget(self._place)
        lines.addWidget(self.view, 1)


class NextUp(QWidget):
    """What the next key brings."""

    def __init__(self, attire: Attire, conductor: Conductor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire, self._conductor = attire, conductor
        self._place = Label(text="label", tone="muted")
        self._view = StageView(attire.stage, conductor.pictures)
        self._view.setObjectName("next")
        self._view.setAccessibleName(self.tr("Next"))
        heading = Label(self.tr("Next"), "strong", "muted")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(attire.space.tight)
        for widget in (heading, self._view, self._place):
            lines.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.setFixedHeight(self._view.heightForWidth(self.width()))

    def refresh(self) -> None:
        conductor = self._conductor
        view = conductor.next_view()
        if view is None:
            self._view.show_seen(None)
            self._place.setText(self.tr("The end of the list"))
            return
        stop = conductor.show.stops[view.stop]
        first = conductor.stages(view.stop)[0]
        stays_open = view.stop == conductor.show.at.stop and conductor.show.uncovered
        covered = (first.covered or stop.graphic) and not stays_open
        self._view.show_seen(conductor.see(View(view.stop, view.page, covered=covered)), self._attire.theme.line)
        words = place_words(self._attire.voice, stop.exhibit, stop.title or first.title, view.page + 1, stop.pages)
        self._place.setText(words)
