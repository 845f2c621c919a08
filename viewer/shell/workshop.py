"""What the commands of whoever makes a case do: citation health, checking a folder; and the tour."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.case.errors import CaseError
from viewer.shell.parts import Parts
from viewer.wording.citation import Reference

if TYPE_CHECKING:
    from viewer.builder.examining import Examined
    from viewer.index.ask.health import Citation
    from viewer.panes.health.pane import HealthPane
    from viewer.session.job import Job
    from viewer.shell.companion import Companion
    from viewer.shell.folder_export import FolderExport
    from viewer.shell.tour import Tour


class Workshop(QObject):
    """Nothing of all this is imported before one of these is used."""

    tour_asked = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._health: tuple[HealthPane, Companion] | None = None
        self._looking: Job | None = None
        self._tour: Tour | None = None
        self._export: FolderExport | None = None

    def citation_health(self) -> None:
        """Look for every passage of the case in its document, in a window beside."""
        from viewer.index.ask import health

        pane, window = self._health or self._make_health()
        if self._looking and self._looking.running:
            window.open_up()
            return
        pane.show_progress(0.0)
        window.open_up()
        self._parts.session.desk.ask("health", health.citations, self._look)

    def check_folder(self) -> None:
        """Check a folder and build a case of it, in a window beside."""
        from viewer.shell.folder_check import FolderCheck

        FolderCheck(self._parts.service.look, self._parts.service.voice, self._parts.window).show()

    def export_folder(self) -> None:
        """The case as the folder that a build reads, in a window beside."""
        from viewer.shell.folder_export import FolderExport

        parts, case = self._parts, self._parts.session.case
        if case is None:
            parts.say(self.tr("Only the database of this case is at hand; open the case itself to export it."))
            return
        if self._export is None:
            self._export = FolderExport(case, parts.service.look, parts.service.voice, parts.window)
        self._export.open_up()

    def tour(self) -> None:
        """Wherever the tour's case is open, or opened."""
        self.tour_asked.emit()

    def begin_tour(self) -> None:
        """In this window, which shows the tour's case."""
        if self._tour is None:
            from viewer.shell.tour import Tour, read_route

            service = self._parts.service
            self._tour = Tour(read_route(), service.look, service.voice, self._parts.window)
            self._tour.step_shown.connect(self._show_step)
        self._tour.begin()

    # What others tell us

    def _show_step(self, address: str) -> None:
        self._parts.session.go_to(address)

    def _look(self, citations: tuple[Citation, ...]) -> None:
        from viewer.session.job import Job

        if not self._health:
            return
        case, pane = self._parts.session.case, self._health[0]
        self._looking = Job(lambda: _examined(citations, case), self)
        self._looking.advanced.connect(pane.show_progress)
        self._looking.finished.connect(self._show_found)
        self._looking.failed.connect(self._say_why)
        self._looking.start()
        self._parts.window.destroyed.connect(self._looking.close)

    def _show_found(self, found: tuple[Examined, ...]) -> None:
        session = self._parts.session
        if self._health:
            reference = Reference(session.heading.title, session.address(), session.heading.case_digest)
            self._health[0].show_found(found, reference)
            self._health[0].take_keyboard()

    def _say_why(self, reason: Exception) -> None:
        if not isinstance(reason, CaseError | OSError):
            raise reason
        from viewer.wording.failures import say_failure

        voice = self._parts.service.voice
        said = say_failure(voice, reason) if isinstance(reason, CaseError) else str(reason)
        if self._health:
            self._health[0].show_trouble(said)

    # How it is done

    def _make_health(self) -> tuple[HealthPane, Companion]:
        from viewer.panes.health.pane import HealthPane
        from viewer.shell.companion import Companion

        service, actions = self._parts.service, self._parts.actions
        pane = HealthPane(self._parts.session.navigator, service.look, service.voice)
        window = Companion(pane, self.tr("Citation health"), service.look, self._parts.window)
        window.share([actions[name] for name in ("back", "forward", "citation_health")])
        self._health = (pane, window)
        return self._health


def _examined(citations: tuple[Citation, ...], case: Path | None) -> Generator[float, None, tuple[Examined, ...]]:
    """Every citation in the case's own documents. Raises CaseError where the case cannot be opened."""
    from viewer.builder.examining import examine
    from viewer.case.bag import Bag
    from viewer.case.errors import NotACase

    if case is None:
        raise NotACase("no-such-file")
    with closing(Bag.open(case)) as bag:
        return (yield from examine(citations, bag.document))
