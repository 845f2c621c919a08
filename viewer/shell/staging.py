"""Writes the stages of a hearing list without a window: for `--stages`."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from viewer import paths
from viewer.case.errors import CaseError
from viewer.case.frozen import dataclass
from viewer.export.choosing import all_lists, chosen
from viewer.export.page_reader import PageReader
from viewer.export.stages import Programme, Written, write_stages
from viewer.index.ask.fetch import fact
from viewer.look.theme import load_theme
from viewer.notebook.book import Notebook
from viewer.notebook.lists import Lists
from viewer.presenting.door import room_of
from viewer.session.session import Session
from viewer.shell.parts import Service
from viewer.stage.asking import Asking
from viewer.wording.exporting import say_lacking, say_stages
from viewer.wording.failures import say_failure


@dataclass(frozen=True, slots=True)
class Wish:
    """list: title or identifier; theme: of the stages, "" = as at a hearing."""

    list: str
    folder: Path
    theme: str = ""


def write(session: Session, service: Service, wish: Wish) -> int:
    """Write them; answers the exit status. The session is closed."""
    try:
        with closing(session):
            written = _written(session, service, wish)
    except (CaseError, OSError) as wrong:
        said = say_failure(service.voice, wrong) if isinstance(wrong, CaseError) else _trouble(wrong)
        sys.stderr.write(said + "\n")
        return 1
    sys.stdout.write(say_stages(service.voice, written.pictures, str(written.folder)) + "\n")
    if written.lacking:
        sys.stderr.write(say_lacking(service.voice, written.lacking) + "\n")
    return 0


def _written(session: Session, service: Service, wish: Wish) -> Written:
    choices, connection = service.settings.choices, session.connection
    theme = load_theme(paths.resources() / "theme", wish.theme or choices.stage_theme)
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    with ExitStack() as open_things:
        notebook = open_things.enter_context(closing(Notebook(keep=not paths.keeps_nothing())))
        pages = open_things.enter_context(closing(PageReader(connection, session.case, session.case_uid)))
        lists = Lists(notebook, session.case_uid, fact(connection, "case_digest"))
        one = chosen(all_lists(connection, lists), wish.list)
        ask = Asking(connection, service.voice, room_of(service.settings).scale, rtl)
        steps = [noted.step for noted in one.noted]
        work = write_stages(Programme(steps, ask, theme, one.title, pages), wish.folder)
        while True:
            try:
                _show_progress(next(work))
            except StopIteration as last:
                written: Written = last.value
                _show_progress(None)
                return written


def _show_progress(share: float | None) -> None:
    """A line on a terminal that is written over; None takes it away. Nothing in a log."""
    if sys.stderr.isatty():
        sys.stderr.write("\r      \r" if share is None else f"\r{round(100 * share):3} %")
        sys.stderr.flush()


def _trouble(wrong: OSError) -> str:
    return f"{wrong.filename}: {wrong.strerror}." if wrong.filename else str(wrong)
