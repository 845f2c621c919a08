"""What goes from a hearing list into files and comes back: the list, its run sheet, its stages, the logs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from viewer.export.choosing import Listed
from viewer.export.hearing_papers import run_sheet
from viewer.export.prints import write_paper
from viewer.notebook import exchange
from viewer.notebook.lists import HearingList
from viewer.panes.hearing.pane import HearingPane
from viewer.presenting.door import digest_of
from viewer.shell.chosen_file import say_trouble, write_whole
from viewer.shell.hearing_choices import NotesChoice
from viewer.shell.parts import Parts
from viewer.wording.hearing import say_not_a_list, say_other_case
from viewer.wording.hearing_papers import page_words


class HearingFiles(QObject):
    """Says in the pane what was written, or why not."""

    def __init__(self, parts: Parts, pane: HearingPane) -> None:
        super().__init__(parts.window)
        self._parts, self._pane = parts, pane

    def brought(self) -> exchange.Brought | None:
        """A list from a file that the reader chooses; None where none was chosen or it is none of this case."""
        path = self._chosen(self.tr("Import a list"), self.tr("Hearing lists (*.json)"), "", to_open=True)
        return self.read(path) if path else None

    def read(self, path: Path) -> exchange.Brought | None:
        """The list in a file; None, and a sentence in the pane, where it is none of this case."""
        voice = self._parts.service.voice
        try:
            with path.open(encoding="utf-8") as file:
                brought = exchange.read(file.read(exchange.LARGEST + 1))
        except ValueError:  # UnicodeDecodeError is one
            self._pane.say(say_not_a_list(voice, path.name))
            return None
        except OSError as wrong:
            self._pane.say(say_trouble(voice, wrong))
            return None
        if brought.case_uid != self._parts.session.case_uid:
            self._pane.say(say_other_case(voice, path.name))
            return None
        return brought

    def export(self, listed: Listed, own: HearingList | None) -> None:
        """The reader's list as a small file, with or without the notes."""
        if own is None:
            self._pane.say(self.tr("This list is in the case already: whoever has the case has it."))
            return
        asking = NotesChoice(self.tr("Export this list"), self._parts.service.look, self._pane)

        def take(with_notes: bool) -> None:
            path = self._chosen(self.tr("Export this list"), self.tr("Hearing lists (*.json)"), "json")
            if path is not None:
                self.write_list(own, path, with_notes=with_notes)

        asking.chosen.connect(take)
        asking.open()

    def write_list(self, own: HearingList, path: Path, *, with_notes: bool) -> None:
        text = exchange.written(own, self._parts.session.case_uid, with_notes=with_notes)
        self._written(lambda: write_whole(path, text), path)

    def print_run_sheet(self, listed: Listed) -> None:
        """One page, as PDF, to be printed or read on a telephone."""
        asking = NotesChoice(self.tr("Run sheet"), self._parts.service.look, self._pane)

        def take(with_notes: bool) -> None:
            path = self._chosen(self.tr("Save the run sheet"), self.tr("PDF (*.pdf)"), "pdf")
            if path is not None:
                self.write_run_sheet(listed, path, with_notes=with_notes)

        asking.chosen.connect(take)
        asking.open()

    def write_run_sheet(self, listed: Listed, path: Path, *, with_notes: bool) -> None:
        session, voice = self._parts.session, self._parts.service.voice
        case = (session.heading.title, digest_of(session))
        paper = run_sheet(voice, listed, case, notes=with_notes, rtl=_mirrored())
        self._written(lambda: write_paper(paper, path, page_words(voice), one_page=True), path)

    def save_stages(self, listed: Listed) -> None:
        """All stages into a folder, behind a window that says how far it is."""
        from viewer.shell.stages_window import StagesWindow

        folder = QFileDialog(self._pane, self.tr("A new or empty folder for the stages"))
        folder.setOption(QFileDialog.Option.DontUseNativeDialog)
        folder.setFileMode(QFileDialog.FileMode.Directory)
        folder.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        folder.setHistory([])
        if folder.exec():
            writing = StagesWindow(self._parts, listed, Path(folder.selectedFiles()[0]), self._pane)
            writing.said.connect(self._pane.say)
            writing.begin()

    def show_logs(self) -> None:
        from viewer.shell.hearing_logs import HearingLogs

        HearingLogs(self._parts, self._pane).open()

    # How it is done

    def _written(self, write: Callable[[], object], path: Path) -> None:
        try:
            write()
        except OSError as wrong:
            self._pane.say(say_trouble(self._parts.service.voice, wrong))
            return
        self._pane.say(self.tr("Saved: %1").replace("%1", str(path)))

    def _chosen(self, title: str, names: str, ending: str, *, to_open: bool = False) -> Path | None:
        """Our own dialog, without a history."""
        dialog = QFileDialog(self._pane, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilter(names)
        dialog.setHistory([])
        if to_open:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(ending)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def _mirrored() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
