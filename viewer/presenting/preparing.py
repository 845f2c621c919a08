"""Before a hearing: what the list lacks, how large the room is, whether a log is kept, who will see the notes."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.case.frozen import replace
from viewer.look.style import dress
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.presenting.checking import Finding, checked
from viewer.presenting.door import Service, Way, digest_of, present, room_of
from viewer.presenting.label import Label
from viewer.presenting.placing import places_now
from viewer.session.session import Session
from viewer.stage.sizes import Room
from viewer.wording.presenting import changed_line, place_words, room_words, vanished_line

_AT_ONCE = 0.02
"""Seconds for which items are checked before the window may paint."""


def prepare(
    session: Session,
    service: Service,
    notebook: Notebook,
    list_uid: str,
    *,
    rehearse: bool = False,
    start_at: str = "",
    always: bool = False,
    parent: QWidget | None = None,
) -> Preparing:
    """Ask what must be asked, and begin; where nothing must be, begin at once. Raises KeyError.

    always: ask although everything is known, so that a room or a log can be told otherwise.
    """
    asking = Preparing(session, service, notebook, list_uid, way=Way(rehearse, start_at), parent=parent)
    asking.ask(always=always)
    return asking


class Preparing(QDialog):
    """`begun` gives the Hearing; `rejected` says that the reader thought better of it."""

    begun = Signal(object)

    def __init__(
        self,
        session: Session,
        service: Service,
        notebook: Notebook,
        list_uid: str,
        *,
        way: Way,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._service, self._notebook = session, service, notebook
        self._list_uid, self._way = list_uid, way
        self._always = way.rehearse
        self._checking = self._begin_checking()
        self.findings: list[Finding] = []
        self.setWindowTitle(self.tr("Rehearse") if way.rehearse else self.tr("Present"))
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._check_some)
        self._make_parts()
        self._lay_out()

    def ask(self, *, always: bool) -> None:
        """Look at the list; then show the questions, or begin where there are none."""
        self._always = self._always or always or not self._service.settings.choices.room
        if self._always:
            self.open()
        self._soon.start()

    def accept(self) -> None:
        """Keep the answers, and begin."""
        room, settings = self._room(), self._service.settings
        settings.choose(
            room=[round(100 * room.height), round(100 * room.distance)],
            stage_theme=self._theme.currentData(),
            log_hearings=self._log.isChecked(),
        )
        super().accept()
        self._begin()

    def reject(self) -> None:
        self._soon.stop()
        super().reject()
        self.deleteLater()

    # How it is done

    def _begin_checking(self) -> Iterator[Finding | None]:
        digest = digest_of(self._session)
        hearing_list = Lists(self._notebook, self._session.case_uid, digest).get(self._list_uid)
        return checked(self._session.connection, hearing_list, digest)

    def _check_some(self) -> None:
        """Some items, then whatever else waits to be done."""
        until = time.monotonic() + _AT_ONCE
        while time.monotonic() < until:
            try:
                found = next(self._checking)
            except StopIteration:
                self._soon.stop()
                self._end_checking()
                return
            if found is not None:
                self.findings.append(found)
                self._lacks.addItem(self._line(found))

    def _end_checking(self) -> None:
        self._begin_button.setEnabled(True)
        self._heading.setText(self.tr("Changed since this list was made") if self.findings else "")
        self._heading.setVisible(bool(self.findings))
        self._lacks.setVisible(bool(self.findings))
        self.adjustSize()
        if self.findings and not self.isVisible():
            self.open()
        elif not self.isVisible():
            self._begin()

    def _begin(self) -> None:
        log = self._service.settings.choices.log_hearings
        way = replace(self._way, log=log)
        hearing = present(
            self._session,
            self._service,
            self._notebook,
            self._list_uid,
            rehearse=way.rehearse,
            start_at=way.start_at,
            log=way.log,
            parent=self.parent() or QGuiApplication.instance(),
        )
        self.begun.emit(hearing)
        self.deleteLater()

    def _line(self, found: Finding) -> str:
        voice, step = self._service.voice, found.item.step
        item = place_words(voice, step.exhibit, step.title, 1, 1)
        return vanished_line(voice, item, found.gone) if found.gone else changed_line(voice, item)

    def _room(self) -> Room:
        return Room(self._height.value(), self._distance.value())

    def _say_room(self) -> None:
        room = self._room()
        self._reach.setText(room_words(self._service.voice, round(100 * room.distance), legible=room.legible))

    def _make_parts(self) -> None:
        room, choices = room_of(self._service.settings), self._service.settings.choices
        self._warning = Label(self._warning_words(), "strong", "accent")
        self._heading = Label(self.tr("Looking through the list…"), "strong")
        self._lacks = QListWidget(self)
        self._lacks.setAccessibleName(self.tr("What changed"))
        self._lacks.setFixedHeight(self._service.look.space.px(130))
        self._lacks.hide()
        self._height = self._metres(self.tr("Height of the picture"), room.height, 0.3, 10.0)
        self._distance = self._metres(self.tr("Distance of the last row"), room.distance, 1.0, 60.0)
        self._reach = Label("", "label", "muted")
        self._theme = QComboBox(self)
        self._theme.setAccessibleName(self.tr("Colours of the stage"))
        for name, words in self._theme_names().items():
            self._theme.addItem(words, name)
        self._theme.setCurrentIndex(max(0, self._theme.findData(choices.stage_theme)))
        self._log = QCheckBox(self.tr("Keep a log of what the room was shown, and when"), self)
        self._log.setChecked(choices.log_hearings)
        self._log.setVisible(not self._way.rehearse)

    def _theme_names(self) -> dict[str, str]:
        return {
            "dark": self.tr("Dark, for a dim room"),
            "light": self.tr("Light, for a bright room"),
            "contrast-dark": self.tr("High contrast, dark"),
            "contrast": self.tr("High contrast, light"),
        }

    def _warning_words(self) -> str:
        if self._way.rehearse:
            return self.tr(
                "Everyone who sees this screen sees your notes. A rehearsal shows nothing on another screen."
            )
        if places_now(self._service.settings.choices.audience_screen).presenter is None:
            return self.tr(
                "There is one screen, or all screens show the same: the room sees the stage, and your notes are "
                "shown nowhere. Connect a second screen that shows something else, or rehearse."
            )
        return self.tr("The room sees the stage; you see the console on the other screen. It starts black.")

    def _metres(self, name: str, value: float, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(name)
        box.setDecimals(1)
        box.setSingleStep(0.1 if most < 20 else 0.5)
        box.setRange(least, most)
        box.setSuffix(self.tr(" m"))
        box.setValue(value)
        box.valueChanged.connect(lambda _value: self._say_room())
        return box

    def _lay_out(self) -> None:
        space = self._service.look.space
        form = QFormLayout()
        form.setSpacing(space.small)
        form.addRow(self.tr("Height of the picture"), self._height)
        form.addRow(self.tr("Distance of the last row"), self._distance)
        form.addRow(self._reach)
        form.addRow(self.tr("Colours of the stage"), self._theme)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        begin = self.tr("Show my notes here") if self._way.rehearse else self.tr("Begin, black")
        self._begin_button = buttons.addButton(begin, QDialogButtonBox.ButtonRole.AcceptRole)
        self._begin_button.setEnabled(False)
        dress(self._begin_button, role="primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(space.wide, space.wide, space.wide, space.large)
        lines.setSpacing(space.medium)
        for part in (self._warning, self._heading, self._lacks):
            lines.addWidget(part)
        lines.addLayout(form)
        lines.addWidget(self._log)
        lines.addWidget(buttons)
        self._say_room()
        self.setMinimumWidth(space.px(520))
