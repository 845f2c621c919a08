"""What a case window is put together from; whoever acts in the window is handed these."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.case.frozen import dataclass, field
from viewer.look.current import Look
from viewer.panes.detail.pane import DetailPane
from viewer.panes.finder.field import FinderField
from viewer.panes.listing.pane import ListingPane
from viewer.panes.source.pane import SourcePane
from viewer.panes.timeline.pane import TimelinePane
from viewer.session.session import Session
from viewer.settings import Settings
from viewer.shell.arrangement import Arrangement
from viewer.shell.citing import Citing
from viewer.shell.podium import Podium
from viewer.shell.side import Side
from viewer.shell.timeplace import TimePlace
from viewer.shell.topbar import TopBar
from viewer.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Service:
    """What every window of the process shares."""

    look: Look
    voice: Voice
    settings: Settings
    podium: Podium = field(default_factory=Podium)


@dataclass(frozen=True, slots=True)
class Panes:
    """The four panes and the search field.

    side: holds the event list, the filters and the status line; time: the timeline, or its table.
    """

    listing: ListingPane
    timeline: TimelinePane
    detail: DetailPane
    source: SourcePane
    finder: FinderField
    side: Side
    time: TimePlace

    def in_turn(self) -> tuple[ListingPane, TimelinePane, DetailPane, SourcePane]:
        """The panes in the order in which F6 visits them."""
        return self.listing, self.timeline, self.detail, self.source


@dataclass(frozen=True, slots=True)
class Parts:
    """One window whole. `say` shows a sentence under the bar."""

    window: QMainWindow
    session: Session
    service: Service
    panes: Panes
    topbar: TopBar
    arrangement: Arrangement
    citing: Citing
    actions: dict[str, QAction]
    say: Callable[[str], None]
