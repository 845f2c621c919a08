"""A hearing in a process of its own: the program's parts put together as its window does, on whatever screens."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.case.hearing import Noted
from viewer.index.ask.storyboards import storyboards
from viewer.look.current import Look
from viewer.look.voice import QtVoice
from viewer.notebook.book import Notebook
from viewer.notebook.lists import HearingList, Lists
from viewer.presenting.door import Hearing, digest_of, present
from viewer.session.session import Session
from viewer.settings import Settings


@dataclass(frozen=True, slots=True)
class Service:
    look: Look
    voice: QtVoice
    settings: Settings


class HearingRoom:
    """A bundled case, the reader's notebook (of EVIDENCE_VIEWER_HOME), and one list in it."""

    def __init__(
        self,
        case: str = "ashraf",
        *,
        theme: str = "light",
        rtl: bool = False,
        index: Path | None = None,
        bag: Path | None = None,
    ) -> None:
        """index, bag: of another version of the case."""
        self.app = QApplication([sys.argv[0], "-style", "fusion"])
        if rtl:
            self.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        voice = QtVoice(QLocale(QLocale.Language.English))
        self.service = Service(Look(paths.resources(), theme), voice, Settings())
        self.session = Session(index or paths.bundled_index(case), case=bag or paths.bundled_case(case))
        self.notebook = Notebook()
        self.lists = Lists(self.notebook, self.session.case_uid, digest_of(self.session))

    def list_of(self, noted: tuple[Noted, ...], title: str = "List") -> HearingList:
        return self.lists.make(title, noted)

    def case_list(self) -> HearingList:
        """The first list that the case brings along."""
        board = storyboards(self.session.connection)[0]
        return self.lists.make(board.title, board.steps, origin=board.uid)

    def begin(
        self,
        hearing_list: HearingList,
        *,
        rehearse: bool = False,
        log: bool = True,
        parent: QObject | None = None,
    ) -> Hearing:
        hearing = present(
            self.session,
            self.service,
            self.notebook,
            hearing_list.uid,
            rehearse=rehearse,
            log=log,
            parent=parent or self.app,
        )
        QTest.qWait(100)
        return hearing

    def close(self) -> None:
        self.session.close()
        self.notebook.close()

    def picture(self, hearing: Hearing, out: Path) -> None:
        """Both windows, side by side in two files."""
        for window, name in zip(hearing.windows, ("console", "audience"), strict=True):
            window.grab().save(str(out.with_name(f"{out.name}-{name}.png")))
