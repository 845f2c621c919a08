"""All items of the list as small stages, on the console only: what the presenter goes to next."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from viewer.look.style import dress
from viewer.presenting.attire import Attire
from viewer.presenting.conductor import Conductor
from viewer.presenting.running_list import NOWHERE, Index, RunningModel
from viewer.session.hearing_keys import Key
from viewer.session.show import View
from viewer.stage.rendering import picture

_WIDE = 220
_KEPT = 120
_STEPS = {"Left": -1, "Right": 1, "Home": -100_000, "End": 100_000}


class OverviewModel(RunningModel):
    """The items with a picture of their first stage, or of their cover."""

    def __init__(self, attire: Attire, conductor: Conductor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attire, self._conductor = attire, conductor
        self._icons: OrderedDict[str, QIcon] = OrderedDict()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        stop = self.stop(index.row())
        if role == Qt.ItemDataRole.DecorationRole and stop is not None:
            return self._icon(index.row(), stop.uid)
        return super().data(index, role)

    def forget(self) -> None:
        """Items may look otherwise now."""
        self._icons.clear()

    def _icon(self, row: int, uid: str) -> QIcon:
        icon = self._icons.get(uid)
        if icon is None:
            covered = any(scene.covered for scene in self._conductor.stages(row)[:1])
            seen = self._conductor.see(View(row, 0, covered=covered))
            scene = seen.scene if seen else None
            image = picture(scene, self._attire.stage, self._conductor.pictures, width=_WIDE * 2)
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(2)
            icon = self._icons[uid] = QIcon(pixmap)
            icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else it is tinted
            while len(self._icons) > _KEPT:
                self._icons.popitem(last=False)
        return icon


class Overview(QListView):
    """`press` is told the keys while it is open; `chosen` says where to go."""

    chosen = Signal(int)

    def __init__(self, attire: Attire, conductor: Conductor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._model = OverviewModel(attire, conductor, self)
        self.setModel(self._model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        wide = attire.space.px(_WIDE)
        self.setIconSize(QSize(wide, round(wide * 9 / 16)))
        self.setGridSize(QSize(wide + attire.space.px(20), round(wide * 9 / 16) + attire.space.px(58)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Overview"))
        dress(self, role="panel")
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def open_at(self, row: int) -> None:
        """Show the list with an item chosen, which nobody but the presenter sees."""
        self._model.forget()
        self._model.take(self._conductor.show)
        self.setCurrentIndex(self._model.index(row))

    def press(self, key: Key) -> bool:
        """Move the choice, or go there; False for a key that is not its own."""
        row, last = self.currentIndex().row(), self._model.rowCount(NOWHERE) - 1
        if key.name in ("Return", "Enter", "Space") and row >= 0:
            self.chosen.emit(row)
            return True
        step = _STEPS.get(key.name, 0)
        if key.name in ("Up", "Down"):
            across = max(1, self.viewport().width() // self.gridSize().width())
            step = across if key.name == "Down" else -across
        if key.name in ("Left", "Right") and self.isRightToLeft():
            step = -step
        if step == 0:
            return False
        self.setCurrentIndex(self._model.index(min(max(row + step, 0), last)))
        return True
