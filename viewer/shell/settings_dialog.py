"""Settings: each choice holds as soon as it is made, and is kept unless nothing is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from viewer import paths
from viewer.look.paragraph import Paragraph
from viewer.look.style import dress
from viewer.settings import SCALE_LEAST, SCALE_MOST
from viewer.shell.kept_indexes import KeptIndexes
from viewer.shell.parts import Service
from viewer.wording.calendars import CALENDARS, calendar_name
from viewer.wording.zones import LOCAL, UTC, known_zones, zone_name

DIRECTIONS = {
    "auto": Qt.LayoutDirection.LayoutDirectionAuto,
    "ltr": Qt.LayoutDirection.LeftToRight,
    "rtl": Qt.LayoutDirection.RightToLeft,
}


class SettingsDialog(QDialog):
    """A plain form; Tab goes through it, Esc closes it."""

    title_changed = Signal()
    erasing_asked = Signal()
    cover_changed = Signal(bool)
    time_chosen = Signal(str, str)  # which choice, and what; whoever shows a timeline keeps it

    def __init__(self, service: Service, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._settings = service.settings
        self.setWindowTitle(self.tr("Settings"))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setSpacing(service.look.space.small)
        self._add_looks()
        self._add_times()
        self._add_keeping()
        self._lay_out()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _add_looks(self) -> None:
        choices = self._settings.choices
        self._heading(self.tr("How it looks"))
        themes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast, light"),
            "contrast-dark": self.tr("High contrast, dark"),
        }
        self._choice(self.tr("Theme"), themes, choices.theme, self._wear)
        self._size(self.tr("Text size"), round(100 * self._service.look.type.scale))
        layouts = {
            "auto": self.tr("As the language"),
            "ltr": self.tr("Left to right"),
            "rtl": self.tr("Right to left"),
        }
        self._choice(self.tr("Layout"), layouts, choices.layout, self._turn)
        self._check(self.tr("Cover documents marked as graphic"), choices.cover_graphic, self._cover)

    def _add_times(self) -> None:
        choices, voice, told = self._settings.choices, self._service.voice, self.time_chosen.emit
        self._heading(self.tr("Time"))
        directions = {"layout": self.tr("As the layout"), "ltr": self.tr("Always left to right")}
        self._choice(
            self.tr("Timeline runs"), directions, choices.time_direction, lambda new: told("time_direction", new)
        )
        zones = {zone: zone_name(voice, zone) for zone in (LOCAL, UTC, *known_zones())}
        self._choice(self.tr("Time zone"), zones, choices.zone, lambda new: told("zone", new))
        calendars = {str(each): calendar_name(voice, each) for each in CALENDARS}
        self._choice(self.tr("Calendar"), calendars, choices.calendar, lambda new: told("calendar", new))

    def _add_keeping(self) -> None:
        self._heading(self.tr("On this computer"))
        nothing = self._check(self.tr("Keep nothing"), paths.keeps_nothing(), self._keep_nothing)
        self._note(
            self.tr(
                "Writes no settings, views, notes, logs or indexes. What was kept before stays until you erase "
                "it; one line remembers this choice."
            ),
            nothing,
        )
        self._check(
            self.tr("Name the case in the title bar"), self._settings.choices.case_in_title, self._name_windows
        )
        self._add_indexes()
        erase = QPushButton(self.tr("Leave no trace…"), self)
        erase.setAutoDefault(False)
        erase.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        erase.clicked.connect(self.erasing_asked)
        self._form.addRow(erase)

    def _add_indexes(self) -> None:
        answers = {"ask": self.tr("Ask each time"), "keep": self.tr("Keep"), "never": self.tr("Do not keep")}
        chosen = self._settings.choices.indexes
        self._choice(
            self.tr("Indexes of large cases"), answers, chosen, lambda new: self._settings.choose(indexes=new)
        )
        self._form.addRow(KeptIndexes(self._service.look, self._service.voice, self))

    # What the controls do

    def _wear(self, theme: str) -> None:
        self._service.look.wear("" if theme == "system" else theme)
        self._settings.choose(theme=theme)

    def _turn(self, layout: str) -> None:
        QGuiApplication.setLayoutDirection(DIRECTIONS[layout])
        self._settings.choose(layout=layout)
        self._service.look.changed.emit()

    def _scale(self, percent: int) -> None:
        self._service.look.scale_text(percent / 100)
        self._settings.choose(text_percent=percent)

    def _cover(self, on: bool) -> None:
        self._settings.choose(cover_graphic=on)
        self.cover_changed.emit(on)

    def _keep_nothing(self, on: bool) -> None:
        self._settings.keep("nothing" if on else "choices")

    def _name_windows(self, on: bool) -> None:
        self._settings.choose(case_in_title=on)
        self.title_changed.emit()

    # How it is done

    def _heading(self, text: str) -> None:
        label = Paragraph("strong", parent=self)
        label.setText(text)
        label.setContentsMargins(0, self._service.look.space.medium, 0, 0)
        self._form.addRow(label)

    def _note(self, text: str, about: QWidget) -> None:
        label = Paragraph("label", "muted", self)
        label.setText(text)
        about.setAccessibleDescription(text)
        self._form.addRow(label)

    def _choice(self, name: str, values: dict[str, str], now: str, chosen: Callable[[str], object]) -> None:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        for value, words in values.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.activated.connect(lambda index: chosen(box.itemData(index)))
        self._form.addRow(name, box)

    def _size(self, name: str, now: int) -> None:
        box = QSpinBox(self)
        box.setAccessibleName(name)
        box.setRange(SCALE_LEAST, SCALE_MOST)
        box.setSingleStep(10)
        box.setSuffix(self.tr(" %"))
        box.setKeyboardTracking(False)
        box.setValue(now)
        box.valueChanged.connect(self._scale)
        self._form.addRow(name, box)

    def _check(self, name: str, on: bool, turned: Callable[[bool], object]) -> QCheckBox:
        box = QCheckBox(name, self)
        box.setChecked(on)
        box.clicked.connect(turned)
        self._form.addRow(box)
        return box

    def _lay_out(self) -> None:
        space = self._service.look.space
        inside = QWidget()
        dress(inside, role="panel")
        self._form.setContentsMargins(space.wide, space.medium, space.wide, space.medium)
        inside.setLayout(self._form)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(space.wide, 0, space.wide, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, space.medium)
        layout.addWidget(area)
        layout.addWidget(buttons)
        self.resize(space.px(520), space.px(620))
