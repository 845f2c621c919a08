"""Everything else that is known of a source: grading, links, reprints, the original, its other events."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from viewer.index.ask.sources import SourceView
from viewer.look.current import Look
from viewer.session.navigator import Navigator
from viewer.wording.voice import Voice


class SourceMore(QScrollArea):
    """Built anew for each source; scrolls by itself and leaves the document its room."""

    custody_asked = Signal(str, str)  # uid and title of a document: who had it, step by step

    def __init__(self, navigator: Navigator, look: Look, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._look = look
        self._voice = voice
        self._graded = False
        self._waiting: SourceView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("More about this source"))

    def show_source(self, source: SourceView) -> None:
        """Keep it until it is asked for: most readers look at the document."""
        self._waiting = source
        if not self.isHidden():
            self.unfold()

    def unfold(self) -> None:
        """Show what waits."""
        source, self._waiting = self._waiting, None
        if source:
            self._build(source)
        self.show()

    def fit(self, width: int, most: int) -> None:
        """As high as the contents, but no higher than `most` pixels."""
        inside: QWidget | None = self.widget()
        layout = inside.layout() if inside else None
        if layout:
            self.setFixedHeight(max(1, min(most, layout.totalHeightForWidth(width))))

    # How it is done

    def _build(self, source: SourceView) -> None:
        from viewer.panes.source.known import Known

        known = Known(self._navigator, self._look, self._voice, source, self._graded)
        known.custody_asked.connect(self.custody_asked)
        known.graded.connect(self._remember)
        self.setWidget(known)

    def _remember(self, unfolded: bool) -> None:
        """The grading stays unfolded from one source to the next."""
        self._graded = unfolded
