"""Writes the stages of a list, one at a time, behind a small window that says how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer import paths
from viewer.case.errors import CaseError
from viewer.export.choosing import Listed
from viewer.export.page_reader import PageReader
from viewer.export.stages import Programme, Written, write_stages
from viewer.look.paragraph import Paragraph
from viewer.look.theme import load_theme
from viewer.presenting.door import room_of
from viewer.shell.chosen_file import say_trouble
from viewer.shell.parts import Parts
from viewer.stage.asking import Asking
from viewer.wording.exporting import say_lacking, say_stages


class StagesWindow(QDialog):
    """The case's window stays usable; closed, it stops and leaves nothing half written."""

    said = Signal(str)

    def __init__(self, parts: Parts, listed: Listed, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save stages"))
        self._parts = parts
        self._work = self._written(listed, folder)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Stages written"))
        stop = QPushButton(self.tr("Stop"), self)
        stop.clicked.connect(self.close)
        lines = QVBoxLayout(self)
        lines.addWidget(Paragraph("body", "", self))
        lines.addWidget(self._bar)
        lines.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(parts.service.look.space.px(420), self.sizeHint().height())
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._go_on)
        self.finished.connect(self._end)

    def begin(self) -> None:
        self.show()
        self._soon.start()

    def _go_on(self) -> None:
        voice = self._parts.service.voice
        try:
            self._bar.setValue(round(1000 * next(self._work)))
        except StopIteration as last:
            written: Written = last.value
            said = say_stages(voice, written.pictures, str(written.folder))
            self.said.emit(f"{said} {say_lacking(voice, written.lacking)}" if written.lacking else said)
            self.close()
        except (CaseError, OSError) as wrong:
            self.said.emit(say_trouble(voice, wrong))
            self.close()

    def _end(self) -> None:
        self._soon.stop()
        self._work.close()

    def _written(self, listed: Listed, folder: Path) -> Generator[float, None, Written]:
        session, service = self._parts.session, self._parts.service
        theme = load_theme(paths.resources() / "theme", service.settings.choices.stage_theme)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ask = Asking(session.connection, service.voice, room_of(service.settings).scale, rtl)
        steps = [noted.step for noted in listed.noted]
        with closing(PageReader(session.connection, session.case, session.case_uid)) as pages:
            return (yield from write_stages(Programme(steps, ask, theme, listed.title, pages), folder))
