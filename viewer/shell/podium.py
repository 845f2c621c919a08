"""What all windows of the process share about hearings: the reader's notebook, and the one hearing that is on."""

from __future__ import annotations

from viewer import paths
from viewer.binding.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.notebook.book import Notebook
    from viewer.notebook.lists import Lists
    from viewer.presenting.door import Hearing
    from viewer.session.session import Session


class Podium:
    """Nothing of it is imported or opened before it is used."""

    def __init__(self) -> None:
        self._notebook: Notebook | None = None
        self._hearing: Hearing | None = None

    @property
    def notebook(self) -> Notebook:
        """From the moment on in which the reader wants nothing kept, one in memory."""
        from viewer.notebook.book import Notebook

        keeps = not paths.keeps_nothing()
        if self._notebook is not None and self._notebook.keeps and not keeps:
            self.close_notebook()
        if self._notebook is None:
            self._notebook = Notebook(keep=keeps)
        return self._notebook

    def lists(self, session: Session) -> Lists:
        """Of the case that is read in a window."""
        from viewer.notebook.lists import Lists
        from viewer.presenting.door import digest_of

        return Lists(self.notebook, session.case_uid, digest_of(session))

    def close_notebook(self) -> None:
        """Let go of its file, so that it can be erased."""
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None

    @property
    def hearing(self) -> Hearing | None:
        """The one that is on."""
        return self._hearing

    def take(self, hearing: Hearing) -> None:
        """A hearing has begun."""
        self._hearing = hearing
        hearing.ended.connect(self._leave)

    def _leave(self) -> None:
        self._hearing = None
