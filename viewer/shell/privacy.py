"""What the commands about this computer do: settings, no traces, quitting now, and what protects the reader."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from viewer.binding.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.shell.parts import Parts


class Privacy(QObject):
    """Every dialog is imported when it is asked for."""

    title_changed = Signal()  # whether title bars name their case

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts

    def choose_settings(self) -> None:
        from viewer.shell.settings_dialog import SettingsDialog

        panes = self._parts.panes
        dialog = SettingsDialog(self._parts.service, self._parts.window)
        dialog.time_chosen.connect(panes.timeline.choice_made)
        dialog.cover_changed.connect(lambda on: setattr(panes.source.area, "covers", on))
        dialog.title_changed.connect(self.name_window)
        dialog.title_changed.connect(self.title_changed)
        dialog.erasing_asked.connect(self.leave_no_trace)
        dialog.show()

    def leave_no_trace(self) -> None:
        from viewer.shell.leaving import LeaveNoTrace

        self._parts.service.podium.close_notebook()  # an open file cannot be erased everywhere
        LeaveNoTrace(self._parts.service.look, self._parts.window).open()

    def quit_now(self) -> None:
        """From the menu; the key is `QuitNow`'s."""
        from viewer.shell.quitting import quit_now

        running = self._parts.session.child_pid
        quit_now([running] if running else [])

    def about_program(self) -> None:
        from viewer.shell.about_program import AboutProgram

        AboutProgram(self._parts.session, self._parts.service.look, self._parts.window).show()

    def name_window(self) -> None:
        """The title bar is seen by others and kept by the desktop: it names a case only where that is allowed."""
        name = QGuiApplication.applicationDisplayName()
        if self._parts.service.settings.choices.case_in_title:
            name = self._parts.session.heading.title  # Qt puts the program's name behind it
        self._parts.window.setWindowTitle(name)
