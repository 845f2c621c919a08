"""What the commands do in a case window; every entry of the command table has its method here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.binding.typed import TYPE_CHECKING
from viewer.case.errors import UnknownFocus
from viewer.index.ask import about
from viewer.session.focus import Focus
from viewer.settings import SCALE_LEAST, SCALE_MOST
from viewer.shell.commands import COMMANDS
from viewer.shell.comparing import Comparing
from viewer.shell.documents import Documents
from viewer.shell.parts import Parts
from viewer.shell.privacy import Privacy
from viewer.shell.sieving import Sieving
from viewer.shell.steps import Steps, holds_keyboard
from viewer.shell.timekeeping import Timekeeping
from viewer.shell.verifying import Verifying

if TYPE_CHECKING:
    from viewer.shell.hearings import Hearings
    from viewer.shell.workshop import Workshop

LATER = {
    "workshop": ("citation_health", "check_folder", "export_folder", "tour"),
    "hearings": ("present", "rehearse", "send_to_room", "add_to_list", "add_to_list_as", "hearing_lists"),
}
"""Commands whose doer is made when the first of them is used."""
STEP = 10
"""Percent by which the text grows or shrinks."""


class Acts(QObject):
    """One method a command, but for those of the others, from `Steps` to `Timekeeping`."""

    start_page_asked = Signal()
    case_asked = Signal()
    tour_asked = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self.steps = Steps(parts)
        self.timekeeping = Timekeeping(parts)
        self.documents = Documents(parts)
        self.privacy = Privacy(parts)
        self.verifying = Verifying(parts)
        self._doers: tuple[QObject, ...] = (
            self, self.steps, Sieving(parts), Comparing(parts), self.documents, self.timekeeping, self.privacy,
            self.verifying,
        )  # fmt: skip

    @cached_property
    def workshop(self) -> Workshop:
        from viewer.shell.workshop import Workshop

        made = Workshop(self._parts)
        made.tour_asked.connect(self.tour_asked)
        return made

    @cached_property
    def hearings(self) -> Hearings:
        from viewer.shell.hearings import Hearings

        return Hearings(self._parts)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """One method a command."""
        later = {name: partial(self._do, doer, name) for doer, names in LATER.items() for name in names}
        return {
            name: later.get(name) or next(getattr(doer, name) for doer in self._doers if hasattr(doer, name))
            for name in COMMANDS
        }

    def _do(self, doer: str, name: str) -> None:
        getattr(getattr(self, doer), name)()

    # Case

    def open_start_page(self) -> None:
        self.start_page_asked.emit()

    def open_case(self) -> None:
        self.case_asked.emit()

    def about_case(self) -> None:
        from viewer.shell.about_case import AboutCase

        page, session = about.about(self._parts.session.connection), self._parts.session
        shown = AboutCase(page, self._parts.service.look, self._parts.service.voice, self._parts.window)
        shown.show_seal(session.verification, session.altered)
        shown.show()

    def go_to_address(self) -> None:
        """Asks for a case: address, and goes there or says why not."""
        from PySide6.QtWidgets import QInputDialog

        shown = self._parts.session.address()
        typed, agreed = QInputDialog.getText(
            self._parts.window, self.tr("Go to address"), self.tr("Address in this case:"), text=shown
        )
        if agreed and typed.strip():
            self.go_to(typed.strip())

    def go_to(self, uri: str) -> None:
        """Go to an address, or say why not."""
        try:
            self._parts.session.go_to(uri)
        except UnknownFocus as unknown:
            from viewer.wording.failures import say_failure

            self._parts.say(say_failure(self._parts.service.voice, unknown))

    def save_picture(self) -> None:
        """Asks for a file name and saves what the window shows as PNG."""
        from PySide6.QtWidgets import QFileDialog

        picture = self._parts.window.grab()
        dialog = QFileDialog(self._parts.window, self.tr("Save a picture of this window"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        if dialog.exec():
            file = Path(dialog.selectedFiles()[0])
            saved = picture.save(str(file), "PNG")
            said = self.tr("Saved: %1") if saved else self.tr("%1 could not be written. Choose another folder.")
            self._parts.say(said.replace("%1", str(file)))

    def close_window(self) -> None:
        self._parts.window.close()

    def quit(self) -> None:
        QApplication.closeAllWindows()

    # Copy

    def copy_citation(self) -> None:
        """Selected words with their citation where the source pane has some, else the focus."""
        citing, source = self._parts.citing, self._parts.panes.source
        selected = citing.of_selection() if holds_keyboard(source) else ""
        if selected:
            self._copy(selected, self.tr("Copied with citation."))
        else:
            self.copy_citation_of(self._parts.session.navigator.focus)

    def copy_citation_of(self, focus: Focus) -> None:
        self._copy(self._parts.citing.of_focus(focus), self.tr("Copied with citation."))

    def copy_address(self) -> None:
        """Of the focus, with what is asked for."""
        navigator, session = self._parts.session.navigator, self._parts.session
        whole = session.address(query=navigator.query) if navigator.focus or navigator.query else ""
        self._copy(whole, self.tr("Address copied."))

    def copy_address_of(self, focus: Focus) -> None:
        self._copy(self._parts.session.address(focus) if focus else "", self.tr("Address copied."))

    # View

    def text_larger(self) -> None:
        self._scale(self._parts.service.settings.choices.text_percent + STEP)

    def text_smaller(self) -> None:
        self._scale(self._parts.service.settings.choices.text_percent - STEP)

    def text_usual(self) -> None:
        self._scale(100)

    def next_theme(self) -> None:
        look = self._parts.service.look
        themes = look.themes()
        self._wear(themes[(themes.index(look.theme.name) + 1) % len(themes)])

    def theme_system(self) -> None:
        self._wear("system")

    def theme_light(self) -> None:
        self._wear("light")

    def theme_dark(self) -> None:
        self._wear("dark")

    def theme_contrast(self) -> None:
        self._wear("contrast")

    def theme_contrast_dark(self) -> None:
        self._wear("contrast-dark")

    def turn_layout(self) -> None:
        """Right to left and back, for every window."""
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        turned = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        QGuiApplication.setLayoutDirection(turned)
        self._parts.service.settings.choose(layout="ltr" if mirrored else "rtl")
        self._parts.service.look.changed.emit()

    def whole_screen(self) -> None:
        self._parts.window.setWindowState(self._parts.window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Help

    def show_keys(self) -> None:
        from viewer.shell.keys_page import KeysPage

        KeysPage(self._parts.service.look, self._parts.window).show()

    def show_help(self) -> None:
        from viewer.shell.help_window import HelpWindow

        helped = HelpWindow(paths.resources() / "help", self._parts.service.look, self._parts.window)
        helped.show_page("reading")
        helped.show()

    def show_licences(self) -> None:
        from viewer.shell.licences_page import LicencesPage

        LicencesPage(paths.resources() / "licences", self._parts.service.look, self._parts.window).show()

    # How it is done

    def _wear(self, theme: str) -> None:
        self._parts.service.look.wear("" if theme == "system" else theme)
        self._keep(theme=theme)

    def _scale(self, percent: int) -> None:
        percent = min(max(percent, SCALE_LEAST), SCALE_MOST)
        self._parts.service.look.scale_text(percent / 100)
        self._keep(text_percent=percent)

    def _keep(self, **choices: object) -> None:
        settings = self._parts.service.settings
        settings.choose(**choices)
        if settings.trouble:
            said = self.tr("This choice holds until the program ends; it could not be kept: %1")
            self._parts.say(said.replace("%1", str(settings.trouble)))

    def _copy(self, text: str, said: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
        self._parts.say(said if text else self.tr("There is nothing to copy yet: choose an event or a claim."))
