"""What the pane is handed: the lists that may be chosen, and the items of one with how they stand to the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtGui import QPixmap

from viewer.case.frozen import dataclass, field
from viewer.notebook.items import Item

Standing = Literal["", "gone", "changed"]
Thumbnail = Callable[[Item], QPixmap | None]
"""The first stage of an item, small; None while it is not there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A list that may be chosen. own: of the reader, else of the case."""

    uid: str
    title: str
    own: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An item that is not what it was; gone: identifiers that the case does not have."""

    standing: Standing
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One list. prefix: of the numbers of its next items; found: by uid of the item."""

    uid: str
    own: bool
    items: tuple[Item, ...]
    prefix: str = "A"
    can_undo: bool = False
    can_redo: bool = False
    found: Mapping[str, Found] = field(default_factory=dict)


NOTHING = Shown("", True, ())
