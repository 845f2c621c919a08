"""Shows of bundled cases: a session, a notebook with a list in it, a conductor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.case.hearing import Noted, Step, Target
from viewer.index.ask.storyboards import storyboards
from viewer.look.theme import load_theme
from viewer.notebook.book import Notebook
from viewer.notebook.lists import HearingList, Lists
from viewer.notebook.log import HearingLog
from viewer.presenting.conductor import Conductor
from viewer.presenting.pictures import Pictures
from viewer.presenting.recording import Recorder
from viewer.presenting.reel import Reel
from viewer.session.session import Session
from viewer.stage.asking import Asking
from viewer.wording.voice import English

DIGEST = "c" * 64


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with closing(Notebook(tmp_path / "own" / "notes.sqlite")) as book:
        yield book


@pytest.fixture
def session(qapp: QApplication, built_resources: Path) -> Iterator[Session]:
    """The bundled case, where nearly all is notes."""
    with closing(Session(paths.bundled_index("ashraf"), case=paths.bundled_case("ashraf"))) as reading:
        yield reading


@pytest.fixture
def harbour(qapp: QApplication, built_resources: Path) -> Iterator[Session]:
    """The case with every kind of document in it."""
    with closing(Session(paths.bundled_index("harbour"), case=paths.bundled_case("harbour"))) as reading:
        yield reading


@pytest.fixture
def case_list(session: Session, notebook: Notebook) -> HearingList:
    """The list that the bundled case brings along, in the reader's notebook."""
    (board,) = storyboards(session.connection)
    lists = Lists(notebook, session.case_uid, DIGEST)
    return lists.make(board.title, board.steps, origin=board.uid)


@pytest.fixture
def short_list(session: Session, notebook: Notebook) -> HearingList:
    """An event, a chart of several pages, quotations that answer each other, a graphic item, a card."""
    steps = (
        Step("event", "", (Target("event", "E31"),)),
        Step("figures", "", (Target("event", "E16", "killed"),)),
        Step("quotes", "", (Target("quote", "Q3"),)),
        Step("event", "Graphic", (Target("event", "E11"),), graphic=True),
        Step("text", "A card", body="Its words"),
    )
    noted = [Noted(step, f"secret note {number}", seconds=60) for number, step in enumerate(steps)]
    return Lists(notebook, session.case_uid, DIGEST).make("Short", noted)


Conducting = Callable[..., Conductor]


@pytest.fixture
def conducting(notebook: Notebook, built_resources: Path) -> Iterator[Conducting]:
    """Makes a conductor with a screen for a session and a list; closes it."""
    made: list[Conductor] = []

    def make(session: Session, hearing_list: HearingList, log: HearingLog | None = None) -> Conductor:
        reel = Reel(Asking(session.connection, English()), hearing_list.items)
        uids: Sequence[str] = [item.uid for item in hearing_list.items]
        theme = load_theme(built_resources / "theme", "dark")
        conductor = Conductor(reel, uids, Pictures(session), Recorder(log), theme=theme, parent=session)
        conductor.set_screen(True)
        made.append(conductor)
        return conductor

    yield make
    for conductor in made:
        conductor.close()
