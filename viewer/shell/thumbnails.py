"""Small pictures of the first stages of a list, made one at a time while nothing else is to do."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from viewer import paths
from viewer.look.theme import load_theme
from viewer.notebook.items import Item
from viewer.presenting.pictures import Pictures
from viewer.presenting.reel import Reel
from viewer.presenting.seen import pages_of
from viewer.shell.parts import Parts
from viewer.stage.asking import Asking
from viewer.stage.rendering import picture
from viewer.stage.scene import PageRef

WIDE: Final = 192
"""Pixels: twice what a row shows, for dense screens."""
_KEPT: Final = 200
_PAUSE: Final = 8
"""Milliseconds between two."""


class Thumbnails(QObject):
    """Asked as a function of the item; `made` says whose picture has come. A graphic item shows its cover."""

    made = Signal(str)  # uid of the item

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = load_theme(paths.resources() / "theme", parts.service.settings.choices.stage_theme)
        self._reel = Reel(Asking(parts.session.connection, parts.service.voice), ())
        self._pictures = Pictures(parts.session, self)
        self._pictures.arrived.connect(self._page_came)
        self._kept: OrderedDict[str, tuple[Item, QPixmap]] = OrderedDict()
        self._pages: dict[PageRef, set[str]] = {}  # on their way, and the items that wait for them
        self._waiting: dict[str, Item] = {}
        self._soon = QTimer(self, interval=_PAUSE)
        self._soon.timeout.connect(self._make_one)

    def __call__(self, item: Item) -> QPixmap | None:
        """The picture, or an older one of the same item while the new one is on its way."""
        known = self._kept.get(item.uid)
        if known is None or known[0].step != item.step:
            self._waiting[item.uid] = item
            self._soon.start()
        return known[1] if known else None

    def close(self) -> None:
        self._soon.stop()
        self._waiting.clear()
        self._pictures.close()

    def _make_one(self) -> None:
        if not self._waiting:
            self._soon.stop()
            return
        uid = next(iter(self._waiting))
        item = self._waiting.pop(uid)
        self._reel.hold(item)
        scene = self._reel.stages(uid)[0]
        scene = self._reel.cover(scene) if scene.covered else scene
        for page in pages_of(scene):
            if not self._pictures.knows(page):
                self._pages.setdefault(PageRef(page.document, page.page), set()).add(uid)
        self._pictures.want(self._pages)
        self._kept[uid] = (item, QPixmap.fromImage(picture(scene, self._theme, self._pictures, width=WIDE)))
        self._kept.move_to_end(uid)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.made.emit(uid)

    def _page_came(self, page: PageRef) -> None:
        """Whoever shows the page is painted again."""
        for uid in self._pages.pop(page, set()):
            if known := self._kept.get(uid):
                self._waiting[uid] = known[0]
        self._soon.start()
