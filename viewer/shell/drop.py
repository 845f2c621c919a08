"""A case that is dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.binding.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

_LISTED = "bagit.txt"
_WATCHED = (QEvent.Type.DragEnter, QEvent.Type.Drop)


def meant(path: Path) -> Path:
    """The bag, where a file was named by which its folder is known."""
    return path.parent if path.name == _LISTED else path


class Drop(QObject):
    """Watches a window: a case that is dropped on it is opened."""

    dropped = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _WATCHED:
            return False
        drop = cast("QDropEvent", event)
        path = _dropped(drop)
        if path is None:
            return False
        drop.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(meant(path))
        return True


def _dropped(event: QDropEvent) -> Path | None:
    """One file or folder of this machine; a name on a server is none."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile() or urls[0].host():
        return None
    return Path(urls[0].toLocalFile())
