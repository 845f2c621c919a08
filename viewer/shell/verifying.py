"""What the commands about the seal do, and the check behind every case, which begins when all stands still."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from viewer.binding.typed import TYPE_CHECKING
from viewer.shell.parts import Parts

if TYPE_CHECKING:
    from viewer.shell.custody_page import CustodyPage
    from viewer.shell.verify_page import VerifyPage
    from viewer.shell.versions_page import VersionsPage

AFTER = 400
"""Milliseconds after which the check begins, and between two looks whether nothing is pending."""


class Verifying(QObject):
    """Nothing of seals is imported before the window stands."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._page: VerifyPage | None = None
        self._versions: VersionsPage | None = None
        self._custody: CustodyPage | None = None
        self._begun = False
        self._patience = QTimer(self)
        self._patience.setInterval(AFTER)
        self._patience.timeout.connect(self._begin)
        parts.panes.source.area.alteration = self._alteration
        parts.panes.source.more.custody_asked.connect(self._show_custody)

    def begin_behind(self) -> None:
        """Check the case once the window has been painted and no question is pending."""
        if not self._begun:
            self._begun = True
            self._parts.session.verification.judged.connect(self._parts.panes.source.area.show_alteration)
            self._patience.start()

    def at_rest(self) -> bool:
        """Nothing is pending and the case is checked: for a picture, which does not wait before it begins."""
        if not self._parts.session.idle:
            return False
        if self._patience.isActive():
            self._begin()
        return not self._parts.session.verification.running

    def verify_case(self) -> None:
        """The whole verdict, in a window beside."""
        from viewer.shell.verify_page import VerifyPage

        self._patience.stop()
        if self._page is None:
            service, parts = self._parts.service, self._parts
            self._page = VerifyPage(parts.session.verification, service.look, service.voice, parts.window)
        self._page.open_up()

    def document_custody(self) -> None:
        """The chain of custody of the document in the source pane, in a window beside."""
        document = self._parts.panes.source.document
        if document is None:
            self._parts.say(self.tr("There is no document here: choose a claim or a source that has one."))
            return
        self._show_custody(document.head.uid, document.head.title)

    def compare_versions(self) -> None:
        """What another version of this case says otherwise, in a window beside."""
        from viewer.shell.versions_page import VersionsPage

        if self._versions is None:
            service, session = self._parts.service, self._parts.session
            self._versions = VersionsPage(session, service.look, service.voice, self._parts.window)
        self._versions.open_up()

    # How it is done

    def _show_custody(self, uid: str, title: str) -> None:
        from viewer.shell.custody_page import CustodyPage

        if self._custody is None:
            service, session = self._parts.service, self._parts.session
            self._custody = CustodyPage(session.verification, service.look, service.voice, self._parts.window)
        self._custody.show_document(uid, title)

    def _begin(self) -> None:
        if self._parts.session.idle:
            self._patience.stop()
            self._parts.session.verification.begin()

    def _alteration(self, document: str) -> str:
        """A sentence where a document is not as it was listed."""
        found = self._parts.session.alteration(document)
        if found is None:
            return ""
        from viewer.wording.seal_status import say_altered

        return say_altered(self._parts.service.voice, *found)
