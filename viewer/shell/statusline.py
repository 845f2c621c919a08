"""The line at the foot of the event list: whose case this is, and that the program is offline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from viewer.look.current import Look
from viewer.look.style import dress


class StatusLine(QWidget):
    """Says only what is known: a bundled case is as whole as the program it came with."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = QLabel(self)
        self._offline = QLabel(self.tr("Offline"), self)
        self._offline.setToolTip(self.tr("This program has no part that could reach a network."))
        for label in (self._whole, self._offline):
            label.setTextFormat(Qt.TextFormat.PlainText)
            dress(label, text="small", tone="muted")
        layout = QHBoxLayout(self)
        space = look.space
        layout.setContentsMargins(space.large, space.small, space.large, space.small)
        layout.addWidget(self._whole, 1)
        layout.addWidget(self._offline)

    def show_case(self, digest: str) -> None:
        """`digest`: SHA-256 of the case's manifest, in hex."""
        self._whole.setText(self.tr("Shipped with the program"))
        self._whole.setToolTip(
            self.tr("Digest of the case: %1… The whole digest stands in About this case.").replace(
                "%1", digest[:16]
            )
        )
