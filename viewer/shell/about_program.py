"""About Evidence Viewer: its version, and which protections hold, asked of the running process while one reads."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer import __version__, paths
from viewer.guard import dumps, tripwire, wall
from viewer.look.current import Look
from viewer.session.session import Session
from viewer.shell.sheetview import ReadingPage


class AboutProgram(QDialog):
    """Says of each protection whether it is a wall, a tripwire, or not there."""

    def __init__(self, session: Session | None, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Evidence Viewer"))
        self._page = ReadingPage(look, self.tr("About Evidence Viewer"), self)
        self._fill()
        self._ask_child(session)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(look.space.wide, 0, look.space.wide, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.space.medium)
        layout.addWidget(self._page)
        layout.addWidget(buttons)
        self.resize(look.space.px(720), look.space.px(640))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _fill(self) -> None:
        page = self._page
        page.title(self.tr("Evidence Viewer %1").replace("%1", __version__))
        page.paragraph(
            self.tr(
                "Shows what is claimed, by whom, and the passage that carries it. It takes no side and works "
                "without a network. Free software under the MIT licence."
            )
        )
        page.heading(self.tr("This window, asked just now"))
        page.table(
            (
                (self.tr("Network"), self._network()),
                (self.tr("Sockets of this machine"), self._local()),
                (self.tr("Python code"), self._wire()),
                (self.tr("Memory on the disk after a crash"), self._core()),
                (self.tr("Memory read by other programs"), self._hidden()),
                (self.tr("Your own folder"), self._keeping()),
            )
        )
        page.paragraph(
            self.tr(
                "A wall holds whatever code runs in this process. It does not bind other programs: one that this "
                "window talks to, such as the desktop, has a network of its own."
            ),
            "muted",
        )

    def _network(self) -> str:
        return {
            "refused": self.tr("A wall: the system refuses every network socket to this process."),
            "open": self.tr(
                "No wall: the system would give a network socket. The program is offline because no part of it "
                "asks for one."
            ),
            "not-tried": self.tr(
                "No wall on this system. The program is offline because no part of it asks for a network."
            ),
        }[wall.try_network()]

    def _local(self) -> str:
        return {
            "open": self.tr("Allowed: the window is drawn through them."),
            "refused": self.tr("Refused."),
            "not-tried": self.tr("Not tried on this system."),
        }[wall.try_local()]

    def _wire(self) -> str:
        if tripwire.is_stretched():
            return self.tr(
                "A tripwire, not a wall: Python code that reaches for the network, or starts a program other "
                "than our own reader of documents, is stopped. Code that is not Python passes it."
            )
        return self.tr("No tripwire in this process.")

    def _core(self) -> str:
        if dumps.core_refused():
            return self.tr("None is written by the system (core files have no room).")
        return self.tr("Not refused: the system's own error reports may hold some.")

    def _hidden(self) -> str:
        if dumps.hidden_from_others():
            return self.tr("Refused to other programs of the same user. An administrator can still read it.")
        return self.tr("Not refused here.")

    def _keeping(self) -> str:
        if paths.keeps_nothing():
            return self.tr("Nothing is written into it.")
        return self.tr("Choices, and what you save, are written to %1").replace("%1", str(paths.own_folder()))

    def _ask_child(self, session: Session | None) -> None:
        self._page.heading(self.tr("The process that reads documents"))
        if session is None or session.child_pid is None:
            self._page.paragraph(
                self.tr("It does not run now. It starts when a document of a case is first shown.")
            )
            return
        session.lens.protections_told.connect(self._show_child)
        session.lens.tell_protections()

    @Slot(object)
    def _show_child(self, told: object) -> None:
        from viewer.locked.messages import Protections

        if not isinstance(told, Protections):
            self._page.paragraph(self.tr("It was asked and gave no answer, so nothing is claimed of it."))
            return
        if sys.platform != "linux":
            self._page.paragraph(
                self.tr("A separate process. What the system does not refuse to it here is marked “not refused”.")
            )
        yes, no = self.tr("Refused: it tried"), self.tr("Not refused, or not tried on this system")
        tried = (
            (self.tr("Opening files"), told.no_files),
            (self.tr("Sockets of any kind"), told.no_sockets),
            (self.tr("Starting programs"), told.no_programs),
            (self.tr("Making processes"), told.no_children),
            (self.tr("Ending other processes"), told.no_signals),
            (self.tr("Taking memory without limit"), told.memory_bounded),
        )
        rows = [(what, yes if refused else no) for what, refused in tried]
        listed = self.tr("A wall: only listed calls are allowed") if told.filtered else self.tr("Not limited here")
        self._page.table([*rows, (self.tr("Calls to the system"), listed)])
